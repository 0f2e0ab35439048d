import { type Measured, more, needs } from './measured.ts';

/**
 * When closeness as it was felt may be held against what is known. R3 is asked every third evening, so 28 days bring
 * six or seven of them; five leave room for a day off. Conventions of this project, validated by no study.
 */
export const FELT = { days: 28, ratings: 5, gap: 20 } as const;

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
  const sorted = [...ratings].sort((a, b) => a - b);
  const at = (i: number) => sorted[i] ?? 0;
  const median = (at(Math.floor((n - 1) / 2)) + at(Math.ceil((n - 1) / 2))) / 2;
  const felt = 25 * (median - 1);
  const gap = felt - known;
  return { kind: 'value', n, median, felt, known, gap, ahead: gap >= FELT.gap };
}
