import type { Database } from 'better-sqlite3';
import type { Day } from '../domain/day.ts';
import { type Called, type Forgetting, type Naming, namesOf, saysName } from '../domain/forget.ts';
import type { Person } from '../domain/person.ts';
import { isShipped } from '../domain/series.ts';
import type { Journal } from './journal.ts';
import { isThere, linksTo, removeIfThere, removeWithParts, requiredColumns } from './parts.ts';
import { prepared, rows } from './prepared.ts';
import { purge } from './purge.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';
import type { Tx } from './write.ts';

/** Counts, and what was asked and done: they stay, without the person. All else that names one goes. */
const UNLINKED: readonly string[] = [
  'tally.person_id',
  'asked.person_id',
  'exercise_run.person_id',
  'exercise_log.person_id',
  'decision.challenger_id',
];

/** Free text outside the search index. */
const ALSO_TEXT: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  asked: ['question'],
  exercise_log: ['values_json'],
  revision: ['answers'],
  // One's own series have names that one gave them.
  verdict: ['series'],
};

/** The columns that hold a day, the first that a table has. */
const DAYS = ['on_day', 'made_on', 'opened_on', 'held_on', 'state_on', 'ended_at'] as const;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Hit {
  readonly table: TableName;
  readonly row: Row;
  readonly columns: readonly string[];
}

/**
 * What somebody is called, and was before they were given another code or name, as far as the change log goes back.
 * What another person is called now is left out: texts with it are about that one.
 */
export function calledIn({ db }: Pick<Journal, 'db'>, person: Person): Called[] {
  const before = rows<{ code: string | null; name: string | null }>(
    db,
    `WITH said AS (
       SELECT json_extract(before, '$.code') AS code, json_extract(before, '$.name') AS name
       FROM change WHERE table_name = 'person' AND row_id = @id AND json_valid(before))
     SELECT DISTINCT
       (SELECT said.code WHERE said.code NOT IN (SELECT code FROM person WHERE id <> @id)) AS code,
       (SELECT said.name WHERE said.name NOT IN (SELECT name FROM person WHERE id <> @id AND name IS NOT NULL)) AS name
     FROM said`,
    { id: person.id },
  );
  return [person, ...before.map(({ code, name }) => ({ code: code ?? person.code, name }))];
}

/** What forgetting a person would take away. Reads every text of the journal. */
export function toForget({ db }: Pick<Journal, 'db'>, person: Person): Forgetting {
  const links = linksTo(db, 'person');
  const about: Record<string, number> = {};
  let unlinked = 0;
  for (const { table, column } of links) {
    const n = prepared(db, `SELECT count(*) FROM ${table} WHERE ${column} = ?`)
      .pluck()
      .get(person.id) as number;
    if (n === 0) continue;
    if (UNLINKED.includes(`${table}.${column}`)) unlinked += n;
    else about[table] = (about[table] ?? 0) + n;
  }
  const own = new Set(
    links
      .filter(({ table, column }) => !UNLINKED.includes(`${table}.${column}`))
      .flatMap(({ table, column }) =>
        rows<Row>(db, `SELECT id FROM ${table} WHERE ${column} = ?`, person.id).map(
          ({ id }) => `${table} ${id}`,
        ),
      ),
  );
  const names = namesOf(calledIn({ db }, person));
  const hits = hitsOf(db, names).filter(({ table }) => table !== 'asked');
  const written = answersAbout(db, person.id);
  const texts: Naming[] = [...hits, ...written]
    .filter(({ table, row }) => table === 'answer' || !own.has(`${table} ${row.id}`))
    .map(({ table, row, columns }) => ({
      noun: table,
      on: dayOf(row),
      text: columns.map((column) => String(row[column] ?? '')).join(' / '),
    }));
  const drafts = draftsNaming(db, names).map(
    ({ on }): Naming => ({ noun: 'draft', on, text: 'an unfinished session' }),
  );
  return { about, texts: [...texts, ...drafts], unlinked };
}

/**
 * Forgets a person: what is about them, every text that names them, the search index and the change log, down to the
 * bytes of the file. It ends the history that undo can reach, because that history would bring them back.
 * @throws UserError (journal) when another praxis holds the journal while it is rewritten.
 */
