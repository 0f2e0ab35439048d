import { describe, expect, test } from 'vitest';
import {
  blocks,
  gaps,
  testable,
  weeklyMedians,
  weeklyShares,
  weekNumber,
} from '../../../src/analysis/weekly.ts';
import { type Day, daysBetween, weekOf } from '../../../src/domain/day.ts';

const day = (text: string) => daysBetween('1970-01-01' as Day, text as Day);
const MONDAY = day('2026-01-05');
const COURSE = { start: MONDAY - 14 };

test('weeks are ISO weeks, numbered without a jump', () => {
  for (let each = day('2024-12-20'); each < day('2027-01-20'); each++) {
    const date = new Date(each * 86_400_000).toISOString().slice(0, 10) as Day;
    const before = new Date((each - 1) * 86_400_000).toISOString().slice(0, 10) as Day;
    const turn = weekOf(date) === weekOf(before) ? 0 : 1;
    expect(weekNumber(each) - weekNumber(each - 1)).toBe(turn);
  }
});

test('the first 14 days are left out, and so is all before the last cut', () => {
  const days = [0, 13, 14, 30, 60].map((each) => ({ day: MONDAY + each }));
  const kept = (course: Parameters<typeof testable>[1]) =>
    testable(days, course).map((each) => each.day - MONDAY);
  expect(kept({ start: MONDAY })).toEqual([14, 30, 60]);
  expect(kept({ start: MONDAY, breaks: [MONDAY + 30, MONDAY + 20] })).toEqual([30, 60]);
  expect(kept({ start: MONDAY, breaks: [MONDAY + 3] })).toEqual([14, 30, 60]);
});

describe('weeklyShares', () => {
  test('adds up the week; a week below five counts is a gap, not a zero', () => {
    const points = weeklyShares(
      [
        { day: MONDAY, x: 1, n: 2 },
        { day: MONDAY + 6, x: 1, n: 3 },
        { day: MONDAY + 7, x: 0, n: 4 },
        { day: MONDAY + 21, x: 0, n: 5 },
      ],
      COURSE,
    );
    const t = weekNumber(MONDAY);
    expect(points).toEqual([
      { t, y: 0.4, n: 5 },
      { t: t + 3, y: 0, n: 5 },
    ]);
    expect(gaps(points)).toBe(2);
  });
});

describe('weeklyMedians', () => {
  test('is the median of the week; a week with one session day is a gap', () => {
    const points = weeklyMedians(
      [
        { day: MONDAY + 3, values: [4] },
        { day: MONDAY, values: [1] },
        { day: MONDAY + 1, values: [] },
        { day: MONDAY + 7, values: [2, 3] },
        { day: MONDAY + 8, values: [] },
        { day: MONDAY + 14, values: [5] },
        { day: MONDAY + 15, values: [5] },
        { day: MONDAY + 16, values: [2] },
      ],
      COURSE,
    );
    const t = weekNumber(MONDAY);
    expect(points).toEqual([
      { t, y: 2.5, n: 2 },
      { t: t + 2, y: 5, n: 3 },
    ]);
  });
});

describe('blocks', () => {
  const index = (all: readonly { day: number }[]) =>
    all.length > 1
      ? ({ kind: 'value', value: all.length, n: all.length } as const)
      : ({ kind: 'needs', needs: 'more' } as const);
  const days = [0, 1, 27, 28, 56, 57].map((each) => ({ day: MONDAY + each }));

  test('four weeks each, no block twice, none that is not over', () => {
    expect(blocks(days, COURSE, MONDAY + 83, index)).toEqual([{ t: 0, y: 3, n: 3 }]);
    expect(blocks(days, COURSE, MONDAY + 84, index)).toEqual([
      { t: 0, y: 3, n: 3 },
      { t: 2, y: 2, n: 2 },
    ]);
  });

  test('begin on the first Monday after a cut', () => {
    const cut = { ...COURSE, breaks: [MONDAY + 1] };
    expect(blocks(days, cut, MONDAY + 34, index)).toEqual([]);
    expect(blocks(days, cut, MONDAY + 35, index)).toEqual([{ t: 0, y: 2, n: 2 }]);
  });
});
