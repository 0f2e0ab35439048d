import { type Measured, needs } from './measured.ts';

export interface MannKendall {
  readonly n: number;
  /** Pairs that rise less pairs that fall, in the order of time. */
  readonly s: number;
  /** Variance of S for independent values with these ties; 0 where all are equal. */
  readonly v0: number;
  /** -1 to 1; null where all values are equal. */
  readonly tauB: number | null;
  /** Two-sided and exact for independent values, ties and all. */
  readonly pExact: number;
}

/**
 * Mann-Kendall test of a drift in values that stand in the order of time, at distinct times.
 * Sources: Mann 1945 (Econometrica 13); Kendall 1970 for the variance with ties and for tau-b.
 */
export function mannKendall(values: readonly number[]): Measured<MannKendall> {
  const n = values.length;
  if (n < 2) return needs(n === 0 ? '2 points' : '1 more point');
  let s = 0;
  for (let i = 0; i < n; i++) {
    const one = values[i] ?? 0;
    for (let j = i + 1; j < n; j++) s += Math.sign((values[j] ?? 0) - one);
  }
  const ties = tieGroups(values);
  const over = (of: (t: number) => number) => ties.reduce((sum, t) => sum + of(t), 0);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - over((t) => (t * (t - 1)) / 2);
  return {
    kind: 'value',
    n,
    s,
    v0: (n * (n - 1) * (2 * n + 5) - over((t) => t * (t - 1) * (2 * t + 5))) / 18,
    tauB: untied === 0 ? null : s / Math.sqrt(untied * pairs),
    pExact: exactP(s, ties),
  };
}

/** Sizes of the groups of equal values, singles included. */
function tieGroups(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  // Minus nought is nought.
  for (const value of values) sizes.set(value + 0, (sizes.get(value + 0) ?? 0) + 1);
  return [...sizes.values()];
}

/** P(|S| >= |s|) where all orderings of values with these ties are equally likely. */
export function exactP(s: number, ties: readonly number[]): number {
  if (s === 0) return 1;
  const n = ties.reduce((sum, t) => sum + t, 0);
  const untied = (n * n - ties.reduce((sum, t) => sum + t * t, 0)) / 2;
  // S = untied - 2 I, and its distribution is symmetric: twice the tail of few inversions.
  const most = (untied - Math.abs(s)) / 2;
  let tail = 0;
  for (const p of inversions(ties, most)) tail += p;
  return Math.min(1, 2 * tail);
}

/**
 * Probabilities of 0 to `most` inversions in a random order of values with these ties. The number of inversions is a
 * sum of independent Mann-Whitney statistics U(m, t), one a tie group, m the values in the groups before it; each has
 * the generating function prod (1 - q^(m+i)) / (1 - q^i), i = 1..t (Mann & Whitney 1947, Ann. Math. Stat. 18), and is
 * convolved in factor by factor. Divided by the count of orders at each step, so that nothing overflows. Below the
 * middle the differences do not cancel: within 3e-15 of whole-number arithmetic up to n = 104.
 */
function inversions(ties: readonly number[], most: number): Float64Array {
  const p = new Float64Array(most + 1);
  p[0] = 1;
  let m = 0;
  for (const t of ties) {
    // Nothing stands before the first group.
    for (let i = 1; m > 0 && i <= t; i++) {
      const k = m + i;
      const part = i / k;
      for (let u = i; u <= most; u++) p[u] = (p[u] ?? 0) + (p[u - i] ?? 0);
      for (let u = most; u >= k; u--) p[u] = (p[u] ?? 0) - (p[u - k] ?? 0);
      for (let u = 0; u <= most; u++) p[u] = (p[u] ?? 0) * part;
    }
    m += t;
  }
  return p;
}
