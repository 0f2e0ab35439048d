import { actionDocument, turnedText } from '../render/history.ts';
import { undo } from '../store/history.ts';
import { withExamples } from './args.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('undo')
      .description('Turn the last command back, and the one before it when run again.')
      .action(async () => {
        const ctx = await context();
        const action = await ctx.writing(undo);
        ctx.answer({ schema: 'praxis.action/1', ...actionDocument(action) }, () =>
          turnedText('Undone', action, ctx.now.zone),
        );
      }),
    'praxis undo',
    'praxis history',
  );
};
