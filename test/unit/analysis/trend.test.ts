import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assumedPhi,
  inflation,
  rankAutocorrelation,
} from '../../../src/analysis/autocorrelation.ts';
import { median, pairSlopes, theilSen } from '../../../src/analysis/theil-sen.ts';
import { normalForm, trend } from '../../../src/analysis/trend.ts';
import { expectClose, expectNumbers, GOLDEN, value } from '../../support/numbers.ts';

const at = (y: readonly number[], t?: readonly number[]) =>
  y.map((each, i) => ({ t: t?.[i] ?? i, y: each }));
const tested = (y: readonly number[], t?: readonly number[], step = 1) =>
  value(trend(at(y, t), step));

interface Reference {
  input: { y: number[]; t: number[] };
  expect: Record<string, number>;
}

describe('trend', () => {
  test.each(Object.entries<Reference>(GOLDEN.praxis.mk_ar))(
    '%s agrees with the reference',
    (_, { input, expect: wanted }) => {
      const found = tested(input.y, input.t);
      expect([found.n, found.s]).toEqual([wanted['n'], wanted['S']]);
      expectClose(found.v0, wanted['V0'] ?? 0);
      expectClose(found.slope, wanted['slope'] ?? 0);
      expectClose(found.r1, wanted['r1'] ?? 0);
      expectClose(found.phi, wanted['phi'] ?? 0);
      expectClose(found.inflation, wanted['inflation'] ?? 0);
      expectClose(found.z, wanted['z'] ?? 0);
      expect(Math.abs(found.p - (wanted['p_reported'] ?? 0))).toBeLessThan(1e-10);
      expectClose(found.pExact, wanted['p_exact_independent'] ?? 0);
      expectClose(found.ci95.lower, wanted['slope_lo'] ?? 0);
      expectClose(found.ci95.upper, wanted['slope_hi'] ?? 0);
    },
  );

  test.each(['nile', 'weekly_ordinal_12', 'weekly_falling_10'])(
    '%s: the plain normal form and the slope agree with the reference',
    (name) => {
      const { y, mk_test, sen } = GOLDEN.r[name];
      const found = tested(y);
      const plain = normalForm(found.s, found.v0);
      expectClose(plain.z, mk_test.z);
      expect(Math.abs(plain.p - mk_test.p)).toBeLessThan(1e-7);
      expectClose(found.slope, sen.slope);
    },
  );

  test('times that are not even: the slopes of Sen 1968', () => {
    const { t, y, slopes_sorted, slope_median } = GOLDEN.r.sen1968_irregular;
    const slopes = [...pairSlopes(at(y, t))];
    expect(slopes).toHaveLength(slopes_sorted.length);
    for (const [i, slope] of slopes.entries()) expectClose(slope, slopes_sorted[i]);
    expectClose(tested(y, t).slope, slope_median);
  });

  test('a straight line has its slope, whatever the times', () => {
    const times = fc
      .uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 25 })
      .map((all) => all.sort((one, other) => one - other));
    fc.assert(
      fc.property(times, fc.integer({ min: -90, max: 90 }), fc.integer(), (t, b, a) => {
        const found = tested(
          t.map((each) => a + (b / 8) * each),
          t,
        );
        expect(found.slope).toBeCloseTo(b / 8, 6);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  const series = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 40 });

  test('backwards it has the other sign; another unit is another unit', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -900, max: 900 }), (y, shift) => {
        const found = tested(y);
        const back = tested([...y].reverse());
        expect(back.s + found.s).toBe(0);
        expect(back.slope + found.slope).toBeCloseTo(0, 12);
        expect(back.p).toBeCloseTo(found.p, 9);
        for (const unit of [4, 1e-9, 1e9]) {
          const moved = tested(y.map((each) => unit * (each + shift)));
          expect([moved.s, moved.v0, moved.phi]).toEqual([found.s, found.v0, found.phi]);
          expect(moved.r1).toEqual(found.r1);
          expect(moved.slope / unit).toBeCloseTo(found.slope, 6);
        }
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test('the interval holds the slope, and is never narrower for more confidence', () => {
    fc.assert(
      fc.property(series, (y) => {
        const { slope, ci90, ci95, p, pExact } = tested(y);
        for (const { lower, upper } of [ci90, ci95]) {
          if (lower !== null) expect(lower).toBeLessThanOrEqual(slope);
          if (upper !== null) expect(upper).toBeGreaterThanOrEqual(slope);
        }
        if (ci95.lower !== null) expect(ci95.lower).toBeLessThanOrEqual(ci90.lower ?? Number.NaN);
        if (ci95.upper !== null)
          expect(ci95.upper).toBeGreaterThanOrEqual(ci90.upper ?? Number.NaN);
        expect(p).toBeGreaterThanOrEqual(pExact);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('no numbers make something that is none', () => {
    const finite = fc.double({ noNaN: true, min: -1e100, max: 1e100 });
    const point = fc.record({ t: finite, y: fc.oneof(finite, fc.constantFrom(0, -0, 1, 5e-324)) });
    const points = fc
      .uniqueArray(point, { maxLength: 14, selector: ({ t }) => t + 0 })
      .map((all) => all.sort((one, other) => one.t - other.t));
    fc.assert(
      fc.property(points, (all) => expectNumbers(trend(all))),
      { seed: 4, numRuns: 300 },
    );
  });

  test('a constant series and a very short one', () => {
    expect(tested([3, 3, 3, 3, 3, 3, 3, 3])).toMatchObject({ s: 0, v0: 0, z: 0, p: 1, slope: 0 });
    expect(tested([1, 2, 1, 2, 1, 2, 1, 2]).s).toBe(4);
    expect(trend([])).toMatchObject({ kind: 'needs' });
    expect(trend(at([4]))).toMatchObject({ kind: 'needs' });
    for (const y of [
      [1, 2],
      [1, 2, 3],
    ]) {
      const found = tested(y);
      expectNumbers(found);
      expect(found).toMatchObject({ phi: 0.2, inflation: 1, ci95: { lower: null, upper: null } });
    }
  });

  test('refuses times out of order, and what is no number', () => {
    expect(() => trend(at([1, 2], [2, 1]))).toThrow(RangeError);
    expect(() => trend(at([1, 2], [1, 1]))).toThrow(RangeError);
    expect(() => trend(at([1, Number.NaN]))).toThrow(RangeError);
    expect(() => trend(at([1, Number.POSITIVE_INFINITY]))).toThrow(RangeError);
    expect(() => trend(at([1, 2], [1, Number.NaN]))).toThrow(RangeError);
  });

  test('days are a week apart: the same as weeks, with slopes of a day', () => {
    const { y, t } = GOLDEN.praxis.mk_ar.missing_weeks_13.input;
    const weeks = tested(y, t);
    const days = tested(
      y,
      t.map((week: number) => 20_000 + 7 * week),
      7,
    );
    expect([days.r1, days.p, days.z]).toEqual([weeks.r1, weeks.p, weeks.z]);
    expect(7 * days.slope).toBeCloseTo(weeks.slope, 12);
  });
});

describe('autocorrelation', () => {
  test('is not measured where no two points are one step apart', () => {
    const y = [4, 1, 5, 2, 6, 3];
    const even = at(y, [0, 2, 4, 6, 8, 10]);
    expect(rankAutocorrelation(even, 0, 1)).toEqual({ r1: null, pairs: 0 });
    expect(rankAutocorrelation(even, 0, 2).pairs).toBe(5);
    expect(assumedPhi(6, null)).toBe(0.2);
  });

  test('phi is corrected for its bias, and stays within 0.2 and 0.9', () => {
    expect(assumedPhi(24, 0.5)).toBeCloseTo(13 / 20, 12);
    expect(assumedPhi(24, -0.9)).toBe(0.2);
    expect(assumedPhi(24, 1)).toBe(0.9);
    expect(assumedPhi(4, 0.9)).toBe(0.2);
  });

  test('noise in the last digit does not split ties', () => {
    // Ratings on a slope of 1/3: each residual is whole thirds, told apart only by floating noise.
    const y = [2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5];
    const exact = rankAutocorrelation(at(y.map((each) => 3 * each)), 1, 1);
    expect(rankAutocorrelation(at(y), 1 / 3, 1)).toEqual(exact);
    expect(rankAutocorrelation(at(y.map((each) => each + 1e6)), 1 / 3, 1)).toEqual(exact);
  });

  test('the variance grows with what is carried over', () => {
    expect(inflation(12, 0)).toBe(1);
    for (const n of [3, 4, 12, 52]) {
      expect(inflation(n, 0.4)).toBeGreaterThanOrEqual(inflation(n, 0.2));
      expect(inflation(n, 0.2)).toBeGreaterThanOrEqual(1);
    }
    expect(inflation(2, 0.9)).toBe(1);
  });
});

test('the median of an even number is the mean of the middle two; of none there is none', () => {
  expect(median([1, 2, 4, 9])).toBe(3);
  expect(median([1, 2, 9])).toBe(2);
  expect(median([])).toBeNull();
  expect(theilSen(pairSlopes(at([7])))).toBeNull();
});
