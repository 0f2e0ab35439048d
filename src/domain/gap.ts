import { addDays, type Day, daysBetween } from './day.ts';

/** Days since the last session from which a return is one, and from which what was counted before is another series. */
export const GAP = { welcome: 7, baseline: 28 } as const;

/** Days without a session. */
export interface Gap {
  /** The last day with one before it, and the first after it. */
  readonly from: Day;
  readonly to: Day;
  /** Days from the one to the other. */
  readonly days: number;
}

/** The gap that a session on a day ends, or undefined while there is none worth a word. */
export function gapBefore(last: Day | undefined, on: Day): Gap | undefined {
  if (last === undefined) return undefined;
  const days = daysBetween(last, on);
  return days >= GAP.welcome ? { from: last, to: on, days } : undefined;
}

/** True when a gap is long enough for a fresh baseline. */
export function isLong({ days }: Pick<Gap, 'days'>): boolean {
  return days >= GAP.baseline;
}

/** The free days of a gap: from the day after the last session to the day before the next. */
export function freeDays({ from, to }: Gap): { readonly from: Day; readonly until: Day } {
  return { from: addDays(from, 1), until: addDays(to, -1) };
}

/** Why a series is cut after a gap. */
export function backAfter({ days }: Pick<Gap, 'days'>): string {
  return `back after ${days} days`;
}

/**
 * Long gaps between days with sessions at which the series are not cut yet, the latest first. A cut on any day after
 * the gap began and up to its end will do.
 * @param days with sessions, in order.
 */
export function uncutGaps(days: readonly Day[], cuts: readonly Day[]): Gap[] {
  return days
    .flatMap((to, i): Gap[] => {
      const from = days[i - 1];
      return from === undefined ? [] : [{ from, to, days: daysBetween(from, to) }];
    })
    .filter((gap) => isLong(gap) && !cuts.some((cut) => cut > gap.from && cut <= gap.to))
    .reverse();
}
