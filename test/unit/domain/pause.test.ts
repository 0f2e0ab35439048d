import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../../../src/domain/day.ts';
import { daysLater, type Pause, pausedDays, pauseOn } from '../../../src/domain/pause.ts';
import { day } from '../../support/journal.ts';

const start = day('2026-11-01');
const pause = (from: number, until: number | null): Pause => ({
  id: `${from}`,
  kind: until === null ? 'finish' : 'pause',
  from: addDays(start, from),
  until: until === null ? null : addDays(start, until),
});

describe('days in a pause', () => {
  test.each([
    ['none', [], 0, 30, 0],
    ['both ends belong to it', [pause(5, 7)], 0, 30, 3],
    ['the day counted from does not', [pause(0, 2)], 0, 30, 2],
    ['the day counted to does', [pause(10, 12)], 0, 10, 1],
    ['a pause that lies before is none', [pause(1, 2)], 5, 10, 0],
    ['an open end reaches to the day', [pause(8, null)], 0, 10, 3],
    ['a day in two pauses counts once', [pause(2, 6), pause(4, 8), pause(4, 5)], 0, 30, 7],
  ] as const)('%s', (_, pauses, from, to, n) => {
    expect(pausedDays(pauses, addDays(start, from), addDays(start, to))).toBe(n);
  });

  test('are as many as the days that lie in one, counted one by one', () => {
    const any = fc
      .tuple(fc.nat(60), fc.option(fc.nat(20)))
      .map(([from, long]) => pause(from, long === null ? null : from + long));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), fc.nat(60), fc.nat(60), (pauses, from, long) => {
        const days = Array.from({ length: long }, (_, i) => addDays(start, from + i + 1) as Day);
        const inOne = days.filter((on) => pauseOn(pauses, on) !== undefined);
        expect(pausedDays(pauses, addDays(start, from), addDays(start, from + long))).toBe(
          inOne.length,
        );
      }),
    );
  });
});

describe('the day after so many that count', () => {
  const any = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, long]) => pause(from, from + long));

  test('has that many days before it that lie in no pause, and lies in none itself', () => {
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 6 }),
        fc.nat(60),
        fc.integer({ min: 1, max: 40 }),
        (pauses, at, days) => {
          const from = addDays(start, at);
          const on = daysLater(pauses, from, days);
          expect(daysBetween(from, on) - pausedDays(pauses, from, on)).toBe(days);
          expect(pauseOn(pauses, on)).toBeUndefined();
        },
      ),
    );
  });

  test('is found at once, however long the pause is and whatever stands in its place', () => {
    const long: Pause = { id: 'x', kind: 'pause', from: start, until: day('9999-12-31') };
    expect(daysLater([long], start, 7)).toBe('9999-12-31');
    expect(daysLater([{ ...long, until: 'no day' as Day }], start, 7)).not.toBe('');
    expect(daysLater([pause(1, null)], start, 7)).toBe(addDays(start, 7));
  });
});
