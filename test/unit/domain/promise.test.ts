import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import {
  concerns,
  daysLate,
  inPromiseOrder,
  KEPT_WINDOW_DAYS,
  keptOnTime,
  onTime,
  outcomeWorded,
  type PromiseMade,
} from '../../../src/domain/promise.ts';
import { day } from '../../support/journal.ts';
import { aPromise } from '../../support/promise.ts';

const today = day('2026-11-20');

type Row = readonly [what: string, course: Partial<PromiseMade>, verdict: boolean | null];
const course = (dueOn: string | null, outcome?: 'kept' | 'dropped', settledOn?: string) => ({
  dueOn: dueOn as Day | null,
  outcome: outcome ?? null,
  settledOn: (settledOn ?? null) as Day | null,
});

describe('on time', () => {
  test.each<Row>([
    ['kept before its day', course('2026-11-18', 'kept', '2026-11-10'), true],
    ['kept on its day', course('2026-11-18', 'kept', '2026-11-18'), true],
    ['kept a day late', course('2026-11-18', 'kept', '2026-11-19'), false],
    ['kept, with a day to come', course('2026-12-01', 'kept', '2026-11-19'), true],
    ['kept, without a day', course(null, 'kept', '2026-11-19'), null],
    ['taken back before its day', course('2026-11-18', 'dropped', '2026-11-17'), null],
    ['taken back on its day', course('2026-11-18', 'dropped', '2026-11-18'), false],
    ['taken back after its day', course('2026-11-18', 'dropped', '2026-11-19'), false],
    ['taken back, without a day', course(null, 'dropped', '2026-11-19'), null],
    ['open, due tomorrow', course('2026-11-21'), null],
    ['open, due today', course('2026-11-20'), null],
    ['open, due yesterday', course('2026-11-19'), false],
    ['open, without a day', course(null), null],
  ])('%s: %o is %s', (_, given, verdict) => {
    expect(onTime(aPromise(given), today)).toBe(verdict);
  });
});

describe('kept on time, of those due in eight weeks', () => {
  const first = addDays(today, 1 - KEPT_WINDOW_DAYS);
  const kept = (dueOn: Day, more: Partial<PromiseMade> = {}) =>
    aPromise({ dueOn, outcome: 'kept', settledOn: dueOn, ...more });

  test.each<[what: string, promises: PromiseMade[], x: number, n: number]>([
    ['nothing was promised', [], 0, 0],
    ['one was kept', [kept(day('2026-11-18'))], 1, 1],
    ['one is open after its day', [aPromise({ dueOn: day('2026-11-18') })], 0, 1],
    ['one is open on its day', [aPromise({ dueOn: today })], 0, 0],
    ['one was kept today, its day', [kept(today)], 1, 1],
    ['the first day of the window counts', [kept(first)], 1, 1],
    ['the day before it does not', [kept(addDays(first, -1))], 0, 0],
    [
      'one kept early waits for its day',
      [kept(day('2026-12-01'), { settledOn: day('2026-11-10') })],
      0,
      0,
    ],
    ["somebody else's are not mine", [kept(day('2026-11-18'), { by: 'lee', to: null })], 0, 0],
    ['without a day it is in no count', [aPromise({ outcome: 'kept', settledOn: today })], 0, 0],
    [
      'taken back in advance it leaves, too late it stays',
      [
        kept(day('2026-11-18'), { outcome: 'dropped', settledOn: day('2026-11-01') }),
        kept(day('2026-11-18'), { outcome: 'dropped', settledOn: day('2026-11-19') }),
      ],
      0,
      1,
    ],
  ])('%s', (_, promises, x, n) => {
    expect(keptOnTime(promises, today)).toEqual({ x, n });
  });

  test('never more kept than due, and each promise at most once', () => {
    const days = fc.integer({ min: -80, max: 20 }).map((n) => addDays(today, n));
    const any = fc.record({
      dueOn: fc.option(days),
      outcome: fc.option(fc.constantFrom('kept' as const, 'dropped' as const)),
      settledOn: days,
      by: fc.option(fc.constant('lee')),
    });
    fc.assert(
      fc.property(fc.array(any), (given) => {
        const promises = given.map(({ settledOn, ...each }) =>
          aPromise({ ...each, settledOn: each.outcome === null ? null : settledOn }),
        );
        const { x, n } = keptOnTime(promises, today);
        expect(x).toBeLessThanOrEqual(n);
        expect(n).toBeLessThanOrEqual(promises.length);
        const each = promises.map((promise) => keptOnTime([promise], today));
        expect(each.reduce((sum, one) => sum + one.x, 0)).toBe(x);
        expect(each.reduce((sum, one) => sum + one.n, 0)).toBe(n);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('worded as a result and proposed by its owner', () => {
  const theirs = (more: Partial<PromiseMade>) => aPromise({ by: 'sam', to: null, ...more });
  const from = day('2026-11-01');

  test.each<[what: string, promise: PromiseMade, x: number, n: number, unsaid: number]>([
    ['both', theirs({ wording: 'result', proposedBy: 'owner' }), 1, 1, 0],
    ['a result that I proposed', theirs({ wording: 'result', proposedBy: 'me' }), 0, 1, 0],
    ['an activity of its owner', theirs({ wording: 'activity', proposedBy: 'owner' }), 0, 1, 0],
    ['the wording was not said', theirs({ proposedBy: 'owner' }), 0, 0, 1],
    ['who proposed it was not said', theirs({ wording: 'activity' }), 0, 0, 1],
    ['my own', aPromise({ wording: 'result', proposedBy: 'owner' }), 0, 0, 0],
    [
      'taken back: it was worded so all the same',
      theirs({ wording: 'result', proposedBy: 'owner', outcome: 'dropped', settledOn: today }),
      1,
      1,
      0,
    ],
    [
      'made before',
      theirs({ wording: 'result', proposedBy: 'owner', madeOn: day('2026-10-31') }),
      0,
      0,
      0,
    ],
  ])('%s', (_, promise, x, n, unsaid) => {
    expect(outcomeWorded([promise], from, today)).toEqual({ x, n, unsaid });
  });
});

test('open ones come first, by their day, those without a day last; then the settled, the latest first', () => {
  const ids = ['late', 'soon', 'never', 'new', 'old'];
  const promises = [
    aPromise({ id: 'old', outcome: 'kept', settledOn: day('2026-11-01') }),
    aPromise({ id: 'never' }),
    aPromise({ id: 'soon', dueOn: day('2026-11-21') }),
    aPromise({ id: 'new', outcome: 'dropped', settledOn: day('2026-11-19') }),
    aPromise({ id: 'late', dueOn: day('2026-11-01') }),
  ];
  expect(inPromiseOrder(promises).map(({ id }) => id)).toEqual(ids);
  expect(inPromiseOrder([...promises].reverse()).map(({ id }) => id)).toEqual(ids);
});

test('concerns whoever made it, was promised it, or owns it with others', () => {
  const promise = aPromise({ by: 'sam', to: 'lee', together: ['kim'] });
  expect(['sam', 'lee', 'kim', 'zoe'].map((code) => concerns(promise, code))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('the days it was late are none for one on time or without a day', () => {
  expect(daysLate(course('2026-11-18', 'kept', '2026-11-20'))).toBe(2);
  expect(daysLate(course('2026-11-18', 'kept', '2026-11-01'))).toBe(0);
  expect(daysLate(course(null, 'kept', '2026-11-01'))).toBe(0);
});
