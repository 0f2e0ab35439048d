import { THRESHOLDS } from './constants.ts';
import type { Measured } from './measured.ts';
import { median, type Point } from './theil-sen.ts';

/** Something of one day. `day` counts from 1970-01-01, a Thursday. */
export interface OnDay {
  readonly day: number;
}

/** One day's counts of a share: `x` of `n`. */
export interface ShareDay extends OnDay {
  readonly x: number;
  readonly n: number;
}

/** One session day with the ratings given on it, if any. */
export interface RatingDay extends OnDay {
  readonly values: readonly number[];
}

/** A week's value; `t` numbers ISO weeks without a jump at the turn of the year, `n` is what stands behind it. */
export interface WeekPoint extends Point {
  readonly n: number;
}

/** A point of which is known whether a test may use it. */
export interface CoursePoint extends WeekPoint {
  readonly tested: boolean;
}

/** Where the practice began, and the days on which the series is cut: a new team, a long leave. */
export interface Course {
  readonly start: number;
  readonly breaks?: readonly number[];
}

/** Days that may be compared with each other. */
export interface Stretch<T> {
  /** Its first day, and the first day after it. */
  readonly from: number;
  readonly to: number;
  /** True for the last one alone: a test leaves out the warm-up, and never goes across a cut. */
  readonly tested: boolean;
  readonly days: readonly T[];
}

/** Number of the ISO week (Monday to Sunday) that holds the day. */
export function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The first day that a test may use: after 14 days of warm-up, and from the last cut on. */
export function testedFrom({ start, breaks = [] }: Course): number {
  return Math.max(start + THRESHOLDS.weekly.warmUpDays, ...breaks);
}

/** The days from the start on, parted where the warm-up ends and at every cut. */
export function stretches<T extends OnDay>(days: readonly T[], course: Course): Stretch<T>[] {
  const { start, breaks = [] } = course;
  const cuts = [start + THRESHOLDS.weekly.warmUpDays, ...breaks].filter((cut) => cut > start);
  const begins = [...new Set([start, ...cuts])].sort((one, other) => one - other);
  const last = testedFrom(course);
  return begins.map((from, i) => {
    const to = begins[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = days.filter(({ day }) => day >= from && day < to);
    return { from, to, tested: from >= last, days: own };
  });
}

/** The points of each stretch by itself: a week in which a cut lies may have one on either side of it. */
export function pointsIn<T extends OnDay>(
  parts: readonly Stretch<T>[],
  build: (stretch: Stretch<T>) => readonly WeekPoint[],
): CoursePoint[] {
  return parts.flatMap((stretch) =>
    build(stretch).map((point) => ({ ...point, tested: stretch.tested })),
  );
}

/** Weekly shares, 0 to 1. A week with too few counts is a gap: it has no point, it is not zero. */
export function weeklyShares(days: readonly ShareDay[]): WeekPoint[] {
  return weekly(days, (week) => {
    const [x, n] = [sum(week, (day) => day.x), sum(week, (day) => day.n)];
    return n >= THRESHOLDS.weekly.counts ? { y: x / n, n } : null;
  });
}

/**
 * Weekly medians of ratings, of session days with or without one. A week with fewer session days than it takes is a gap.
 * @param least session days of a week; 1 for what is asked once a week.
 */
export function weeklyMedians(
  days: readonly RatingDay[],
  least: number = THRESHOLDS.weekly.sessionDays,
): WeekPoint[] {
  return weekly(days, (week) => {
    const values = Float64Array.from(week.flatMap((each) => each.values)).sort();
    const y = median(values);
    const sessions = new Set(week.map(({ day }) => day)).size;
    return y !== null && sessions >= least ? { y, n: values.length } : null;
  });
}

/**
 * An index over blocks of weeks that do not overlap, from the first Monday of a stretch on: for what one week is too
 * short for. A block stands at the number of its first week. One that is not over by `today`, into which the end of the
 * stretch cuts, or whose index is not defined, has no point.
 */
export function blocks<T extends OnDay>(
  { days, from, to }: Pick<Stretch<T>, 'days' | 'from' | 'to'>,
  today: number,
  index: (block: readonly T[]) => Measured<{ readonly value: number; readonly n: number }>,
  weeks: number,
): WeekPoint[] {
  const first = weekNumber(from + 6);
  const end = weekNumber(Math.min(today, to));
  const of = ({ day }: OnDay) => first + weeks * Math.floor((weekNumber(day) - first) / weeks);
  return groups(days, of).flatMap(([t, block]) => {
    if (t < first || end < t + weeks) return [];
    const found = index(block);
    return found.kind === 'value' ? [{ t, y: found.value, n: found.n }] : [];
  });
}

/** Weeks without a point between the first and the last one. */
export function gaps(points: readonly Point[], step = 1): number {
  let missing = 0;
  for (const [i, { t }] of points.entries()) {
    const next = points[i + 1];
    if (next) missing += Math.max(0, Math.round((next.t - t) / step) - 1);
  }
  return missing;
}

function weekly<T extends OnDay>(
  days: readonly T[],
  value: (week: readonly T[]) => { readonly y: number; readonly n: number } | null,
): WeekPoint[] {
  return groups(days, ({ day }) => weekNumber(day)).flatMap(([t, week]) => {
    const found = value(week);
    return found ? [{ t, ...found }] : [];
  });
}

/** Groups by number, in its order. */
function groups<T>(all: readonly T[], of: (each: T) => number): [number, T[]][] {
  const grouped = new Map<number, T[]>();
  for (const each of all) {
    const group = grouped.get(of(each));
    if (group) group.push(each);
    else grouped.set(of(each), [each]);
  }
  return [...grouped].sort(([one], [other]) => one - other);
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}
