import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareInitiative, initiativeRate } from '../../../src/analysis/initiative.ts';
import { compareRates, garwood } from '../../../src/analysis/poisson.ts';
import { chance, expectClose, expectNumbers, GOLDEN, value } from '../../support/numbers.ts';

const count = fc.integer({ min: 0, max: 300 });
const exposure = fc.double({ min: 0.1, max: 5000, noNaN: true });
const golden = GOLDEN.r.poisson;

/** The two-sided p by its definition: every split that is no likelier than the one seen. */
function pBySum(x: number, n: number, p: number): number {
  const logs: number[] = [0];
  for (let i = 1; i <= n; i++) logs.push((logs[i - 1] ?? 0) + Math.log(i));
  const at = (k: number) =>
    Math.exp((logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0) + k * Math.log(p) + (n - k) * Math.log1p(-p)); // biome-ignore format: one formula
  let sum = 0;
  for (let k = 0; k <= n; k++) if (at(k) <= at(x) * (1 + 1e-7)) sum += at(k);
  return Math.min(1, sum);
}

describe('garwood', () => {
  test('10 events in 4 weeks agree with the reference', () => {
    const { x, T, rate, garwood95 } = golden.one_rate;
    const found = garwood({ count: x, exposure: T });
    expect(found.rate).toBe(rate);
    expectClose(found.lower, garwood95[0]);
    expectClose(found.upper, garwood95[1]);
  });

  test('none begins at 0 and ends where e^-x is one in forty', () => {
    const { lower, upper } = garwood({ count: 0, exposure: 2 });
    expect(lower).toBe(0);
    expect(upper).toBeCloseTo(-Math.log(0.025) / 2, 9);
  });

  test.each([
    [-1, 1],
    [0.5, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, -2],
    [1, Number.POSITIVE_INFINITY],
  ])('%d in %d is no rate', (n, weeks) => {
    expect(() => garwood({ count: n, exposure: weeks })).toThrow(RangeError);
  });

  test('misses the true rate at most once in twenty times', () => {
    const random = chance(3);
    const draw = (mean: number) => {
      let [x, product] = [-1, 1];
      while (product > Math.exp(-mean)) [x, product] = [x + 1, product * random()];
      return x;
    };
    let missed = 0;
    for (let i = 0; i < 1000; i++) {
      const { lower, upper } = garwood({ count: draw(6), exposure: 3 });
      if (lower > 2 || upper < 2) missed += 1;
    }
    expect(missed / 1000).toBeLessThan(0.055);
    expect(missed / 1000).toBeGreaterThan(0.01);
  });
});

describe('compareRates', () => {
  test('11 in 800 against 21 in 3011 agree with the reference', () => {
    const { x, T, p, ratio, ci95 } = golden.two_rates;
    const found = compareRates({ count: x[0], exposure: T[0] }, { count: x[1], exposure: T[1] });
    expectClose(found.ratio, ratio);
    expectClose(found.lower, ci95[0]);
    expectClose(found.upper, ci95[1]);
    expect(Math.abs(found.p - p)).toBeLessThan(1e-10);
  });

  test('none in a period: no ratio where it would be the divisor', () => {
    const none = { count: 0, exposure: 5 };
    const some = { count: 7, exposure: 5 };
    expect(compareRates(none, none)).toEqual({ ratio: null, lower: 0, upper: null, p: 1 });
    expect(compareRates(some, none)).toMatchObject({ ratio: null, upper: null });
    expect(compareRates(none, some)).toMatchObject({ ratio: 0, lower: 0 });
    expectClose(compareRates(some, none).p, 2 * 0.5 ** 7);
  });

  test('p is the sum over the splits that are no likelier', () => {
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (x, y, part) => {
        const found = compareRates({ count: x, exposure: part }, { count: y, exposure: 1 - part });
        expect(Math.abs(found.p - pBySum(x, x + y, part))).toBeLessThan(1e-9);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('turned round it has the same p, and the ratio upside down', () => {
    fc.assert(
      fc.property(count, count, exposure, exposure, (x, y, t, u) => {
        const found = compareRates({ count: x, exposure: t }, { count: y, exposure: u });
        const turned = compareRates({ count: y, exposure: u }, { count: x, exposure: t });
        expectNumbers(found);
        expect(turned.p).toBeCloseTo(found.p, 8);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        if (found.ratio === null || found.upper === null) return;
        expect(found.lower).toBeLessThanOrEqual(found.ratio * (1 + 1e-9));
        expect(found.upper).toBeGreaterThanOrEqual(found.ratio * (1 - 1e-9));
        if (turned.upper === null) return;
        expect(found.lower * turned.upper).toBeCloseTo(1, 6);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('many events are still numbers', () => {
    for (const n of [1e4, 1e6, 1e9]) {
      expectNumbers(garwood({ count: n, exposure: 1 }));
      expectNumbers(compareRates({ count: n, exposure: 3 }, { count: 2 * n, exposure: 5 }));
    }
  });
});

test('the initiative rate is unprompted starts a week', () => {
  expect(value(initiativeRate({ starts: 10, weeks: 4 }))).toMatchObject({ rate: 2.5 });
  expect(initiativeRate({ starts: 0, weeks: 0 })).toEqual({
    kind: 'needs',
    needs: '1 observed week',
  });
  const [later, earlier] = [
    { starts: 11, weeks: 800 },
    { starts: 21, weeks: 3011 },
  ];
  expectClose(value(compareInitiative(later, earlier)).p, golden.two_rates.p);
  expect(compareInitiative(later, { starts: 0, weeks: 0 })).toMatchObject({
    needs: '1 observed week in the earlier period',
  });
  expect(compareInitiative({ starts: 0, weeks: 0 }, earlier).kind).toBe('needs');
});
