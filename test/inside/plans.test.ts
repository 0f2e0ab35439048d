import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InProcess } from '../support/in-process.ts';
import { fullReads, statementsOf } from '../support/statements.ts';

// No command of every day reads a table that grows from end to end: SQLite itself says how it would run every
// statement that the program really compiles. Its plans do not depend on how much a journal holds.

/** Tables that a life of practice leaves short. Everything else grows. */
const SHORT = new Set([
  'person',
  'departure',
  'pause',
  'series',
  'series_break',
  'hold',
  'question',
  'draft',
  'migration',
]);

/** What is read whole all the same: a few rows a week at most, and all of them are looked at. */
const ALLOWED: readonly (readonly [table: string, why: string])[] = [
  ['exercise_run', 'one a week or so; which exercise fits depends on when each was done last'],
  ['question_asked', 'one or two a week; a draw looks at how long each question waits'],
  ['promise', 'a few a week; a check-in counts those that were kept, whenever they were made'],
  ['knowledge', 'a few a week; coverage counts what was learned of every facet'],
  ['milestone', 'a few a year; each may be due'],
  ['verdict', 'one a series and month; the latest of each counts'],
];

const FREQUENT = [
  '',
  'list',
  'tally c @lee',
  'tally a w:challenge --met explored',
  'reflect --template',
  'why',
  'search vendor',
  'show last',
  'show friday',
  'due',
  'trends',
  'checkin',
  'checkin --template',
  'note hello @lee',
  'intend cue plan',
  'done',
  'prep lee',
  'person contact lee',
];

let home: InProcess;
let db: Sqlite.Database;
beforeAll(async () => {
  home = new InProcess();
  await home.run(['import', 'jsonl', resolve('test/fixtures/rehearsal.jsonl')]);
  // The first command of a day makes a backup, which reads all there is.
  await home.run(['note', 'of the day'], { now: '2027-01-15T18:00:00.000Z' });
  db = new Sqlite(home.journal);
});
afterAll(() => {
  db.close();
  home[Symbol.dispose]();
});

test.each([
  ["SELECT * FROM session WHERE zone = 'UTC'", ['session']],
  ['SELECT count(*) FROM asked AS each', ['asked']],
  ["SELECT * FROM session WHERE kind = 'daily'", ['session']],
  ['SELECT on_day FROM session WHERE on_day <= ? ORDER BY zone', ['session']],
  ["SELECT 1 FROM passage WHERE table_name = 'answer'", ['passage']],
  ['SELECT count(*) FROM passage_text', ['passage_text']],
  ['SELECT * FROM session ORDER BY on_day DESC, id DESC LIMIT 20', []],
  ['SELECT * FROM session ORDER BY zone LIMIT 20', ['session']],
  ['SELECT max(id) FROM session WHERE id < ?', []],
  ['SELECT * FROM session WHERE on_day BETWEEN ? AND ?', []],
  ['SELECT * FROM intention WHERE outcome IS NULL AND made_on < ?', []],
  ['SELECT rowid FROM passage_text WHERE passage_text MATCH ?', []],
])('%s reads whole: %j', (sql, tables) => {
  expect(fullReads(db, sql).map(({ table }) => table)).toEqual(tables);
});

test.each(FREQUENT)('praxis %s reads no table whole that grows', async (line) => {
  const args = line.split(' ').filter((word) => word !== '');
  const statements = await statementsOf(async () => {
    const { code, stderr } = await home.run(args, { now: '2027-01-15T18:10:00.000Z' });
    expect(code, stderr).toBe(0);
  });
  const read = [...statements].filter((sql) => /^\s*(SELECT|WITH)\b/i.test(sql));
  expect(read.length).toBeGreaterThan(0);
  const found = read.flatMap((sql) =>
    fullReads(db, sql).map((full) => ({ ...full, sql: sql.replaceAll(/\s+/g, ' ') })),
  );
  const short = new Set([...SHORT, ...ALLOWED.map(([table]) => table)]);
  expect(found.filter(({ table }) => !short.has(table))).toEqual([]);
});
