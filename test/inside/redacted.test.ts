import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { VIEWS } from '../../src/domain/views.ts';
import { TABLE_NAMES, TABLES } from '../../src/store/tables.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// Every column that holds words has somebody's name in it: what leaves with --redact has it nowhere.

// In JSON a line break is written as a letter.
const SAID = 'Zora met\nlee, and\tQuist said "lee"';

test('whatever holds words, no export that takes names out has one left', async () => {
  using inside = new InProcess();
  const file = join(inside.path, '.local/share/praxis/journal.db');
  const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
  if (!newest) throw new Error('no journal');
  putFixture(file, newest);
  const db = new Sqlite(file);
  for (const table of TABLE_NAMES)
    for (const column of TABLES[table].searched)
      db.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ?`).run(SAID);
  db.prepare("UPDATE exercise_log SET values_json = json_object('snag', ?)").run(SAID);
  db.prepare('UPDATE asked SET question = ? WHERE question IS NOT NULL').run(SAID);
  db.prepare("UPDATE series SET name = 'lee-' || substr(id, -1)").run();
  const [own] = db.prepare('SELECT name FROM series').pluck().all();
  db.prepare("UPDATE verdict SET series = ?, detail = json_set(detail, '$.series', ?)").run(
    own,
    own,
  );
  expect(db.prepare('SELECT count(*) FROM verdict').pluck().get()).toBeGreaterThan(0);
  db.prepare("UPDATE person SET name = 'Zora Quist' WHERE code = 'lee'").run();
  db.close();
  const now = '2026-11-13T08:00:00.000Z';
  const exports = [
    ['markdown', '--redact'],
    ['markdown', '--redact', '--links'],
    ['markdown', '--for', 'coach'],
    ['jsonl', '--redact'],
    ...VIEWS.map(({ view }) => ['csv', '--view', view, '--redact']),
  ];
  for (const args of exports) {
    const { code, stdout } = await inside.run(['export', ...args], { now, held: false });
    expect({ args, code }).toEqual({ args, code: 0 });
    expect(stdout, args.join(' ')).not.toMatch(/zora|quist|\blee\b/i);
  }
});
