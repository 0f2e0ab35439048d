import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Damaged, UserError } from '../errors.ts';
import { backupFolder, copyTo, freeName, rotate, withLock } from './backup.ts';
import { holdsSomething } from './history.ts';
import type { Journal } from './journal.ts';
import { asJournalError } from './journal-error.ts';
import { row } from './prepared.ts';

export type AutomaticKind = 'daily' | 'before-import';

/**
 * Makes the backup that is due before a command writes: the first write of a day is preceded by one, and every import.
 * That it cannot be made stops nothing, but a journal that turns out to be damaged is not written to.
 * @returns why it could not be made, in a sentence; undefined when it was made or none was due.
 * @throws Damaged
 */
export function backUpBefore(journal: Journal, kind: AutomaticKind): string | undefined {
  const { db, file } = journal;
  const at = journal.clock.now().instant;
  const due = () => (kind === 'daily' ? isDailyDue(db, file, at) : holdsSomething(journal));
  try {
    if (!due()) return undefined;
    if (!hasRoom(file)) return 'The disk has too little room for it.';
    withLock(db, (reader) => {
      // Of twenty that start at once one makes it, and the others find it made.
      if (due()) copyTo(reader, freeName(file, kind, at));
    });
    rotate(journal);
    return undefined;
  } catch (error) {
    const told = asJournalError(error, basename(file));
    if (told instanceof Damaged) throw asJournalError(error, file);
    return told instanceof UserError ? told.message : 'It failed its check.';
  }
}

/** A day is UTC's here: the name of a backup bears an instant, and looking for a name costs next to nothing. */
function isDailyDue(db: Database, file: string, at: string): boolean {
  const folder = backupFolder(file);
  const day = at.slice(0, 10);
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`daily-${day}`)))
    return false;
  // On its first day a journal holds nothing that is older than a day.
  const made = row<{ at: string }>(db, 'SELECT applied_at AS at FROM migration WHERE version = 1');
  return made === undefined || made.at.slice(0, 10) < day;
}

/** The copy, and as much again for what is to be written. */
function hasRoom(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize > 2 * statSync(file).size;
}
