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

/** One session day with the ratings given on it. */
export interface RatingDay extends OnDay {
  readonly values: readonly number[];
}

/** A week's value; `t` numbers ISO weeks without a jump at the turn of the year, `n` is what stands behind it. */
export interface WeekPoint extends Point {
  readonly n: number;
}

/** Where the practice began, and the days on which the series is cut: a new team, a long leave. */
export interface Course {
  readonly start: number;
  readonly breaks?: readonly number[];
}

/** Number of the ISO week (Monday to Sunday) that holds the day. */
export function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7);
}

/**
 * The days that a test may use: without the first 14, and from the last cut on. A test never goes across a cut.
 */
export function testable<T extends OnDay>(days: readonly T[], { start, breaks = [] }: Course): T[] {
  const from = Math.max(start + THRESHOLDS.weekly.warmUpDays, ...breaks);
  return days.filter(({ day }) => day >= from);
}

/** Weekly shares, 0 to 1. A week with too few counts is a gap: it has no point, it is not zero. */
export function weeklyShares(days: readonly ShareDay[], course: Course): WeekPoint[] {
  return weekly(testable(days, course), (week) => {
    const [x, n] = [sum(week, (day) => day.x), sum(week, (day) => day.n)];
    return n >= THRESHOLDS.weekly.counts ? { y: x / n, n } : null;
  });
}

/** Weekly medians of ratings. A week with a single session day is a gap. */
export function weeklyMedians(days: readonly RatingDay[], course: Course): WeekPoint[] {
  return weekly(testable(days, course), (week) => {
    const sessions = new Set(week.filter(({ values }) => values.length > 0).map(({ day }) => day));
    const values = Float64Array.from(week.flatMap((each) => each.values)).sort();
    const y = median(values);
    return y !== null && sessions.size >= THRESHOLDS.weekly.sessionDays
      ? { y, n: values.length }
      : null;
  });
}

/**
 * An index over blocks of weeks that do not overlap, from the first usable Monday on: for what one week is too short
 * for. A block that is not over by `today`, or whose index is not defined, has no point; `t` numbers the blocks.
 */
export function blocks<T extends OnDay>(
  days: readonly T[],
  course: Course,
  today: number,
  index: (block: readonly T[]) => Measured<{ readonly value: number; readonly n: number }>,
  weeks: number = THRESHOLDS.leading.blockWeeks,
): WeekPoint[] {
  const from = Math.max(course.start + THRESHOLDS.weekly.warmUpDays, ...(course.breaks ?? []));
  const first = weekNumber(from + 6);
  const of = ({ day }: OnDay) => Math.floor((weekNumber(day) - first) / weeks);
  const grouped = groups(testable(days, course), of);
  return grouped.flatMap(([t, block]) => {
    const over = weekNumber(today) >= first + (t + 1) * weeks;
    if (t < 0 || !over) return [];
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
