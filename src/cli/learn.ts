import { cardOfTheWeek } from '../domain/card.ts';
import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';
import { cardsText, cardText } from '../render/card.ts';
import { withExamples } from './args.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('learn')
      .description(
        'A short card on what is known, with its sources and one thing to do: one a week.',
      )
      .argument('[card]', 'another card by its id, or list')
      .action(async (named: string | undefined) => {
        const ctx = await context();
        const { cards } = await loadLibrary(ctx);
        if (named === 'list') {
          ctx.answer({ schema: 'praxis.cards/1', cards }, () => cardsText(cards, ctx.style));
          return;
        }
        const card =
          named === undefined
            ? cardOfTheWeek(cards, ctx.today)
            : cards.find(({ id }) => id === named);
        if (!card) {
          const near = didYouMean(
            named ?? '',
            cards.map(({ id }) => id),
          );
          throw new UserError(
            `There is no card "${named}".${near}`,
            'praxis learn list shows them.',
            EXIT.usage,
          );
        }
        ctx.answer({ schema: 'praxis.card/1', ...card }, () => cardText(card, ctx.style));
      }),
    'praxis learn',
    'praxis learn list',
  );
};
