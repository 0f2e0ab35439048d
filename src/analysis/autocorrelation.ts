import { THRESHOLDS } from './constants.ts';
import type { Point } from './theil-sen.ts';

export interface Dependence {
  /** Rank autocorrelation at one step; null where no two points are one step apart, or the residuals are all equal. */
  readonly r1: number | null;
  /** Pairs of points exactly one step apart. */
  readonly pairs: number;
}

/**
 * Autocorrelation of the ranks of `y - slope t` over points exactly one `step` of time apart. Average ranks for ties.
 * The points stand in the order of time.
 * Source: rank version of the lag-1 coefficient (Bartels 1982, J. Am. Stat. Assoc. 77), gaps left out.
 */
export function rankAutocorrelation(
  points: readonly Point[],
  slope: number,
  step: number,
): Dependence {
  const ranks = averageRanks(residuals(points, slope));
  const n = points.length;
  const mean = (n + 1) / 2;
  let all = 0;
  let adjacent = 0;
  let pairs = 0;
  for (const [i, rank] of ranks.entries()) {
    all += (rank - mean) ** 2;
    if (i + 1 === n || !apart(points, i, step)) continue;
    adjacent += (rank - mean) * ((ranks[i + 1] ?? 0) - mean);
    pairs += 1;
  }
  return { r1: pairs === 0 || all === 0 ? null : (adjacent / all) * ((n - 1) / pairs), pairs };
}

/**
 * The autocorrelation to reckon with: corrected for its bias in short series (Kendall 1954, Biometrika 41), and never
 * below what weekly self-reports carry over anyway.
 */
export function assumedPhi(n: number, r1: number | null): number {
  const { least, most } = THRESHOLDS.dependence;
  if (r1 === null || n < 5) return least;
  return Math.min(most, Math.max(least, (n * r1 + 1) / (n - 4)));
}

/**
 * How many times larger the variance of S is when each value carries `phi` of the one before.
 * Source: Hamed & Rao 1998 (J. Hydrol. 204), with the autocorrelations of an AR(1) process, `phi^k`, in place of the
 * significant ones: those come out too small in short series.
 */
export function inflation(n: number, phi: number): number {
  if (n < 3) return 1;
  let sum = 0;
  let carried = 1;
  for (let k = 1; k < n; k++) {
    carried *= phi;
    sum += (n - k) * (n - k - 1) * (n - k - 2) * carried;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}

// Times may be fractions: 0.1 and 0.2 are one step of 0.1 apart.
function apart(points: readonly Point[], i: number, step: number): boolean {
  const between = (points[i + 1]?.t ?? 0) - (points[i]?.t ?? 0);
  return Math.abs(between - step) <= 1e-9 * step;
}

/**
 * What the slope leaves, in whole grains: floating noise would split ties, and with them change the result from one
 * machine to the next. The grain is a part of the range, so that the unit of the series does not matter; for a range of
 * 100 it is 1e-9.
 */
function residuals(points: readonly Point[], slope: number): number[] {
  const ys = points.map(({ y }) => y);
  const [t0, y0] = [points[0]?.t ?? 0, ys[0] ?? 0];
  const range = Math.max(...ys) - Math.min(...ys);
  const noise = Math.max(...ys.map(Math.abs)) * Number.EPSILON * 16;
  const grain = Math.max(THRESHOLDS.dependence.grain * range, noise, Number.MIN_VALUE);
  return points.map(({ t, y }) => Math.round((y - y0 - slope * (t - t0)) / grain));
}

/** Ranks from 1; equal values share the mean of their places. */
function averageRanks(values: readonly number[]): number[] {
  const order = values
    .map((value, at) => ({ value, at }))
    .sort((a, b) => compare(a.value, b.value));
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to + 1)) ranks[at] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

const compare = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);
