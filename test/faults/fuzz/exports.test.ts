import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READING } from '../../support/commands.ts';
import { hold, Target } from '../../support/fuzz.ts';
import { anyText, trick, wholeText } from '../../support/hostile.ts';

// Whatever stands in a journal goes out as it is, is shown and not obeyed, runs in no spreadsheet, and stays in its folder.

let target: Target;
let rows: Record<string, unknown>[];
const here = process.cwd();
beforeAll(async () => {
  target = new Target();
  const { stdout } = await target.try(['export', 'jsonl'], { raw: true });
  rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
});
afterAll(() => {
  process.chdir(here);
  target[Symbol.dispose]();
});

/** Columns that hold whatever somebody wrote. */
const WRITTEN =
  'future_role reason growth cost text word moment source because why success sign title benefits costs bearers learned if_text then_text answer question answers facet exercise_id prompt_id series pack_id'.split(
    ' ',
  );

/** The journal of the test with other texts: each written column takes the next one. */
function written(texts: readonly string[]): Record<string, unknown>[] {
  let next = 0;
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const other = typeof value === 'string' && WRITTEN.includes(column);
        // One evening's answers keep their own kinds.
        const fixed =
          (row['record'] === 'asked' && column !== 'question') ||
          (column === 'source' && row['record'] !== 'knowledge') ||
          (column === 'reason' && row['record'] === 'exercise_run');
        const many = column === 'prompt_id' || column === 'pack_id' || column === 'series';
        return [column, other && !fixed && !many ? texts[next++ % texts.length] : value];
      }),
    ),
  );
}

async function take(texts: readonly string[]): Promise<string> {
  target.reset();
  rmSync(target.journal);
  const lines = written(texts)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
  const came = await target.try(['import', 'jsonl', '-'], { input: lines });
  expect(came.code, came.stderr).toBe(0);
  return lines;
}

const texts = fc.array(wholeText, { minLength: 3, maxLength: 40 });
/** Those that answer in text, and those that keep every byte in a pipe. */
const SHOWN = READING.map(({ args }) => args).filter(
  (args) =>
    !/^(import|query|reflect --answers|checkin --answers|review month --answers|series|doctor|completion|remind|export)|--older/.test(
      args.join(' '),
    ),
);
const RAW = /^(decide show .* --markdown|pack show|trends .* --csv)/;

