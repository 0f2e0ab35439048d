import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../../src/domain/checkin.ts';
import { RATIO_ITEMS, RATIOS } from '../../src/domain/ratio.ts';
import { TALLY_KEYS } from '../../src/domain/tally.ts';
import { WEEKLY_TEXTS } from '../../src/domain/week.ts';
import { InProcess } from '../support/in-process.ts';

const WEEKS = ['2026-W47', '2026-W46', '2026-W12', '2025-W01'];
const NO_WEEKS = ['2026-W48', '2026-W54', 'last', ''];
const junk = fc.jsonValue({ maxDepth: 2 });
const or = (of: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { arbitrary: of, weight: 30 },
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: junk, weight: 1 },
  );
const count = or(fc.nat(9));
const text = or(fc.string({ unit: 'binary', maxLength: 12 }));
/** At most four of the keys: the more there are, the less often all of them are right. */
const few = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .subarray(Object.keys(model), { maxLength: 4 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, model[key] ?? junk]))));

/** Files of answers that are nearly right, wrong in a place, or nothing of the kind. */
const file = fc.oneof(
  { arbitrary: junk, weight: 1 },
  {
    arbitrary: fc.record({
      week: fc.oneof(
        { arbitrary: fc.constantFrom(...WEEKS), weight: 12 },
        { arbitrary: fc.constantFrom(...NO_WEEKS), weight: 1 },
      ),
      answers: or(
        few({
          tallies: or(fc.dictionary(fc.constantFrom(...TALLY_KEYS, 'a', 'c', 'aw', 'x!'), count)),
          ...Object.fromEntries(
            RATIO_ITEMS.map((item) => {
              const { x, n } = RATIOS[item];
              return [
                item,
                or(fc.record({ [x]: or(fc.nat(4)), [n]: or(fc.integer({ min: 3, max: 9 })) })),
              ];
            }),
          ),
          R4: or(fc.integer({ min: 1, max: 5 })),
          contacts: or(fc.array(or(fc.constantFrom('lee', '@Sam', 'kim')), { maxLength: 3 })),
          movement: or(fc.record({ stage: or(fc.constantFrom(...MOVEMENT_STAGES)), joined: text })),
          exercise: or(
            fc.record({
              id: or(fc.constantFrom('X5', 'x3', 'answer-on-hold', 'X99')),
              state: or(fc.constantFrom(...EXERCISE_STATES)),
            }),
          ),
          ...Object.fromEntries(WEEKLY_TEXTS.map((item) => [item, text])),
          intention: or(fc.record({ if: text, then: text })),
          note: text,
        }),
      ),
    }),
    weight: 20,
  },
);

describe('any JSON as the answers of a check-in', () => {
  test('is stored whole or refused whole, and says so by its exit code', async () => {
    using inside = new InProcess();
    await inside.run(['person', 'add', 'lee']);
    await inside.run(['person', 'add', 'sam']);
    const ended = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async (value, replace) => {
        const before = inside.tables();
        const args = ['checkin', '--answers', '-', '--json', ...(replace ? ['--replace'] : [])];
        const input = JSON.stringify(value);
        const { code, stdout, stderr } = await inside.run(args, { input });
        ended.set(code, (ended.get(code) ?? 0) + 1);
        expect([0, 2, 5]).toContain(code);
        if (code !== 0) {
          expect(stdout).toBe('');
          expect(Object.keys(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? ''))).toEqual([
            'error',
          ]);
          expect(inside.tables()).toEqual(before);
          return;
        }
        const after = inside.tables();
        const again = await inside.run(args, { input });
        expect(again).toMatchObject({ code: 0, stdout });
        expect(inside.tables()).toEqual(after);
      }),
      { numRuns: 200, seed: 47 },
    );
    // The property would hold of a program that refuses everything.
    expect(ended.get(0)).toBeGreaterThan(20);
    expect(ended.get(2)).toBeGreaterThan(20);
    expect(ended.get(5)).toBeGreaterThan(10);
  }, 120_000);
});

/** Every key that a file takes, somewhere. */
const WHOLE = {
  schema: 'praxis.weekly-answers/1',
  week: '2026-W47',
  answers: {
    tallies: { a: 3, 'a!': 1, c: 9 },
    kept: { yes: 4, due: 5 },
    loops: { met: 1, offered: 2 },
    listening: { accepted: 2, rounds: 2 },
    questions: { open: 7, all: 11 },
    badNews: { early: 1, all: 2 },
    R4: 4,
    contacts: [],
    movement: { stage: 'two', joined: 'the platform team' },
    exercise: { id: 'X5', state: 'planned' },
    choice: 'text',
    copied: 'text',
    norm: 'text',
    improved: 'text',
    threatened: 'text',
    intention: { if: 'cue', then: 'act' },
    note: 'text',
  },
};

