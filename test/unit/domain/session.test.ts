import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import {
  type Answers,
  asWritten,
  checkRecall,
  holdsCounts,
  isEmpty,
  merge,
  recallLag,
  sameAnswers,
} from '../../../src/domain/session.ts';
import { EXIT } from '../../../src/errors.ts';
import { refusalOf } from '../../support/refusal.ts';

const today = '2026-11-20' as Day;
const on = (text: string) => text as Day;
const prompt = {
  id: 'stance-question',
  version: 1,
  question: 'Which answer of yours today would have been better as a question?',
  person: null,
  text: 'The one to Lee.',
};

describe('how far back memory reaches', () => {
  test('today, yesterday and the day before take counts', () => {
    for (const day of ['2026-11-20', '2026-11-19', '2026-11-18']) {
      expect(() => checkRecall({ tallies: { a: 1 }, R1: 3 }, on(day), today, false)).not.toThrow();
    }
  });

  test.each<[string, Answers]>([
    ['a count', { tallies: { a: 1 } }],
    ['a count of none', { tallies: { a: 0 } }],
    ['a rating', { R2: 4 }],
  ])('three days back takes no %s', (_, answers) => {
    const refusal = refusalOf(() => checkRecall(answers, on('2026-11-17'), today, false));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.hint).toContain('--late');
    expect(refusal.hint).toContain('2026-11-18');
  });

  test('three days back takes text, and what was skipped', () => {
    const answers = {
      tallies: { a: null },
      R1: null,
      prompt,
      note: 'still clear',
      yesterday: 'done',
    } as const;
    expect(() => checkRecall(answers, on('2026-11-17'), today, false)).not.toThrow();
  });

  test('late counts are taken when asked for', () => {
    expect(() => checkRecall({ tallies: { a: 1 } }, on('2026-10-01'), today, true)).not.toThrow();
  });

  test('a day that has not come yet takes nothing, not even late', () => {
    expect(recallLag(today, today)).toBe(0);
    const refusal = refusalOf(() => recallLag(on('2026-11-21'), today));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toBe('Saturday 21 November has not come yet.');
  });
});

describe('absent, skipped and none', () => {
  test('are three different answers', () => {
    const three: Answers[] = [{}, { tallies: { a: null } }, { tallies: { a: 0 } }];
    for (const one of three) {
      for (const other of three) expect(sameAnswers(one, other)).toBe(one === other);
    }
    for (const key of ['note', 'R1', 'prompt', 'intention', 'yesterday'] as const) {
      expect(sameAnswers({}, { [key]: null })).toBe(false);
    }
  });

  test('only none is a count', () => {
    expect(holdsCounts({})).toBe(false);
    expect(holdsCounts({ tallies: {} })).toBe(false);
    expect(holdsCounts({ tallies: { a: null }, R1: null })).toBe(false);
    expect(holdsCounts({ tallies: { a: 0 } })).toBe(true);
    expect(holdsCounts({ R3: 1 })).toBe(true);
  });

  test('a session in which everything was skipped is not an empty one', () => {
    expect(isEmpty({})).toBe(true);
    expect(isEmpty({ tallies: {} })).toBe(true);
    expect(isEmpty({ tallies: { a: null } })).toBe(false);
    expect(isEmpty({ note: null })).toBe(false);
  });

  test('are written differently', () => {
    expect(asWritten({})).toEqual({});
    expect(asWritten({ tallies: { a: null, c: 0 }, note: null })).toEqual({
      tallies: { a: null, c: 0 },
      note: null,
    });
  });
});

describe('the same answers', () => {
  test('in another order are the same', () => {
    const one: Answers = { R1: 3, tallies: { a: 1, c: 2 }, intention: { if: 'x', then: 'y' } };
    const other: Answers = {
      intention: { then: 'y', if: 'x' },
      tallies: { c: 2, a: 1 },
      R1: 3,
    };
    expect(sameAnswers(one, other)).toBe(true);
  });

  test('to a question whose wording was improved are the same', () => {
    const reworded = { ...prompt, version: 2, question: 'Better said?' };
    expect(sameAnswers({ prompt }, { prompt: reworded })).toBe(true);
  });

  test('about somebody else, to another prompt or in other words are not', () => {
    expect(sameAnswers({ prompt }, { prompt: { ...prompt, person: 'lee' } })).toBe(false);
    expect(sameAnswers({ prompt }, { prompt: { ...prompt, id: 'x' } })).toBe(false);
    expect(sameAnswers({ prompt }, { prompt: { ...prompt, text: null } })).toBe(false);
    expect(sameAnswers({ prompt }, { prompt: null })).toBe(false);
  });

  test('with an empty set of counts are those without', () => {
    expect(sameAnswers({ tallies: {} }, {})).toBe(true);
  });
});

describe('answers that are added later', () => {
  test('stand beside the earlier ones', () => {
    expect(
      merge({ R1: 3, tallies: { a: 1 } }, { note: 'late thought', tallies: { c: 2 } }),
    ).toEqual({
      R1: 3,
      tallies: { a: 1, c: 2 },
      note: 'late thought',
    });
  });

  test('win over the earlier ones where they say something', () => {
    expect(merge({ R1: 3, tallies: { a: 1 } }, { R1: 4, tallies: { a: 0 } })).toEqual({
      R1: 4,
      tallies: { a: 0 },
    });
  });

  test('that are skipped do not wipe out what was said', () => {
    const earlier: Answers = { R1: 3, note: 'said', prompt, tallies: { a: 0, c: 2 } };
    const skipped: Answers = {
      R1: null,
      note: null,
      prompt: null,
      tallies: { a: null, c: null },
    };
    expect(merge(earlier, skipped)).toEqual(earlier);
  });

  test('that are skipped are kept where nothing was asked before', () => {
    expect(merge({}, { R1: null, tallies: { a: null } })).toEqual({
      R1: null,
      tallies: { a: null },
    });
  });

  test('an answer wins over an earlier skip', () => {
    expect(merge({ R1: null, tallies: { a: null } }, { R1: 2, tallies: { a: 0 } })).toEqual({
      R1: 2,
      tallies: { a: 0 },
    });
  });

  const count = fc.option(fc.integer({ min: 0, max: 9 }));
  const answers = fc.record(
    {
      R1: fc.constantFrom(null, 1, 3, 5),
      note: fc.constantFrom(null, 'one', 'other'),
      yesterday: fc.constantFrom(null, 'done', 'partly'),
      tallies: fc.record({ a: count, c: count, 'w:fit': count }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

  test('given a second time change nothing, and merging into nothing gives them', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const once = merge(one, other);
        expect(sameAnswers(merge(once, other), once)).toBe(true);
        expect(sameAnswers(merge({}, one), one)).toBe(true);
        expect(sameAnswers(merge(one, {}), one)).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('leave the answers that they were merged from untouched', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const before = JSON.stringify([one, other]);
        merge(one, other);
        expect(JSON.stringify([one, other])).toBe(before);
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe('answers as scripts see them', () => {
  test('come in the order they were asked, whatever the order in the file', () => {
    const written = asWritten({
      note: 'n',
      intention: null,
      prompt,
      R1: 3,
      tallies: { a: 1 },
      yesterday: 'done',
    });
    expect(Object.keys(written)).toEqual([
      'yesterday',
      'tallies',
      'R1',
      'prompt',
      'intention',
      'note',
    ]);
  });

  test('hold the prompt without its version', () => {
    const { version: _, ...shown } = prompt;
    expect(asWritten({ prompt })).toEqual({ prompt: shown });
    expect(asWritten({ prompt: null })).toEqual({ prompt: null });
  });
});
