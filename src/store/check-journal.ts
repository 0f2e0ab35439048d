import Sqlite, { type Database } from 'better-sqlite3';
import type { Finding } from '../domain/finding.ts';
import { UserError } from '../errors.ts';
import { checkDrafts } from './check-drafts.ts';
import { heldJson, isObject } from './held-json.ts';
import type { Journal } from './journal.ts';
import { checkApplied, migrate, shippedMigrations, versionOf } from './migrate.ts';
import { prepared, row } from './prepared.ts';
import { indexedText } from './search.ts';
import { dayOfRow } from './searched.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

/** What can be done about a damaged journal; its file stays as it is in any case. */
const WHEN_DAMAGED =
  'praxis doctor --salvage DIR writes out what can be read; praxis backup list shows copies to restore.';

/** What is looked at in the journal itself. `mend` is what needs the journal open for writing. */
export interface JournalMends {
  /** Makes the search index anew. */
  readonly reindex: () => void;
  readonly discardDraft: (id: string) => void;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** A journal that cannot even be opened, or stops being readable on the way. */
export function unreadable({ message }: UserError): Finding {
  const why = 'What stands in it cannot be read as it is.';
  return { check: 'journal', severity: 'damaged', what: message, why, next: WHEN_DAMAGED };
}

/** Looks through an open journal. @param now UTC, ISO 8601. */
export function checkJournal(journal: Journal, now: string, mends: JournalMends): Finding[] {
  const { db } = journal;
  const damage = [...pages(db), ...references(db)];
  // In a damaged file the rest would only be noise.
  if (damage.length > 0) return damage;
  return [
    ...schema(db),
    ...searchIndex(db, mends),
    ...changeLog(db),
    ...clock(db, now),
    ...checkDrafts(db, now, mends.discardDraft),
  ];
}

function pages(db: Database): Finding[] {
  const verdicts = (db.pragma('integrity_check(10)') as { integrity_check: string }[])
    .map((each) => each.integrity_check)
    .filter((verdict) => verdict !== 'ok');
  if (verdicts.length === 0) return [];
  return [
    {
      check: 'pages',
      severity: 'damaged',
      what: `The journal is damaged: ${verdicts.length === 10 ? 'at least 10' : verdicts.length} places do not fit together.`,
      why: 'Some of what stands in it cannot be read, and writing could spread the damage.',
      next: WHEN_DAMAGED,
    },
  ];
}

function references(db: Database): Finding[] {
  const orphans = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  const [first] = orphans;
  if (!first) return [];
  return [
    {
      check: 'references',
      severity: 'damaged',
      what: `${orphans.length} records belong to others that are missing (a ${first.table} without its ${first.parent}).`,
      why: 'praxis never stores such a thing: pages were lost, or another program changed the file.',
      next: WHEN_DAMAGED,
    },
  ];
}

function schema(db: Database): Finding[] {
  const migrations = shippedMigrations();
  try {
    checkApplied(db, versionOf(db), migrations);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = 'What praxis takes the journal for may not be what it is.';
    return [{ check: 'schema', severity: 'mend', what: error.message, why, next: error.hint }];
  }
  const fresh = new Sqlite(':memory:');
  migrate(fresh, migrations, '2000-01-01T00:00:00.000Z', () => {});
  const [own, found] = [partsOf(fresh), partsOf(db)];
  fresh.close();
  const named = (part: string) => part.split('\n')[0] ?? part;
  const missing = [...own].filter((part) => !found.has(part)).map(named);
  const names = new Set([...own].map(named));
  const strange = [...found].map(named).filter((name) => !names.has(name));
  const over = 'praxis export jsonl and praxis import jsonl into a new journal (--journal FILE)';
  const findings: Finding[] = [];
  if (missing.length > 0) {
    findings.push({
      check: 'schema',
      severity: 'mend',
      what: `The journal lacks what it was made with: ${missing.join(', ')}.`,
      why: 'Some other program changed its tables or views; commands that need them fail.',
      next: `${over} bring everything over.`,
    });
  }
  if (strange.length > 0) {
    findings.push({
      check: 'schema',
      severity: 'mend',
      what: `The journal holds what praxis did not put there: ${strange.join(', ')}.`,
      why: 'Some other program added it. A trigger may change what is stored, and a table keep what was removed for good.',
      next: `If it is not yours: ${over} bring over what is praxis's own.`,
    });
  }
  return findings;
}

function partsOf(db: Database): Set<string> {
  const parts = db
    .prepare(
      "SELECT iif(type = 'table', '', type || ' ') || name || char(10) || sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return new Set(parts);
}

/** Most rows whose words are looked up one by one; of more, as many, evenly spread. */
const LOOKED_UP = 5_000;

/** Every text is in the index, under its own words, and nothing else is. */
function searchIndex(db: Database, { reindex }: JournalMends): Finding[] {
  if (isIndexed(db)) return [];
  return [
    {
      check: 'index',
      severity: 'mend',
      what: 'The index of words does not fit what was written.',
      why: 'praxis search may miss texts, or find them by words that are no longer in them.',
      next: 'praxis doctor --fix makes the index anew.',
      mend: () => {
        reindex();
        return 'The index of words is made anew.';
      },
    },
  ];
}

function isIndexed(db: Database): boolean {
  const total = count(db, 'SELECT count(*) FROM passage');
  if (count(db, 'SELECT count(*) FROM passage_text') !== total) return false;
  const step = Math.ceil(total / LOOKED_UP);
  let seen = 0;
  let wrong = false;
  for (const table of TABLE_NAMES.filter((name) => TABLES[name].searched.length > 0)) {
    for (const record of eachRow(db, table)) {
      const text = indexedText(table, record);
      if (text === null) continue;
      const passage = row<{ id: number; on: string }>(
        db,
        'SELECT id, on_day AS "on" FROM passage WHERE table_name = ? AND row_id = ?',
        table,
        record.id,
      );
      if (passage?.on !== dayOfRow(db, table, record.id)) return false;
      wrong ||= seen % step === 0 && !hasWords(db, passage.id, text);
      seen++;
    }
  }
  return !wrong && seen === total;
}

function hasWords(db: Database, passage: number, text: string): boolean {
  // Only words of which every reader thinks alike: where a word ends is a question of Unicode's version too.
  const terms = text.split(/[\s\0]/).filter((word) => /^[A-Za-z0-9]+$/.test(word));
  if (terms.length === 0) return true;
  const match = [...new Set(terms.slice(0, 200))].map((term) => `"${term}"`).join(' AND ');
  const sql = 'SELECT 1 FROM passage_text WHERE passage_text MATCH ? AND rowid = ?';
  return row(db, sql, match, passage) !== undefined;
}

/** The last change of each row says what the row says, and every one before it can be read. */
function changeLog(db: Database): Finding[] {
  let differing = count(
    db,
    `SELECT count(DISTINCT table_name || ' ' || row_id) FROM change
     WHERE NOT json_valid(coalesce(before, '{}'))`,
  );
  const last = prepared(
    db,
    'SELECT table_name, row_id, after, max(seq) FROM change GROUP BY table_name, row_id',
  ).iterate() as IterableIterator<{ table_name: TableName; row_id: string; after: string | null }>;
  for (const { table_name: table, row_id: id, after } of last) {
    const stored = TABLE_NAMES.includes(table)
      ? row<Row>(db, `SELECT * FROM ${table} WHERE id = ?`, id)
      : undefined;
    const logged = after === null ? undefined : heldJson<Row | null>(after, isObject, null);
    if (logged === null || !agrees(stored, logged)) differing++;
  }
  if (differing === 0) return [];
  return [
    {
      check: 'log',
      severity: 'note',
      what: `${differing} records are not what praxis stored last.`,
      why: 'Another program changed them, so praxis undo may stop at them or bring back other words.',
      next: 'Look at them (praxis history names the commands). What was changed by praxis edit is in order.',
    },
  ];
}

/** A column that a later schema added is in the row and not in the log. */
function agrees(stored: Row | undefined, logged: Row | undefined): boolean {
  if (!stored || !logged) return stored === undefined && logged === undefined;
  return Object.entries(logged).every(
    ([column, value]) => !(column in stored) || stored[column] === value,
  );
}

function clock(db: Database, now: string): Finding[] {
  const latest = prepared(
    db,
    'SELECT max(at) FROM (SELECT max(at) AS at FROM action UNION ALL SELECT max(ended_at) FROM session)',
  )
    .pluck()
    .get() as string | null;
  if (latest === null || latest <= now) return [];
  return [
    {
      check: 'clock',
      severity: 'note',
      what: `The latest entry is of ${latest}, which is later than now (${now}).`,
      why: 'Either the clock is wrong now or it was wrong then; days and weeks are counted by it.',
      next: 'Set the clock, and unset PRAXIS_NOW. praxis edit and praxis delete mend entries of a wrong day.',
    },
  ];
}

function* eachRow(db: Database, table: TableName): Generator<Row> {
  yield* prepared(db, `SELECT * FROM ${table}`).iterate() as IterableIterator<Row>;
}

function count(db: Database, sql: string): number {
  return prepared(db, sql).pluck().get() as number;
}

export function sqliteVersion(): string {
  const db = new Sqlite(':memory:');
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    db.close();
  }
}
