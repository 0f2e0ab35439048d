import type { Database } from 'better-sqlite3';
import type { Found } from '../domain/found.ts';
import type { Journal } from './open.ts';
import { prepared, row } from './prepared.ts';
import { TABLES, type TableName } from './tables.ts';

/** What of a row stands in the index, composed (NFC), so that both ways of writing an accent are found; null for nothing. */
export function indexedText(table: TableName, values: object): string | null {
  const text = TABLES[table].searched
    .map((column) => String((values as Record<string, unknown>)[column] ?? ''))
    .join('\n');
  return text.trim() === '' ? null : text.normalize('NFC');
}

/** Adds a row's words to the index. */
export function indexRow(db: Database, table: TableName, values: { readonly id: string }): void {
  const text = indexedText(table, values);
  if (text === null) return;
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO passage (table_name, row_id) VALUES (?, ?)',
  ).run(table, values.id);
  prepared(db, 'INSERT INTO passage_text (rowid, text) VALUES (?, ?)').run(lastInsertRowid, text);
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
  const hits = FOUND_IN.map(
    ({ table, columns, from = '' }) =>
      `SELECT ${columns} FROM hit CROSS JOIN passage ON passage.id = hit.passage_id AND passage.table_name = '${table}'
       JOIN ${table} AS row ON row.id = passage.row_id ${from}`,
  );
  return prepared(
    db,
    `WITH hit AS MATERIALIZED (SELECT rowid AS passage_id FROM passage_text WHERE passage_text MATCH @match)
     ${hits.join(' UNION ALL ')} ORDER BY "on" DESC, id DESC, item, text LIMIT @limit`,
  ).all({ match, limit }) as Found[];
}

/** Where words can be found: the columns of `Found`, and the people beside them. */
interface FoundIn {
  readonly table: TableName;
  /** id, noun, on, item, person and text, in this order. */
  readonly columns: string;
  readonly from?: string;
}

const PERSON = 'LEFT JOIN person ON person.id = row.person_id';

/** What is said in several columns is shown as one line. */
const together = (...columns: readonly string[]) =>
  `concat_ws(' / ', ${columns.map((column) => `nullif(row.${column}, '')`).join(', ')})`;

const FOUND_IN: readonly FoundIn[] = [
  {
    table: 'answer',
    columns: `row.session_id AS id, 'session' AS noun, row.on_day AS "on", row.item AS item, person.code AS person, row.text AS text`,
    // A tag that stands in the text as well is found there.
    from: `${PERSON} WHERE row.item <> 'tag' OR row.session_id NOT IN (
      SELECT said.session_id FROM hit AS other JOIN passage AS place ON place.id = other.passage_id AND place.table_name = 'answer'
      JOIN answer AS said ON said.id = place.row_id AND said.item <> 'tag')`,
  },
  {
    table: 'intention',
    columns: `row.id, 'intention', row.made_on, 'intention', NULL, 'if ' || row.if_text || ', then ' || row.then_text`,
  },
  {
    table: 'exercise_log',
    columns: `row.id, 'exercise', row.on_day, row.exercise_id, person.code, row.text`,
    from: PERSON,
  },
  {
    table: 'person',
    columns: `row.id, 'person', row.added_on, 'future', row.code, row.future_role`,
  },
  {
    table: 'departure',
    columns: `row.person_id, 'person', row.on_day, 'departure', person.code, ${together('reason', 'growth', 'cost')}`,
    from: PERSON,
  },
  {
    table: 'benefit',
    columns: `row.id, 'person', row.on_day, 'benefit', person.code, row.text`,
    from: PERSON,
  },
  {
    table: 'label',
    columns: `row.id, 'person', row.on_day, 'label', person.code, ${together('word', 'moment')}`,
    from: PERSON,
  },
  {
    table: 'knowledge',
    columns: `row.id, 'knowledge', row.on_day, row.facet, person.code, ${together('text', 'source')}`,
    from: PERSON,
  },
  {
    table: 'question',
    columns: `row.id, 'question', row.on_day, 'question', NULL, row.text`,
  },
  {
    table: 'question_asked',
    columns: `row.id, 'question', row.on_day, 'asked', person.code, ${together('text', 'learned')}`,
    from: PERSON,
  },
  {
    table: 'statement',
    columns: `row.id, 'statement', row.on_day, row.kind, NULL, ${together('text', 'because')}`,
  },
  {
    table: 'milestone',
    columns: `row.id, 'milestone', row.made_on, 'milestone', NULL, row.text`,
  },
  {
    table: 'promise',
    columns: `row.id, 'promise', row.made_on, 'promise', person.code, ${together('text', 'success', 'why')}`,
    from: 'LEFT JOIN person ON person.id = coalesce(row.by_id, row.to_id)',
  },
  {
    table: 'decision',
    columns: `row.id, 'decision', row.opened_on, 'decision', person.code, ${together('question', 'sign')}`,
    from: 'LEFT JOIN person ON person.id = row.owner_id',
  },
  {
    table: 'decision_option',
    columns: `row.decision_id, 'decision', decision.opened_on, 'option', NULL, ${together('title', 'benefits', 'costs', 'bearers')}`,
    from: 'JOIN decision ON decision.id = row.decision_id',
  },
  {
    table: 'look_back',
    columns: `row.decision_id, 'decision', coalesce(row.held_on, row.due_on), 'look-back', NULL, row.text`,
  },
  {
    table: 'heard',
    columns: `row.id, 'heard', row.on_day, row.about, person.code, ${together('text', 'answer')}`,
    from: PERSON,
  },
  {
    table: 'series_break',
    columns: `row.id, 'break', row.on_day, 'break', NULL, row.reason`,
  },
  {
    table: 'series',
    columns: `row.id, 'series', row.added_on, 'series', NULL, ${together('name', 'about')}`,
  },
];
