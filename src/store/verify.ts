import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { CHECKSUM_END, sha256 } from './backup.ts';
import { firstBytes } from './files.ts';
import { asJournalError } from './journal-error.ts';
import { checkApplied, shippedMigrations } from './migrate.ts';
import { refuseForeign } from './open.ts';

/** What looking through a copy of the journal found. */
export interface Verified {
  /** In a sentence; null when the copy can be restored. */
  readonly problem: string | null;
  /** Entries in it; null when they cannot be counted. */
  readonly entries: number | null;
}

/** Looks through a copy byte by byte, page by page and reference by reference, leaving no trace beside it. */
export function verify(path: string): Verified {
  try {
    if (firstBytes(path, 16).toString('latin1') !== 'SQLite format 3\0') {
      return { problem: 'It is not a praxis journal.', entries: null };
    }
    if (isChanged(path)) {
      return { problem: 'Its bytes are not those that were written.', entries: null };
    }
    const db = new Sqlite(`${pathToFileURL(path).href}?immutable=1`, { readonly: true });
    try {
      const problem = problemIn(db);
      const entries = db.prepare('SELECT count(*) FROM session').pluck().get() as number;
      return { problem, entries };
    } finally {
      db.close();
    }
  } catch (error) {
    const told = asJournalError(error, basename(path));
    if (!(told instanceof UserError)) throw error;
    return { problem: told.message, entries: null };
  }
}

/** The checksum beside a backup was written with it: it also finds the wrong letter that no check of SQLite's sees. */
function isChanged(path: string): boolean {
  const beside = path + CHECKSUM_END;
  return existsSync(beside) && readFileSync(beside, 'utf8').slice(0, 64) !== sha256(path);
}

/** @throws when it is another program's file, a newer praxis's, or one whose migrations were edited. */
function problemIn(db: Database): string | null {
  const version = refuseForeign(db);
  checkApplied(
    db,
    version,
    shippedMigrations().filter((each) => each.version <= version),
  );
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'It is damaged.';
  const orphans = db.pragma('foreign_key_check') as unknown[];
  return orphans.length > 0 ? 'Records in it belong to others that are missing.' : null;
}
