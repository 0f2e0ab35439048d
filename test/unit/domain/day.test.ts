import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  firstDayOf,
  inShort,
  inWords,
  isDay,
  isWeek,
  monthInWords,
  parseDay,
  weekdayOf,
  weekOf,
} from '../../../src/domain/day.ts';
import { EXIT } from '../../../src/errors.ts';
import { refusalOf } from '../../support/refusal.ts';

const friday = '2026-11-20' as Day;
const at = (wall: string, zone = 'Europe/Berlin') => ({ instant: '', wall, zone });

const zoneBefore = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zoneBefore;
});

const days = fc
  .integer({ min: 0, max: 200_000 })
  .map((n) => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10) as Day);

describe('the day of a moment', () => {
  test.each([
    ['2026-11-20T23:59', '2026-11-20'],
    ['2026-11-21T00:00', '2026-11-20'],
    ['2026-11-21T03:59', '2026-11-20'],
    ['2026-11-21T04:00', '2026-11-21'],
    ['2026-11-21T12:00', '2026-11-21'],
    ['2027-01-01T01:30', '2026-12-31'],
    ['2028-03-01T00:10', '2028-02-29'],
  ])('at %s it is %s when a day ends at 04:00', (wall, day) => {
    expect(dayOf(at(wall), '04:00')).toBe(day);
  });

  test('a day that ends at midnight ends at midnight', () => {
    expect(dayOf(at('2026-11-21T00:00'), '00:00')).toBe('2026-11-21');
    expect(dayOf(at('2026-11-20T23:59'), '00:00')).toBe('2026-11-20');
  });

  test('the hour that summer time skips or repeats changes nothing: the clock on the wall decides', () => {
    expect(dayOf(at('2026-03-29T01:59'), '04:00')).toBe('2026-03-28');
    expect(dayOf(at('2026-03-29T03:00'), '04:00')).toBe('2026-03-28');
    expect(dayOf(at('2026-03-29T04:00'), '04:00')).toBe('2026-03-29');
    expect(dayOf(at('2026-10-25T02:30'), '04:00')).toBe('2026-10-24');
  });

  test('one instant is two days in two zones', () => {
    const instant = '2026-11-20T10:30:00.000Z';
    const kiritimati = { instant, wall: '2026-11-21T00:30', zone: 'Pacific/Kiritimati' };
    const niue = { instant, wall: '2026-11-19T23:30', zone: 'Pacific/Niue' };
    expect(dayOf(kiritimati, '00:00')).toBe('2026-11-21');
    expect(dayOf(niue, '00:00')).toBe('2026-11-19');
  });
});

