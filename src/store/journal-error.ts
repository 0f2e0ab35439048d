import type { Database } from 'better-sqlite3';
import { Damaged, EXIT, Interrupted, Stopped, Unprinted, UserError } from '../errors.ts';

/**
 * What went wrong while an open journal was used. SQLite says itself when it meets damage; rows that make no sense
 * (half a draft, a day that is none, a part without its whole) are damage when the file does not pass its check, and a bug when it does.
 */
export function asDamage(error: unknown, { db, file }: { db: Database; file: string }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sql = code.startsWith('SQLITE_');
  const told = sql ? asJournalError(error, file) : error;
  const meant = [UserError, Interrupted, Stopped, Unprinted].some((kind) => error instanceof kind);
  if (told !== error || meant || isSound(db)) return told;
  return asJournalError(Object.assign(new Error('damaged'), { code: 'SQLITE_CORRUPT' }), file);
}

function isSound(db: Database): boolean {
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/** Says in one sentence what SQLite or the file system means; anything else is thrown on. */
export function asJournalError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  // A schema with a wrong letter in it is damage too, though SQLite only misses a table.
  const schema = /^(no such (table|column|index|module)|unsupported file format|table \S+ has)/;
  const code =
    error.code === 'SQLITE_ERROR' && schema.test(error.message) ? 'SQLITE_CORRUPT' : error.code;
  const meaning = MEANINGS.find(([start]) => String(code).startsWith(start));
  if (!meaning) return error;
  const [start, message, hint] = meaning;
  const Kind = DAMAGE.includes(start) ? Damaged : UserError;
  return new Kind(message.replace('{file}', file), hint, EXIT.journal);
}

const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

const MEANINGS: readonly (readonly [code: string, message: string, hint: string])[] = [
  ['SQLITE_BUSY', 'The journal {file} is in use by another program.', 'Try again in a moment; nothing was stored.'],
  ['SQLITE_LOCKED', 'The journal {file} is in use by another program.', 'Try again in a moment; nothing was stored.'],
  ['SQLITE_NOTADB', '{file} is not a praxis journal.', 'Name the right file with --journal, or move this one away. It was not touched.'],
  ['SQLITE_CORRUPT', 'The journal {file} is damaged.', 'praxis doctor says what can be done; praxis backup list shows copies. It is not written to.'],
  ['SQLITE_FULL', 'The disk is full.', 'Make room and run the command again; what was stored before is intact.'],
  ['SQLITE_READONLY', 'The journal {file} cannot be written.', 'Check who owns the file and its folder: ls -ld shows it.'],
  ['SQLITE_CANTOPEN', 'The journal {file} cannot be opened.', 'Check who owns the file and its folder: ls -ld shows it.'],
  ['SQLITE_IOERR', 'The disk did not take or give the data of {file}.', 'Check the disk and try again; what was stored before is intact.'],
  ['EACCES', 'The folder of {file} cannot be used.', 'Check who owns it: ls -ld shows it. Or name another file with --journal.'],
  ['EPERM', 'The folder of {file} cannot be used.', 'Check who owns it: ls -ld shows it. Or name another file with --journal.'],
  ['EROFS', 'The folder of {file} cannot be written.', 'Name a file in another folder with --journal.'],
  ['ENOTDIR', '{file} lies under something that is not a folder.', 'Name another file with --journal.'],
  ['EEXIST', '{file} lies under something that is not a folder.', 'Name another file with --journal.'],
  ['EISDIR', '{file} is a folder.', 'Name a file with --journal, such as journal.db inside it.'],
  ['ENODEV', '{file} is no file that keeps anything.', 'Name another with --journal.'],
  ['ENOSPC', 'The disk is full.', 'Make room and run the command again; what was stored before is intact.'],
  ['ELOOP', 'The journal {file} is a link that leads in a circle.', 'Mend the link, or name another file with --journal.'],
  ['ENAMETOOLONG', 'The path of the journal is too long.', 'Name a shorter one with --journal.'],
]; // biome-ignore format: one meaning a line