/** How a cell begins that a spreadsheet runs; a number below zero is a number. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

describe('a journal of any texts', () => {
  test('is shown by every command and obeyed by no screen', async () => {
    const which = fc.array(fc.constantFrom(...SHOWN), { minLength: 4, maxLength: 4 });
    await hold(
      'renderers',
      fc.tuple(texts, which, fc.boolean()),
      async ([said, commands, terminal]) => {
        await take(said);
        for (const args of commands) {
          const raw = RAW.test(args.join(' ')) && !terminal;
          const { code, stderr } = await target.try(args, { terminal, raw });
          expect({ args, code, stderr }).toMatchObject({ args, code: 0 });
          const json = await target.try([...args, '--json']);
          if (json.stdout !== '') JSON.parse(json.stdout);
        }
        for (const args of [
          ['export', 'markdown'],
          ['export', 'markdown', '--redact'],
          ['export', 'csv', '--view', 'v_answer'],
          ['export', 'markdown', '--for', 'coach'],
        ])
          await target.try(args, { terminal: true });
      },
    );
  });

  test('goes out as jsonl and comes back as the same', async () => {
    await hold('jsonl', texts, async (said) => {
      const lines = await take(said);
      const { stdout } = await target.try(['export', 'jsonl'], { raw: true });
      const values = (text: string) =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
      expect(values(stdout)).toEqual(values(lines));
    });
  });

  test('goes out as CSV in which no cell runs, and every text is what it was', async () => {
    await hold('CSV', texts, async (said) => {
      await take(said);
      expect((await target.try(['export', 'csv', '--out', target.out])).code).toBe(0);
      const names = readdirSync(target.out);
      for (const name of names) {
        expect(name).toMatch(/^v_[a-z_]+\.csv$/);
        const [head, ...cells] = parse(readFileSync(join(target.out, name))) as string[][];
        for (const cell of [...(head ?? []), ...cells.flat()])
          if (!Number.isFinite(Number(cell || NaN))) expect(cell).not.toMatch(RUNS);
      }
      const answers = parse(readFileSync(join(target.out, 'v_answer.csv'))) as string[][];
      const db = new Sqlite(target.journal);
      const kept = db.prepare('SELECT text FROM v_answer').pluck().all() as string[];
      db.close();
      expect(answers.slice(1).map((cells) => cells.at(-1))).toEqual(
        kept.map((text) => (RUNS.test(text) ? `'${text}` : text)),
      );
    });
  });

  test('goes out as Markdown files that stand in their folder, and come back as the same entries', async () => {
    const how = fc.constantFrom<string[]>(
      [],
      ['--per', 'day'],
      ['--links'],
      ['--redact'],
      ['--person', 'lee'],
    );
    await hold('Markdown', fc.tuple(texts, how), async ([said, flags]) => {
      await take(said);
      const before = target.tree();
      expect((await target.try(['export', 'markdown', '--out', target.out, ...flags])).code).toBe(
        0,
      );
      const made = target.tree().filter((name) => !before.includes(name));
      for (const name of made) expect(name).toMatch(/^deep\/er\/out\/\d{4}-\d{2}(-\d{2})?\.md$/);
      for (const name of made) expect(statSync(join(target.path, name)).mode & 0o777).toBe(0o600);
      if (flags.includes('--redact') || flags.includes('--person')) return;
      const again = await target.try(['import', 'markdown', target.out, '--dry-run', '--json']);
      expect(again.code, again.stderr).toBe(0);
      expect(JSON.parse(again.stdout)).toMatchObject({ added: 0 });
    });
  });
});

describe('what another program wrote in place of a code, a zone or a command', () => {
  const PLACES = ['person.code', 'person.name', 'session.zone', 'action.command', 'answer.item', 'asked.item', 'asked.question', 'tally.subtype', 'rating.item', 'exercise_log.kind', 'exercise_run.exercise_id', 'knowledge.facet', 'series_break.reason', 'verdict.series', 'session.started_at', 'pause.until_day', 'promise.due_on']; // biome-ignore format: columns
  test('is shown, and obeyed by no screen', async () => {
    const which = fc.array(fc.constantFrom(...SHOWN), { minLength: 4, maxLength: 4 });
    const change = fc.tuple(
      fc.constantFrom(...PLACES),
      anyText.filter((text) => text.isWellFormed()),
    );
    await hold(
      'rows of others',
      fc.tuple(fc.array(change, { minLength: 1, maxLength: 3 }), which, fc.boolean()),
      async ([changes, commands, terminal]) => {
        target.reset();
        const db = new Sqlite(target.journal);
        db.pragma('ignore_check_constraints = ON');
        for (const [place, text] of changes) {
          const [table, column] = place.split('.');
          db.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ? WHERE ${column} IS NOT NULL`).run(
            text,
          );
        }
        db.close();
        for (const args of commands) {
          const raw = RAW.test(args.join(' ')) && !terminal;
          const came = await target.look(args, { terminal, raw, held: false });
          expect([0, 1, 2, 4], came.stderr).toContain(came.code);
        }
      },
    );
  });
});

describe('a place to export to', () => {
  test('is the only one that is written', async () => {
    process.chdir(target.path);
    mkdirSync('a/b/c/d', { recursive: true });
    process.chdir('a/b/c/d');
    const path = fc
      .oneof(
        trick,
        anyText,
        fc.tuple(trick, trick).map(([a, b]) => `${a}/${b}`),
        fc.constantFrom(
          'x.md',
          'x.csv',
          'x.jsonl',
          '../x.md',
          '../../y',
          './z/../w',
          'deep/deeper/x.md',
          '~/home.md',
          'x.md/y',
        ),
      )
      .map((text) => (text.startsWith('/') ? `.${text}` : text).toWellFormed());
    const format = fc.constantFrom(
      ['jsonl'],
      ['markdown'],
      ['csv'],
      ['csv', '--view', 'v_tally'],
      ['markdown', '--for', 'coach'],
    );
    await hold('places', fc.tuple(format, path), async ([what, out]) => {
      target.reset();
      const before = new Set(target.tree());
      const came = await target.try(['export', ...what, `--out=${out}`]);
      const made = target.tree().filter((name) => !before.has(name));
      const place = resolve(out.replaceAll('\0', '?'));
      for (const name of made) {
        const below = relative(place, join(target.path, name));
        expect(below === '' || !below.startsWith('..'), `${name} for ${JSON.stringify(out)}`).toBe(
          true,
        );
        rmSync(join(target.path, name));
      }
      if (came.code !== 0) expect(made).toEqual([]);
    });
    process.chdir(here);
  });
});
