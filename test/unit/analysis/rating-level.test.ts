import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratingLevel } from '../../../src/analysis/rating-level.ts';
import { chance, expectNumbers, value } from '../../support/numbers.ts';

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 60 });

describe('where ratings lie', () => {
  test('is their median; six are just enough for an interval, and it is all of them', () => {
    expect(ratingLevel([1, 2, 3, 4, 5])).toEqual({ kind: 'needs', needs: '1 more rating' });
    expect(value(ratingLevel([5, 1, 2, 3, 4, 4]))).toMatchObject({
      value: 3.5,
      ci95: { lower: 1, upper: 5 },
      n: 6,
    });
  });

  // Places of the 95 % interval of a median, as tables of the sign test give them.
  test.each([
    [6, 1],
    [9, 2],
    [12, 3],
    [15, 4],
    [20, 6],
    [30, 10],
    [50, 18],
  ])('of %d ratings its interval begins at place %d', (n, place) => {
    const found = value(ratingLevel(Array.from({ length: n }, (_, i) => i + 1)));
    expect(found.ci95).toEqual({ lower: place, upper: n + 1 - place });
  });

  test('the interval holds the median, and does not hang on the order of the ratings', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const found = value(ratingLevel(given));
        expectNumbers(found);
        expect(found.ci95.lower).toBeLessThanOrEqual(found.value);
        expect(found.ci95.upper).toBeGreaterThanOrEqual(found.value);
        expect(ratingLevel(given.toReversed())).toEqual(found);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('misses the true median in at most one of twenty', () => {
    const random = chance(5);
    let missed = 0;
    for (let i = 0; i < 2000; i++) {
      const { ci95 } = value(ratingLevel(Array.from({ length: 17 }, () => random())));
      if (ci95.lower > 0.5 || ci95.upper < 0.5) missed += 1;
    }
    expect(missed / 2000).toBeLessThan(0.05);
    expect(missed / 2000).toBeGreaterThan(0.005);
  });
});
