import { describe, expect, test } from 'vitest';
import { backAfter, freeDays, gapBefore, isLong, uncutGaps } from '../../../src/domain/gap.ts';
import { day } from '../../support/journal.ts';

describe('a return', () => {
  test.each([
    ['the same evening', '2026-11-20', undefined],
    ['the next evening', '2026-11-19', undefined],
    ['after six days', '2026-11-14', undefined],
    ['after a week', '2026-11-13', { days: 7, long: false }],
    ['after 27 days', '2026-10-24', { days: 27, long: false }],
    ['after four weeks', '2026-10-23', { days: 28, long: true }],
    ['after a year', '2025-11-20', { days: 365, long: true }],
  ])('%s', (_, last, expected) => {
    const gap = gapBefore(day(last), day('2026-11-20'));
    expect(gap && { days: gap.days, long: isLong(gap) }).toEqual(expected);
  });

  test('the first session ever is no return', () => {
    expect(gapBefore(undefined, day('2026-11-20'))).toBeUndefined();
  });

  test('its free days lie between the sessions', () => {
    const gap = { from: day('2026-10-30'), to: day('2026-11-20'), days: 21 };
    expect(freeDays(gap)).toEqual({ from: '2026-10-31', until: '2026-11-19' });
    expect(backAfter(gap)).toBe('back after 21 days');
  });
});

describe('gaps at which no series is cut', () => {
  const days = ['2026-01-01', '2026-01-20', '2026-03-01', '2026-03-02', '2026-05-01'].map(day);

  test.each([
    ['all of 28 days and more, the latest first', [], ['2026-05-01', '2026-03-01']],
    ['without those cut at their end', ['2026-03-01'], ['2026-05-01']],
    ['without those cut in between', ['2026-04-10'], ['2026-03-01']],
    [
      'a cut on the last day before one is another matter',
      ['2026-03-02'],
      ['2026-05-01', '2026-03-01'],
    ],
  ])('%s', (_, cuts, expected) => {
    expect(uncutGaps(days, cuts.map(day)).map(({ to }) => to)).toEqual(expected);
  });

  test('no day, no gap', () => {
    expect(uncutGaps([], [])).toEqual([]);
  });
});
