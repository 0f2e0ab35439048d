import { type Day, LAST_DAY } from '../domain/day.ts';
import type { Journal } from './journal.ts';
import { row as one, prepared } from './prepared.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';

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

/** Says that a journal will be read once from end to end: a large cache of what was read would only be memory. */
export function readThrough({ db }: Pick<Journal, 'db'>): void {
  db.pragma('cache_size = -4000');
}

/** About how many records a journal holds, without counting them: the highest number of a row in each table. */
export function roughSize(
  { db }: Pick<Journal, 'db'>,
  tables: readonly TableName[] = TABLE_NAMES,
): number {
  return tables.reduce((sum, table) => {
    const last = one<{ n: number | null }>(db, `SELECT max(rowid) AS n FROM ${table}`);
    return sum + (last?.n ?? 0);
  }, 0);
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
  /** Whom it is about as well, when a row of another table says so: the column there that names this row. */
  readonly shared?: readonly [column: string, table: TableName];
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
  promise: {
    day: 'made_on',
    people: ['by_id', 'to_id'],
    shared: ['promise_id', 'promise_owner'],
    loose: ['focus_id'],
  },
  promise_owner: { parent: ['promise_id', 'promise'] },
  decision: { day: 'opened_on', people: ['owner_id', 'challenger_id'] },
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
        (place.people ?? []).some((column) => person !== undefined && row[column] === person) ||
        isShared(db, place, row, person))
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

function isShared(
  db: Journal['db'],
  { shared }: Place,
  row: Columns,
  person: string | undefined,
): boolean {
  if (shared === undefined || person === undefined) return false;
  const [column, table] = shared;
  const sql = `SELECT 1 FROM ${table} WHERE ${column} = ? AND person_id = ?`;
  return one(db, sql, row['id'], person) !== undefined;
}

type Columns = Readonly<Record<string, unknown>>;

function personId(db: Journal['db'], code: string): string | undefined {
  return one<{ id: string }>(db, 'SELECT id FROM person WHERE code = ?', code)?.id;
}
