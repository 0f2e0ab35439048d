import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { isValid } from 'date-fns/isValid';
import { EXIT, UserError } from '../errors.ts';

/** A calendar day, `2026-11-20`: fixed when it is written, never computed again from an instant. */
export type Day = string & { readonly __day: unique symbol };

/** Days are compared as texts, so there is none after it. */
export const LAST_DAY = '9999-12-31' as Day;

/** An ISO week, `2026-W47`: Monday to Sunday, week 1 holds the year's first Thursday. */
export type Week = string & { readonly __week: unique symbol };

/** One reading of the clock: `instant` in UTC (ISO 8601), `wall` as the clock on the wall said it, and the zone. */
export interface Moment {
  readonly instant: string;
  readonly wall: string;
  readonly zone: string;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // biome-ignore format: two rows of six read as a year

/**
 * The day that a moment belongs to. Before `dayEnds` ("04:00") it is still the evening before,
 * so a reflection after midnight stands with the day it is about.
 */
export function dayOf(moment: Moment, dayEnds: string): Day {
  const day = moment.wall.slice(0, 10) as Day;
  return moment.wall.slice(11) < dayEnds ? addDays(day, -1) : day;
}

/** True for a day that the calendar has: `2026-02-30` is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = asDate(text);
  return isValid(date) && fromDate(date) === text;
}

export function isWeek(text: string): text is Week {
  if (!/^\d{4}-W\d{2}$/.test(text)) return false;
  // The week exists if its Monday lies in a week of that name.
  return weekOf(firstDayOf(text as Week)) === text;
}

/** The Monday that begins a week. */
export function firstDayOf(week: Week): Day {
  // 4 January is always in week 1.
  return addDays(mondayOf(`${week.slice(0, 4)}-01-04` as Day), 7 * (Number(week.slice(6)) - 1));
}

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return one < other ? other : one;
}

export function addDays(day: Day, days: number): Day {
  return fromDate(addDaysTo(asDate(day), days));
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  return fromDate(addMonthsTo(asDate(day), months));
}

/** Whole days from `earlier` to `later`; negative when they stand the other way round. */
export function daysBetween(earlier: Day, later: Day): number {
  return differenceInCalendarDays(asDate(later), asDate(earlier));
}

export function weekOf(day: Day): Week {
  const date = asDate(day);
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}` as Week;
}

/** `Friday 20 November`, with the year only when it is not this year's. */
export function inWords(day: Day, today?: Day): string {
  const date = asDate(day);
  const year = today && today.slice(0, 4) !== day.slice(0, 4) ? ` ${day.slice(0, 4)}` : '';
  return `${weekdayOf(day)} ${date.getDate()} ${MONTHS[date.getMonth()]}${year}`;
}

/** `Fri 20 Nov`, with the year only when it is not this year's: for columns. */
export function inShort(day: Day, today: Day): string {
  const year = today.slice(0, 4) === day.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  const date = asDate(day);
  return `${weekdayOf(day).slice(0, 3)} ${date.getDate()} ${MONTHS[date.getMonth()]?.slice(0, 3)}${year}`;
}

/** `20 November`, with the year only when it is not this year's. */
export function dateInWords(day: Day, today?: Day): string {
  return inWords(day, today).replace(/^\S+ /, '');
}

/** `20 Nov`, with the year only when it is not this year's. */
export function dateInShort(day: Day, today: Day): string {
  return inShort(day, today).replace(/^\S+ /, '');
}

/** `Friday`. */
export function weekdayOf(day: Day): string {
  const name = WEEKDAYS[asDate(day).getDay()] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `November 2026`. */
export function monthInWords(day: Day): string {
  return `${MONTHS[asDate(day).getMonth()]} ${day.slice(0, 4)}`;
}

/**
 * Reads what a person writes for a day: `2026-11-20`, `today`, `yesterday`, `tomorrow`, a weekday, `3 days ago`.
 * A weekday is the latest one that has come (today included) when looking `back`, the next one when looking `ahead`.
 * @throws UserError (usage) for anything else, and for a day that does not exist.
 */
export function parseDay(text: string, today: Day, looking: 'back' | 'ahead' = 'back'): Day {
  const words = text.trim().toLowerCase();
  if (words === 'today') return today;
  if (words === 'yesterday') return addDays(today, -1);
  if (words === 'tomorrow') return addDays(today, 1);
  const ago = /^(\d{1,4}) days? ago$/.exec(words);
  if (ago) return addDays(today, -Number(ago[1]));
  const ahead = /^in (\d{1,4}) days?$/.exec(words);
  if (ahead) return addDays(today, Number(ahead[1]));
  const weekday = words.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(words));
  if (weekday >= 0) {
    const away = asDate(today).getDay() - weekday;
    return looking === 'back'
      ? addDays(today, -((away + 7) % 7))
      : addDays(today, (-away + 7) % 7 || 7);
  }
  if (isDay(words)) return words;
  throw new UserError(
    /^\d{4}-\d{2}-\d{2}$/.test(words) ? `There is no day ${words}.` : `"${text}" is not a day.`,
    'A day is 2026-11-20, today, yesterday, a weekday or 3 days ago.',
    EXIT.usage,
  );
}

/** The Monday of the week that a day lies in. */
function mondayOf(day: Day): Day {
  return addDays(day, -((asDate(day).getDay() + 6) % 7));
}

// Reckoned in UTC, so that the calendar is the same everywhere: a zone may skip a whole day (Apia, 30 December 2011).
function asDate(day: string): Date {
  return new UTCDateMini(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8, 10)),
  );
}

function fromDate(date: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}
