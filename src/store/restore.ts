import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { BackupKind } from '../domain/backup.ts';
import { EXIT, UserError } from '../errors.ts';
import { copyTo, freeName } from './backup.ts';
import { nameFor } from './file-place.ts';
import { firstBytes, syncFile, syncFolder } from './files.ts';
import { refuseUnderHold } from './hold.ts';
import type { Clock } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { refuseForeign } from './open.ts';
import { verify } from './verify.ts';

/** What SQLite keeps beside a file. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;
/** Longest wait for another praxis to leave, in milliseconds. */
const BUSY_MS = 3_000;

/** What stood in the journal's place and was kept: a file of the folder of backups. */
export interface Kept {
  readonly file: string;
  readonly kind: BackupKind;
}

/**
 * Puts a backup in the journal's place. The new journal is made whole under another name and checked there, what is
 * replaced is kept as a backup of its own, and one rename does it: whenever praxis dies, the old journal stands or the new.
 * @returns what was kept; null where there was no journal.
 * @throws UserError (journal) when the backup cannot be used, or another praxis has the journal open.
 */
export function restore(file: string, backup: string, clock: Clock): Kept | null {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${basename(file)}-${clock.newId()}`);
  try {
    makeDraft(backup, draft);
    return replace(file, draft, clock.now().instant);
  } catch (error) {
    throw asJournalError(error, file);
  } finally {
    for (const end of ['', ...BESIDE]) rmSync(draft + end, { force: true });
  }
}

function makeDraft(backup: string, draft: string): void {
  refuseUnusable(backup);
  for (const end of ['', '-wal'] as const) {
    if (end !== '' && !existsSync(backup + end)) continue;
    copyFileSync(backup + end, draft + end, constants.COPYFILE_EXCL);
    chmodSync(draft + end, 0o600);
  }
  const db = new Sqlite(nameFor(draft), { fileMustExist: true });
  try {
    // A log that stands beside the copy belongs to it; taken over, the journal is one file in the mode it is used in.
    db.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL');
  } finally {
    db.close();
  }
  syncFile(draft);
  refuseUnusable(draft, backup);
}

function refuseUnusable(path: string, shown = path): void {
  const { problem } = verify(path);
  if (problem === null) return;
  throw new UserError(
    `${basename(shown)} cannot be restored. ${problem}`,
    'praxis backup list shows the others. The journal was not touched.',
    EXIT.journal,
  );
}

function replace(file: string, draft: string, at: string): Kept | null {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    const kept = putAside(file, at);
    for (const end of BESIDE) rmSync(file + end, { force: true });
    linkSync(draft, file);
    syncFolder(dirname(file));
    return kept;
  }
  const db = size > 0 ? lockAlone(file) : undefined;
  let kept: Kept | null = null;
  try {
    if (db && isSound(db)) {
      refuseForeign(db);
      if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'hold'").get())
        refuseUnderHold(db, 'replacing the journal');
      const path = freeName(file, 'before-restore', at);
      copyTo(db, path);
      kept = { file: basename(path), kind: 'before-restore' };
      // Nothing may stand beside the file that the next journal would take for its own log. Alone with the file, SQLite
      // keeps the spent rollback journal until it closes: too late, should praxis die before.
      db.pragma('journal_mode = DELETE');
      rmSync(`${file}-journal`, { force: true });
      return putInPlace(file, draft, kept);
    }
    if (size > 0) kept = putAside(file, at);
  } finally {
    db?.close();
  }
  // Nor beside a damaged one, which was kept with all that stood there.
  for (const end of BESIDE) rmSync(file + end, { force: true });
  return putInPlace(file, draft, kept);
}

function putInPlace(file: string, draft: string, kept: Kept | null): Kept | null {
  renameSync(draft, file);
  syncFolder(dirname(file));
  return kept;
}

/**
 * The journal for this connection alone: whoever else has it open, even idle, would go on with a file that nobody finds
 * any more. Undefined when the file is too damaged to be locked.
 * @throws UserError (journal) when another praxis has it open.
 */
function lockAlone(file: string): Database | undefined {
  if (firstBytes(file, 16).toString('latin1') !== 'SQLite format 3\0') return undefined;
  const db = new Sqlite(nameFor(file), { timeout: BUSY_MS, fileMustExist: true });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    if (isDamage(error)) return undefined;
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    throw busy ? inUse(file) : error;
  }
}

function isSound(db: Database): boolean {
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code);
}

function inUse(file: string): UserError {
  return new UserError(
    `Another praxis has the journal ${file} open.`,
    'Close it (a session at another terminal?) and run this again. Nothing was changed.',
    EXIT.journal,
  );
}

/**
 * Copies a damaged journal, with the log that belongs to it, to where it stays. Its bytes are never changed: it is copied
 * while it is still open, for SQLite writes the log into a file that it closes.
 */
function putAside(file: string, at: string): Kept | null {
  const ends = ['', '-wal', '-journal'].filter((end) => existsSync(file + end));
  if (ends.length === 0) return null;
  const path = freeName(file, 'damaged', at);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (const end of ends) {
    const half = `${path}${end}.half`;
    rmSync(half, { force: true });
    copyFileSync(file + end, half, constants.COPYFILE_EXCL);
    chmodSync(half, 0o600);
    syncFile(half);
    renameSync(half, path + end);
  }
  syncFolder(dirname(path));
  return { file: basename(path), kind: 'damaged' };
}
