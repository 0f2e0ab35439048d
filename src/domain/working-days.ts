import { addDays, type Day, weekdayOf } from './day.ts';
import { type Pause, pauseOn } from './pause.ts';

/** True for a Saturday and a Sunday. */
export function isFreeDay(day: Day): boolean {
  return ['Saturday', 'Sunday'].includes(weekdayOf(day));
}

/** Mondays to Fridays from one day to another, both included, without those of a pause. */
export function workingDaysIn(from: Day, to: Day, pauses: readonly Pause[]): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isFreeDay(day) && !pauseOn(pauses, day)) days.push(day);
  }
  return days;
}