export function forget(journal: Journal, command: string, person: Person): void {
  purge(journal, command, (tx) => {
    const names = namesOf(calledIn(tx, person));
    for (const { table, row, columns } of hitsOf(tx.db, names)) {
      if (table === 'asked') blank(tx, names, row);
      else removeText(tx, table, row, columns);
    }
    for (const { row } of answersAbout(tx.db, person.id)) removeIfThere(tx, 'answer', row.id);
    for (const { table, column, required } of linksTo(tx.db, 'person')) {
      for (const { id } of rows<Row>(
        tx.db,
        `SELECT id FROM ${table} WHERE ${column} = ?`,
        person.id,
      )) {
        if (required || !UNLINKED.includes(`${table}.${column}`)) removeWithParts(tx, table, id);
        else tx.update(table, id, { [column]: null });
      }
    }
    removeEmptyMoments(tx);
    tx.remove('person', person.id);
    for (const { id } of draftsNaming(tx.db, names)) {
      prepared(tx.db, 'DELETE FROM draft WHERE id = ?').run(id);
    }
  });
}

function hitsOf(db: Database, names: RegExp): Hit[] {
  return TABLE_NAMES.flatMap((table): Hit[] => {
    const columns = [...TABLES[table].searched, ...(ALSO_TEXT[table] ?? [])];
    if (columns.length === 0) return [];
    const hits: Hit[] = [];
    const all = prepared(db, `SELECT * FROM ${table} ORDER BY id`).iterate() as Iterable<Row>;
    for (const row of all) {
      if (isOwnWord(table, row)) continue;
      const named = columns.filter((column) => {
        const text = row[column];
        return typeof text === 'string' && saysName(names, text);
      });
      if (named.length > 0) hits.push({ table, row, columns: named });
    }
    return hits;
  });
}

/** What became of a plan, and the series that are shipped, are stored as words of praxis's own. */
function isOwnWord(table: TableName, row: Row): boolean {
  if (table === 'verdict') return isShipped(String(row['series']));
  return table === 'answer' && row['item'] === 'yesterday';
}

function answersAbout(db: Database, personId: string): Hit[] {
  return rows<Row>(db, 'SELECT * FROM answer WHERE person_id = ? ORDER BY id', personId).map(
    (row) => ({ table: 'answer', row, columns: ['text'] }),
  );
}

function draftsNaming(db: Database, names: RegExp): { id: string; on: Day }[] {
  return rows<{ id: string; on: Day; content: string }>(
    db,
    'SELECT id, on_day AS "on", content FROM draft ORDER BY id',
  ).filter(({ content }) => saysName(names, content));
}

/** A question of ours that named the person stays as a question, without them. */
function blank(tx: Tx, names: RegExp, row: Row): void {
  const question = String(row['question'] ?? '').replaceAll(names, '…');
  tx.update('asked', row.id, { question });
}

/** Takes a text away: the column where it may be empty, else the row it stands in. */
function removeText(tx: Tx, table: TableName, row: Row, columns: readonly string[]): void {
  const required = requiredColumns(tx.db, table);
  if (columns.some((column) => required.has(column))) removeWithParts(tx, table, row.id);
  else if (isThere(tx.db, table, row.id))
    tx.update(table, row.id, Object.fromEntries(columns.map((column) => [column, null])));
}

/** A moment in which nothing is left was about the person alone. */
function removeEmptyMoments(tx: Tx): void {
  const parts = [
    "answer WHERE item NOT IN ('tag', 'star', 'origin') AND",
    'tally WHERE',
    'rating WHERE',
    'heard WHERE',
  ].map((table) => `NOT EXISTS (SELECT 1 FROM ${table} session_id = session.id)`);
  for (const { id } of rows<Row>(
    tx.db,
    `SELECT id FROM session WHERE kind IN ('moment', 'imported') AND ${parts.join(' AND ')} ORDER BY id`,
  )) {
    removeWithParts(tx, 'session', id);
  }
}

function dayOf(row: Row): Day | null {
  const column = DAYS.find((name) => typeof row[name] === 'string');
  return column === undefined ? null : (String(row[column]).slice(0, 10) as Day);
}
