import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import {
  checkinDue,
  reviewsDue,
  type SessionDates,
  verdictsDue,
} from '../../../src/domain/due-dates.ts';
import { day } from '../../support/journal.ts';

const dates = (more: Partial<SessionDates> = {}): SessionDates => ({
  first: day('2026-10-01'),
  days: 7,
  checkedIn: [],
  reviewed: { month: null, quarter: null },
  ...more,
});
const off = (from: string, until: string) => [
  { id: from, kind: 'pause' as const, from: day(from), until: day(until) },
];

describe('a check-in', () => {
  test.each([
    ['2026-11-19', '2026-W46'],
    ['2026-11-20', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W47'],
    ['2026-11-26', '2026-W47'],
    ['2026-11-27', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-07', '2026-W53'],
  ])('is due on %s for %s: from its Friday to the next', (today, week) => {
    expect(checkinDue(dates(), [], day(today))).toMatchObject({ kind: 'checkin', week });
    expect(checkinDue(dates({ checkedIn: [week] }), [], day(today))).toBeUndefined();
  });

  test('is not due before there were sessions on seven days, nor for a week before the first', () => {
    expect(checkinDue(dates({ days: 6 }), [], day('2026-11-20'))).toBeUndefined();
    expect(checkinDue(dates({ first: null }), [], day('2026-11-20'))).toBeUndefined();
    const new_ = dates({ first: day('2026-11-16') });
    expect(checkinDue(new_, [], day('2026-11-19'))).toBeUndefined();
    expect(checkinDue(new_, [], day('2026-11-20'))).toMatchObject({ on: '2026-11-20' });
  });

  test('is not due for a week that lay in a pause as a whole', () => {
    const at = (from: string, until: string) =>
      checkinDue(dates(), off(from, until), day('2026-11-23'));
    expect(at('2026-11-16', '2026-11-22')).toBeUndefined();
    expect(at('2026-11-17', '2026-11-22')).toBeDefined();
  });
});

describe('a review', () => {
  const due = (today: string, more: Partial<SessionDates> = {}) =>
    reviewsDue(dates(more), day(today)).map(({ period, on }) => `${period} ${on}`);
  const reviewed = (month: string, quarter: string) => ({
    reviewed: { month: month as Day, quarter: quarter as Day },
  });

  test('of the month is due from the 28th day of the journal, of the quarter from the 84th', () => {
    expect(due('2026-10-28')).toEqual([]);
    expect(due('2026-10-29')).toEqual(['month 2026-10-29']);
    expect(due('2026-12-23')).toEqual(['month 2026-10-29']);
    expect(due('2026-12-24')).toEqual(['month 2026-10-29', 'quarter 2026-12-24']);
    expect(due('2026-12-24', { first: null })).toEqual([]);
  });

  test('is due again 31 and 91 days after the last', () => {
    const last = reviewed('2027-01-10', '2027-01-10');
    expect(due('2027-02-09', last)).toEqual([]);
    expect(due('2027-02-10', last)).toEqual(['month 2027-02-10']);
    expect(due('2027-04-11', last)).toEqual(['month 2027-02-10', 'quarter 2027-04-11']);
  });
});

test('a verdict is due on its next day, not before', () => {
  const verdicts = [
    {
      series: 'stance',
      verdict: 'steady' as const,
      issuedOn: day('2026-11-01'),
      nextOn: day('2026-12-01'),
      points: 12,
    },
  ];
  expect(verdictsDue(verdicts, day('2026-11-30'))).toEqual([]);
  expect(verdictsDue(verdicts, day('2026-12-01'))).toEqual([
    { kind: 'verdict', on: '2026-12-01', series: 'stance' },
  ]);
});
