import { addDays } from '../domain/day.ts';
import type { Focus } from '../domain/focus.ts';
import { openMilestones } from '../domain/milestone.ts';
import { waysOf } from '../domain/way.ts';
import { focusDocument, focusText } from '../render/focus.ts';
import { directionAsked, effortFor } from '../store/focus-facts.ts';
import type { Journal } from '../store/journal.ts';
import { listMilestones } from '../store/milestone.ts';
import { shortIds } from '../store/reference.ts';
import { latestStatement, listStatements } from '../store/statement.ts';
import type { Context } from './context.ts';

const WINDOW_DAYS = 28;

/** `focus show`: where one is heading, and what there is of the way. */
export async function show(context: Context): Promise<void> {
  await context.reading((journal) => {
    const { today, style } = context;
    const found = focusOf(journal, context);
    context.answer(focusDocument(found, today), () => {
      const ids = shortIds(
        journal,
        found.milestones.map(({ id }) => id),
      );
      return focusText(found, ids, today, style);
    });
  });
}

function focusOf(journal: Journal, { today }: Context): Focus {
  const focus = latestStatement(journal, 'focus') ?? null;
  const from = addDays(today, 1 - WINDOW_DAYS);
  return {
    focus,
    milestones: openMilestones(listMilestones(journal)),
    choice: latestStatement(journal, 'choice') ?? null,
    way: waysOf(listStatements(journal, 'way'))[0] ?? null,
    direction: {
      last: directionAsked(journal, from, today),
      before: directionAsked(journal, addDays(from, -WINDOW_DAYS), addDays(from, -1)),
    },
    effort: effortFor(journal, focus?.text ?? null, from, today),
  };
}
