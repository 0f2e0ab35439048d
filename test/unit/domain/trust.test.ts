import { describe, expect, test } from 'vitest';
import type { Week } from '../../../src/domain/day.ts';
import { ratiosOf, type TrustRecords } from '../../../src/domain/trust.ts';
import { day } from '../../support/journal.ts';

const week = '2026-W47' as Week;
const sunday = day('2026-11-22');
const nothing: TrustRecords = { told: [], promises: [], talks: [], logs: [] };
const none = { kept: null, loops: null, listening: null, questions: null, badNews: null };

const promise = (
  dueOn: string | null,
  outcome: 'kept' | 'dropped' | null = null,
  settledOn: string | null = null,
  by: string | null = null,
) => ({
  id: 'promise',
  by,
  dueOn: dueOn === null ? null : day(dueOn),
  outcome,
  settledOn: settledOn === null ? null : day(settledOn),
});

describe('the ratios of trust in a week', () => {
  test('of a week without records there are none: nothing counted is not nothing of nothing', () => {
    expect(ratiosOf(week, nothing, sunday)).toEqual(none);
  });

  test('promises count in the week they came due in, my own alone', () => {
    const promises = [
      promise('2026-11-16', 'kept', '2026-11-16'),
      promise('2026-11-22', 'kept', '2026-11-10'),
      promise('2026-11-18', 'kept', '2026-11-19'),
      promise('2026-11-18'),
      promise('2026-11-18', 'dropped', '2026-11-12'),
      promise('2026-11-15', 'kept', '2026-11-15'),
      promise('2026-11-23', 'kept', '2026-11-20'),
      promise('2026-11-18', 'kept', '2026-11-18', 'lee'),
      promise(null, 'kept', '2026-11-18'),
    ];
    const at = (on: string) => ratiosOf(week, { ...nothing, promises }, day(on)).kept;
    expect(at('2026-11-23')).toEqual({ x: 2, n: 4 });
    expect(at('2026-11-16')).toEqual({ x: 1, n: 1 });
  });

  test('openings and bad news come from talks, and openings from exercises too', () => {
    const records: TrustRecords = {
      ...nothing,
      talks: [
        { on: day('2026-11-16'), badNews: 'early', opening: 'met' },
        { on: day('2026-11-22'), badNews: 'late', opening: null },
        { on: day('2026-11-20'), badNews: null, opening: 'unmet' },
        { on: day('2026-11-15'), badNews: 'early', opening: 'met' },
      ],
      logs: [
        { on: day('2026-11-17'), kind: 'loop', x: 2, n: 3 },
        { on: day('2026-11-17'), kind: 'listening', x: 1, n: 2 },
        { on: day('2026-11-18'), kind: 'listening', x: 1, n: 1 },
        { on: day('2026-11-18'), kind: 'questions', x: 7, n: 11 },
        { on: day('2026-11-23'), kind: 'questions', x: 9, n: 9 },
      ],
    };
    expect(ratiosOf(week, records, sunday)).toEqual({
      kept: null,
      loops: { x: 3, n: 5 },
      listening: { x: 2, n: 3 },
      questions: { x: 7, n: 11 },
      badNews: { x: 1, n: 2 },
    });
  });

  test('what the check-in was told stands in their place, item by item and week by week', () => {
    const records: TrustRecords = {
      ...nothing,
      told: [
        { week, item: 'loops', x: 0, n: 0 },
        { week: '2026-W46', item: 'badNews', x: 9, n: 9 },
      ],
      talks: [{ on: day('2026-11-16'), badNews: 'early', opening: 'met' }],
    };
    expect(ratiosOf(week, records, sunday)).toEqual({
      ...none,
      loops: { x: 0, n: 0 },
      badNews: { x: 1, n: 1 },
    });
  });
});
