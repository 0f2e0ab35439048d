import { addDays, type Day, firstDayOf, laterOf, weekOf } from '../domain/day.ts';
import { MONTH_DAYS } from '../domain/review.ts';
import { calendarDocument, calendarText, weeksThatFit } from '../render/calendar.ts';
import { listPauses } from '../store/pause.ts';
import { calendarDays, firstSessionDay, practisedDays } from '../store/practice.ts';
import type { Context } from './context.ts';
import { workingDays } from './month-figures.ts';

/** Weeks in the document, whatever the width of the screen. */
const WEEKS = 53;

/** `list --calendar`: the days of practice since it began, as many weeks as fit. */
export async function calendar(context: Context): Promise<void> {
  const { today, style } = context;
  await context.reading((journal) => {
    const first = firstSessionDay(journal, today);
    const weeks = context.options.json ? WEEKS : weeksThatFit(style);
    const monday = addDays(firstDayOf(weekOf(today)), -7 * (weeks - 1));
    const from = first ? laterOf(monday, firstDayOf(weekOf(first))) : firstDayOf(weekOf(today));
    const since: Day = addDays(today, 1 - MONTH_DAYS);
    const found = {
      from,
      to: today,
      days: calendarDays(journal, from, today),
      pauses: listPauses(journal)
        .filter((pause) => pause.from <= today && (pause.until === null || pause.until >= from))
        .map(({ from: begin, until }) => ({ from: begin, until })),
      practice: {
        days: practisedDays(journal, since, today).length,
        workingDays: workingDays(journal, since, today),
      },
    };
    context.answer(calendarDocument(found), () => calendarText(found, style));
  });
}
