import { EXIT, UserError } from '../errors.ts';
import { foundText } from '../render/found.ts';
import { shortIds } from '../store/reference.ts';
import { search } from '../store/search.ts';
import { positive, withExamples } from './args.ts';
import type { Register } from './register.ts';

const SHOWN = 50;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('search')
      .description(
        'Find what you wrote: texts that hold every word, or words beginning with it. Accents and case do not matter.',
      )
      .argument('<words...>')
      .option('--limit <n>', `how many (${SHOWN})`)
      .action(async (words: string[], { limit }: { limit?: string }) => {
        const ctx = await context();
        const most = limit === undefined ? SHOWN : positive('--limit', limit);
        const sought = words.join(' ');
        if (!/[\p{L}\p{N}]/u.test(sought)) {
          throw new UserError(`"${sought}" holds no word.`, 'praxis search vendor', EXIT.usage);
        }
        await ctx.reading((journal) => {
          const results = search(journal, sought, most);
          ctx.answer({ schema: 'praxis.results/1', results }, () =>
            foundText(
              results,
              shortIds(
                journal,
                results.map(({ id }) => id),
              ),
              ctx.today,
              ctx.style,
            ),
          );
        });
      }),
    'praxis search vendor shortlist',
    "praxis search vendor --json | jq -r '.results[].id'",
  );
};
