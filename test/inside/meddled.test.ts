import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedSentence } from '../support/checks.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// Another program, or a disk, may leave anything in a row of the journal. praxis works on, or says so in a sentence: it
// never breaks over it, and takes nothing that it reads there for SQL.

const NOW = '2026-11-13T08:00:00.000Z';
const NONSENSE = ['nonsense {', 'null', '{"__proto__":1}'] as const;

/** Commands that show what stands in rows, and reckon with it. */
const SHOWING = [
  'today', 'why', 'list', 'show last', 'search quoted', 'due', 'history', 'doctor', 'doctor --json', 'exercise show X5',
  'question list', 'question draw', 'person show lee', 'prep lee', 'audit lee', 'promises', 'decide', 'focus', 'pause',
  'checkin', 'review month', 'review quarter', 'person forget lee --dry-run', 'export markdown', 'export markdown --redact',
].map((words) => words.split(' ')); // biome-ignore format: a list

let inside: InProcess;
let file: string;
let sound: string;

beforeAll(() => {
  inside = new InProcess('2027-01-01T00:00:00.000Z');
  file = join(inside.path, '.local/share/praxis/journal.db');
  sound = join(inside.path, 'sound.db');
  const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
  if (!newest) throw new Error('no journal');
  putFixture(sound, newest);
});
afterAll(() => inside[Symbol.dispose]());

function meddle(sql: string, ...values: unknown[]): void {
  rmSync(dirname(file), { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  copyFileSync(sound, file);
  const db = new Sqlite(file);
  db.pragma('ignore_check_constraints = ON');
  db.prepare(sql).run(...values);
  db.close();
}

const run = (args: readonly string[], input = '') =>
  inside.run(args, { now: NOW, input, held: false });

describe.each([
  ['question', 'facets_json'],
  ['exercise_log', 'values_json'],
  ['verdict', 'detail'],
  ['draft', 'content'],
  ['change', 'before'],
  ['change', 'after'],
  ['session', 'on_day'],
  ['pause', 'until_day'],
])('nonsense in %s.%s', (table, column) => {
  test.each(NONSENSE)('%j is read over, or told', async (nonsense) => {
    const only = `rowid = (SELECT max(rowid) FROM ${table} WHERE ${column} IS NOT NULL)`;
    meddle(
      `UPDATE ${table} SET ${column} = ? WHERE ${column} IS NOT NULL AND ${column === 'on_day' ? only : true}`,
      nonsense,
    );
    for (const args of SHOWING) {
      const { code, stderr } = await run(args);
      if (code !== 0) expect({ args, code }).toMatchObject({ code: expect.toBeOneOf([1, 2, 4]) });
      if (code !== 0 && args[0] !== 'doctor')
        expect(stderr, args.join(' ')).toMatch(refusedSentence);
    }
  });
});

describe('a history that another program changed', () => {
  test.each([
    ['a table that is none', "UPDATE change SET table_name = 'person; DROP TABLE person; --'"],
    ['a table of SQLite itself', "UPDATE change SET table_name = 'sqlite_schema'"],
    ['a row that is not there', "UPDATE change SET row_id = 'x'"],
    ['no JSON', "UPDATE change SET before = 'x' WHERE before IS NOT NULL"],
    ['another row', `UPDATE change SET after = '{"id":"x"}', before = '{"id":"x"}'`],
    [
      'a column that is SQL',
      `UPDATE change SET after = json_set(after, '$."name = code, code"', 'x') WHERE table_name = 'person'`,
      // One that a later schema took away would look the same.
      false,
    ],
    ['a value that is none', `UPDATE change SET after = json_set(after, '$.name', json('[1]'))`],
    ['what the schema does not take', `UPDATE change SET after = json_set(after, '$.state', 'x')`],
  ])(
    'with %s is not turned back or forth, and the doctor tells it',
    async (_, sql, told = true) => {
      meddle(sql);
      const { stdout } = await run(['doctor']);
      if (told) expect(stdout.replaceAll(/\s+/g, ' ')).toContain('are not what praxis stored last');
      for (const turn of ['redo', 'undo', 'redo']) {
        const before = inside.tables();
        const { code, stderr } = await run([turn]);
        if (code === 0) continue;
        expect({ code, stderr }).toEqual({
          code: expect.toBeOneOf([1, 4]),
          stderr: expect.stringMatching(refusedSentence),
        });
        expect(inside.tables()).toEqual(before);
      }
      meddle(sql);
      expect((await run(['person', 'forget', 'lee', '--yes'])).code).toBe(0);
    },
  );
});

test('an unfinished session that cannot be read is offered no more, told by the doctor, and let go when asked', async () => {
  meddle("UPDATE draft SET content = 'half of {'");
  expect((await run([])).stdout).not.toContain('Unfinished');
  const { findings } = JSON.parse((await run(['doctor', '--json'])).stdout) as {
    findings: { check: string; what: string }[];
  };
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'drafts',
      what: 'The unfinished session of 2026-11-12 cannot be read.',
    }),
  );
  await run(['doctor', '--fix', '--yes']);
  const after = JSON.parse((await run(['doctor', '--json'])).stdout) as typeof findings & {
    findings: { check: string }[];
  };
  expect(after.findings.filter(({ check }) => check === 'drafts')).toEqual([]);
});

test.each(['nonsense', '[]', '{"moments":[4]}', '{"moments":null}', '4', ''])(
  'an import refuses %j as what an exercise recorded',
  async (values) => {
    rmSync(dirname(file), { recursive: true, force: true });
    const log = {
      record: 'exercise_log',
      id: '01900000-0000-7000-8000-000000000001',
      run_id: null,
      exercise_id: 'X5',
      on_day: '2026-11-09',
      week: '2026-W46',
      kind: 'hold',
      x: null,
      n: null,
      values_json: values,
      text: '',
      person_id: null,
    };
    const input = `{"schema":"praxis.journal/1"}\n${JSON.stringify(log)}\n`;
    const { code, stderr } = await run(['import', 'jsonl', '-'], input);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        '"values_json" of this exercise_log is not what it should be',
      ),
    });
  },
);

test('an entry of the last year that there is, is shown', async () => {
  rmSync(dirname(file), { recursive: true, force: true });
  const input = '---\ndate: 9999-12-30\n---\nfar away\n';
  expect((await run(['import', 'markdown', '-'], input)).code).toBe(0);
  for (const args of [['list'], ['show', 'last'], ['export', 'markdown'], ['search', 'far']])
    expect((await run(args)).stdout, args.join(' ')).toContain('far away');
});

test.each([
  ['promise', 'made_on'],
  ['session', 'on_day'],
  ['statement', 'on_day'],
  ['milestone', 'made_on'],
])(
  'a way out of the folder in place of a day (%s.%s) is no name of a file',
  async (table, column) => {
    for (const way of ['../../owned', '/tmp/owned', '../x/2026-11-12', '..']) {
      meddle(
        `UPDATE ${table} SET ${column} = ? WHERE rowid = (SELECT max(rowid) FROM ${table})`,
        way,
      );
      const out = join(inside.path, 'deep/er/out');
      const before = readdirSync(inside.path, { recursive: true }).sort();
      for (const per of ['day', 'month']) {
        const { code, stderr } = await run(['export', 'markdown', '--out', out, '--per', per]);
        expect({ way, per, code, stderr }).toMatchObject({ code: 4 });
      }
      expect(readdirSync(inside.path, { recursive: true }).sort()).toEqual(before);
    }
  },
);