describe('a day', () => {
  test.each(['2026-11-20', '2028-02-29', '2000-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20261120',
    '2026-11-20T10:00',
    ' 2026-11-20',
    '2026-11-20\n',
    '٢٠٢٦-١١-٢٠',
    '',
    '+002026-11-20',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('adding days and counting them are each other’s way back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const other = addDays(day, n);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(n);
        expect(addDays(other, -n)).toBe(day);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('days sort as text as they follow each other', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test('is said in words, with the year only when it is another one', () => {
    expect(weekdayOf(friday)).toBe('Friday');
    expect(monthInWords(friday)).toBe('November 2026');
    expect(inWords(friday, friday)).toBe('Friday 20 November');
    expect(inWords('2025-01-03' as Day, friday)).toBe('Friday 3 January 2025');
    expect(inShort(friday, friday)).toBe('Fri 20 Nov');
    expect(inShort('2025-01-03' as Day, friday)).toBe('Fri 3 Jan 2025');
  });
});

describe('an ISO week', () => {
  test.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
  ])('%s lies in %s', (day, week) => {
    expect(weekOf(day as Day)).toBe(week);
  });

  test.each(['2026-W01', '2026-W47', '2026-W53', '2020-W53'])('%s exists', (week) => {
    expect(isWeek(week)).toBe(true);
  });

  test.each(['2025-W53', '2027-W53', '2026-W54', '2026-W00', '2026-W7', '2026W47', '2026-47', ''])(
    '%j does not',
    (week) => {
      expect(isWeek(week)).toBe(false);
    },
  );

  test('has seven days, and every day lies in a week that exists', () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOf(day);
        expect(isWeek(week)).toBe(true);
        expect(weekdayOf(firstDayOf(week))).toBe('Monday');
        expect(weekOf(firstDayOf(week))).toBe(week);
        expect(weekOf(addDays(day, 7))).not.toBe(week);
        const inIt = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].filter(
          (n) => weekOf(addDays(day, n)) === week,
        );
        expect(inIt).toHaveLength(7);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

test.each([
  ['2026-11-20', 1, '2026-12-20'],
  ['2026-12-20', 1, '2027-01-20'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %d months is %s', (day, months, later) => {
  expect(addMonths(day as Day, months)).toBe(later);
});

describe('what a person writes for a day', () => {
  test.each([
    ['2026-11-03', '2026-11-03'],
    ['today', '2026-11-20'],
    ['Today', '2026-11-20'],
    ['  yesterday ', '2026-11-19'],
    ['tomorrow', '2026-11-21'],
    ['3 days ago', '2026-11-17'],
    ['1 day ago', '2026-11-19'],
    ['0 days ago', '2026-11-20'],
    ['in 2 days', '2026-11-22'],
    ['in 1 day', '2026-11-21'],
    ['friday', '2026-11-20'],
    ['Thursday', '2026-11-19'],
    ['sat', '2026-11-14'],
    ['sunday', '2026-11-15'],
    ['MON', '2026-11-16'],
  ])('"%s" on Friday 20 November is %s', (text, day) => {
    expect(parseDay(text, friday)).toBe(day);
  });

  test.each([
    ['friday', '2026-11-27'],
    ['saturday', '2026-11-21'],
    ['thu', '2026-11-26'],
    ['2026-12-01', '2026-12-01'],
  ])('"%s" looking ahead is %s', (text, day) => {
    expect(parseDay(text, friday, 'ahead')).toBe(day);
  });

  test('a weekday is never further away than a week, and is that weekday', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    fc.assert(
      fc.property(days, fc.constantFrom(...names), (today, name) => {
        const back = parseDay(name, today);
        const ahead = parseDay(name, today, 'ahead');
        expect(weekdayOf(back).toLowerCase()).toBe(name);
        expect(weekdayOf(ahead).toLowerCase()).toBe(name);
        expect(daysBetween(back, today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(back, today)).toBeLessThan(7);
        expect(daysBetween(today, ahead)).toBeGreaterThan(0);
        expect(daysBetween(today, ahead)).toBeLessThanOrEqual(7);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  test.each([
    '',
    'fr',
    'f',
    'day',
    'soon',
    '20.11.2026',
    '2026-11',
    'last friday',
    '-1 days ago',
    '99999 days ago',
    'fridays',
  ])('"%s" is refused as no day', (text) => {
    const refusal = refusalOf(() => parseDay(text, friday));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain('is not a day');
    expect(refusal.hint).toContain('yesterday');
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01'])(
    'there is no day %s, and it says so',
    (text) => {
      expect(refusalOf(() => parseDay(text, friday)).message).toBe(`There is no day ${text}.`);
    },
  );
});

describe.each(['Pacific/Apia', 'Asia/Kathmandu', 'America/St_Johns', 'Europe/Berlin'])(
  'with the machine in %s',
  (zone) => {
    test('the calendar is the same', () => {
      process.env['TZ'] = zone;
      // The zone took hold: otherwise this would prove nothing.
      expect(new Date(2011, 5, 1).getTimezoneOffset()).not.toBe(0);
      expect(addDays('2011-12-29' as Day, 1)).toBe('2011-12-30');
      expect(daysBetween('2011-12-29' as Day, '2011-12-31' as Day)).toBe(2);
      expect(isDay('2011-12-30')).toBe(true);
      expect(weekdayOf('2011-12-30' as Day)).toBe('Friday');
      expect(weekOf('2027-01-03' as Day)).toBe('2026-W53');
      expect(dayOf(at('2026-03-29T03:30'), '04:00')).toBe('2026-03-28');
      expect(daysBetween('2026-03-28' as Day, '2026-03-30' as Day)).toBe(2);
      expect(parseDay('3 days ago', '2026-03-30' as Day)).toBe('2026-03-27');
    });
  },
);
