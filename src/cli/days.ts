import { addDays, type Day, daysBetween, type Week, weekOf } from '../domain/day.ts';

const EPOCH = '1970-01-01' as Day;

/** Days as the analysis counts them, from 1970-01-01. */
export function dayNumber(day: Day): number {
  return daysBetween(EPOCH, day);
}

export function dayNumbered(number: number): Day {
  return addDays(EPOCH, number);
}

/** The ISO week with a number, as `weekNumber` counts them. */
export function weekNumbered(number: number): Week {
  return weekOf(dayNumbered(7 * number - 3));
}
