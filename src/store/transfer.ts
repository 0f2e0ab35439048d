import { type Day, LAST_DAY } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from './open.ts';
import { row as one, prepared } from './prepared.ts';
import { readRecord } from './records.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';
import type { Tx } from './write.ts';

/** First line of a jsonl export, and how a file is known to be one. */
export const JOURNAL_SCHEMA = 'praxis.journal/1';

/** Which part of the journal goes out. */
export interface Part {
  readonly from?: Day;
  readonly to?: Day;
  readonly person?: string;
}

/**
 * Every record of the journal, parents before children and in a fixed order: the same journal gives the same lines.
 * The change log and drafts stay behind; former revisions go along.
 */
export function* records({ db }: Journal, part: Part = {}): Generator<object> {
  yield { schema: JOURNAL_SCHEMA };
  const whole = part.from === undefined && part.to === undefined && part.person === undefined;
  const within = whole ? undefined : partOf(db, part);
  for (const table of TABLE_NAMES) {
    for (const row of prepared(
      db,
      `SELECT * FROM ${table} ORDER BY id`,
    ).iterate() as IterableIterator<Rows[TableName]>) {
      const kept = within === undefined ? row : within(table, row);
      if (kept) yield { record: table, ...kept };
    }
  }
}

/** Ids of the sessions of a part: in its days, and about its person if it has one. */
export function sessionIds(
  db: Journal['db'],
  { from = '' as Day, to = LAST_DAY, person }: Part,
): string[] {
  return prepared(
    db,
    `SELECT id FROM session WHERE on_day BETWEEN @from AND @to AND (@person IS NULL OR EXISTS (
       SELECT 1 FROM person AS p WHERE p.code = @person AND (
         EXISTS (SELECT 1 FROM answer WHERE answer.session_id = session.id AND answer.person_id = p.id)
         OR EXISTS (SELECT 1 FROM tally WHERE tally.session_id = session.id AND tally.person_id = p.id)
         OR EXISTS (SELECT 1 FROM rating WHERE rating.session_id = session.id AND rating.person_id = p.id)
         OR EXISTS (SELECT 1 FROM asked WHERE asked.session_id = session.id AND asked.person_id = p.id))))
     ORDER BY on_day, id`,
  )
    .pluck()
    .all({ from, to, person: person ?? null }) as string[];
}

/** The days of a part that have a session, the earliest first. */
export function sessionDays(db: Journal['db'], part: Part): Day[] {
  const { from = '', to = LAST_DAY } = part;
  if (part.person === undefined) {
    return prepared(
      db,
      'SELECT DISTINCT on_day FROM session WHERE on_day BETWEEN ? AND ? ORDER BY on_day',
    )
      .pluck()
      .all(from, to) as Day[];
  }
  return prepared(
    db,
    `SELECT DISTINCT on_day FROM session WHERE id IN (SELECT value FROM json_each(?)) ORDER BY on_day`,
  )
    .pluck()
    .all(JSON.stringify(sessionIds(db, part))) as Day[];
}

/**
 * How a row that belongs to no session is placed: by its day, by the people it is about, or by the row it is part of.
 * `loose` are links that a part need not hold: they are left out of it.
 */
interface Place {
  readonly day?: string;
  readonly people?: readonly string[];
  readonly parent?: readonly [column: string, table: TableName];
  readonly loose?: readonly string[];
}

const PLACES: Readonly<Partial<Record<TableName, Place>>> = {
  departure: { day: 'on_day', people: ['person_id'] },
  benefit: { day: 'on_day', people: ['person_id'] },
  label: { day: 'on_day', people: ['person_id'] },
  knowledge: { day: 'on_day', people: ['person_id'], loose: ['settled_by'] },
  question: { day: 'on_day' },
  question_asked: { day: 'on_day', people: ['person_id'], loose: ['knowledge_id'] },
  statement: { day: 'on_day' },
  milestone: { day: 'made_on' },
  promise: { day: 'made_on', people: ['by_id', 'to_id'], loose: ['focus_id'] },
  promise_owner: { parent: ['promise_id', 'promise'] },
  decision: { day: 'opened_on', people: ['owner_id'] },
  decision_option: { parent: ['decision_id', 'decision'] },
  look_back: { parent: ['decision_id', 'decision'] },
  intention: { day: 'made_on', people: [], loose: ['focus_id'] },
  contact: { day: 'on_day', people: ['person_id'] },
  heard: { day: 'on_day', people: ['person_id'] },
  exercise_run: {
    day: 'state_on',
    people: ['person_id'],
    loose: ['intention_id', 'followed_up_by', 'focus_id'],
  },
  exercise_log: { day: 'on_day', people: ['person_id'], loose: ['run_id'] },
  pause: { day: 'from_day' },
  series_break: { day: 'on_day' },
  series_point: { day: 'on_day' },
  verdict: { day: 'issued_on' },
  hold: { day: 'on_day' },
};

