import { withExamples } from './args.ts';
import type { Register } from './register.ts';
import { turnLast } from './turn.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('redo')
      .description('Bring back what was undone last, as long as nothing else was written since.')
      .action(async () => turnLast(await context(), 'redo')),
    'praxis redo',
    'praxis undo && praxis redo',
  );
};
