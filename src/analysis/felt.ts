import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import { median as medianOf } from './theil-sen.ts';

const FELT = THRESHOLDS.felt;

export interface Felt {
  /** Ratings it stands on. */
  readonly n: number;
  /** Median of the ratings, 1 to 5. */
  readonly median: number;
  /** The same on the scale of coverage, 0 to 100. */
  readonly felt: number;
  /** What is confirmed, 0 to 100. */
  readonly known: number;
  /** Felt less known, in points. */
  readonly gap: number;
  /** Whether the feeling is so far ahead of the knowledge that it is worth saying. */
  readonly ahead: boolean;
}

/**
 * Felt closeness against audit coverage: `25 * (median - 1)` beside `known`.
 * @param ratings steps 1 to 5. @param known coverage of the team, 0 to 100.
 * @throws RangeError for a rating outside 1 and 5.
 */
export function feltAgainst(ratings: readonly number[], known: number): Measured<Felt> {
  for (const rating of ratings) {
    if (!(rating >= 1 && rating <= 5)) throw new RangeError(`no rating: ${rating}`);
  }
  const n = ratings.length;
  const missing = FELT.ratings - n;
  if (missing > 0) return needs(more(missing, 'rating of closeness', 'ratings of closeness'));
  const median = medianOf(Float64Array.from(ratings).sort()) ?? 1;
  const felt = 25 * (median - 1);
  const gap = felt - known;
  return { kind: 'value', n, median, felt, known, gap, ahead: gap >= FELT.gap };
}
