import { THRESHOLDS } from '../analysis/constants.ts';
import { type Course, testedFrom } from '../analysis/weekly.ts';
import { addDays, type Day, weekOf } from '../domain/day.ts';
import { lastDayOf } from '../domain/week.ts';
import { listBreaks } from '../store/break.ts';
import type { Journal } from '../store/journal.ts';
import { firstSessionDay } from '../store/practice.ts';
import { dayNumber, dayNumbered } from './days.ts';

/** Where the practice began, and where its series are cut, up to a day; undefined before it began. */
export function courseOf(journal: Journal, on: Day): Course | undefined {
  // A check-in stands on the Sunday of its week, which may be still to come.
  const first = firstSessionDay(journal, lastDayOf(weekOf(on)));
  return first === undefined ? undefined : { start: dayNumber(first), breaks: cutsOf(journal, on) };
}

/** The days on which series are cut, up to a day. */
export function cutsOf(journal: Journal, on: Day): number[] {
  return listBreaks(journal)
    .filter((each) => each.on <= on)
    .map((each) => dayNumber(each.on));
}

/** Days that a test may use, of those from the first session to a day: without the warm-up, and from the last cut on. */
export function usableDays<T extends { readonly on: Day }>(
  days: readonly T[],
  course: Course,
): T[] {
  const from = dayNumbered(testedFrom(course));
  return days.filter(({ on }) => on >= from);
}

/** The first day that series look back to: no verdict stands on more than ten years. */
export function lookBack(on: Day): Day {
  return addDays(on, -7 * THRESHOLDS.weekly.most);
}
