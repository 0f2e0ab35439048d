import { withExamples } from './args.ts';
import type { Register } from './register.ts';
import { turnLast } from './turn.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('undo')
      .description('Turn the last command back, and the one before it when run again.')
      .action(async () => turnLast(await context(), 'undo')),
    'praxis undo',
    'praxis history',
  );
};
