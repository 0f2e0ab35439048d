import { accessSync, constants, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { EXIT, UserError } from '../errors.ts';

/** A path as the connection takes it: better-sqlite3 trims names; as an address the white space at the end of one stays. */
export function nameFor(file: string): string {
  return file === file.trim() ? file : pathToFileURL(file).href;
}

/** Remembers which file stands at a path: a check that it still does. */
export function placeCheck(file: string): () => void {
  const found = placeOf(file);
  return () => {
    if (placeOf(file) === found) return;
    throw new UserError(
      `The journal ${file} was replaced or taken away while praxis was at work.`,
      'Run the command again; it stored nothing.',
      EXIT.journal,
    );
  };
}

/** Which file stands at a path, whatever it holds; 'none' for no file. */
function placeOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : 'none';
}

/** Whether files can be made in a folder. */
export function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
