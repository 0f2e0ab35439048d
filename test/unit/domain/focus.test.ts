import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { directionRises } from '../../../src/domain/focus.ts';
import type { Intention } from '../../../src/domain/intention.ts';
import {
  daysLeft,
  type Milestone,
  milestoneState,
  openMilestones,
} from '../../../src/domain/milestone.ts';
import { sceneComesBack, sceneIsOld } from '../../../src/domain/scene.ts';
import type { Outcome } from '../../../src/domain/session.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import { keptPlans, waysOf } from '../../../src/domain/way.ts';

const TODAY = '2026-11-20' as Day;

describe('a milestone', () => {
  const open: Milestone = {
    id: '1',
    madeOn: TODAY,
    text: 'x',
    dueOn: addDays(TODAY, 3),
    reachedOn: null,
    droppedOn: null,
  };
  const reached = { ...open, reachedOn: TODAY };
  const dropped = { ...open, droppedOn: TODAY };

  test('is open until it is reached or dropped', () => {
    expect([open, reached, dropped].map(milestoneState)).toEqual(['open', 'reached', 'dropped']);
    expect(openMilestones([dropped, open, reached])).toEqual([open]);
  });

  test('has days left until it is due, fewer than none after that, and none to speak of once settled', () => {
    expect(daysLeft(open, TODAY)).toBe(3);
    expect(daysLeft(open, addDays(TODAY, 3))).toBe(0);
    expect(daysLeft(open, addDays(TODAY, 10))).toBe(-7);
    expect(daysLeft(reached, TODAY)).toBeNull();
    expect(daysLeft(dropped, TODAY)).toBeNull();
  });
});

describe('the scene', () => {
  const scene: Statement = { id: '1', kind: 'scene', on: TODAY, text: 'x', because: null };
  test.each([
    [0, false, false],
    [29, false, false],
    [30, true, true],
    [37, true, true],
    [38, true, false],
    [400, true, false],
  ])('after %i days: counts beside it %s, comes back %s', (days, old, back) => {
    expect(sceneIsOld(scene, addDays(TODAY, days))).toBe(old);
    expect(sceneComesBack(scene, addDays(TODAY, days))).toBe(back);
  });
});

describe('questions for direction', () => {
  test.each([
    [9, 4, true],
    [4, 4, false],
    [3, 4, false],
    [1, 0, true],
    [9, null, false],
    [null, 4, false],
    [null, null, false],
  ])('%j after %j: rises %s', (last, before, rises) => {
    expect(directionRises({ last, before })).toBe(rises);
  });
});

describe('plans that were kept', () => {
  const plan = (cue: string, then: string, outcome: Outcome | null): Intention => ({
    id: '1',
    madeOn: TODAY,
    if: cue,
    then,
    outcome,
    settledOn: null,
    sessionId: null,
    focusId: null,
  });

  test('are those done or partly, the same words as one, the most kept first', () => {
    const kept = keptPlans([
      plan('Kim asks', 'wait', 'partly'),
      plan('Lee asks', 'ask back', 'partly'),
      plan('it is late', 'go home', 'done'),
      plan('if lee  asks', 'Ask back.', 'done'),
      plan('never', 'mind', 'no-cue'),
      plan('left', 'it', 'skipped'),
      plan('open', 'still', null),
    ]);
    expect(kept).toEqual([
      { if: 'Lee asks', then: 'ask back', times: 2, partly: 1 },
      { if: 'it is late', then: 'go home', times: 1, partly: 0 },
      { if: 'Kim asks', then: 'wait', times: 1, partly: 1 },
    ]);
  });
});

test('pages are numbered in the order of writing', () => {
  const page = (id: string): Statement => ({ id, kind: 'way', on: TODAY, text: id, because: null });
  expect(
    waysOf([page('c'), page('b'), page('a')]).map(({ version, text }) => [version, text]),
  ).toEqual([
    [3, 'c'],
    [2, 'b'],
    [1, 'a'],
  ]);
  expect(waysOf([])).toEqual([]);
});
