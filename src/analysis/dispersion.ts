import { type Measured, needs } from './measured.ts';

/** One day's counts: `x` of `n`. */
export interface DayCount {
  readonly x: number;
  readonly n: number;
}

export interface Dispersion {
  readonly p: number;
  /** Pearson's X2 of the days about the common share. */
  readonly chi2: number;
  /** Days with counts. */
  readonly days: number;
  /** At least 1: how many times the variance is what independent counts would have. */
  readonly phi: number;
  readonly n: number;
  /** n / phi. */
  readonly nEffective: number;
}

/**
 * How much more alike the moments of one day are than chance makes them, for use as n / phi.
 * Source: quasi-likelihood dispersion, X2 / (D - 1) (McCullagh & Nelder 1989, section 4.5), never below 1.
 * @throws RangeError for a day whose counts are no share.
 */
export function dispersion(days: readonly DayCount[]): Measured<Dispersion> {
  const used = days.filter(({ n }) => n !== 0);
  for (const { x, n } of used)
    if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError(`no share: ${x} of ${n}`);
  const n = used.reduce((sum, day) => sum + day.n, 0);
  if (n === 0) return needs('1 day with counts');
  const p = used.reduce((sum, day) => sum + day.x, 0) / n;
  // All or none of them: no day can differ from the others.
  const varies = p > 0 && p < 1;
  const chi2 = varies
    ? used.reduce((sum, day) => sum + (day.x - day.n * p) ** 2 / (day.n * p * (1 - p)), 0)
    : 0;
  const phi = used.length < 2 ? 1 : Math.max(1, chi2 / (used.length - 1));
  return { kind: 'value', p, chi2, days: used.length, phi, n, nEffective: n / phi };
}
