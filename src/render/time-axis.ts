import { addDays, type Day, firstDayOf, inShort, type Week } from '../domain/day.ts';

/** Columns between two names of months. */
const GAP = 2;
const GAP_OF_YEARS = 1;
/** Columns that a month needs, or only years are named. */
const LEAST_MONTH = 3;
const WEEKS_A_MONTH = 365.25 / 12 / 7;

/**
 * The months under a row of weeks, each where its first day lies; the first one and every January with their year.
 * Those without room are left out, less than half of one first of all; of a long row only the years are named.
 */
export function axisText(first: Week, count: number, columns: number): string {
  const begin = firstDayOf(first);
  const years = (columns / count) * WEEKS_A_MONTH < LEAST_MONTH;
  let text = '';
  let partial = false;
  for (let week = 0; week < count; week++) {
    const month = monthBeginning(addDays(begin, 7 * week), week === 0);
    if (month === null || (years && week > 0 && !isJanuary(month))) continue;
    const at = Math.floor((week * columns) / count);
    const crowded = text !== '' && at < text.length + (years ? GAP_OF_YEARS : GAP);
    if (crowded && !partial) continue;
    // A month or year of which the picture has less than half gives way to the first whole one.
    const before = crowded ? '' : text;
    const label = years ? month.slice(0, 4) : named(month, before === '' || isJanuary(month));
    if (at + label.length > columns) break;
    text = before.padEnd(at) + label;
    partial = week === 0 && month < begin && half(begin, years);
  }
  return text;
}

/** Whether the second half of a month, or of a year, has begun. */
function half(day: Day, ofYear: boolean): boolean {
  return ofYear ? day.slice(5, 7) > '06' : day.slice(8) > '15';
}

function isJanuary(month: Day): boolean {
  return month.slice(5, 7) === '01';
}

/** The first of a month that lies in the week of a Monday, or null; of the first week its own month. */
function monthBeginning(monday: Day, isFirst: boolean): Day | null {
  const sunday = addDays(monday, 6);
  if (isFirst) return `${sunday.slice(0, 7)}-01` as Day;
  return sunday.slice(0, 7) === addDays(monday, -1).slice(0, 7)
    ? null
    : (`${sunday.slice(0, 7)}-01` as Day);
}

/** `Mar`, or `Mar 2026`. */
function named(month: Day, withYear: boolean): string {
  const [, , name = ''] = inShort(month, month).split(' ');
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}
