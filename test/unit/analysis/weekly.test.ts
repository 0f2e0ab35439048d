import { describe, expect, test } from 'vitest';
import {
  blocks,
  type Course,
  gaps,
  pointsIn,
  stretches,
  weeklyMedians,
  weeklyShares,
  weekNumber,
} from '../../../src/analysis/weekly.ts';
import { type Day, daysBetween, weekOf } from '../../../src/domain/day.ts';

const day = (text: string) => daysBetween('1970-01-01' as Day, text as Day);
const MONDAY = day('2026-01-05');

test('weeks are ISO weeks, numbered without a jump', () => {
  for (let each = day('2024-12-20'); each < day('2027-01-20'); each++) {
    const date = new Date(each * 86_400_000).toISOString().slice(0, 10) as Day;
    const before = new Date((each - 1) * 86_400_000).toISOString().slice(0, 10) as Day;
    const turn = weekOf(date) === weekOf(before) ? 0 : 1;
    expect(weekNumber(each) - weekNumber(each - 1)).toBe(turn);
  }
});

describe('stretches', () => {
  const days = [0, 13, 14, 30, 60].map((each) => ({ day: MONDAY + each }));
  const parted = (course: Course) =>
    stretches(days, course).map((each) => ({
      from: each.from - MONDAY,
      to: each.to - MONDAY,
      tested: each.tested,
      days: each.days.map(({ day }) => day - MONDAY),
    }));

  test('the first 14 days stand by themselves, and are never tested', () => {
    expect(parted({ start: MONDAY })).toEqual([
      { from: 0, to: 14, tested: false, days: [0, 13] },
      { from: 14, to: Infinity, tested: true, days: [14, 30, 60] },
    ]);
  });

  test('of the parts between cuts only the last is tested', () => {
    expect(parted({ start: MONDAY, breaks: [MONDAY + 30, MONDAY + 20] })).toEqual([
      { from: 0, to: 14, tested: false, days: [0, 13] },
      { from: 14, to: 20, tested: false, days: [14] },
      { from: 20, to: 30, tested: false, days: [] },
      { from: 30, to: Infinity, tested: true, days: [30, 60] },
    ]);
  });

  test('a cut in the warm-up does not end it', () => {
    expect(parted({ start: MONDAY, breaks: [MONDAY + 3] })).toEqual([
      { from: 0, to: 3, tested: false, days: [0] },
      { from: 3, to: 14, tested: false, days: [13] },
      { from: 14, to: Infinity, tested: true, days: [14, 30, 60] },
    ]);
  });

  test('a week in which a cut lies may have a point on either side', () => {
    const shares = [0, 1, 2, 3].map((each) => ({ day: MONDAY + each, x: each < 2 ? 5 : 0, n: 5 }));
    const parts = stretches(shares, { start: MONDAY - 14, breaks: [MONDAY + 2] });
    const t = weekNumber(MONDAY);
    expect(pointsIn(parts, (part) => weeklyShares(part.days))).toEqual([
      { t, y: 1, n: 10, tested: false },
      { t, y: 0, n: 10, tested: true },
    ]);
  });
});

describe('weeklyShares', () => {
  test('adds up the week; a week below five counts is a gap, not a zero', () => {
    const points = weeklyShares([
      { day: MONDAY, x: 1, n: 2 },
      { day: MONDAY + 6, x: 1, n: 3 },
      { day: MONDAY + 7, x: 0, n: 4 },
      { day: MONDAY + 21, x: 0, n: 5 },
    ]);
    const t = weekNumber(MONDAY);
    expect(points).toEqual([
      { t, y: 0.4, n: 5 },
      { t: t + 3, y: 0, n: 5 },
    ]);
    expect(gaps(points)).toBe(2);
  });
});

describe('weeklyMedians', () => {
  const days = [
    { day: MONDAY + 3, values: [4] },
    { day: MONDAY, values: [1] },
    { day: MONDAY + 1, values: [] },
    { day: MONDAY + 7, values: [2, 3] },
    { day: MONDAY + 14, values: [] },
    { day: MONDAY + 15, values: [] },
    { day: MONDAY + 21, values: [5] },
    { day: MONDAY + 22, values: [] },
  ];
  const t = weekNumber(MONDAY);

  test('is the median of the week; a week with one session day is a gap, and so is one without a rating', () => {
    expect(weeklyMedians(days)).toEqual([
      { t, y: 2.5, n: 2 },
      { t: t + 3, y: 5, n: 1 },
    ]);
  });

  test('what is asked once a week needs no second session day', () => {
    expect(weeklyMedians(days, 1).map((point) => point.t - t)).toEqual([0, 1, 3]);
  });
});

describe('blocks', () => {
  const index = (all: readonly { day: number }[]) =>
    all.length > 1
      ? ({ kind: 'value', value: all.length, n: all.length } as const)
      : ({ kind: 'needs', needs: 'more' } as const);
  const days = [0, 1, 27, 28, 56, 57].map((each) => ({ day: MONDAY + each }));
  const t = weekNumber(MONDAY);

  const from = (first: number, to = Number.POSITIVE_INFINITY) => ({ days, from: first, to });

  test('four weeks each, no block twice, none that is not over; each at its first week', () => {
    expect(blocks(from(MONDAY), MONDAY + 83, index, 4)).toEqual([{ t, y: 3, n: 3 }]);
    expect(blocks(from(MONDAY), MONDAY + 84, index, 4)).toEqual([
      { t, y: 3, n: 3 },
      { t: t + 8, y: 2, n: 2 },
    ]);
    expect(gaps(blocks(from(MONDAY), MONDAY + 84, index, 4), 4)).toBe(1);
  });

  test('begin on the first Monday of the days that may be used', () => {
    expect(blocks(from(MONDAY + 1), MONDAY + 34, index, 4)).toEqual([]);
    expect(blocks(from(MONDAY + 1), MONDAY + 35, index, 4)).toEqual([{ t: t + 1, y: 2, n: 2 }]);
  });

  test('into which a cut falls are none', () => {
    expect(blocks(from(MONDAY, MONDAY + 28), MONDAY + 84, index, 4)).toEqual([{ t, y: 3, n: 3 }]);
    expect(blocks(from(MONDAY, MONDAY + 27), MONDAY + 84, index, 4)).toEqual([]);
  });
});
