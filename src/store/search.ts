import type { Database } from 'better-sqlite3';
import type { Found } from '../domain/found.ts';
import type { Journal } from './journal.ts';
import { prepared, row, rows } from './prepared.ts';
import { dayOfRow, FOUND_SQL } from './searched.ts';
import { TABLES, type TableName } from './tables.ts';

/** What of a row stands in the index, composed (NFC), so that both ways of writing an accent are found; null for nothing. */
export function indexedText(table: TableName, values: object): string | null {
  const text = TABLES[table].searched
    .map((column) => String((values as Record<string, unknown>)[column] ?? ''))
    .join('\n');
  return text.trim() === '' ? null : text.normalize('NFC');
}

/** Adds the words of a row that is stored to the index. */
export function indexRow(db: Database, table: TableName, values: { readonly id: string }): void {
  // Options stand on the day of their decision, which may come in after them.
  if (table === 'decision') prepared(db, OPTION_DAYS).run(values.id);
  const text = indexedText(table, values);
  if (text === null) return;
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO passage (table_name, row_id, on_day) VALUES (?, ?, ?)',
  ).run(table, values.id, dayOfRow(db, table, values.id));
  prepared(db, 'INSERT INTO passage_text (rowid, text) VALUES (?, ?)').run(lastInsertRowid, text);
}

const OPTION_DAYS = `UPDATE passage SET on_day = decision.opened_on FROM decision WHERE decision.id = ?
  AND table_name = 'decision_option' AND row_id IN (SELECT id FROM decision_option WHERE decision_id = decision.id)`;

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

/** Passages that are looked at first, beside those that are shown: tags that stand in a text as well are found once. */
const MORE = 50;

/**
 * Texts that hold every one of the words, or words that begin with them; the latest first. Only the texts of the latest
 * days are read: as many as hold what is shown.
 */
export function search({ db }: Journal, words: string, limit: number): Found[] {
  const terms = words.normalize('NFC').match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu) ?? [];
  if (terms.length === 0) return [];
  const match = terms.map((term) => `"${term}"*`).join(' AND ');
  for (let most = limit + MORE; ; most *= 8) {
    const hits = rows<{ id: number; on: string }>(
      db,
      `SELECT passage.id, passage.on_day AS "on" FROM passage_text CROSS JOIN passage ON passage.id = passage_text.rowid
       WHERE passage_text MATCH ? ORDER BY passage.on_day DESC LIMIT ?`,
      match,
      most,
    );
    const all = hits.length < most;
    // The last day may go on behind what was looked at.
    const whole = all ? hits : hits.filter(({ on }) => on > (hits.at(-1)?.on ?? ''));
    const ids = JSON.stringify(whole.map(({ id }) => id));
    const found = rows<Found>(db, FOUND_SQL, { ids, limit });
    if (all || found.length === limit) return found;
  }
}
