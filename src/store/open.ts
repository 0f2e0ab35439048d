import { accessSync, constants, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import { backUpTo } from './backup.ts';
import { syncFolder } from './files.ts';
import { asJournalError } from './journal-error.ts';
import { APPLICATION_ID, migrate, shippedMigrations, versionOf } from './migrate.ts';

/** An open journal. Commands get rows through the store's functions, never the connection. */
export interface Journal {
  readonly db: Database;
  readonly file: string;
  readonly clock: Clock;
  /** True when this very call made the file. */
  readonly isNew: boolean;
  close(): void;
}

/** What the store needs of the world. */
export interface Clock {
  newId(): string;
  now(): { readonly instant: string };
}

/** Longest wait for another praxis that is writing, in milliseconds. */
const BUSY_MS = 5_000;
/** The newest schema; `migrate` is called only for a journal that is behind. */
const SCHEMA = 2;

/**
 * Opens for reading: nothing can be written through it, and a journal that does not exist yet reads as an empty one.
 * @param readOnly leave no trace beside the file, not even for a moment; also chosen when the folder cannot be written.
 * @throws UserError (journal) when the file is no journal, damaged, locked or newer than this praxis.
 */
export function openToRead(file: string, clock: Clock, readOnly = false): Journal {
  if (!existsSync(file) || statSync(file).size === 0) return emptyJournal(file, clock);
  return guarded(file, () => {
    const untouched = readOnly || !canWrite(dirname(file));
    const db = untouched
      ? new Sqlite(`${pathToFileURL(file).href}?immutable=1`, { readonly: true })
      : new Sqlite(file, { timeout: BUSY_MS, fileMustExist: true });
    return checked(db, () => {
      if (!untouched) {
        settle(db);
        bringUpToDate(db, file, clock);
      }
      db.pragma('query_only = ON');
      return journal(db, file, clock, false);
    });
  });
}

/**
 * Opens for writing, and makes the journal on first use: folder 0700, file 0600, whole or not at all.
 * The connection itself stays `query_only`; only the write door (write.ts) lifts that, for one transaction.
 * @throws UserError (journal) as `openToRead`.
 */
export function openToWrite(file: string, clock: Clock): Journal {
  return guarded(file, () => {
    const isNew = !existsSync(file);
    if (isNew) create(file, clock);
    const db = new Sqlite(file, { timeout: BUSY_MS, fileMustExist: true });
    return checked(db, () => {
      settle(db);
      bringUpToDate(db, file, clock);
      db.pragma('query_only = ON');
      return journal(db, file, clock, isNew);
    });
  });
}

function guarded<T>(file: string, open: () => T): T {
  try {
    if (existsSync(file) && statSync(file).isDirectory()) {
      throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    }
    return open();
  } catch (error) {
    throw asJournalError(error, file);
  }
}

function checked<T>(db: Database, use: () => T): T {
  try {
    return use();
  } catch (error) {
    db.close();
    throw error;
  }
}

function settle(db: Database): void {
  // FULL at every open: "kept" means on disk, also in WAL mode, whose own default would be NORMAL here.
  db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
}

function bringUpToDate(db: Database, file: string, clock: Clock): void {
  const version = versionOf(db);
  const id = db.pragma('application_id', { simple: true });
  const unknown = id !== APPLICATION_ID && (version > 0 || id !== 0 || tableCount(db) > 0);
  if (unknown) throw Object.assign(new Error('not ours'), { code: 'SQLITE_NOTADB' });
  if (version === SCHEMA) return;
  if (version === 0) inWalMode(db);
  const { instant } = clock.now();
  migrate(db, shippedMigrations(), instant, () => {
    const name = `before-schema-${SCHEMA}-${instant.replaceAll(/[:.]/g, '')}.db`;
    backUpTo(db, join(dirname(file), 'backups', name));
  });
}

function tableCount(db: Database): number {
  return db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
}

// The new journal is made whole under another name and then linked: no moment in which others see half of it,
// and of twenty that start together one makes it and nineteen use it.
function create(file: string, clock: Clock): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${basename(file)}-${clock.newId()}`);
  try {
    const db = new Sqlite(draft, { timeout: BUSY_MS });
    try {
      inWalMode(db);
      settle(db);
      migrate(db, shippedMigrations(), clock.now().instant, () => {});
    } finally {
      db.close();
    }
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(draft + end, { force: true });
  }
  syncFolder(folder);
}

function inWalMode(db: Database): void {
  db.pragma('journal_mode = WAL');
}

function emptyJournal(file: string, clock: Clock): Journal {
  const db = new Sqlite(':memory:');
  migrate(db, shippedMigrations(), clock.now().instant, () => {});
  db.pragma('query_only = ON');
  return journal(db, file, clock, true);
}

function journal(db: Database, file: string, clock: Clock, isNew: boolean): Journal {
  return { db, file, clock, isNew, close: () => db.close() };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
