import type { Day } from './day.ts';
import type { Pause } from './pause.ts';

/** A day on which one practised. */
export interface CalendarDay {
  readonly on: Day;
  /** There was a daily session. */
  readonly session: boolean;
  /** There was a check-in or a review. */
  readonly review: boolean;
  /** Moments that were counted on it. */
  readonly moments: number;
}

/** Days of practice over some weeks: shown, and never counted up to anything. */
export interface Calendar {
  /** A Monday, and today. */
  readonly from: Day;
  readonly to: Day;
  readonly days: readonly CalendarDay[];
  readonly pauses: readonly Pick<Pause, 'from' | 'until'>[];
  /** Of the last four weeks, pauses left out. */
  readonly practice: { readonly days: number; readonly workingDays: number };
}
