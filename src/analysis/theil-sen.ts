/** A value at a time. */
export interface Point {
  readonly t: number;
  readonly y: number;
}

/** An interval whose ends are null where the data do not bound it. */
export interface OpenInterval {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Slopes of all pairs of points at different times, in order of size. */
export function pairSlopes(points: readonly Point[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  for (const [i, one] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const other = points[j] ?? one;
      if (other.t !== one.t) slopes[count++] = bounded((other.y - one.y) / (other.t - one.t));
    }
  }
  return slopes.subarray(0, count).sort();
}

/** Median slope of all pairs (Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63); null without a pair. */
export function theilSen(slopes: ArrayLike<number>): number | null {
  return median(slopes);
}

/**
 * Interval of the median slope by order statistics: `C = z sqrt(variance of S)`, lower `q[floor((M - C) / 2)]`, upper
 * `q[ceil((M + C) / 2) + 1]`, counted from 1. Source: Sen 1968, with whole places rounded outwards.
 */
export function slopeInterval(
  slopes: ArrayLike<number>,
  variance: number,
  z: number,
): OpenInterval {
  const m = slopes.length;
  const c = z * Math.sqrt(variance);
  const at = (place: number) => slopes[place - 1] ?? null;
  return { lower: at(Math.floor((m - c) / 2)), upper: at(Math.ceil((m + c) / 2) + 1) };
}

/** The middle of values in order of size, or the mean of the two middle ones; null of none. */
export function median(sorted: ArrayLike<number>): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  const low = sorted[Math.floor((n - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(n / 2)] ?? 0;
  return low === high ? low : low / 2 + high / 2;
}

const bounded = (x: number) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x));
