import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import {
  type Backup,
  type BackupKind,
  backupName,
  newestFirst,
  readBackupName,
  rotatedOut,
} from '../domain/backup.ts';
import { Damaged, EXIT, UserError } from '../errors.ts';
import { firstBytes, statOf, syncFile, syncFolder, writeWhole } from './files.ts';
import { standingHold } from './hold.ts';
import type { Journal } from './journal.ts';
import { asJournalError } from './journal-error.ts';

/** What stands beside a backup: the checksum of its bytes, as `shasum -a 256 -c` reads it. */
export const CHECKSUM_END = '.sha256';

/** Where the backups of a journal are: beside it, and a journal of another name has a folder of its own. */
export function backupFolder(file: string): string {
  const name = basename(file);
  return join(dirname(file), name === 'journal.db' ? 'backups' : `${name}.backups`);
}

/**
 * The backups of a journal, the newest first. What praxis did not name, and what is no file, is not among them.
 * @throws UserError (journal) where they cannot be looked at.
 */
export function listBackups(file: string): Backup[] {
  const folder = backupFolder(file);
  if (!statOf(folder)?.isDirectory()) return [];
  try {
    return newestFirst(readdirSync(folder).flatMap((name) => backupAt(join(folder, name)) ?? []));
  } catch (error) {
    throw asJournalError(error, folder);
  }
}

function backupAt(path: string): Backup | undefined {
  const file = basename(path);
  const read = readBackupName(file);
  const found = statOf(path);
  if (!read || !found?.isFile()) return undefined;
  return { file, at: read.at, bytes: found.size, kind: read.kind, schema: schemaOf(path) };
}

/** Makes a backup of the open journal. @throws when it cannot be made, or does not hold what the journal holds. */
export function backUp(db: Database, file: string, kind: BackupKind, at: string): Backup {
  const path = freeName(file, kind, at);
  try {
    backUpTo(db, path);
  } catch (error) {
    const told = asJournalError(error, path);
    // Damage is the journal's: the copy is only as good as what it is made of.
    throw told instanceof Damaged ? asJournalError(error, file) : told;
  }
  return { file: basename(path), at, bytes: statSync(path).size, kind, schema: schemaOf(path) };
}

/** A path in the folder of backups that nothing stands at yet. */
export function freeName(file: string, kind: BackupKind, at: string): string {
  const folder = backupFolder(file);
  for (let which = 1; ; which++) {
    const path = join(folder, backupName({ kind, at }, which));
    if (!existsSync(path)) return path;
  }
}

/**
 * Writes a copy of the open journal to `path` while nobody else writes to it: under a temporary name first, synced,
 * checked, compared row count by row count, and only then in place. A copy that fails is removed and never takes the name.
 */
export function backUpTo(db: Database, path: string): void {
  withLock(db, (reader) => copyTo(reader, path));
}

/** Keeps other writers out while a second connection reads: the one that holds the lock is in a transaction, and cannot copy in one. */
export function withLock(db: Database, use: (reader: Database) => void): void {
  const guarded = db.pragma('query_only', { simple: true }) === 1;
  if (guarded) db.pragma('query_only = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    const reader = new Sqlite(db.name, { fileMustExist: true });
    try {
      use(reader);
    } finally {
      reader.close();
    }
  } finally {
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    if (guarded) db.pragma('query_only = ON');
  }
}

/** As `backUpTo`, for a connection whose journal nobody else can write to. */
export function copyTo(db: Database, path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = `${path}.half`;
  removeHalf(half);
  try {
    // Empty at first: SQLite fills a file that is there, and this one was its owner's from the beginning.
    closeSync(openSync(half, 'wx', 0o600));
    db.prepare('VACUUM INTO ?').run(half);
    syncFile(half);
    const copy = new Sqlite(half, { readonly: true });
    try {
      const verdict = copy.pragma('integrity_check(1)', { simple: true });
      if (verdict !== 'ok') throw new Error(`the backup failed its check: ${verdict}`);
      if (rowCounts(copy) !== rowCounts(db)) throw new Error('the backup lacks rows');
    } finally {
      copy.close();
    }
    writeWhole(path + CHECKSUM_END, [`${sha256(half)}  ${basename(path)}\n`]);
    renameSync(half, path);
    syncFolder(folder);
  } finally {
    removeHalf(half);
  }
}

/** Removes a backup with what belongs to it. */
export function removeBackup(file: string, name: string): void {
  const path = join(backupFolder(file), name);
  for (const end of ['', CHECKSUM_END, '-wal', '-shm', '-journal'])
    rmSync(path + end, { force: true });
}

/** Removes the backups whose time is over. While a hold stands, none is. */
export function rotate({ db, file }: Pick<Journal, 'db' | 'file'>): void {
  if (standingHold(db)) return;
  for (const { file: name } of rotatedOut(listBackups(file))) removeBackup(file, name);
}

/** The checksum of a file's bytes, read a megabyte at a time. */
export function sha256(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(1 << 20);
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes)) {
      hash.update(bytes.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** How many rows every table holds, as one text. */
function rowCounts(db: Database): string {
  const tables = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return tables
    .map((name) => `${name} ${db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()}`)
    .join('\n');
}

/** The schema as the file's header has it (user_version, big-endian at byte 60), or null for no SQLite file. */
export function schemaOf(path: string): number | null {
  const header = firstBytes(path, 64);
  return header.length === 64 && header.toString('latin1', 0, 15) === 'SQLite format 3'
    ? header.readUInt32BE(60)
    : null;
}

function removeHalf(half: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(half + end, { force: true });
}

/** @throws UserError (usage) when there is no such backup, and no such file. */
export function backupPath(file: string, given: string): string {
  const beside = join(backupFolder(file), given);
  if (basename(given) === given && isFile(beside)) return beside;
  if (isFile(given)) return given;
  throw new UserError(
    `There is no backup "${given}".`,
    'praxis backup list shows them. Nothing was changed.',
    EXIT.usage,
  );
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}
