import { actionDocument, turnedText } from '../render/history.ts';
import { redo } from '../store/history.ts';
import { withExamples } from './args.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('redo')
      .description('Bring back what was undone last, as long as nothing else was written since.')
      .action(async () => {
        const ctx = await context();
        const action = await ctx.writing(redo);
        ctx.answer({ schema: 'praxis.action/1', ...actionDocument(action) }, () =>
          turnedText('Done again', action, ctx.now.zone),
        );
      }),
    'praxis redo',
    'praxis undo && praxis redo',
  );
};
