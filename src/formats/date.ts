import { isDay } from '../domain/day.ts';

/** Which of two numbers comes first where a date could be read both ways: 3/4/2026. */
export type Order = 'day-first' | 'month-first';

/** A date as a file has it. */
export interface Written {
  /** `2026-11-20`; null where only a time was written. */
  readonly day: string | null;
  /** `18:00:00`; null where only a day was written. */
  readonly time: string | null;
  /** How it was read, as strftime would write it: `%d.%m.%Y %H:%M`. */
  readonly format: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const TIME =
  /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?(?:\.\d+)?\s*([ap])\.?m\.?$|^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/i;

/** As C writes it, and `%c`: `Nov  2 09:00:00 2026`. */
const C_TIME = /^([a-z]+ +\d{1,2}) +(\d{2}:\d{2}(?::\d{2})?) +(\d{4})$/i;

/**
 * Reads a date in the forms in which journals write it: year first, two numbers and a year in the order given, or with
 * the month's name; a time behind it on the 24-hour or the 12-hour clock. Undefined for anything else.
 */
export function readDate(text: string, order: Order): Written | undefined {
  const trimmed = text.trim();
  const bare = trimmed.replace(WEEKDAY, '');
  const weekday = bare === trimmed ? '' : '%a ';
  const [, monthAndDay, time = '', year] = C_TIME.exec(bare) ?? [];
  if (monthAndDay !== undefined) {
    const read = readDate(`${monthAndDay} ${year} ${time}`, order);
    const clock = time.length > 5 ? '%H:%M:%S' : '%H:%M';
    return read && { ...read, format: `${weekday}%b %e ${clock} %Y` };
  }
  const alone = readTime(bare);
  if (alone) return { day: null, time: alone.time, format: alone.format };
  const split =
    /^(.*?\d{4}|.*?\d{1,2})(?:,?\s+(?:at\s+)?|T|_)(\d{1,2}(?::\d{2}|\s*[ap]\.?m).*)$/i.exec(bare);
  const [, head = bare, tail] = split ?? [];
  const read = readDay(head.replace(/,$/, ''), order);
  if (!read || !isDay(read.day) || read.day < '1000') return undefined;
  if (tail === undefined) return { day: read.day, time: null, format: weekday + read.format };
  const clock = readTime(tail);
  if (!clock) return undefined;
  return { day: read.day, time: clock.time, format: `${weekday}${read.format} ${clock.format}` };
}

/** `6:05 pm` as `18:05:00`. Undefined for a time that no clock shows. */
export function readTime(text: string): { time: string; format: string } | undefined {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  const [, twelve, minutes12 = '00', seconds12, half, hour, minutes = '00', seconds] = match;
  if (half !== undefined) {
    const n = Number(twelve);
    if (n < 1 || n > 12) return undefined;
    const at = (n % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return clock(at, minutes12, seconds12, `%I:%M${seconds12 ? ':%S' : ''} %p`);
  }
  return clock(Number(hour), minutes, seconds, `%H:%M${seconds ? ':%S' : ''}`);
}

function clock(hour: number, minutes: string, seconds = '00', format: string) {
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return { time: `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`, format };
}

/** A date of two small numbers and a year: the ones that can be read both ways. */
const NUMBERS = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d{2})$/;

function readDay(text: string, order: Order): { day: string; format: string } | undefined {
  const iso = /^(\d{4})([-./ ]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    const [, year = '', sign = '', month = '', day = ''] = iso;
    if (sign === '' && text.length !== 8) return undefined;
    return { day: written(year, month, day), format: `%Y${sign}%m${sign}%d` };
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, one = '', sign = '', two = '', year = ''] = numbers;
    const full = year.length === 2 ? `20${year}` : year;
    const y = year.length === 2 ? '%y' : '%Y';
    return order === 'day-first'
      ? { day: written(full, two, one), format: `%d${sign}%m${sign}${y}` }
      : { day: written(full, one, two), format: `%m${sign}%d${sign}${y}` };
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+([a-z]+)\.?,?[ -]+(\d{4})$/i.exec(text);
  if (dayFirst) {
    const [, day = '', month = '', year = ''] = dayFirst;
    return named(year, month, day, '%d %B %Y');
  }
  const monthFirst = /^([a-z]+)\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4})$/i.exec(text);
  if (!monthFirst) return undefined;
  const [, month = '', day = '', year = ''] = monthFirst;
  return named(year, month, day, '%B %d, %Y');
}

function named(year: string, month: string, day: string, format: string) {
  const n = monthNamed(month);
  return n === 0 ? undefined : { day: written(year, String(n), day), format };
}

const FULL =
  'january february march april may june july august september october november december';

/** 1 to 12 for a month's English name or its first letters (three at least), 0 for no month. */
export function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  const i = MONTHS.findIndex((each) => lower.startsWith(each));
  return i >= 0 && (FULL.split(' ')[i] ?? '').startsWith(lower === 'sept' ? 'sep' : lower)
    ? i + 1
    : 0;
}

export function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Finds out, date by date, whether a file writes the day or the month first. */
export class OrderFinder {
  #dayFirst = 0;
  #monthFirst = 0;
  #dots = 0;
  #both = 0;
  /** The latest day so far under either reading, and how often a date went back behind it. */
  #latest = { 'day-first': '', 'month-first': '' };
  #back = { 'day-first': 0, 'month-first': 0 };

  see(text: string): void {
    const match = /(?<!\d)(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
    if (!match) return;
    const [, one = '', sign, two = '', year = ''] = match;
    this.#both += 1;
    if (sign === '.') this.#dots += 1;
    if (Number(one) > 12) this.#dayFirst += 1;
    if (Number(two) > 12) this.#monthFirst += 1;
    const days = { 'day-first': written(year, two, one), 'month-first': written(year, one, two) };
    for (const order of ['day-first', 'month-first'] as const) {
      if (days[order] < this.#latest[order]) this.#back[order] += 1;
      else this.#latest[order] = days[order];
    }
  }

  /** The order, and whether the dates themselves leave no other. */
  get found(): { readonly order: Order; readonly certain: boolean } {
    if (this.#both === 0) return { order: 'day-first', certain: true };
    if (this.#dayFirst > 0 !== this.#monthFirst > 0)
      return { order: this.#dayFirst > 0 ? 'day-first' : 'month-first', certain: true };
    if (this.#dayFirst > 0)
      return {
        order: this.#dayFirst >= this.#monthFirst ? 'day-first' : 'month-first',
        certain: false,
      };
    // Nobody writes 11.20.2026; and entries stand in the order in which they were written.
    if (this.#dots > 0) return { order: 'day-first', certain: true };
    const order = this.#back['month-first'] < this.#back['day-first'] ? 'month-first' : 'day-first';
    return { order, certain: false };
  }
}
