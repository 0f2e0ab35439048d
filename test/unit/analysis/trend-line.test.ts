import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trend } from '../../../src/analysis/trend.ts';
import { trendLine } from '../../../src/analysis/trend-line.ts';
import { expectNumbers, value } from '../../support/numbers.ts';

const at = (ys: readonly number[]) => ys.map((y, t) => ({ t: 10 + t, y }));

describe('the line through a series', () => {
  test('of a straight line is that line', () => {
    const found = value(trendLine(at(Array.from({ length: 20 }, (_, t) => 3 + 2 * t)), 1));
    expect(found.slope).toBe(2);
    expect(found.pivot.y + found.slope * (10 - found.pivot.t)).toBeCloseTo(3, 12);
    expect([found.lower, found.upper]).toEqual([2, 2]);
  });

  test('has half of the points above it and half below', () => {
    const ys = [5, 9, 2, 7, 8, 3, 6, 11, 4, 12, 10];
    const { slope, pivot } = value(trendLine(at(ys), 1));
    const left = at(ys).map(({ t, y }) => y - pivot.y - slope * (t - pivot.t));
    expect(left.filter((each) => each > 1e-9).length).toBeLessThanOrEqual(ys.length / 2);
    expect(left.filter((each) => each < -1e-9).length).toBeLessThanOrEqual(ys.length / 2);
  });

  test('is not moved by one wild week', () => {
    const ys = Array.from({ length: 15 }, (_, t) => 40 + t);
    ys[7] = 1e6;
    const { slope, pivot } = value(trendLine(at(ys), 1));
    expect(slope).toBe(1);
    expect(pivot.y).toBe(47);
  });

  test('takes the eight points that a test takes, and has its slope and interval', () => {
    expect(trendLine(at([1, 2, 3, 4, 5, 6, 7]), 1)).toEqual({
      kind: 'needs',
      needs: '1 more point',
    });
    const points = at([4, 8, 5, 9, 7, 12, 8, 13]);
    const { slope, ci95 } = value(trend(points));
    expect(value(trendLine(points, 1))).toMatchObject({ slope, ...ci95 });
  });

  test('is made of numbers, whatever numbers it is given', () => {
    const values = fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), {
      minLength: 8,
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, (ys) => expectNumbers(trendLine(at(ys), 1))),
      { seed: 1, numRuns: 200 },
    );
  });
});
