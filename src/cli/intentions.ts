import { intentionDocument, intentionsText } from '../render/intention.ts';
import { listIntentions } from '../store/intention.ts';
import { shortIds } from '../store/reference.ts';
import { withExamples } from './args.ts';
import type { Register } from './register.ts';

const SHOWN = 20;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('intentions')
      .description(`The if-then plans and what became of them: the last ${SHOWN}, all with --json.`)
      .action(async () => {
        const ctx = await context();
        await ctx.reading((journal) => {
          const intentions = listIntentions(journal);
          ctx.answer(
            { schema: 'praxis.intentions/1', intentions: intentions.map(intentionDocument) },
            () => {
              const last = intentions.slice(0, SHOWN);
              const ids = shortIds(
                journal,
                last.map(({ id }) => id),
              );
              return intentionsText(last, ids, ctx.today, ctx.style);
            },
          );
        });
      }),
    'praxis intentions',
    "praxis intentions --json | jq '.intentions[] | select(.outcome == null)'",
  );
};
