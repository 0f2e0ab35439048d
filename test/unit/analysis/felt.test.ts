import { describe, expect, test } from 'vitest';
import { feltAgainst } from '../../../src/analysis/felt.ts';

describe('felt closeness against what is known', () => {
  test('is the median on a scale of 0 to 100, and ahead from 20 points on', () => {
    expect(feltAgainst([2, 3, 4, 4, 5], 55)).toEqual({
      kind: 'value',
      n: 5,
      median: 4,
      felt: 75,
      known: 55,
      gap: 20,
      ahead: true,
    });
    expect(feltAgainst([2, 3, 4, 4, 5], 55.1)).toMatchObject({ ahead: false });
  });

  test('of an even number of ratings the median lies between the middle two', () => {
    expect(feltAgainst([5, 1, 4, 2, 3, 5], 0)).toMatchObject({ median: 3.5, felt: 62.5 });
  });

  test('knowing more than one feels is never ahead', () => {
    expect(feltAgainst([1, 1, 1, 1, 1], 90)).toMatchObject({ felt: 0, gap: -90, ahead: false });
  });

  test('needs five ratings', () => {
    expect(feltAgainst([5, 5, 5, 5], 0)).toEqual({
      kind: 'needs',
      needs: '1 more rating of closeness',
    });
    expect(feltAgainst([], 0)).toMatchObject({ needs: '5 more ratings of closeness' });
  });

  test.each([0, 6, Number.NaN])('%d is no rating', (rating) => {
    expect(() => feltAgainst([3, 3, 3, 3, rating], 0)).toThrow(RangeError);
  });
});
