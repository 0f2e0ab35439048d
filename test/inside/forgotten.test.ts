import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { TABLE_NAMES, TABLES } from '../../src/store/tables.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// Every column that holds words has somebody's name in it: once they are forgotten, no byte of the file has it.

// In JSON a line break before a name is written as a letter.
const SAID = 'We spoke.\nZora said it,\tQuist did not';

test('whatever holds words, none of its bytes names somebody who was forgotten', async () => {
  using inside = new InProcess();
  const file = join(inside.path, '.local/share/praxis/journal.db');
  const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
  if (!newest) throw new Error('no journal');
  putFixture(file, newest);
  const db = new Sqlite(file);
  for (const table of TABLE_NAMES)
    for (const column of TABLES[table].searched)
      db.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ?`).run(SAID);
  const planted = [
    "UPDATE exercise_log SET values_json = json_object('snag', ?)",
    'UPDATE asked SET question = ? WHERE question IS NOT NULL',
    "UPDATE revision SET answers = json_object('note', ?)",
    "UPDATE draft SET content = json_set(content, '$.answers.note', ?)",
  ];
  for (const sql of planted) expect(db.prepare(sql).run(SAID).changes, sql).toBeGreaterThan(0);
  db.exec(`UPDATE series SET name = 'zora-' || substr(id, -1);
    UPDATE verdict SET series = 'zora-1', detail = json_set(detail, '$.series', 'zora-1');
    UPDATE person SET code = 'zora', name = 'Zora Quist' WHERE code = 'lee'`);
  db.close();
  const now = '2026-11-13T08:00:00.000Z';
  const named = () => /zora|quist/i.exec(readFileSync(file, 'latin1'))?.[0];
  expect(named()).toBeDefined();
  const args = ['person', 'forget', 'zora', '--yes', '--json'];
  const { code, stderr } = await inside.run(args, { now, held: false });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(named()).toBeUndefined();
});
