import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import { median } from './theil-sen.ts';

export interface RatingLevel {
  /** Median of the ratings. */
  readonly value: number;
  readonly ci95: { readonly lower: number; readonly upper: number };
  readonly n: number;
}

/**
 * Where ratings lie: their median, with the interval that assumes nothing about their distribution. Its ends are the
 * ratings at places j and n + 1 - j in order of size, j as large as the binomial at one half allows.
 * Source: Thompson 1936 (Ann. Math. Stat. 7). With ties it is wider than it needs to be, never narrower.
 */
export function ratingLevel(ratings: readonly number[]): Measured<RatingLevel> {
  const n = ratings.length;
  const missing = THRESHOLDS.ratings.ratings - n;
  if (missing > 0) return needs(more(missing, 'rating'));
  const sorted = Float64Array.from(ratings).sort();
  let place = 1;
  while (2 * binomialCdf(place, n, 0.5) <= 0.05) place += 1;
  const at = (i: number) => sorted[i - 1] ?? 0;
  return {
    kind: 'value',
    value: median(sorted) ?? 0,
    ci95: { lower: at(place), upper: at(n + 1 - place) },
    n,
  };
}
