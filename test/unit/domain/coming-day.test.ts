import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseComingDay, parseMendedDay } from '../../../src/domain/coming-day.ts';
import { addDays, type Day, daysBetween, weekdayOf, weekOf } from '../../../src/domain/day.ts';
import { EXIT } from '../../../src/errors.ts';
import { refusalOf } from '../../support/refusal.ts';

const friday = '2026-11-20' as Day;
const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01' as Day, n));

describe('a day to come', () => {
  test.each([
    ['2026-12-01', '2026-12-01'],
    ['today', '2026-11-20'],
    ['tomorrow', '2026-11-21'],
    ['monday', '2026-11-23'],
    ['Mon', '2026-11-23'],
    ['thursday', '2026-11-26'],
    ['friday', '2026-11-27'],
    ['in 0 days', '2026-11-20'],
    ['in 1 day', '2026-11-21'],
    ['in 3 days', '2026-11-23'],
    ['in 1 week', '2026-11-27'],
    [' In 2 Weeks ', '2026-12-04'],
    ['2026-W47', '2026-11-20'],
    ['2026-W50', '2026-12-11'],
    ['2026-w53', '2027-01-01'],
    ['2027-W01', '2027-01-08'],
    ['2028-W01', '2028-01-07'],
  ])('"%s" on Friday 20 November is %s', (words, day) => {
    expect(parseComingDay(words, friday)).toBe(day);
  });

  test.each([
    ['2026-11-19', '2026-11-19 has passed.'],
    ['yesterday', '2026-11-19 has passed.'],
    ['3 days ago', '2026-11-17 has passed.'],
    ['2026-W46', '2026-11-13 has passed.'],
    ['2026-02-30', 'There is no day 2026-02-30.'],
    ['2026-W54', '"2026-W54" is not a day to come.'],
    ['in two weeks', '"in two weeks" is not a day to come.'],
    ['soon', '"soon" is not a day to come.'],
    ['', '"" is not a day to come.'],
  ])('"%s" is refused', (words, message) => {
    const refusal = refusalOf(() => parseComingDay(words, friday));
    expect(refusal).toMatchObject({ message, exitCode: EXIT.usage });
    expect(refusal.hint).toContain('in 2 weeks');
  });

  test('a week is due on the Friday in it, whatever the year', () => {
    fc.assert(
      fc.property(days, (day) => {
        const due = parseComingDay(weekOf(day), addDays(day, -7));
        expect([weekdayOf(due), weekOf(due)]).toEqual(['Friday', weekOf(day)]);
      }),
    );
  });

  test('a weekday is one to seven days away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (today, ahead) => {
        const name = weekdayOf(addDays(today, ahead));
        const due = parseComingDay(name, today);
        expect(weekdayOf(due)).toBe(name);
        expect(daysBetween(today, due)).toBe(ahead || 7);
      }),
    );
  });
});

describe('a day that is mended', () => {
  const since = '2026-11-10' as Day;

  test.each([
    ['2026-11-10', '2026-11-10'],
    [' 2026-11-19 ', '2026-11-19'],
    ['in 2 weeks', '2026-12-04'],
    ['friday', '2026-11-27'],
  ])('"%s" is %s', (words, day) => {
    expect(parseMendedDay(words, since, friday)).toBe(day);
  });

  test.each(['2026-11-09', 'yesterday'])('"%s" is refused', (words) => {
    expect(refusalOf(() => parseMendedDay(words, since, friday)).message).toContain('has passed');
  });
});
