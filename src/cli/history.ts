import { actionDocument, historyText } from '../render/history.ts';
import { holdsSomething, listActions } from '../store/history.ts';
import { positive, withExamples } from './args.ts';
import type { Register } from './register.ts';

const SHOWN = 20;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('history')
      .description(
        `The commands that changed the journal, the latest first: the last ${SHOWN}, all with --json.`,
      )
      .option('--limit <n>', 'how many')
      .action(async ({ limit }: { limit?: string }) => {
        const ctx = await context();
        const asked = limit === undefined ? undefined : positive('--limit', limit);
        await ctx.reading((journal) => {
          const actions = listActions(journal, asked ?? (ctx.options.json ? -1 : SHOWN));
          ctx.answer({ schema: 'praxis.actions/1', actions: actions.map(actionDocument) }, () =>
            historyText(actions, ctx.now.zone, ctx.style, holdsSomething(journal)),
          );
        });
      }),
    'praxis history',
    'praxis history --limit 100',
  );
};
