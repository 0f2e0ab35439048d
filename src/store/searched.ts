import type { Database } from 'better-sqlite3';
import type { FoundNoun } from '../domain/found.ts';
import { prepared } from './prepared.ts';
import type { TableName } from './tables.ts';

/** Where words can be found, as expressions over a `row` of the table: what a `Found` says of it. */
interface FoundIn {
  readonly table: TableName;
  readonly noun: FoundNoun;
  /** What `show` takes; the row's own id where it is not said. */
  readonly id?: string;
  readonly on: string;
  readonly item: string;
  /** The column that names somebody; where it is not said the text is about nobody. */
  readonly whom?: string;
  readonly text: string;
  readonly where?: string;
}

/** What is said in several columns is shown as one line. */
const together = (...columns: readonly string[]) =>
  `concat_ws(' / ', ${columns.map((column) => `nullif(row.${column}, '')`).join(', ')})`;

const FOUND_IN: readonly FoundIn[] = [
  {
    table: 'answer',
    noun: 'session',
    id: 'row.session_id',
    on: 'row.on_day',
    item: 'row.item',
    whom: 'row.person_id',
    text: 'row.text',
    // A tag that stands in the text as well is found there.
    where: `row.item <> 'tag' OR NOT EXISTS (
      SELECT 1 FROM answer AS said JOIN passage AS place ON place.table_name = 'answer' AND place.row_id = said.id
      WHERE said.session_id = row.session_id AND said.item <> 'tag' AND place.id IN (SELECT value FROM json_each(@ids)))`,
  },
  {
    table: 'intention',
    noun: 'intention',
    on: 'row.made_on',
    item: "'intention'",
    text: "'if ' || row.if_text || ', then ' || row.then_text",
  },
  {
    table: 'exercise_log',
    noun: 'exercise',
    on: 'row.on_day',
    item: 'row.exercise_id',
    whom: 'row.person_id',
    text: 'row.text',
  },
  {
    table: 'person',
    noun: 'person',
    on: 'row.added_on',
    item: "'future'",
    whom: 'row.id',
    text: 'row.future_role',
  },
  {
    table: 'departure',
    noun: 'person',
    id: 'row.person_id',
    on: 'row.on_day',
    item: "'departure'",
    whom: 'row.person_id',
    text: together('reason', 'growth', 'cost'),
  },
  {
    table: 'benefit',
    noun: 'person',
    on: 'row.on_day',
    item: "'benefit'",
    whom: 'row.person_id',
    text: 'row.text',
  },
  {
    table: 'label',
    noun: 'person',
    on: 'row.on_day',
    item: "'label'",
    whom: 'row.person_id',
    text: together('word', 'moment'),
  },
  {
    table: 'knowledge',
    noun: 'knowledge',
    on: 'row.on_day',
    item: 'row.facet',
    whom: 'row.person_id',
    text: together('text', 'source'),
  },
  {
    table: 'question',
    noun: 'question',
    on: 'row.on_day',
    item: "'question'",
    text: 'row.text',
  },
  {
    table: 'question_asked',
    noun: 'question',
    on: 'row.on_day',
    item: "'asked'",
    whom: 'row.person_id',
    text: together('text', 'learned'),
  },
  {
    table: 'statement',
    noun: 'statement',
    on: 'row.on_day',
    item: 'row.kind',
    text: together('text', 'because'),
  },
  {
    table: 'milestone',
    noun: 'milestone',
    on: 'row.made_on',
    item: "'milestone'",
    text: 'row.text',
  },
  {
    table: 'promise',
    noun: 'promise',
    on: 'row.made_on',
    item: "'promise'",
    whom: 'coalesce(row.by_id, row.to_id)',
    text: together('text', 'success', 'why'),
  },
  {
    table: 'decision',
    noun: 'decision',
    on: 'row.opened_on',
    item: "'decision'",
    whom: 'row.owner_id',
    text: together('question', 'sign'),
  },
  {
    table: 'decision_option',
    noun: 'decision',
    id: 'row.decision_id',
    on: '(SELECT opened_on FROM decision WHERE decision.id = row.decision_id)',
    item: "'option'",
    text: together('title', 'benefits', 'costs', 'bearers'),
  },
  {
    table: 'look_back',
    noun: 'decision',
    id: 'row.decision_id',
    on: 'coalesce(row.held_on, row.due_on)',
    item: "'look-back'",
    text: 'row.text',
  },
  {
    table: 'heard',
    noun: 'heard',
    on: 'row.on_day',
    item: 'row.about',
    whom: 'row.person_id',
    text: together('text', 'answer'),
  },
  {
    table: 'series_break',
    noun: 'break',
    on: 'row.on_day',
    item: "'break'",
    text: 'row.reason',
  },
  {
    table: 'series',
    noun: 'series',
    on: 'row.added_on',
    item: "'series'",
    text: together('name', 'about'),
  },
];

/** The first of the texts whose passages `@ids` lists, the latest first: at most `@limit`. */
export const FOUND_SQL = `${FOUND_IN.map(
  ({ table, noun, id = 'row.id', on, item, whom = 'NULL', text, where = 'TRUE' }) =>
    `SELECT ${id} AS id, '${noun}' AS noun, ${on} AS "on", ${item} AS item,
            (SELECT code FROM person WHERE person.id = ${whom}) AS person, ${text} AS text
     FROM json_each(@ids) AS hit CROSS JOIN passage ON passage.id = hit.value AND passage.table_name = '${table}'
          JOIN ${table} AS row ON row.id = passage.row_id
     WHERE ${where}`,
).join(' UNION ALL ')} ORDER BY "on" DESC, id DESC, item, text LIMIT @limit`;

const DAYS: ReadonlyMap<TableName, string> = new Map(
  FOUND_IN.map(({ table, on }) => [table, `SELECT ${on} FROM ${table} AS row WHERE row.id = ?`]),
);

/** The day that a stored row is found on; empty for one that is searched and never shown. */
export function dayOfRow(db: Database, table: TableName, id: string): string {
  const sql = DAYS.get(table);
  return sql === undefined ? '' : ((prepared(db, sql).pluck().get(id) as string | null) ?? '');
}
