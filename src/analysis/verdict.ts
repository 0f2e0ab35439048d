import type { Verdict } from '../domain/verdict.ts';
import { THRESHOLDS } from './constants.ts';
import type { Measured } from './measured.ts';
import type { OpenInterval } from './theil-sen.ts';
import type { Trend } from './trend.ts';

/** What a review found, kept for the next one. `direction` is the sign of S. */
export interface Finding {
  readonly p: number;
  readonly direction: number;
}

/** What the rule looks at. */
export interface Evidence {
  readonly trend: Measured<Trend>;
  /** Points in the series. */
  readonly n: number;
  /** The p to go by: the trend's own, or that after Holm where several series are judged at once. */
  readonly p?: number;
  /** Of the review a month before, if there was one. */
  readonly before?: Finding | null;
  /** Change in a quarter that would not matter, in units of the series; null where that was not said. */
  readonly zone: number | null;
  /** Units of t in a quarter: 12 where t counts weeks, 84 where it counts days. */
  readonly quarter: number;
}

/**
 * The verdict of one monthly review; the first rule that applies. Two reviews in a row keep the false alarms of a year
 * of looking near one in twenty, where a single look each month at .05 would give one in ten to one in five.
 * Source: a convention of this project, held to its targets by simulation (docs/statistics.md).
 */
export function verdict({ trend, n, p, before, zone, quarter }: Evidence): Verdict {
  const rule = THRESHOLDS.verdict;
  if (n < rule.test || trend.kind === 'needs') return 'too-few';
  if (trend.v0 === 0) return 'no-variation';
  if (n < rule.points) return 'no-evidence';
  const now = { p: p ?? trend.p, direction: Math.sign(trend.s) };
  if (now.p <= rule.twice) {
    const called = now.p <= rule.once || agrees(now, before ?? null);
    if (now.direction > 0) return called ? 'rising' : 'hint-rising';
    return called ? 'falling' : 'hint-falling';
  }
  if (n < rule.steady || zone === null) return 'no-evidence';
  return inside(trend.ci90, zone / quarter) ? 'steady' : 'no-evidence';
}

/** What this review hands to the next one; null where it tested nothing. */
export function findingOf(trend: Measured<Trend>, p?: number): Finding | null {
  if (trend.kind === 'needs' || trend.n < THRESHOLDS.verdict.points || trend.v0 === 0) return null;
  return { p: p ?? trend.p, direction: Math.sign(trend.s) };
}

/**
 * Further weekly points: until a verdict may be given at all, or until a change of 15 points a quarter is usually
 * found; null where time is not what is missing.
 */
export function pointsNeeded(verdict: Verdict, n: number): number | null {
  const { points, usual } = THRESHOLDS.verdict;
  if (verdict === 'too-few') return points - n;
  if (verdict !== 'no-evidence' || n >= usual) return null;
  return (n < points ? points : usual) - n;
}

function agrees(now: Finding, before: Finding | null): boolean {
  return (
    before !== null && before.p <= THRESHOLDS.verdict.twice && before.direction === now.direction
  );
}

function inside({ lower, upper }: OpenInterval, zone: number): boolean {
  return lower !== null && upper !== null && lower > -zone && upper < zone;
}
