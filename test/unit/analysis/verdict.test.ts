import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  DAYS,
  NUMBERS,
  unitOf,
  verdictReport,
  WEEKS,
} from '../../../src/analysis/report.ts';
import type { Point } from '../../../src/analysis/theil-sen.ts';
import { trend } from '../../../src/analysis/trend.ts';
import { findingOf, pointsNeeded, verdict } from '../../../src/analysis/verdict.ts';
import { GOLDEN, value } from '../../support/numbers.ts';

const at = (y: readonly number[]) => y.map((each, t) => ({ t, y: each }));
const rising = (n: number) => at(Array.from({ length: n }, (_, t) => 40 + 2 * t));
/** A trend as it might be: all that the rule looks at is set. */
const found = (n: number, p: number, s: number, ci90: [number, number] = [-3, 3]) =>
  ({
    ...value(trend(rising(n))),
    p,
    s,
    ci90: { lower: ci90[0], upper: ci90[1] },
  }) as const;
const judged = (n: number, p: number, s = 9, more: object = {}) =>
  verdict({ trend: found(n, p, s), n, zone: 10, quarter: 12, ...more });

describe('the rule', () => {
  test('fewer than 8 points are too few, fewer than 12 no evidence', () => {
    expect(judged(7, 0.001)).toBe('too-few');
    expect(judged(8, 0.001)).toBe('no-evidence');
    expect(judged(11, 0.001)).toBe('no-evidence');
    expect(judged(12, 0.001)).toBe('rising');
    expect(verdict({ trend: trend([]), n: 0, zone: 10, quarter: 12 })).toBe('too-few');
  });

  test('no variation is said before no evidence, and after too few', () => {
    const same = (n: number) => at(Array.from({ length: n }, () => 3));
    const of = (n: number) => verdict({ trend: trend(same(n)), n, zone: 10, quarter: 12 });
    expect([of(7), of(8), of(30)]).toEqual(['too-few', 'no-variation', 'no-variation']);
  });

  test('.01 is enough at once; up to .05 is a hint', () => {
    expect(judged(20, 0.01)).toBe('rising');
    expect(judged(20, 0.01, -9)).toBe('falling');
    expect(judged(20, 0.0101)).toBe('hint-rising');
    expect(judged(20, 0.05, -9)).toBe('hint-falling');
    expect(judged(20, 0.0501)).toBe('no-evidence');
  });

  test('.05 twice in a row with the same sign is enough', () => {
    const last = (p: number, direction: number) => ({ before: { p, direction } });
    expect(judged(20, 0.04, 9, last(0.05, 1))).toBe('rising');
    expect(judged(20, 0.04, -9, last(0.05, -1))).toBe('falling');
    expect(judged(20, 0.04, 9, last(0.05, -1))).toBe('hint-rising');
    expect(judged(20, 0.04, 9, last(0.06, 1))).toBe('hint-rising');
    expect(judged(20, 0.06, 9, last(0.001, 1))).toBe('no-evidence');
  });

  test('the p after Holm is the one that counts', () => {
    expect(judged(20, 0.005, 9, { p: 0.015 })).toBe('hint-rising');
    expect(findingOf(found(20, 0.005, 9), 0.015)).toEqual({ p: 0.015, direction: 1 });
    expect(findingOf(found(20, 0.02, -9))).toEqual({ p: 0.02, direction: -1 });
    expect(findingOf(found(11, 0.001, 9))).toBeNull();
  });

  test('steady is an interval inside the zone, from 20 points on', () => {
    const steady = (n: number, ci90: [number, number], quarter = 12) =>
      verdict({ trend: found(n, 0.4, 3, ci90), n, zone: 12, quarter });
    expect(steady(20, [-0.9, 0.9])).toBe('steady');
    expect(steady(19, [-0.9, 0.9])).toBe('no-evidence');
    expect(steady(20, [-0.9, 1.1])).toBe('no-evidence');
    expect(steady(20, [-1.1, 0.1])).toBe('no-evidence');
    expect(steady(20, [-0.9, 0.9], 84)).toBe('no-evidence');
    // Of a number of one's own nobody else can say which change would not matter.
    const unsaid = { trend: found(20, 0.4, 3, [-0.9, 0.9]), n: 20, zone: null, quarter: 12 };
    expect(verdict(unsaid)).toBe('no-evidence');
    const open = { ...found(20, 0.4, 3), ci90: { lower: null, upper: 0 } };
    expect(verdict({ trend: open, n: 20, zone: 12, quarter: 12 })).toBe('no-evidence');
  });

  test('what is missing is a number of points', () => {
    expect(pointsNeeded('too-few', 5)).toBe(7);
    expect(pointsNeeded('no-evidence', 9)).toBe(3);
    expect(pointsNeeded('no-evidence', 14)).toBe(12);
    expect(pointsNeeded('no-evidence', 26)).toBeNull();
    expect(pointsNeeded('hint-rising', 14)).toBeNull();
    expect(pointsNeeded('no-variation', 9)).toBeNull();
  });
});

