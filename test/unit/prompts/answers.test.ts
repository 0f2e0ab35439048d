import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromptTemplate } from '../../../src/domain/choice.ts';
import type { Answers } from '../../../src/domain/session.ts';
import { TALLY_KEYS } from '../../../src/domain/tally.ts';
import { EXIT } from '../../../src/errors.ts';
import { answersFrom, type Known, readDailyFile, readItem } from '../../../src/prompts/answers.ts';
import { refusalOf } from '../../support/refusal.ts';

const templates: PromptTemplate[] = [
  {
    id: 'stance-question',
    version: 2,
    family: 'stance',
    about: 'me',
    tone: 'problem',
    text: 'Which answer?',
  },
  {
    id: 'knowing-belief',
    version: 1,
    family: 'knowing',
    about: 'person',
    tone: 'open',
    text: 'What of {person}?',
  },
];
const asked = {
  id: 'knowing-belief',
  version: 1,
  question: 'What of kim?',
  person: 'kim',
  text: null,
};
const known: Known = {
  templates,
  people: ['kim', 'lee'],
  prompt: asked,
  followUps: [{ exercise: 'X5', question: 'Did the step happen?' }],
};

const read = (source: string, more: Partial<Known> = {}): Answers =>
  answersFrom(readDailyFile(Buffer.from(source)), { ...known, ...more });
const answers = (value: unknown, more: Partial<Known> = {}) =>
  read(JSON.stringify({ answers: value }), more);
const refused = (source: string) => {
  const refusal = refusalOf(() => read(source));
  expect(refusal.exitCode).toBe(EXIT.usage);
  return refusal.message;
};

describe('an answers file', () => {
  test('with everything in it is read as it is', () => {
    const source = `{
      "schema": "praxis.session/1",
      "on": "2026-11-20",
      "answers": {
        "yesterday": "done",
        "tallies": { "a": 3, "a!": 1, "c": 2, "b": 0, "p": null, "w:fit": 1 },
        "R1": 3, "R2": null,
        "prompt": { "id": "stance-question", "question": "ignored", "text": "I answered.", "person": "lee" },
        "intention": { "if": "Lee asks", "then": "ask back" },
        "note": "free text" } }`;
    expect(readDailyFile(Buffer.from(source)).on).toBe('2026-11-20');
    expect(read(source)).toEqual({
      yesterday: 'done',
      tallies: { a: 3, 'a!': 1, c: 2, b: 0, p: null, 'w:fit': 1 },
      R1: 3,
      R2: null,
      prompt: {
        id: 'stance-question',
        version: 2,
        question: 'Which answer?',
        person: 'lee',
        text: 'I answered.',
      },
      intention: { if: 'Lee asks', then: 'ask back' },
      note: 'free text',
    });
  });

  test('may leave everything out: absent is not asked, null is skipped, 0 is none', () => {
    expect(read('{}')).toEqual({});
    expect(answers({})).toEqual({});
    expect(
      answers({ note: null, R1: null, prompt: null, intention: null, yesterday: null }),
    ).toEqual({
      note: null,
      R1: null,
      prompt: null,
      intention: null,
      yesterday: null,
    });
    expect(answers({ tallies: { a: null, c: 0 } })).toEqual({ tallies: { a: null, c: 0 } });
  });

  test('may begin with a byte order mark', () => {
    expect(read('\ufeff{"answers": {"R1": 3}}')).toEqual({ R1: 3 });
  });

  test('takes words, codes and aw for the counters, and keeps the codes', () => {
    expect(answers({ tallies: { answered: 1, aw: 2, 'handed-back': 3, 'why:fit': 4 } })).toEqual({
      tallies: { a: 1, 'a!': 2, c: 3, 'w:fit': 4 },
    });
  });

  test('keeps texts byte for byte', () => {
    const odd = ' e\u0301 \u202e \u0000 \r\n\t=cmd() \u{1f642} \u001b[31m ';
    expect(answers({ note: odd }).note).toBe(odd);
  });

  test('an empty text is one that was skipped', () => {
    expect(answers({ note: '', intention: { if: '', then: null } })).toEqual({
      note: null,
      intention: null,
    });
    expect(answers({ prompt: '' }).prompt).toEqual(asked);
  });

  test('half a plan is no plan', () => {
    for (const intention of [{ if: 'Lee asks' }, { then: 'ask back' }, { if: ' ', then: 'x' }]) {
      expect(refused(JSON.stringify({ answers: { intention } }))).toContain('two halves');
    }
  });

  test('the answer to a follow-up is kept with its question', () => {
    expect(answers({ followUp: { exercise: 'X5', text: 'It did.' } })).toEqual({
      followUp: { exercise: 'X5', question: 'Did the step happen?', text: 'It did.' },
    });
    expect(answers({ followUp: null })).toEqual({ followUp: null });
    expect(refused('{"answers": {"followUp": {"exercise": "X6", "text": "x"}}}')).toContain(
      'No follow-up of "X6"',
    );
  });
});

