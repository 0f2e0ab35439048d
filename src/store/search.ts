import type { Database } from 'better-sqlite3';
import type { Found } from '../domain/found.ts';
import type { Journal } from './open.ts';
import { prepared, row } from './prepared.ts';
import { TABLES, type TableName } from './tables.ts';

/** Adds a row's words to the index. Composed (NFC), so that both ways of writing an accent are found. */
export function indexRow(db: Database, table: TableName, values: { readonly id: string }): void {
  const columns = TABLES[table].searched;
  if (columns.length === 0) return;
  const text = columns
    .map((column) => String((values as Record<string, unknown>)[column] ?? ''))
    .join('\n');
  if (text.trim() === '') return;
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO passage (table_name, row_id) VALUES (?, ?)',
  ).run(table, values.id);
  prepared(db, 'INSERT INTO passage_text (rowid, text) VALUES (?, ?)').run(
    lastInsertRowid,
    text.normalize('NFC'),
  );
}

export function unindexRow(db: Database, table: TableName, id: string): void {
  if (TABLES[table].searched.length === 0) return;
  const passage = row<{ id: number }>(
    db,
    'DELETE FROM passage WHERE table_name = ? AND row_id = ? RETURNING id',
    table,
    id,
  );
  if (passage) prepared(db, 'DELETE FROM passage_text WHERE rowid = ?').run(passage.id);
}

/** Texts that hold every one of the words, or words that begin with them; the latest first. */
export function search({ db }: Journal, words: string, limit: number): Found[] {
  const terms = words.normalize('NFC').match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu) ?? [];
  if (terms.length === 0) return [];
  const match = terms.map((term) => `"${term}"*`).join(' AND ');
  return db
    .prepare(
      `WITH hit AS MATERIALIZED (SELECT rowid AS passage_id FROM passage_text WHERE passage_text MATCH @match)
       SELECT answer.session_id AS id, 'session' AS noun, answer.on_day AS "on", answer.item, person.code AS person,
              answer.text
       FROM hit CROSS JOIN passage ON passage.id = hit.passage_id AND passage.table_name = 'answer'
       JOIN answer ON answer.id = passage.row_id LEFT JOIN person ON person.id = answer.person_id
       UNION ALL
       SELECT intention.id, 'intention', intention.made_on, 'intention', NULL, 'if ' || if_text || ', then ' || then_text
       FROM hit CROSS JOIN passage ON passage.id = hit.passage_id AND passage.table_name = 'intention'
       JOIN intention ON intention.id = passage.row_id
       UNION ALL
       SELECT log.id, 'exercise', log.on_day, log.exercise_id, person.code, log.text
       FROM hit CROSS JOIN passage ON passage.id = hit.passage_id AND passage.table_name = 'exercise_log'
       JOIN exercise_log AS log ON log.id = passage.row_id LEFT JOIN person ON person.id = log.person_id
       ORDER BY "on" DESC, id DESC, item LIMIT @limit`,
    )
    .all({ match, limit }) as Found[];
}
