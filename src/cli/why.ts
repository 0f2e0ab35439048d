import { rankPrompts } from '../domain/choice.ts';
import { whyDocument, whyText } from '../render/why.ts';
import { dailySession } from '../store/session.ts';
import { withExamples } from './args.ts';
import { choiceInput } from './evening.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('why')
      .description(
        "How today's prompt was chosen: the terms of its score, beside those that came closest.",
      )
      .action(async () => {
        const ctx = await context();
        const library = await loadLibrary(ctx);
        await ctx.reading((journal) => {
          const input = choiceInput(journal, library, ctx.today);
          const ranked = rankPrompts(input);
          const asked = dailySession(journal, ctx.today)?.answers.prompt ?? null;
          ctx.answer(whyDocument(ctx.today, ranked, asked), () =>
            whyText(ranked, asked, ctx.style),
          );
        });
      }),
    'praxis why',
    'praxis why --json',
  );
};
