import { undo } from '../store/history.ts';
import { withExamples } from './args.ts';
import type { Register } from './register.ts';
import { turned } from './turned.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('undo')
      .description('Turn the last command back, and the one before it when run again.')
      .action(async () => turned(await context(), 'Undone', undo)),
    'praxis undo',
    'praxis history',
  );
};