/** Decides, row by row and parents first, what of a journal is in a part. */
function partOf(
  db: Journal['db'],
  part: Part,
): (table: TableName, row: object) => object | undefined {
  const sessions = new Set(sessionIds(db, part));
  const person = part.person === undefined ? undefined : personId(db, part.person);
  const taken = new Map<TableName, Set<unknown>>([['session', sessions]]);
  const inPart = (table: TableName, row: Columns): boolean => {
    if (table === 'person' || (table === 'series' && part.person === undefined)) return true;
    if (table === 'session') return sessions.has(String(row['id']));
    if (row['session_id'] != null) return sessions.has(String(row['session_id']));
    const place = PLACES[table];
    if (place?.parent) return taken.get(place.parent[1])?.has(row[place.parent[0]]) ?? false;
    if (place?.day === undefined) return false;
    const on = String(row[place.day]);
    return (
      on >= (part.from ?? '') &&
      on <= (part.to ?? LAST_DAY) &&
      (part.person === undefined ||
        (place.people ?? []).some((column) => person !== undefined && row[column] === person))
    );
  };
  return (table, row) => {
    const columns = row as Columns;
    if (!inPart(table, columns)) return undefined;
    taken.set(table, (taken.get(table) ?? new Set()).add(columns['id']));
    const settledElsewhere =
      table === 'intention' && !sessions.has(String(columns['settled_by'] ?? ''));
    const loose = [...(PLACES[table]?.loose ?? []), ...(settledElsewhere ? ['settled_by'] : [])];
    return { ...row, ...Object.fromEntries(loose.map((column) => [column, null])) };
  };
}

type Columns = Readonly<Record<string, unknown>>;

function personId(db: Journal['db'], code: string): string | undefined {
  return one<{ id: string }>(db, 'SELECT id FROM person WHERE code = ?', code)?.id;
}

export interface Imported {
  readonly added: number;
  readonly unchanged: number;
}

/**
 * Takes in the lines of a jsonl export. What is there already, row for row, stays as it is, so importing twice
 * changes nothing.
 * @throws UserError (usage) for a line that is no record, (conflict) for one that contradicts the journal.
 */
export function importRecords(tx: Tx, lines: Iterable<string>): Imported {
  let added = 0;
  let unchanged = 0;
  let number = 0;
  let begun = false;
  for (const line of lines) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    const value = parse(text, number);
    if (!begun) {
      begun = true;
      if ((value as { schema?: unknown } | null)?.schema === JOURNAL_SCHEMA) continue;
      throw refused(
        number,
        `it is not the first line of a praxis export ("schema": "${JOURNAL_SCHEMA}")`,
      );
    }
    const record = readRecord(value);
    if ('problem' in record) throw refused(number, record.problem);
    const { table, row } = record;
    const stored = one<Rows[TableName]>(tx.db, `SELECT * FROM ${table} WHERE id = ?`, row.id);
    if (stored === undefined) {
      insert(tx, table, row, number);
      added += 1;
    } else if (same(stored, row)) unchanged += 1;
    else throw conflict(number, `this ${table} is in the journal already and says something else`);
  }
  if (!begun) throw refused(1, 'there is nothing in it');
  checkParents(tx);
  checkDays(tx);
  return { added, unchanged };
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(number, 'it is not JSON');
  }
}

function insert(tx: Tx, table: TableName, row: Rows[TableName], number: number): void {
  try {
    tx.insert(table, row);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw conflict(
        number,
        `the journal has another ${table} in its place (the same code, day or week)`,
      );
    }
    if (code.startsWith('SQLITE_CONSTRAINT'))
      throw refused(number, `this ${table} does not fit together`);
    throw error;
  }
}

function checkParents(tx: Tx): void {
  const orphan = (tx.db.pragma('foreign_key_check') as { table: string; parent: string }[])[0];
  if (orphan) {
    throw new UserError(
      `A ${orphan.table} of the file belongs to a ${orphan.parent} that is missing.`,
      'Export again, whole. Nothing was stored.',
      EXIT.usage,
    );
  }
}

/** Parts stand on the day of their session. */
function checkDays(tx: Tx): void {
  for (const table of ['asked', 'answer', 'tally', 'rating', 'ratio'] as const) {
    const stray = one<{ on: Day }>(
      tx.db,
      `SELECT ${table}.on_day AS "on" FROM ${table} JOIN session ON session.id = ${table}.session_id
       WHERE ${table}.on_day <> session.on_day LIMIT 1`,
    );
    if (!stray) continue;
    throw new UserError(
      `A ${table} of ${stray.on} belongs to a session of another day.`,
      'Export again, whole. Nothing was stored.',
      EXIT.usage,
    );
  }
}

function same(stored: object, row: object): boolean {
  const values = stored as { [column: string]: unknown };
  return Object.entries(row).every(([column, value]) => values[column] === value);
}

function refused(line: number, why: string): UserError {
  return new UserError(`Line ${line} cannot be taken: ${why}.`, 'Nothing was stored.', EXIT.usage);
}

function conflict(line: number, why: string): UserError {
  return new UserError(
    `Line ${line} cannot be taken: ${why}.`,
    'Import into a new journal: --journal FILE. Nothing was stored.',
    EXIT.conflict,
  );
}
