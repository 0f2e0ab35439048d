import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispersion } from '../../../src/analysis/dispersion.ts';
import { holm } from '../../../src/analysis/holm.ts';
import { mover, moverDifference } from '../../../src/analysis/mover.ts';
import { newcombe } from '../../../src/analysis/newcombe.ts';
import { comparePeriods } from '../../../src/analysis/periods.ts';
import { estimateShare, share } from '../../../src/analysis/share.ts';
import { wilson, Z } from '../../../src/analysis/wilson.ts';
import {
  binomial,
  chance,
  expectClose,
  expectNumbers,
  GOLDEN,
  value,
} from '../../support/numbers.ts';

const counted = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ x: Math.floor(n * part), n }));
const phi = fc.double({ min: 1, max: 8, noNaN: true });

describe('newcombe', () => {
  test.each(GOLDEN.praxis.newcombe_difference as { [key: string]: number | number[] }[])(
    '$x1 of $n1 against $x2 of $n2 agrees with the reference',
    ({ x1, n1, x2, n2, diff_lo_hi_95 }) => {
      const found = newcombe({ x: Number(x1), n: Number(n1) }, { x: Number(x2), n: Number(n2) });
      const [difference = 0, lower = 0, upper = 0] = diff_lo_hi_95 as number[];
      expectClose(found.value, difference);
      expectClose(found.lower, lower);
      expectClose(found.upper, upper);
    },
  );

  test('holds the difference, stays within -1 and 1, and turns round with its sides', () => {
    fc.assert(
      fc.property(counted, counted, phi, (later, earlier, much) => {
        const found = newcombe({ ...later, phi: much }, earlier);
        expectNumbers(found);
        expect(found.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(found.lower).toBeLessThanOrEqual(found.value + 1e-12);
        expect(found.upper).toBeGreaterThanOrEqual(found.value - 1e-12);
        expect(found.upper).toBeLessThanOrEqual(1 + 1e-12);
        const turned = newcombe(earlier, { ...later, phi: much });
        expect(turned.value).toBeCloseTo(-found.value, 12);
        expect(turned.lower).toBeCloseTo(-found.upper, 12);
        expect(turned.upper).toBeCloseTo(-found.lower, 12);
        const sure = newcombe(later, earlier);
        expect(found.upper - found.lower).toBeGreaterThanOrEqual(sure.upper - sure.lower - 1e-12);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('misses the true difference about once in twenty times', () => {
    const random = chance(7);
    let missed = 0;
    for (let i = 0; i < 2000; i++) {
      const found = newcombe(
        { x: binomial(random, 40, 0.6), n: 40 },
        { x: binomial(random, 50, 0.45), n: 50 },
      );
      if (found.lower > 0.15 || found.upper < 0.15) missed += 1;
    }
    expect(missed / 2000).toBeGreaterThan(0.03);
    expect(missed / 2000).toBeLessThan(0.07);
  });
});

describe('comparePeriods', () => {
  const enough = { x: 20, n: 30, sessionDays: 40, weeks: 12 };

  test('is the Newcombe difference on effective counts', () => {
    const later = { x: 56, n: 70, phi: 1.5, sessionDays: 40, weeks: 12 };
    expect(comparePeriods(later, enough)).toEqual({
      kind: 'value',
      ...newcombe({ x: 56, n: 70, phi: 1.5 }, { x: 20, n: 30 }),
    });
  });

  test.each([
    [{ ...enough, x: 9, n: 24 }, '1 more count in the later period'],
    [{ ...enough, sessionDays: 6 }, '2 more session days in the later period'],
    [{ ...enough, weeks: 5 }, '1 more week in the later period'],
  ])('%o is too little', (later, needs) => {
    expect(comparePeriods(later, enough)).toEqual({ kind: 'needs', needs });
    expect(comparePeriods(enough, later)).toEqual({
      kind: 'needs',
      needs: needs.replace('later', 'earlier'),
    });
  });
});

describe('mover', () => {
  test('of one part is that part, of equal parts is narrower', () => {
    const part = { value: 0.4, lower: 0.25, upper: 0.6 };
    const one = mover([part]);
    expect(one.lower).toBeCloseTo(0.25, 12);
    expect(one.upper).toBeCloseTo(0.6, 12);
    const four = mover([part, part, part, part]);
    expect(four.value).toBeCloseTo(0.4, 12);
    expect(four.upper - four.value).toBeCloseTo(0.1, 12);
    expect(() => mover([])).toThrow(RangeError);
  });

  test('the difference of a thing and itself holds nought in its middle', () => {
    const part = { value: 50, lower: 40, upper: 60 };
    const { value: none, lower, upper } = moverDifference(part, part);
    expect([none, lower, upper]).toEqual([0, -Math.hypot(10, 10), Math.hypot(10, 10)]);
  });
});

describe('share', () => {
  test('stands on the effective n', () => {
    expect(estimateShare({ x: 22, n: 43, phi: 2 })).toEqual({
      value: 22 / 43,
      ...wilson(11, 21.5),
    });
    expect(() => estimateShare({ x: 2, n: 4, phi: 0.5 })).toThrow(RangeError);
    expect(estimateShare({ x: 2, n: 4 }, Z[80])).toMatchObject(wilson(2, 4, Z[80]));
  });

  test('says what is missing', () => {
    expect(share({ x: 1, n: 3 }, 5, 'challenge')).toEqual({
      kind: 'needs',
      needs: '2 more challenges',
    });
    expect(share({ x: 0, n: 0 }, 0, 'name')).toEqual({ kind: 'needs', needs: '1 more name' });
    expect(value(share({ x: 3, n: 5 }, 5, 'challenge')).share).toBe(0.6);
  });
});

describe('dispersion', () => {
  const golden = GOLDEN.praxis.overdispersion;

  test('ten days agree with the reference', () => {
    const days = golden.days_k_n.map(([x = 0, n = 0]: number[]) => ({ x, n }));
    const found = value(dispersion(days));
    expectClose(found.p, golden.p);
    expectClose(found.chi2, golden.chi2);
    expectClose(found.phi, golden.dispersion);
    expect([found.n, found.days]).toEqual([golden.n, 10]);
    expectClose(found.nEffective, golden.n_eff);
  });

  test('a single day, days that agree, and none', () => {
    expect(value(dispersion([{ x: 1, n: 4 }])).phi).toBe(1);
    expect(value(dispersion([{ x: 0, n: 4 }, { x: 0, n: 2 }])).phi).toBe(1); // biome-ignore format: one row
    expect(value(dispersion([{ x: 4, n: 4 }, { x: 2, n: 2 }, { x: 0, n: 0 }]))).toMatchObject({ phi: 1, days: 2 }); // biome-ignore format: one row
    expect(dispersion([])).toEqual({ kind: 'needs', needs: '1 day with counts' });
    expect(dispersion([{ x: 0, n: 0 }]).kind).toBe('needs');
    expect(() => dispersion([{ x: 3, n: 2 }])).toThrow(RangeError);
  });

  test('is a number of 1 or more for any days', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 20 }), (days) => {
        const found = value(dispersion(days));
        expectNumbers(found);
        expect(found.phi).toBeGreaterThanOrEqual(1);
        expect(found.nEffective).toBeLessThanOrEqual(found.n);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('holm', () => {
  test('agrees with the reference', () => {
    const { p, holm: adjusted } = GOLDEN.r.padjust;
    for (const [i, each] of holm(p).entries()) expectClose(each, adjusted[i]);
  });

  test('keeps the order given, keeps one p as it is, and never lowers one', () => {
    expect(holm([0.04, 0.01, 0.03])).toEqual([0.06, 0.03, 0.06]);
    expect(holm([0.02])).toEqual([0.02]);
    expect(holm([])).toEqual([]);
    expect(() => holm([1.2])).toThrow(RangeError);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        for (const [i, each] of holm(ps).entries()) {
          expect(each).toBeGreaterThanOrEqual(ps[i] ?? 0);
          expect(each).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 3 },
    );
  });
});