describe('the prompt in an answers file', () => {
  test('as a plain text answers the one of the day', () => {
    expect(answers({ prompt: 'She is quiet in meetings.' }).prompt).toEqual({
      ...asked,
      text: 'She is quiet in meetings.',
    });
  });

  test('goes back as the template gave it', () => {
    const { version: _, ...given } = asked;
    expect(answers({ prompt: { ...given, text: 'x' } }).prompt).toEqual({ ...asked, text: 'x' });
  });

  test('without an id answers the one of the day, about whom it says', () => {
    expect(answers({ prompt: { text: 'x', person: '@Lee' } }).prompt).toMatchObject({
      id: 'knowing-belief',
      person: 'lee',
      question: 'What of lee?',
    });
  });

  test('when none was put has nothing to answer', () => {
    expect(answers({ prompt: 'x' }, { prompt: null }).prompt).toBeNull();
  });

  test('that is no prompt is refused with the nearest one', () => {
    expect(refused('{"answers": {"prompt": {"id": "stance-questoin", "text": "x"}}}')).toContain(
      'Did you mean "stance-question"?',
    );
  });

  test('about somebody unknown, or about nobody when it needs somebody, is refused', () => {
    expect(
      refused('{"answers": {"prompt": {"id": "knowing-belief", "person": "lew", "text": "x"}}}'),
    ).toContain('Did you mean "lee"?');
    expect(
      refused('{"answers": {"prompt": {"id": "knowing-belief", "person": null, "text": "x"}}}'),
    ).toContain('"person" is missing');
  });
});

describe('a key that is none', () => {
  test.each([
    ['{"answer": {}}', '"answer" is not a key of a daily session. Did you mean "answers"?'],
    [
      '{"answers": {"tally": {}}}',
      '"tally" is not a key of a daily session. Did you mean "tallies"?',
    ],
    ['{"answers": {"r1": 3}}', '"r1" is not a key of a daily session. Did you mean "R1"?'],
    ['{"answers": {"R4": 3}}', '"R4" is not a key'],
    ['{"week": "2026-W47"}', '"week" is not a key'],
    ['{"answers": {"intention": {"iff": "x"}}}', 'Did you mean "if"?'],
    [
      '{"answers": {"prompt": {"txt": "x"}}}',
      '"txt" is not a key of a daily session. Did you mean "text"?',
    ],
    [
      '{"answers": {"tallies": {"handedback": 1}}}',
      '"handedback" is not a key of a tally. Did you mean "handed-back"?',
    ],
    ['{"answers": {"tallies": {"c!": 1}}}', '"c!" is not a key of a tally.'],
    ['{"answers": {"tallies": {"w:fitt": 1}}}', 'Did you mean "w:fit"?'],
    ['{"answers": {"tallies": {"a2": 1}}}', '"a2" is not a key of a tally.'],
    ['{"answers": {"tallies": {"": 1}}}', '"" is not a key of a tally.'],
    ['{"__proto__": {}}', '"__proto__"'],
    ['{"answers": {"__proto__": {"note": "x"}}}', '"__proto__"'],
    ['{"answers": {"tallies": {"__proto__": 3}}}', '"__proto__"'],
    ['{"answers": {"tallies": {"constructor": 3}}}', '"constructor" is not a key'],
    ['{"answers": {"intention": {"__proto__": "x"}}}', '"__proto__"'],
    ['{"constructor": {"prototype": {"x": 1}}}', '"constructor" is not a key'],
  ])('%s is refused: %s', (source, words) => {
    expect(refused(source)).toContain(words);
    expect(({} as Record<string, unknown>)['note']).toBeUndefined();
  });
});

