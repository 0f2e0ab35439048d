import { redo } from '../store/history.ts';
import { withExamples } from './args.ts';
import type { Register } from './register.ts';
import { turned } from './turned.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('redo')
      .description('Bring back what was undone last, as long as nothing else was written since.')
      .action(async () => turned(await context(), 'Done again', redo)),
    'praxis redo',
    'praxis undo && praxis redo',
  );
};
