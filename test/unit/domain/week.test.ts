import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, firstDayOf, type Week, weekOf } from '../../../src/domain/day.ts';
import {
  isLate,
  lastDayOf,
  lastDaySoFar,
  readWeek,
  textsOfWeek,
} from '../../../src/domain/week.ts';
import { EXIT } from '../../../src/errors.ts';
import { day } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const today = day('2026-11-20');

test.each([
  ['2026-W47', '2026-11-16', '2026-11-22'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-W01', '2027-01-04', '2027-01-10'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
  ['2025-W01', '2024-12-30', '2025-01-05'],
  ['2024-W09', '2024-02-26', '2024-03-03'],
])('%s is from %s to %s', (week, first, last) => {
  expect(firstDayOf(week as Week)).toBe(first);
  expect(lastDayOf(week as Week)).toBe(last);
});

test('every day lies within its week', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const on = addDays(today, days);
      expect(firstDayOf(weekOf(on)) <= on && on <= lastDayOf(weekOf(on))).toBe(true);
      expect(weekOf(firstDayOf(weekOf(on)))).toBe(weekOf(on));
    }),
  );
});

describe('a week as somebody writes it', () => {
  test.each([
    ['this', '2026-W47'],
    ['last', '2026-W46'],
    ['2026-w12', '2026-W12'],
    [' 2026-W47 ', '2026-W47'],
  ])('%j', (given, week) => {
    expect(readWeek(given, today)).toBe(week);
  });

  test('the week before the first of a year is the last of the one before', () => {
    expect(readWeek('last', day('2027-01-05'))).toBe('2026-W53');
  });

  test.each(['2026-W48', '2026-W54', '2025-W53', '47', '2026-11-20', 'next', ''])('%j', (given) => {
    expect(refusalOf(() => readWeek(given, today)).exitCode).toBe(EXIT.usage);
  });
});

test('a week is late on the eighth day after its Sunday, and not before', () => {
  const week = '2026-W46' as Week;
  expect(isLate(week, day('2026-11-22'))).toBe(false);
  expect(isLate(week, day('2026-11-23'))).toBe(true);
});

test('the last day so far is today in this week, and Sunday after it', () => {
  expect(lastDaySoFar('2026-W47' as Week, today)).toBe(today);
  expect(lastDaySoFar('2026-W46' as Week, today)).toBe('2026-11-15');
});

test('three subjects are asked in turn, without a jump at a year of 53 weeks', () => {
  const asked = ['2026-W51', '2026-W52', '2026-W53', '2027-W01', '2027-W02'].map((week) =>
    textsOfWeek(week as Week).join(' '),
  );
  expect(new Set(asked.slice(0, 3)).size).toBe(3);
  expect(asked.slice(3)).toEqual(asked.slice(0, 2));
  expect(asked.every((each) => each.startsWith('choice '))).toBe(true);
});
