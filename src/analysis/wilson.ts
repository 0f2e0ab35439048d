/** Standard normal quantiles for two-sided intervals. */
export const Z = { 80: 1.2815515655446004, 90: 1.6448536269514722, 95: 1.959963984540054, 99: 2.5758293035489004 } as const; // biome-ignore format: one table

/** An interval for a share, both ends within 0 and 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval of the share `successes / n` (Wilson 1927, J. Am. Stat. Assoc. 22).
 * @param n may be fractional: an effective n after correction for overdispersion.
 * @throws RangeError when n is not above 0 or the successes do not lie within 0 and n.
 */
export function wilson(successes: number, n: number, z: number = Z[95]): Interval {
  if (!(n > 0) || !(successes >= 0) || successes > n) {
    throw new RangeError(`no share: ${successes} of ${n}`);
  }
  const p = successes / n;
  const zz = z * z;
  const centre = p + zz / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  const scale = 1 + zz / n;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: successes === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
