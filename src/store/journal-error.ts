import { EXIT, UserError } from '../errors.ts';

/** Says in one sentence what SQLite or the file system means; anything else is thrown on. */
export function asJournalError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const meaning = MEANINGS.find(([code]) => String(error.code).startsWith(code));
  if (!meaning) return error;
  const [, message, hint] = meaning;
  return new UserError(message.replace('{file}', file), hint, EXIT.journal);
}

const MEANINGS: readonly (readonly [code: string, message: string, hint: string])[] = [
  ['SQLITE_BUSY', 'The journal {file} is in use by another program.', 'Try again in a moment; nothing was stored.'],
  ['SQLITE_LOCKED', 'The journal {file} is in use by another program.', 'Try again in a moment; nothing was stored.'],
  ['SQLITE_NOTADB', '{file} is not a praxis journal.', 'Name the right file with --journal, or move this one away. It was not touched.'],
  ['SQLITE_CORRUPT', 'The journal {file} is damaged.', 'Leave it as it is and restore a copy of it. praxis writes nothing into a damaged file.'],
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
  ['ENOSPC', 'The disk is full.', 'Make room and run the command again; what was stored before is intact.'],
  ['ENAMETOOLONG', 'The path of the journal is too long.', 'Name a shorter one with --journal.'],
]; // biome-ignore format: one meaning a line
