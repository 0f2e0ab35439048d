import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import { EXIT, UserError } from '../errors.ts';
import { backUp } from './backup.ts';
import { canWrite, nameFor, placeCheck } from './file-place.ts';
import { firstBytes, statOf, syncFolder } from './files.ts';
import { type Clock, type Journal, journal, type Open } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { APPLICATION_ID, migrate, refuseUnknown, shippedMigrations, versionOf } from './migrate.ts';

/** Longest wait for another praxis that is writing, in milliseconds. */
const BUSY_MS = 5_000;
/** The newest schema; `migrate` is called only for a journal that is behind. */
export const SCHEMA = 6;

/**
 * Opens for reading: nothing can be written through it, and a journal that does not exist yet reads as an empty one.
 * @param readOnly leave no trace beside the file, not even for a moment; also chosen when the folder cannot be written.
 * @param newest the latest schema that is read as it stands: views keep their meaning, so with `readOnly` those of a newer
 * praxis can be asked.
 * @throws UserError (journal) when the file is no journal, damaged, locked or newer than this praxis.
 */
export function openToRead(file: string, clock: Clock, readOnly = false, newest = SCHEMA): Journal {
  if (!present(file)) return emptyJournal(file, clock);
  return guarded(file, () => {
    if (!readOnly && canWrite(dirname(file)))
      return journal(connect(file, clock), file, clock, false);
    refuseUnseen(file);
    const db = new Sqlite(`${pathToFileURL(file).href}?immutable=1`, { readonly: true });
    return checked(db, () => {
      db.pragma('trusted_schema = OFF');
      const version = refuseForeign(db, readOnly ? newest : SCHEMA);
      if (version >= SCHEMA) return journal(db, file, clock, false);
      db.close();
      return journal(copyInMemory(file, clock), file, clock, false);
    });
  });
}

/**
 * Opens for writing. A journal that does not exist yet is made with the first write: a command that is refused leaves
 * nothing behind. The connection itself stays `query_only`; only the write door (write.ts) lifts that, for one
 * transaction.
 * @throws UserError (journal) as `openToRead`.
 */
export function openToWrite(file: string, clock: Clock): Journal {
  return guarded(file, () => {
    if (present(file) || existsSync(file)) {
      const checkPlace = placeCheck(file);
      return { ...journal(toWrite(file, clock), file, clock, true), checkPlace };
    }
    const pending = { ...emptyJournal(file, clock), writable: true };
    pending.materialize = () => {
      guarded(file, () => {
        if (!existsSync(file)) create(file, clock);
        pending.db.close();
        pending.checkPlace = placeCheck(file);
        pending.db = toWrite(file, clock);
        pending.materialize = () => {};
      });
    };
    pending.close = () => pending.db.close();
    return pending;
  });
}

/**
 * Opens for a rehearsal, whose writes its caller takes back. No file is made where there is none, and one that is not to
 * be touched is rehearsed with in memory.
 * @throws UserError (journal) as `openToRead`.
 */
export function openToRehearse(file: string, clock: Clock, readOnly = false): Journal {
  // A file without a name, gone when it is closed: what is rehearsed may be larger than memory.
  if (!present(file)) return { ...emptyJournal(file, clock, ''), writable: true };
  if (!readOnly && canWrite(dirname(file))) return openToWrite(file, clock);
  return guarded(file, () => {
    refuseUnseen(file);
    return journal(copyInMemory(file, clock), file, clock, true);
  });
}

function connect(file: string, clock: Clock): Database {
  const db = new Sqlite(nameFor(file), { timeout: BUSY_MS, fileMustExist: true });
  return checked(db, () => {
    settle(db);
    bringUpToDate(db, file, clock);
    db.pragma('query_only = ON');
    return db;
  });
}

function toWrite(file: string, clock: Clock): Database {
  // Looked at before it is opened: closing any other handle on a file takes a process's locks on it away (POSIX).
  const hasLog = firstBytes(file, 19)[18] === 2;
  const db = connect(file, clock);
  // A copy of a backup that was put in place by hand, or a restore that was cut off, has the other mode.
  if (!hasLog) checked(db, () => keepWalMode(db));
  return db;
}

