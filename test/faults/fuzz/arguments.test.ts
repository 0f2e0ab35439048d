import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG_KEYS } from '../../../src/store/config.ts';
import { everyCommand, READING, WRITING } from '../../support/commands.ts';
import { hold, Target } from '../../support/fuzz.ts';
import { anyBytes, anyJson, anyText, changed, partChanged, trick } from '../../support/hostile.ts';

// Whatever stands on the command line, or in the settings, is understood or refused: one line, one hint, nothing broken.

let target: Target;
let commands: string[][];
const here = process.cwd();
beforeAll(async () => {
  target = new Target();
  commands = (await everyCommand()).map((each) => each.split(' '));
  // A path that is not absolute, or leads upwards, stays in this home.
  const deep = join(target.path, 'a/b/c/d/e/f');
  mkdirSync(deep, { recursive: true });
  process.chdir(deep);
});
afterAll(() => {
  process.chdir(here);
  target[Symbol.dispose]();
});

const FLAGS = [
  ...new Set(
    '--json --no-input --no-color --yes --read-only --quick --on --late --resume --discard --answers --replace --template --dry-run --week --summary --fail-on --schema --kept --loops --listening --questions --bad-news --clarity --tally --contact --movement --exercise --choice --note --if --then --explain --minutes --met --quote --warranted --focus --partly --no-cue --why --reason --until --from --off --name --cadence --role-since --left --opening --came-for --code --team-since --future --growth --cost --back --follower --moment --backups --history --how --sure --was --source --question --rate --facet --retired --learned --to --by --due --result --activity --proposed-by --success --with --all --person --challenger --option --markdown --title --benefits --costs --bearers --reversible --sign --anyway --stands --changed --because --draft --set --version --limit --zone --csv --timeout --item --for-good --older --out --force --per --links --redact --for --entry --view --date-format --encoding --tags --fix --run --day --at --print -h --help -V --'.split(
      ' ',
    ),
  ),
];
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const VALUES = ['lee', '@lee', 'sam', 'oü-2', 'me', 'c', 'a2', 'w:fit', 'X5', 'today', 'yesterday', 'friday', '2026-11-12', '2026-W46', 'in 3 days', '9999-12-31', '0001-01-01', 'best-hours', 'told', 'assumed', '0.8', '3', '4/5', 'X5=done', 'last', 'this', 'month', 'counts', 'due', 'note', '-', '01900000', id(45), id(47), id(60), id(41), id(105), 'jsonl', 'markdown', 'csv', 'v_answer', 'coach', 'journal', 'day_ends', '03:00', 'bash', 'session', 'daily-2026-11-12T000000000Z.db']; // biome-ignore format: values that mean something

/** A value that names no place outside of this home. */
const inside = (text: string) =>
  text.replaceAll('\0', '').startsWith('/') ? `x${text}` : text.replaceAll('\0', '');
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: anyText.map(inside) },
);
const flag = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FLAGS) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...FLAGS), value).map(([name, x]) => `${name}=${x}`),
  },
  { weight: 1, arbitrary: trick.map((text) => `--${inside(text)}`) },
);
const rest = fc.array(fc.oneof({ weight: 3, arbitrary: value }, { weight: 2, arbitrary: flag }), {
  maxLength: 6,
});

/** What is started as a process of its own, or writes where it was told: tried elsewhere. */
const elsewhere = (args: readonly string[]) =>
  args.some((each) => /^--(salvage|out)/.test(each)) ||
  (args[0] === 'query' && !args.includes('--schema')) ||
  args.includes('--journal');

test('any words after any command', async () => {
  const line = fc
    .nat(10_000)
    .chain((n) => fc.tuple(fc.constant(commands[n % commands.length] ?? []), rest));
  await hold('arguments', fc.tuple(line, fc.boolean()), async ([[command, more], terminal]) => {
    const args = [...command, ...more];
    if (elsewhere(args)) return;
    target.reset();
    // An export keeps every byte in a pipe, and so do a pack and a page.
    const raw = !terminal && ['export', 'pack', 'decide', 'focus'].includes(args[0] ?? '');
    await target.try(args, { terminal, raw });
  });
});

test('a command line that is understood, with a word changed', async () => {
  const lines = [...READING, ...WRITING];
  const line = fc.constantFrom(...lines).chain(({ args, input = '' }) =>
    fc
      .tuple(
        fc.nat(Math.max(0, args.length - 1)),
        fc.oneof(
          value,
          flag,
          fc.nat().chain((n) => changed(args[n % Math.max(1, args.length)] ?? '')),
        ),
        fc.boolean(),
      )
      .map(([at, word, instead]) => ({
        args: [...args.slice(0, at), inside(word), ...args.slice(instead ? at + 1 : at)],
        input,
      })),
  );
  await hold('changed command lines', line, async ({ args, input }) => {
    if (elsewhere(args)) return;
    target.reset();
    const raw = ['export', 'pack', 'decide', 'focus'].includes(args[0] ?? '');
    await target.try(args, { input, raw });
  });
});

test('none of them wrote a file that it was not told to write', () => {
  target.reset();
  expect(target.tree()).toEqual(['sound.db']);
});

const SETTINGS = { day_ends: '03:00', keep_months: '24', editor: 'vi' };

describe('settings', () => {
  const file = () => join(target.path, '.config/praxis/config.json');

  test('any bytes in their file are used or refused, and are never written over', async () => {
    const json = anyJson([...CONFIG_KEYS, 'jornal'], ['04:00', '24', 'vi', '~/x.db']).map((each) =>
      JSON.stringify(each),
    );
    const content = fc.oneof(
      { weight: 3, arbitrary: json as fc.Arbitrary<string | Uint8Array> },
      { weight: 2, arbitrary: changed(JSON.stringify(SETTINGS)) },
      {
        weight: 1,
        arbitrary: partChanged(SETTINGS, CONFIG_KEYS).map((each) => JSON.stringify(each)),
      },
      { weight: 1, arbitrary: fc.oneof(anyBytes, anyText) },
    );
    const words = fc.constantFrom('config', 'config get day_ends', 'list', 'note x', 'delete --older --dry-run', 'today', 'config set keep_months 12'); // biome-ignore format: a list
    await hold(
      'settings',
      fc.tuple(content, words, fc.boolean()),
      async ([bytes, line, terminal]) => {
        target.reset();
        target.put('.config/praxis/config.json', bytes);
        const before = readFileSync(file());
        const came = await target.try(line.split(' '), { terminal });
        if (came.code !== 0 || !line.startsWith('config set'))
          expect(readFileSync(file()).equals(before)).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    );
  });

  test('any value is kept as it is or refused, for its owner alone', async () => {
    const key = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<string>(...CONFIG_KEYS) },
      { weight: 1, arbitrary: trick.map(inside) },
    );
    await hold('values of settings', fc.tuple(key, value), async ([name, text]) => {
      target.reset();
      const came = await target.try(['config', 'set', '--', name, text]);
      if (came.code !== 0) {
        expect(came.code).toBe(2);
        return;
      }
      expect(statSync(file()).mode & 0o777).toBe(0o600);
      if (name === 'journal') return;
      const { value: kept } = JSON.parse(
        (await target.try(['config', 'get', name, '--json'])).stdout,
      );
      expect(kept).toBe(text);
    });
  });
});