describe('verdictReport', () => {
  const { y, t } = GOLDEN.praxis.mk_ar.missing_weeks_13.input as { y: number[]; t: number[] };
  const points = y.map((each, i) => ({ t: t[i] ?? 0, y: each }));
  const base = {
    series: 'stance',
    unit: 'points',
    time: WEEKS,
    points,
    trend: trend(points),
    window: { from: '2025-W10', to: '2025-W26' },
    issued: '2025-08-01',
    next: '2025-09-01',
  } as const;

  test('says all that the verdict stands on', () => {
    const report = verdictReport(base);
    expect(report).toMatchObject({
      series: 'stance',
      n: 13,
      gaps: 4,
      S: 60,
      slopePer4Weeks: 4,
      phi: 0.2,
      verdict: 'rising',
      needs: null,
      notes: ['4 weeks missing'],
      issued: '2025-08-01',
      next: '2025-09-01',
    });
    expect(report.ci95[0]).toBeCloseTo(2.4, 9);
    expect(report.ci95[1]).toBeCloseTo(5, 9);
    expect(report.pAdjusted).toBeCloseTo(0.0020375428877475025, 10);
  });

  test('of days it says the same', () => {
    const days = points.map((point) => ({ t: 20_000 + 7 * point.t, y: point.y }));
    const {
      slopePer4Weeks,
      gaps,
      verdict: said,
      notes,
    } = verdictReport({
      ...base,
      time: DAYS,
      points: days,
      trend: trend(days, DAYS.step),
    });
    expect(slopePer4Weeks).toBeCloseTo(4, 9);
    expect([gaps, said, notes]).toEqual([4, 'rising', ['4 weeks missing']]);
  });

  test('of blocks, a month is one step', () => {
    const spread = (all: readonly Point[]) => all.map(({ t, y }) => ({ t: 4 * t, y }));
    const of = (all: readonly Point[]) =>
      verdictReport({
        ...base,
        time: blocksOf(4),
        points: spread(all),
        trend: trend(spread(all), 4),
      });
    expect(of(rising(13)).slopePer4Weeks).toBe(2);
    expect(of(points).notes).toEqual(['4 blocks missing']);
    expect(of(points).pAdjusted).toBe(verdictReport(base).pAdjusted);
  });

  test('with nothing to test, what is not defined is null', () => {
    const report = verdictReport({
      ...base,
      time: NUMBERS,
      points: [],
      trend: trend([]),
      window: null,
    });
    expect(report).toMatchObject({
      n: 0,
      S: null,
      tauB: null,
      slopePer4Weeks: null,
      ci95: [null, null],
      pExact: null,
      pAdjusted: null,
      phi: null,
      verdict: 'too-few',
      needs: 12,
      notes: [],
    });
  });

  test('notes that nothing could be measured of what carries over', () => {
    const sparse = points.map((point) => ({ t: 2 * point.t, y: point.y }));
    const { notes } = verdictReport({ ...base, points: sparse, trend: trend(sparse) });
    expect(notes.at(-1)).toBe('no neighbours to measure what carries over: phi is taken as 0.2');
  });
});

test.each([
  [[0, 0.4, 1], 'share'],
  [[1, 2.5, 5], 'steps'],
  [[1, 2.4, 5], 'number'],
  [[0, 3, 5], 'number'],
  [[0, 3, 10], 'points'],
  [[48, 101], 'number'],
  [[-1, 51], 'number'],
  [[48, 51], 'points'],
])('%j are %s', (values, unit) => {
  expect(unitOf(values)).toBe(unit);
});
