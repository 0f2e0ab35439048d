import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hold, Target } from '../../support/fuzz.ts';
import {
  anyBytes,
  anyJson,
  anyText,
  changed,
  oddJson,
  partChanged,
  wholeText,
} from '../../support/hostile.ts';

// Whatever stands in a file of answers is stored as it was meant, or refused whole.

let target: Target;
beforeAll(() => {
  target = new Target();
});
afterAll(() => target[Symbol.dispose]());

const VALUES = [
  'lee',
  'sam',
  'done',
  'no-cue',
  '2026-11-12',
  '2026-W46',
  'stance-question',
  'X5',
  'easily',
  'two',
];
/** Each command that takes answers, the keys of its file, and a file that it takes. */
const FILES: readonly (readonly [args: string, keys: readonly string[], good: object])[] = [
  [
    'reflect',
    'schema on answers yesterday followUp exercise question text tallies a a! c w:fit answered R1 R2 R3 prompt id person intention if then note'.split(
      ' ',
    ),
    {
      on: '2026-11-13',
      answers: {
        tallies: { a: 3, 'a!': 1, c: 2 },
        R1: 3,
        prompt: { id: 'stance-question', text: 'x', person: 'lee' },
        intention: { if: 'x', then: 'y' },
        note: 'free',
      },
    },
  ],
  [
    'checkin',
    'schema week answers tallies a c kept yes due loops met offered listening accepted rounds questions open all badNews early R4 movement stage joined contacts exercise id state choice improved copied norm threatened intention if then note'.split(
      ' ',
    ),
    {
      week: '2026-W46',
      answers: {
        kept: { yes: 4, due: 5 },
        R4: 4,
        movement: { stage: 'two', joined: 'x' },
        contacts: ['lee'],
        choice: 'x',
        note: 'free',
      },
    },
  ],
  [
    'review month',
    'schema on answers R5 lee sam R0 reread breaks argument suggestion coach exceptions expect'.split(
      ' ',
    ),
    { on: '2026-11-13', answers: { R5: { lee: 4 }, reread: 'x', coach: 'y' } },
  ],
  [
    'review quarter',
    'schema on answers R0 lee stop start expect belief event yours parts'.split(' '),
    { on: '2026-11-13', answers: { stop: 'x', belief: 'y', event: 'z' } },
  ],
  [
    'decide new',
    'schema question owner dueOn challenger sign options title benefits costs bearers reversibility confidence statusQuo'.split(
      ' ',
    ),
    {
      question: 'Which?',
      owner: 'lee',
      dueOn: '2026-12-01',
      options: [{ title: 'Buy', costs: '40k', confidence: 0.7 }],
    },
  ],
];

describe.each(FILES)('praxis %s --answers', (args, keys, good) => {
  test('takes no bytes for more than they are', async () => {
    const json = anyJson(keys, VALUES).map((value) => JSON.stringify(value));
    const input = fc.oneof(
      { weight: 4, arbitrary: changed(JSON.stringify(good)) },
      {
        weight: 4,
        arbitrary: partChanged(good, keys, VALUES).map((value) => JSON.stringify(value)),
      },
      { weight: 2, arbitrary: json },
      { weight: 2, arbitrary: anyJson(keys, VALUES).map((answers) => JSON.stringify({ answers })) },
      { weight: 1, arbitrary: oddJson },
      { weight: 1, arbitrary: anyBytes },
      { weight: 1, arbitrary: anyText },
    );
    await hold(`answers of ${args}`, fc.tuple(input, fc.boolean()), async ([content, asJson]) => {
      target.reset();
      const words = [...args.split(' '), '--answers', '-', ...(asJson ? ['--json'] : [])];
      await target.try(words, { input: content });
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  });
});

describe('a text that was answered', () => {
  test('comes back as it was, from JSON and from jsonl', async () => {
    const said = wholeText.filter((text) => text.trim() !== '');
    await hold(
      'texts of answers',
      fc.record({ note: said, prompt: said, if: said, then: said }),
      async (texts) => {
        target.reset();
        const { note, prompt, ...intention } = texts;
        const answers = { note, prompt: { id: 'stance-question', text: prompt }, intention };
        const input = JSON.stringify({ on: '2026-11-13', answers });
        const stored = await target.try(['reflect', '--answers', '-', '--json'], { input });
        expect(stored.code, stored.stderr).toBe(0);
        const shown = JSON.parse((await target.try(['show', '2026-11-13', '--json'])).stdout);
        const [session] = shown.sessions ?? [shown];
        expect(session.answers).toMatchObject({ note, prompt: { text: prompt }, intention });
        const lines = (await target.try(['export', 'jsonl'], { raw: true })).stdout
          .trimEnd()
          .split('\n');
        const rows = lines.map((line) => JSON.parse(line));
        for (const text of [note, prompt])
          expect(rows.some((row) => row.record === 'answer' && row.text === text)).toBe(true);
        expect(rows.some((row) => row.if_text === texts.if && row.then_text === texts.then)).toBe(
          true,
        );
      },
    );
  });
});

describe('a text on stdin', () => {
  const COMMANDS = [
    'note - @lee',
    'know lee best-hours - --how told',
    'question add - --facet best-hours',
    'question asked best-hours-thinking lee --learned -',
    'focus way --set -',
  ];
  test('is kept as it is or refused', async () => {
    const input = fc.oneof(anyText, anyBytes);
    await hold(
      'texts on stdin',
      fc.tuple(fc.constantFrom(...COMMANDS), input),
      async ([words, content]) => {
        target.reset();
        const came = await target.try(words.split(' '), { input: content });
        if (typeof content !== 'string' || !content.isWellFormed() || content.trim() === '') return;
        if (came.code !== 0) return;
        const { stdout } = await target.try(['export', 'jsonl'], { raw: true });
        const values = stdout
          .trimEnd()
          .split('\n')
          .flatMap((line) => Object.values(JSON.parse(line)));
        const kept = [content, content.trim(), content.trimEnd()];
        expect(
          kept.some((text) => values.includes(text)),
          JSON.stringify(content),
        ).toBe(true);
      },
    );
  });
});
