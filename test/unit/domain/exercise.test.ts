import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../../src/content/exercises.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { followUpsDue, nextOffer, type Run, rankOffers } from '../../../src/domain/exercise.ts';
import { readRecordValues, shareIn } from '../../../src/domain/exercise-record.ts';

const TODAY = '2026-11-20' as Day;
const run = (more: Partial<Run>): Run => ({
  id: '1',
  exercise: 'X3',
  state: 'done',
  step: 0,
  person: null,
  on: TODAY,
  followUpOn: null,
  followedUpOn: null,
  focusId: null,
  ...more,
});

describe('when an exercise comes back', () => {
  it.each<[string, Run[], string | null]>([
    ['never done: today', [], TODAY],
    ['done: 28 days later', [run({})], '2026-12-18'],
    ['skipped: 14 days later', [run({ state: 'skipped' })], '2026-12-04'],
    ['under way: not offered', [run({ state: 'doing' })], null],
    [
      'skipped three times in a row: only when asked for',
      [1, 2, 3].map((n) => run({ id: `${n}`, state: 'skipped', on: addDays(TODAY, -20 * n) })),
      null,
    ],
    [
      'skipped twice since it was done: 14 days after the last',
      [
        run({ id: 'c', state: 'skipped' }),
        run({ id: 'b', state: 'skipped', on: addDays(TODAY, -20) }),
        run({ id: 'a', state: 'done', on: addDays(TODAY, -60) }),
        run({ id: '0', state: 'skipped', on: addDays(TODAY, -90) }),
      ],
      '2026-12-04',
    ],
  ])('%s', (_, runs, expected) => {
    expect(nextOffer(runs, TODAY)).toBe(expected);
  });
});

describe('follow-ups', () => {
  const done = run({ followUpOn: addDays(TODAY, 3) });
  it.each([
    [2, 0],
    [3, 1],
    [9, 1],
    [10, 0],
  ])('%i days later: %i due', (days, n) => {
    expect(followUpsDue([done], addDays(TODAY, days))).toHaveLength(n);
  });

  it('are not due once answered', () => {
    expect(followUpsDue([{ ...done, followedUpOn: addDays(TODAY, 3) }], addDays(TODAY, 3))).toEqual(
      [],
    );
  });
});

describe('the offer', () => {
  it('goes to what the counts lean away from', () => {
    const [best] = rankOffers(EXERCISES, [], { arrival: { right: 1, all: 10 } }, TODAY);
    expect(best?.exercise.family).toBe('proposals');
    expect(best?.fit).toEqual({ kind: 'weak', pair: 'arrival', right: 1, all: 10 });
  });

  it('ignores counts too few to say anything', () => {
    const [best] = rankOffers(EXERCISES, [], { arrival: { right: 0, all: 4 } }, TODAY);
    expect(best?.fit).toEqual({ kind: 'never' });
  });

  it('goes round the list, week by week, and is the same all week', () => {
    const offered = (week: number) =>
      rankOffers(EXERCISES, [], {}, addDays(TODAY, 7 * week))[0]?.exercise.id;
    expect(new Set(Array.from({ length: 20 }, (_, week) => offered(week))).size).toBe(20);
  });
});

it('a record holds a share with both its sides', () => {
  const values = readRecordValues('listening', ['rounds=3', 'accepted=2']);
  expect(values).toEqual({ rounds: 3, accepted: 2 });
  expect(shareIn('listening', values)).toEqual({ x: 2, n: 3 });
  expect(shareIn('plain', { what: 'text' })).toEqual({ x: null, n: null });
});
