import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson, Z } from '../../../src/analysis/wilson.ts';

const { cases } = JSON.parse(readFileSync('test/fixtures/golden-wilson.json', 'utf8')) as {
  cases: { x: number; n: number; wilson95: [number, number]; wilson80?: [number, number] }[];
};

/** Within 1e-9 of the reference, relatively. */
function expectClose(actual: number, reference: number): void {
  expect(Math.abs(actual - reference)).toBeLessThanOrEqual(
    1e-9 * Math.max(Math.abs(reference), 1e-3),
  );
}

describe('wilson', () => {
  test.each(cases)('$x of $n agrees with the reference', ({ x, n, wilson95, wilson80 }) => {
    const at95 = wilson(x, n);
    expectClose(at95.lower, wilson95[0]);
    expectClose(at95.upper, wilson95[1]);
    if (!wilson80) return;
    const at80 = wilson(x, n, Z[80]);
    expectClose(at80.lower, wilson80[0]);
    expectClose(at80.upper, wilson80[1]);
  });

  test('none of them begins at exactly 0, all of them ends at exactly 1', () => {
    expect(wilson(0, 13).lower).toBe(0);
    expect(wilson(13, 13).upper).toBe(1);
    expect(wilson(0, 13).upper).toBeGreaterThan(0);
    expect(wilson(13, 13).lower).toBeLessThan(1);
  });

  test.each([
    [0, 0],
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
    [1, -2],
  ])('%d of %d is no share', (x, n) => {
    expect(() => wilson(x, n)).toThrow(RangeError);
  });

  const share = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([n, part]) => ({ x: Math.floor(n * part), n }));

  test('the interval holds the share and lies within 0 and 1', () => {
    fc.assert(
      fc.property(share, fc.constantFrom(...Object.values(Z)), ({ x, n }, z) => {
        const { lower, upper } = wilson(x, n, z);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(x / n + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(upper).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('the share that is left has the mirrored interval', () => {
    fc.assert(
      fc.property(share, ({ x, n }) => {
        const one = wilson(x, n);
        const other = wilson(n - x, n);
        expect(one.lower).toBeCloseTo(1 - other.upper, 10);
        expect(one.upper).toBeCloseTo(1 - other.lower, 10);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test('more confidence is a wider interval, and more counts a narrower one', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 9 }), ({ x, n }, times) => {
        const width = (a: number, b: number, z: number = Z[95]) => {
          const { lower, upper } = wilson(a, b, z);
          return upper - lower;
        };
        expect(width(x, n, Z[80])).toBeLessThan(width(x, n, Z[90]));
        expect(width(x, n, Z[90])).toBeLessThan(width(x, n, Z[95]));
        expect(width(x, n, Z[95])).toBeLessThan(width(x, n, Z[99]));
        expect(width(x * times, n * times)).toBeLessThan(width(x, n));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('an effective n may be a fraction', () => {
    const { lower, upper } = wilson(13.8, 27.64);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.49);
  });
});
