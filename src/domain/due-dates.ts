import { addDays, type Day, firstDayOf, type Week, weekOf } from './day.ts';
import { type Pause, pausedDays } from './pause.ts';
import type { IssuedVerdict } from './verdict.ts';
import { FRIDAY, lastDayOf } from './week.ts';

/** The check-in of a week. */
export interface DueCheckin {
  readonly kind: 'checkin';
  /** The week's Friday. */
  readonly on: Day;
  readonly week: Week;
}

export const REVIEW_PERIODS = ['month', 'quarter'] as const;
export type ReviewPeriod = (typeof REVIEW_PERIODS)[number];

/** A review of the last month or quarter. */
export interface DueReview {
  readonly kind: 'review';
  readonly on: Day;
  readonly period: ReviewPeriod;
}

/** A series of which the next verdict may be issued. */
export interface DueVerdict {
  readonly kind: 'verdict';
  readonly on: Day;
  readonly series: string;
}

/** When regular sessions are due, in days. Conventions of this project. */
export const DUE_DATES = {
  /** Days with a session before a check-in is asked for: whoever only tries praxis is left alone. */
  checkinFrom: 7,
  /** Days between two reviews, and the least age of the journal at the first. */
  month: { every: 31, from: 28 },
  quarter: { every: 91, from: 84 },
} as const;

/** What the dates of regular sessions depend on. */
export interface SessionDates {
  /** The first day with a session that was not imported, or null. */
  readonly first: Day | null;
  /** Days with one, counted up to `checkinFrom`. */
  readonly days: number;
  /** Weeks of late that have their check-in. */
  readonly checkedIn: readonly string[];
  /** The last review of each kind, or null. */
  readonly reviewed: Readonly<Record<ReviewPeriod, Day | null>>;
}

/**
 * The check-in that is due on a day: of this week from Friday on, before that of the week before. A week that was over
 * before the journal began, or that lay in a pause from Monday to Sunday, has none.
 */
export function checkinDue(
  { first, days, checkedIn }: SessionDates,
  pauses: readonly Pause[],
  today: Day,
): DueCheckin | undefined {
  if (first === null || days < DUE_DATES.checkinFrom) return undefined;
  const present = weekOf(today);
  const friday = addDays(firstDayOf(present), FRIDAY);
  const week = today >= friday ? present : weekOf(addDays(today, -7));
  const monday = firstDayOf(week);
  if (checkedIn.includes(week) || lastDayOf(week) < first) return undefined;
  if (pausedDays(pauses, addDays(monday, -1), lastDayOf(week)) === 7) return undefined;
  return { kind: 'checkin', on: addDays(monday, FRIDAY), week };
}

/** The reviews that are due on a day, the monthly one first. */
export function reviewsDue({ first, reviewed }: SessionDates, today: Day): DueReview[] {
  if (first === null) return [];
  return REVIEW_PERIODS.flatMap((period): DueReview[] => {
    const { every, from } = DUE_DATES[period];
    const old = addDays(first, from);
    const last = reviewed[period];
    const [on = old] = [old, ...(last === null ? [] : [addDays(last, every)])].sort().reverse();
    return on <= today ? [{ kind: 'review', on, period }] : [];
  });
}

/** Series whose next verdict may be issued. */
export function verdictsDue(verdicts: readonly IssuedVerdict[], today: Day): DueVerdict[] {
  return verdicts
    .filter(({ nextOn }) => nextOn <= today)
    .map(({ series, nextOn }) => ({ kind: 'verdict', on: nextOn, series }));
}
