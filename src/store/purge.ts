import type { Database } from 'better-sqlite3';
import { EXIT, UserError } from '../errors.ts';
import { refuseUnderHold } from './hold.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import { indexRow } from './search.ts';
import { TABLE_NAMES, TABLES } from './tables.ts';
import { type Tx, write } from './write.ts';

/**
 * Takes rows away for good, down to the bytes of the file: with the rows go the change log and the index, and the file is
 * written anew. It ends the history that undo can reach, because that history would bring them back.
 * @throws UserError (cannot) under a hold, (journal) when another praxis reads the journal while it is rewritten.
 */
export function purge<T>(journal: Journal, command: string, work: (tx: Tx) => T): T {
  const result = write(journal, command, (tx) => {
    // Asked for again under the lock: a hold may have come while somebody was asked.
    refuseUnderHold(tx.db, 'removing for good');
    const done = work(tx);
    tx.db.exec('DELETE FROM change; DELETE FROM action');
    reindex(tx.db);
    return done;
  });
  rewrite(journal);
  return result;
}

/**
 * Writes the file anew, so that no freed page and no log keeps what was deleted.
 * @throws UserError (journal) when that cannot be done now.
 */
function rewrite({ db, file }: Pick<Journal, 'db' | 'file'>): void {
  db.exec('PRAGMA query_only = OFF');
  try {
    emptyLog(db);
    db.exec('VACUUM');
    emptyLog(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError(
      `It is removed, but the file ${file} could not be written anew, and traces may be left in it.`,
      'Close every other praxis, make room on the disk; the next command then clears the log away.',
      EXIT.journal,
    );
  } finally {
    db.exec('PRAGMA query_only = ON');
  }
}

function emptyLog(db: Database): void {
  const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (state?.busy) throw Object.assign(new Error('others read it'), { code: 'SQLITE_BUSY' });
}

/** Rows read at once while the index is made anew. */
const AT_ONCE = 5_000;

/** Makes the search index anew: the old one knows the words of what is gone. */
export function reindex(db: Database): void {
  db.exec("DELETE FROM passage; INSERT INTO passage_text (passage_text) VALUES ('delete-all')");
  for (const table of TABLE_NAMES) {
    if (TABLES[table].searched.length === 0) continue;
    let last = '';
    for (;;) {
      const next = rows<{ readonly id: string }>(
        db,
        `SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
        last,
      );
      for (const row of next) indexRow(db, table, row);
      last = next.at(-1)?.id ?? '';
      if (next.length < AT_ONCE) break;
    }
  }
}
