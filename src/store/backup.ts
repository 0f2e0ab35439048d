import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';

/**
 * Writes a copy of the open journal to `file`: under a temporary name first, synced, checked, and only then in place.
 * A copy that does not pass SQLite's own integrity check is removed and never takes the name.
 */
export function backUpTo(db: Database, file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = `${file}.half`;
  rmSync(half, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(half);
    sync(half);
    const copy = new Sqlite(half, { readonly: true });
    try {
      const verdict = copy.pragma('integrity_check', { simple: true });
      if (verdict !== 'ok') throw new Error(`backup failed its check: ${verdict}`);
    } finally {
      copy.close();
    }
    renameSync(half, file);
    sync(folder);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) {
      if (existsSync(half + end)) rmSync(half + end, { force: true });
    }
  }
}

/** The copies of a journal that were made beside it, the newest name first. */
export function backupsBeside(file: string): { readonly folder: string; readonly name: string }[] {
  const folder = join(dirname(file), 'backups');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  return names
    .sort()
    .reverse()
    .map((name) => ({ folder, name }));
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
