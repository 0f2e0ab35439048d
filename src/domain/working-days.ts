import { addDays, type Day, weekdayOf } from './day.ts';
import { type Pause, pauseOn } from './pause.ts';

const WEEKEND: readonly string[] = ['Saturday', 'Sunday'];

/** Mondays to Fridays from one day to another, both included, without those of a pause. */
export function workingDaysIn(from: Day, to: Day, pauses: readonly Pause[]): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!WEEKEND.includes(weekdayOf(day)) && !pauseOn(pauses, day)) days.push(day);
  }
  return days;
}
