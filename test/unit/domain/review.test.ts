import { describe, expect, test } from 'vitest';
import {
  changePlan,
  changeState,
  MONTH,
  openParts,
  periodOf,
  QUARTER,
  REVIEW_TEXTS,
  skippedParts,
} from '../../../src/domain/review.ts';
import { contradicts, newIn, saysNothing, together } from '../../../src/domain/review-said.ts';
import { day } from '../../support/journal.ts';

describe('the parts of a review', () => {
  test('have ids of their own', () => {
    const ids = [...MONTH, ...QUARTER].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ask for every text that the review may hold', () => {
    for (const [parts, texts] of [
      [MONTH, REVIEW_TEXTS.month],
      [QUARTER, REVIEW_TEXTS.quarter],
    ] as const) {
      const asked = parts.flatMap(({ asks }): readonly string[] => asks);
      for (const item of texts) expect(asked).toContain(item);
    }
  });

  test('are open until they are done or passed over', () => {
    expect(openParts('month')).toEqual(MONTH);
    const states = { figures: 'done', candour: 'skipped', breaks: 'done' } as const;
    expect(openParts('month', states).map(({ id }) => id)).toEqual([
      'reread',
      'words',
      'beliefs',
      'verdicts',
    ]);
    expect(skippedParts('month', states).map(({ id }) => id)).toEqual(['candour']);
  });

  test.each([
    ['month', '2026-11-20', '2026-11-01', '2026-11-30'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-20', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
  ] as const)('the %s of %s runs from %s to %s', (period, on, from, to) => {
    expect(periodOf(period, day(on))).toEqual({ from, to });
  });
});

describe('stop, start and expect', () => {
  test.each([
    ['stop', 'answering at once', 'stop answering at once'],
    ['stop', 'Stop answering at once', 'Stop answering at once'],
    ['start', 'asking what they tried', 'asking what they tried'],
    ['expect', 'a proposal', 'expect a proposal'],
    ['expect', 'expected outcomes', 'expect expected outcomes'],
  ] as const)('%s "%s" becomes the plan "%s"', (item, text, then) => {
    expect(changePlan(item, 'Lee asks', text)).toEqual({ if: 'Lee asks', then });
  });

  test.each([
    ['done', 'kept'],
    ['partly', 'kept'],
    ['skipped', 'dropped'],
    ['no-cue', 'untested'],
    [null, 'untested'],
  ] as const)('a plan that is %s was %s', (outcome, state) => {
    expect(changeState(outcome)).toBe(state);
  });
});

describe('what was said', () => {
  const stored = {
    R5: { lee: 4, sam: null },
    argument: 'Kim had a point.',
    coach: null,
    parts: { candour: 'skipped' },
  } as const;

  test.each([
    ['the same words', { R5: { lee: 4 }, argument: 'Kim had a point.' }, {}, false],
    ['somebody else', { R5: { kim: 2 } }, { R5: { kim: 2 } }, false],
    [
      'a skipped one answered',
      { R5: { sam: 3 }, coach: 'no' },
      { R5: { sam: 3 }, coach: 'no' },
      false,
    ],
    ['skipped, where something was said', { R5: { lee: null }, argument: null }, {}, false],
    ['another rating', { R5: { lee: 5 } }, { R5: { lee: 5 } }, true],
    ['another text', { argument: 'No.' }, { argument: 'No.' }, true],
    ['a part taken up', { parts: { candour: 'done' } }, { parts: { candour: 'done' } }, false],
    ['skipped, and not asked before', { suggestion: null }, { suggestion: null }, false],
  ] as const)('%s', (_, later, fresh, clash) => {
    expect(newIn(stored, later)).toEqual(fresh);
    expect(contradicts(stored, newIn(stored, later))).toBe(clash);
  });

  test('goes together person by person', () => {
    const one = { answers: { R5: { lee: 4 } }, records: { cues: { stop: 'x' } } } as const;
    const other = { answers: { R5: { sam: 2 } }, records: { cues: { start: 'y' } } } as const;
    expect(together(one, other)).toEqual({
      answers: { R5: { lee: 4, sam: 2 } },
      records: { cues: { stop: 'x', start: 'y' } },
    });
  });

  test('says nothing when it is empty', () => {
    expect(saysNothing({ answers: {}, records: {} })).toBe(true);
    expect(saysNothing({ answers: { coach: null }, records: {} })).toBe(false);
    expect(saysNothing({ answers: {}, records: { breaks: null } })).toBe(false);
  });
});
