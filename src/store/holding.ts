import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import type { Backup } from '../domain/backup.ts';
import { type Called, namesOf, saysName } from '../domain/forget.ts';
import { backUp, backupFolder, listBackups, removeBackup } from './backup.ts';
import type { Journal } from './journal.ts';
import type { Reference } from './reference.ts';

/** The backups in which something is found, the newest first. One that cannot be read counts as one that holds it. */
export function backupsWith(file: string, holds: (db: Database) => boolean): Backup[] {
  return listBackups(file).filter((backup) => {
    const path = join(backupFolder(file), backup.file);
    // A log beside a damaged journal is not read through such a connection.
    if (backup.kind === 'damaged') return true;
    try {
      const db = new Sqlite(`${pathToFileURL(path).href}?immutable=1`, { readonly: true });
      try {
        return holds(db);
      } finally {
        db.close();
      }
    } catch {
      return true;
    }
  });
}

/** Whether any text of a journal, of whatever schema, names somebody: the change log and drafts too. */
export function names(called: readonly Called[]): (db: Database) => boolean {
  const pattern = namesOf(called);
  return (db) =>
    tablesOf(db).some((table) => {
      for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
        for (const value of row as unknown[])
          if (typeof value === 'string' && saysName(pattern, value)) return true;
      }
      return false;
    });
}

/** What a person of a code was called in the backups of a journal. */
export function calledInBackups(file: string, code: string): Called[] {
  const called = new Map<string, Called>();
  backupsWith(file, (db) => {
    const found = db.prepare('SELECT code, name FROM person WHERE code = ?').all(code) as Called[];
    for (const each of found) called.set(String(each.name), each);
    return false;
  });
  return [...called.values()];
}

/** Whether a journal holds a record, or has it in its change log. */
export function has({ noun, id }: Reference): (db: Database) => boolean {
  return (db) =>
    (tablesOf(db).includes(noun) &&
      db.prepare(`SELECT 1 FROM ${noun} WHERE id = ?`).get(id) !== undefined) ||
    db.prepare('SELECT 1 FROM change WHERE row_id = ?').get(id) !== undefined;
}

/** Removes backups, and makes one of what is left, so that the journal is not without any. */
export function replaceBackups(journal: Journal, backups: readonly Backup[]): void {
  const { db, file, clock } = journal;
  if (backups.length === 0) return;
  backUp(db, file, 'manual', clock.now().instant);
  for (const each of backups) removeBackup(file, each.file);
}

/** Tables that hold what was written; the index of words holds nothing that does not stand in another. */
function tablesOf(db: Database): string[] {
  return db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all() as string[];
}
