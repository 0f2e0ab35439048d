import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { LARGEST_VALUE } from '../domain/series.ts';
import { assumedPhi, inflation, rankAutocorrelation } from './autocorrelation.ts';
import { type MannKendall, mannKendall } from './mann-kendall.ts';
import type { Measured } from './measured.ts';
import { type OpenInterval, type Point, pairSlopes, slopeInterval, theilSen } from './theil-sen.ts';
import { Z } from './wilson.ts';

export interface Trend extends MannKendall {
  /** Median slope a unit of t. */
  readonly slope: number;
  readonly ci90: OpenInterval;
  readonly ci95: OpenInterval;
  /** Measured rank autocorrelation at one step, where it could be measured. */
  readonly r1: number | null;
  /** Pairs of points one step apart that `r1` comes from. */
  readonly pairs: number;
  /** The autocorrelation reckoned with, and how many times it widens the variance of S. */
  readonly phi: number;
  readonly inflation: number;
  readonly z: number;
  /** Two-sided, for values that carry over: never below the exact p of independent ones. */
  readonly p: number;
}

/**
 * Is the series drifting, and how fast? Mann-Kendall with the variance widened for autocorrelation, and the Theil-Sen
 * slope. Sources: the files of each.
 * @param points in order of time, no time twice.
 * @param step of time between neighbours: 1 for weeks, 7 for days.
 * @throws RangeError for times out of order, and for what is not a number within 1e100.
 */
export function trend(points: readonly Point[], step = 1): Measured<Trend> {
  check(points);
  const test = mannKendall(points.map(({ y }) => y));
  if (test.kind === 'needs') return test;
  const slopes = pairSlopes(points);
  const slope = theilSen(slopes) ?? 0;
  const { r1, pairs } = rankAutocorrelation(points, slope, step);
  const phi = assumedPhi(test.n, r1);
  const wider = inflation(test.n, phi);
  const variance = wider * test.v0;
  const { z, p } = normalForm(test.s, variance);
  return {
    ...test,
    slope,
    ci90: slopeInterval(slopes, variance, Z[90]),
    ci95: slopeInterval(slopes, variance, Z[95]),
    r1,
    pairs,
    phi,
    inflation: wider,
    z,
    p: Math.max(p, test.pExact),
  };
}

/** S as a standard normal value, corrected for its being whole, and its two-sided p. Source: Kendall 1970. */
export function normalForm(
  s: number,
  variance: number,
): { readonly z: number; readonly p: number } {
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { z, p: Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1)) };
}

function check(points: readonly Point[]): void {
  for (const [i, { t, y }] of points.entries()) {
    if (!(Math.abs(t) <= LARGEST_VALUE && Math.abs(y) <= LARGEST_VALUE)) {
      throw new RangeError(`no point: ${t}, ${y}`);
    }
    if (i > 0 && !(t > (points[i - 1]?.t ?? t))) throw new RangeError(`time out of order: ${t}`);
  }
}