/** A journal that may not be written, in memory: of the newest schema, as the upgrade would make it. */
function copyInMemory(file: string, clock: Clock): Database {
  const bytes = readFileSync(file);
  // In memory there is no log, and SQLite opens nothing there whose header speaks of one.
  bytes.fill(1, 18, 20);
  const db = new Sqlite(bytes);
  return checked(db, () => {
    settle(db);
    if (refuseForeign(db) < SCHEMA) migrate(db, shippedMigrations(), clock.now().instant, () => {});
    db.pragma('query_only = ON');
    return db;
  });
}

/** Whether there is a journal: a file of no bytes is none yet. @throws when there may be one and it cannot be seen, or it is something else. */
function present(file: string): boolean {
  return guarded(file, () => {
    try {
      if (statSync(file).size === 0) return false;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
    // SQLite takes a text of a few bytes for an empty database, and would write over it.
    if (!firstBytes(file, 16).toString('latin1').startsWith('SQLite format 3')) {
      throw Object.assign(new Error('not a database'), { code: 'SQLITE_NOTADB' });
    }
    return true;
  });
}

function guarded<T>(file: string, open: () => T): T {
  try {
    const there = statOf(file);
    if (there?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    // A device or a pipe: nothing is kept in it, and doctor --fix would take it away from everybody else.
    if (there && !there.isFile()) throw Object.assign(new Error('no file'), { code: 'ENODEV' });
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
  // FULL at every open: "kept" means on disk, also in WAL mode, whose own default would be NORMAL here. And a file that came
  // from elsewhere runs no function of SQLite's through its views and triggers but the harmless ones.
  db.exec(
    'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF',
  );
}

function bringUpToDate(db: Database, file: string, clock: Clock): void {
  const version = refuseForeign(db);
  if (version === SCHEMA) return;
  if (version === 0) {
    // An empty file that was there already: from here on it holds a journal.
    chmodSync(file, 0o600);
    inWalMode(db);
  }
  const { instant } = clock.now();
  migrate(db, shippedMigrations(), instant, () => {
    backUp(db, file, 'before-migration', instant);
  });
}

/** The schema's version. @throws when the file is another program's, or a newer praxis's. */
export function refuseForeign(db: Database, newest = SCHEMA): number {
  const version = versionOf(db);
  const id = db.pragma('application_id', { simple: true });
  const unknown = id !== APPLICATION_ID && (version > 0 || id !== 0 || tableCount(db) > 0);
  if (unknown) throw Object.assign(new Error('not ours'), { code: 'SQLITE_NOTADB' });
  if (version > newest) refuseUnknown(version, SCHEMA);
  return version;
}

// An immutable file is read without the log beside it: what stands only there would be passed over in silence.
function refuseUnseen(file: string): void {
  const log = `${file}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return;
  throw new UserError(
    `The newest entries of ${file} stand in ${log}, which cannot be read without writing.`,
    'Run the command once without --read-only, or copy both files to a folder of your own.',
    EXIT.journal,
  );
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
    const db = new Sqlite(nameFor(draft), { timeout: BUSY_MS });
    try {
      settle(db);
      // With a rollback journal first, so that a full disk is an error here: closing does not say when the log found no room.
      migrate(db, shippedMigrations(), clock.now().instant, () => {});
      inWalMode(db);
    } finally {
      db.close();
    }
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true });
  }
  syncFolder(folder);
}

function inWalMode(db: Database): void {
  db.pragma('journal_mode = WAL');
}

function keepWalMode(db: Database): void {
  try {
    db.pragma('query_only = OFF');
    inWalMode(db);
  } catch {
    // Others are at work in it, or it cannot be written: it is as safe without, only slower.
  } finally {
    db.pragma('query_only = ON');
  }
}

function emptyJournal(file: string, clock: Clock, place: ':memory:' | '' = ':memory:'): Open {
  const db = new Sqlite(place);
  migrate(db, shippedMigrations(), clock.now().instant, () => {});
  db.pragma('query_only = ON');
  return journal(db, file, clock, false);
}