/** All places of keys, as paths; those of counters are words of their own. */
function keysOf(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  if (path.at(-1) === 'tallies') return [];
  return Object.entries(value).flatMap(([key, each]) => [
    [...path, key],
    ...keysOf(each, [...path, key]),
  ]);
}

function renamed(value: unknown, [key = '', ...rest]: readonly string[], to: string): unknown {
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) =>
      name !== key ? [name, each] : rest.length === 0 ? [to, each] : [key, renamed(each, rest, to)],
    ),
  );
}

describe('a mistyped key', () => {
  test.each(keysOf(WHOLE).map((path) => [path.join('.'), path] as const))(
    '%s is refused with the nearest one, and nothing is stored',
    async (_, path) => {
      using inside = new InProcess();
      const key = path.at(-1) ?? '';
      const typed = `${key}x`;
      const input = JSON.stringify(renamed(WHOLE, path, typed));
      const { code, stdout, stderr } = await inside.run(['checkin', '--answers', '-'], { input });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`"${typed}" is not a key of a weekly check-in.`);
      expect(stderr).toContain(`Did you mean "${key}"?`);
      expect(inside.tables()['session']).toEqual([]);
    },
  );

  test('is none of those of the whole file', async () => {
    using inside = new InProcess();
    const { code } = await inside.run(['checkin', '--answers', '-'], {
      input: JSON.stringify(WHOLE),
    });
    expect(code).toBe(0);
  });
});

describe('what is no answer', () => {
  const answers = (source: string) => `{"answers":${source}}`;
  test.each([
    ['a part larger than its whole', answers('{"kept":{"yes":5,"due":4}}'), '"kept" is 5 of 4'],
    ['a share without its whole', answers('{"kept":{"yes":5}}'), '"due" is missing'],
    ['a key twice', answers('{"note":"a","note":"b"}'), '"note" stands there twice'],
    ['somebody nobody added', answers('{"contacts":["le"]}'), 'Did you mean "lee"?'],
    ['an exercise that there is not', answers('{"exercise":{"id":"X99","state":"done"}}'), 'X99'],
    ['a state that there is not', answers('{"exercise":{"id":"X5","state":"plan"}}'), '"state"'],
    ['a stage that there is not', answers('{"movement":{"stage":"three"}}'), '"stage" is "three"'],
    ['half a plan', answers('{"intention":{"if":"x","then":""}}'), 'two halves'],
    ['a rating of 6', answers('{"R4":6}'), '"R4" is 6'],
    ['an unknown counter', answers('{"tallies":{"answerd":1}}'), 'Did you mean "answered"?'],
    ['half a character', answers('{"choice":"\\ud800"}'), 'half a character'],
    ['a week that has not begun', '{"week":"2026-W48","answers":{"R4":3}}', 'has not begun'],
    ['a week that no year has', '{"week":"2025-W53","answers":{"R4":3}}', '"week" is "2025-W53"'],
    ['nothing', '{}', 'no answer in it'],
    ['a list', '[]', 'no object'],
    ['no JSON', 'R4: 3', 'not JSON'],
  ])('%s is refused', async (_, input, says) => {
    using inside = new InProcess();
    await inside.run(['person', 'add', 'lee']);
    const before = inside.tables();
    const { code, stdout, stderr } = await inside.run(['checkin', '--answers', '-'], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(inside.tables()).toEqual(before);
  });

  test.each([
    [['--kept', '4-5'], '--kept is "4-5"'],
    [['--kept', '5/4'], '5 of 4'],
    [['--clarity', '6'], '--clarity is "6"'],
    [['--tally', 'a3 q9'], '"q9" is no counter'],
    [['--exercise', 'X5'], '--exercise is "X5"'],
    [['--exercise', 'X5=plan'], 'Did you mean "planned"?'],
    [['--joined', 'sam'], '--movement'],
    [['--if', 'x'], 'two halves'],
    [['--answers', '-', '--kept', '4/5'], 'not from both'],
    [['--week', '2026-W60'], 'no week 2026-W60'],
    [['--week', 'soon'], '"soon" is not a week'],
    [['--week', '2027-W01'], 'has not begun'],
    [['--summary', 'ful'], 'Did you mean "full"?'],
    [['--fail-on', 'dew'], 'Did you mean "due"?'],
  ])('flags: %j', async (flags, says) => {
    using inside = new InProcess();
    const { code, stdout, stderr } = await inside.run(['checkin', ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});
