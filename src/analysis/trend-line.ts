import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import { median, type Point } from './theil-sen.ts';
import { trend } from './trend.ts';

/** A straight line through a series, and how steep it may be as well. */
export interface TrendLine {
  /** A unit of t, and the ends of its 95 % interval; null where the data do not bound it. */
  readonly slope: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The point that the line and every other slope go through: the middle of the times. */
  readonly pivot: Point;
}

/**
 * The Theil-Sen line: median slope, and the median of what it leaves as its height (Sen 1968, J. Am. Stat. Assoc. 63).
 * It describes; whether there is a drift is for the test to say. From the points on that a test takes.
 */
export function trendLine(points: readonly Point[], step: number): Measured<TrendLine> {
  const missing = THRESHOLDS.verdict.test - points.length;
  if (missing > 0) return needs(more(missing, 'point'));
  const found = trend(points, step);
  if (found.kind === 'needs') return found;
  const { slope, ci95 } = found;
  const middle = (values: readonly number[]) => median(Float64Array.from(values).sort()) ?? 0;
  const t = middle(points.map((point) => point.t));
  const y = middle(points.map((point) => point.y - slope * (point.t - t)));
  return { kind: 'value', slope, lower: ci95.lower, upper: ci95.upper, pivot: { t, y } };
}