describe('a value that does not fit', () => {
  test.each([
    ['null', 'no object'],
    ['[]', 'no object'],
    ['3', 'no object'],
    ['"text"', 'no object'],
    ['{"answers": null}', '"answers" is null'],
    ['{"answers": []}', '"answers" is a list'],
    ['{"answers": "x"}', '"answers" is "x"'],
    ['{"schema": 1}', '"schema" is 1'],
    ['{"on": "2026-02-30"}', '"on" is "2026-02-30"'],
    ['{"on": "yesterday"}', '"on" is "yesterday"'],
    ['{"on": 20261120}', '"on" is 20261120'],
    ['{"answers": {"R1": 0}}', '"R1" is 0; it takes a whole number from 1 to 5'],
    ['{"answers": {"R1": 6}}', '"R1" is 6'],
    ['{"answers": {"R1": 2.5}}', '"R1" is 2.5'],
    ['{"answers": {"R2": "3"}}', '"R2" is "3"'],
    ['{"answers": {"R3": true}}', '"R3" is true'],
    ['{"answers": {"R1": 1e999}}', '"R1" is Infinity'],
    [
      '{"answers": {"yesterday": "maybe"}}',
      '"yesterday" is "maybe"; it takes done, partly, no-cue, skipped or null',
    ],
    ['{"answers": {"yesterday": 1}}', '"yesterday" is 1'],
    ['{"answers": {"tallies": null}}', '"tallies" is null'],
    ['{"answers": {"tallies": ["a"]}}', '"tallies" is a list'],
    ['{"answers": {"tallies": {"a": -1}}}', '"a" is -1; it takes a whole number from 0 to 999'],
    ['{"answers": {"tallies": {"a": 1000}}}', '"a" is 1000'],
    ['{"answers": {"tallies": {"a": 1.5}}}', '"a" is 1.5'],
    ['{"answers": {"tallies": {"a": "2"}}}', '"a" is "2"'],
    ['{"answers": {"tallies": {"a": {"n": 2}}}}', '"a" is an object'],
    ['{"answers": {"note": 5}}', '"note" is 5; it takes text or null'],
    ['{"answers": {"note": ["x"]}}', '"note" is a list'],
    ['{"answers": {"prompt": 5}}', '"prompt" is 5'],
    ['{"answers": {"prompt": {"text": 5}}}', 'takes text'],
    ['{"answers": {"prompt": {"id": null}}}', 'takes'],
    ['{"answers": {"intention": "ask"}}', '"intention" is "ask"'],
    ['{"answers": {"intention": {"if": 1}}}', '"if" is 1'],
    ['{"answers": {"note": "half \\ud83d"}}', '"note" ends or begins in half a character'],
    [
      '{"answers": {"intention": {"then": "\\udc00"}}}',
      '"then" ends or begins in half a character',
    ],
    ['{"answers": {"prompt": "\\ud83d"}}', 'half a character'],
    ['{"answers": {"prompt": {"text": "\\ud83d"}}}', 'half a character'],
    ['{"answers": {"tallies": {"a": 1, "answered": 2}}}', '"answered" counts "a" a second time'],
    ['{"answers": {"tallies": {"aw": 1, "a!": 2}}}', 'a second time'],
    ['{"answers": {"R1": 3, "R1": 3}}', 'stands there twice'],
  ])('%s is refused: %s', (source, words) => {
    expect(refused(source)).toContain(words);
  });

  test('a message never repeats a long text', () => {
    const long = 'Kim told me about her illness in confidence';
    expect(refused(JSON.stringify({ answers: { yesterday: long } }))).not.toContain('illness');
    expect(refused(JSON.stringify({ answers: { R1: { deep: long } } }))).not.toContain('illness');
  });

  test('whatever value stands anywhere, the file is read or refused', () => {
    const key = fc.constantFrom(
      'on',
      'answers',
      'tallies',
      'note',
      'prompt',
      'text',
      'a',
      'R1',
      'if',
      '__proto__',
      'x',
    );
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.constant(null),
        fc.integer({ min: -2, max: 1001 }),
        fc.double(),
        fc.boolean(),
        fc.string(),
      ),
      tree: fc.oneof(
        { depthSize: 'medium' },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const source = JSON.stringify({ answers: value });
        try {
          read(source);
        } catch {
          refused(source);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

test('every counter that has a key can be counted', () => {
  for (const key of TALLY_KEYS) {
    const { tallies = {} } = answers({ tallies: { [key]: 2 } });
    expect(Object.values(tallies), key).toEqual([2]);
  }
});

describe('one item of an entry', () => {
  const old: Answers = {
    prompt: { ...asked, text: 'before' },
    intention: { if: 'Lee asks', then: 'ask back' },
    tallies: { a: 1 },
  };
  const typed = (item: string, text: string) => readItem(item, text, old, known);

  test.each<[string, string, Answers]>([
    ['note', 'a thought', { note: 'a thought' }],
    ['note', '42', { note: '42' }],
    ['a', '3', { tallies: { a: 3 } }],
    ['handed-back', '0', { tallies: { c: 0 } }],
    ['R1', '4', { R1: 4 }],
    ['a', '', { tallies: { a: null } }],
    ['R1', ' ', { R1: null }],
    ['note', '', { note: null }],
    ['prompt', '', { prompt: asked }],
    ['yesterday', 'partly', { yesterday: 'partly' }],
    ['if', 'Kim asks', { intention: { if: 'Kim asks', then: 'ask back' } }],
    ['then', 'wait', { intention: { if: 'Lee asks', then: 'wait' } }],
    ['prompt', 'after', { prompt: { ...asked, text: 'after' } }],
    ['prompt', '42', { prompt: { ...asked, text: '42' } }],
  ])('%s takes %j', (item, text, expected) => {
    expect(typed(item, text)).toEqual(expected);
  });

  test.each([
    ['a', '-1'],
    ['a', 'many'],
    ['if', ''],
    ['then', ' '],
    ['a', '1000'],
    ['R1', '6'],
    ['R1', 'high'],
    ['yesterday', 'maybe'],
    ['nothing', 'x'],
    ['note', '\ud800'],
  ])('%s does not take %j', (item, text) => {
    expect(refusalOf(() => typed(item, text)).exitCode).toBe(EXIT.usage);
  });
});
