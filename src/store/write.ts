import type { Database } from 'better-sqlite3';
import type { Journal } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { row as one, prepared } from './prepared.ts';
import { indexRow, unindexRow } from './search.ts';
import type { Rows, TableName } from './tables.ts';

/** What a command may do to the journal. Every call is one line in the change log. */
export interface Tx {
  /** An id and the time, for new rows. */
  readonly newId: () => string;
  readonly now: string;
  readonly db: Database;
  insert<T extends TableName>(table: T, row: Rows[T]): void;
  /** Does nothing, and logs nothing, when the row already says so. */
  update<T extends TableName>(table: T, id: string, patch: Partial<Rows[T]>): void;
  remove(table: TableName, id: string): void;
}

/** A command, or the turning back (or forth) of an earlier one. */
export type ActionKind =
  | { readonly kind: 'do' }
  | { readonly kind: 'undo' | 'redo'; readonly target: number };

/**
 * The one door: the only way to change a row of the journal. One call is one transaction and one action;
 * it takes the write lock at once, because a transaction that asks for it later does not wait its turn.
 * A call that changes nothing leaves no action.
 * @throws UserError (journal) when the journal is locked, full or damaged: nothing is stored then.
 */
export function write<T>(
  journal: Journal,
  command: string,
  work: (tx: Tx) => T,
  action: () => ActionKind = () => ({ kind: 'do' }),
): T {
  ready(journal);
  const { db } = journal;
  try {
    begin(journal);
    const result = work(transaction(journal, command, action));
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asJournalError(error, journal.file);
  } finally {
    db.exec('PRAGMA query_only = ON');
  }
}

/** Does the work for real and takes all of it back: what a dry run says is what would happen. */
export function rehearse<T>(journal: Journal, command: string, work: (tx: Tx) => T): T {
  try {
    return write(journal, command, (tx): T => {
      throw new Rehearsed(work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}

class Rehearsed extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rehearsed');
    this.result = result;
  }
}

/** The file has to be there, and opened to be written: reading is a fact, not a habit. */
export function ready(journal: Journal): void {
  if (!journal.writable) throw new Error('this journal was opened to be read');
  journal.materialize();
  journal.beforeWriting();
}

/** Takes the write lock, and makes sure that it is the lock of the file that others find at this place. */
export function begin(journal: Journal): void {
  journal.db.exec('PRAGMA query_only = OFF; BEGIN IMMEDIATE');
  journal.checkPlace();
}

function transaction({ db, clock }: Journal, command: string, action: () => ActionKind): Tx {
  const now = clock.now().instant;
  let seq: number | bigint | undefined;
  // The action is written with its first change, so a command that finds nothing to do leaves no trace.
  const begin = () => {
    if (seq !== undefined) return seq;
    const what = action();
    seq = prepared(
      db,
      'INSERT INTO action (id, at, command, kind, target_seq) VALUES (?, ?, ?, ?, ?)',
    ).run(
      clock.newId(),
      now,
      command,
      what.kind,
      what.kind === 'do' ? null : what.target,
    ).lastInsertRowid;
    return seq;
  };
  const log = (table: TableName, id: string, before: unknown, after: unknown) => {
    prepared(
      db,
      'INSERT INTO change (action_seq, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
    ).run(
      begin(),
      table,
      id,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    );
  };
  const find = (table: TableName, id: string) => {
    const row = one<Record<string, unknown>>(db, `SELECT * FROM ${table} WHERE id = ?`, id);
    if (!row) throw new Error(`no ${table} ${id}`);
    return row;
  };
  return {
    newId: () => clock.newId(),
    now,
    db,
    insert(table, row) {
      prepared(db, insertSql(table, row)).run(row);
      indexRow(db, table, row);
      log(table, row.id, null, row);
    },
    update(table, id, patch) {
      const before = find(table, id);
      const changed = Object.entries(patch).filter(([column, value]) => before[column] !== value);
      if (changed.length === 0) return;
      const after = { ...before, ...Object.fromEntries(changed), id };
      const sets = changed.map(([column]) => `${column} = @${column}`);
      prepared(db, `UPDATE ${table} SET ${sets.join(', ')} WHERE id = @id`).run(after);
      unindexRow(db, table, id);
      indexRow(db, table, after);
      log(table, id, before, after);
    },
    remove(table, id) {
      const before = find(table, id);
      unindexRow(db, table, id);
      prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
      log(table, id, before, null);
    },
  };
}

const inserts = new Map<TableName, { readonly columns: readonly string[]; readonly sql: string }>();

/** The statement that inserts such a row. Put together once for rows of the same columns: an import has a million. */
function insertSql(table: TableName, row: object): string {
  const columns = Object.keys(row);
  const known = inserts.get(table);
  const same =
    known?.columns.length === columns.length &&
    columns.every((column, i) => column === known.columns[i]);
  if (known && same) return known.sql;
  const marks = columns.map((column) => `@${column}`);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})`;
  inserts.set(table, { columns, sql });
  return sql;
}
