import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { TABLE_NAMES, TABLES } from '../../src/store/tables.ts';
import { FIXTURES, putFixture } from './fixtures.ts';

/** Columns of words that are not searched. */
const MORE = [
  "UPDATE exercise_log SET values_json = json_object('snag', ?)",
  'UPDATE asked SET question = ? WHERE question IS NOT NULL',
  "UPDATE revision SET answers = json_object('note', ?)",
  "UPDATE draft SET content = json_set(content, '$.answers.note', ?)",
];

/**
 * Makes a journal in which a text stands wherever words can, and a series of one's own, with its verdicts, bears
 * somebody's code.
 * @param code of lee, who is called Zora Quist in it.
 */
export function putNamed(file: string, text: string, code: string): void {
  const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
  if (!newest) throw new Error('no journal');
  putFixture(file, newest);
  const db = new Sqlite(file);
  try {
    for (const table of TABLE_NAMES)
      for (const column of TABLES[table].searched)
        db.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ?`).run(text);
    for (const sql of MORE) expect(db.prepare(sql).run(text).changes, sql).toBeGreaterThan(0);
    db.prepare("UPDATE series SET name = ? || '-' || substr(id, -1)").run(code);
    const own = db.prepare('SELECT name FROM series').pluck().get();
    const verdicts = "UPDATE verdict SET series = ?, detail = json_set(detail, '$.series', ?)";
    expect(db.prepare(verdicts).run(own, own).changes).toBeGreaterThan(0);
    db.prepare("UPDATE person SET code = ?, name = 'Zora Quist' WHERE code = 'lee'").run(code);
  } finally {
    db.close();
  }
}
