import {
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';

/**
 * Writes a file whole or not at all: under another name first (0600), synced, then renamed.
 * Takes pieces, so that a large export needs no memory of its size.
 */
export function writeWhole(file: string, pieces: Iterable<string>): void {
  replaceWhole(file, pieces, `${file}.half`);
  syncFolder(dirname(resolve(file)));
}

/**
 * The same without the last step, for many files of one folder: their names are on disk with `syncFolder`.
 * @param half the other name; what stands at it is removed.
 */
export function replaceWhole(file: string, pieces: Iterable<string>, half: string): void {
  const handle = opened(half);
  try {
    try {
      // Not writeSync: on a full disk it writes a part, says how much, and does not complain.
      for (const piece of batched(pieces)) writeFileSync(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}

/** Characters that are gathered before they are written: a call for every line takes longer than the line. */
const BATCH = 1 << 16;

/** The same text in fewer, larger pieces. */
export function* batched(pieces: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
    if (length < BATCH) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  if (gathered.length > 0) yield gathered.join('');
}

/** What a file system answers where no such file can be made. */
const NOT_HERE: readonly string[] = [
  'ENOENT',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'EISDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EINVAL',
  'ERR_FS_EISDIR',
];

function opened(path: string): number {
  try {
    rmSync(path, { force: true });
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (!NOT_HERE.includes(String(code))) throw error;
    throw new UserError(
      `There is no writing to ${dirname(path)} under that name.`,
      'Choose a folder that is there and is yours, and a shorter name if it is long.',
      EXIT.cannot,
    );
  }
}

/** The first bytes of a file, as text. */
export function beginning(file: string, length: number): string {
  return firstBytes(file, length).toString('utf8');
}

/** The first bytes of a file; fewer where it has fewer. */
export function firstBytes(file: string, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** What stands at a path; undefined where nothing does, or nothing can (a name too long, a way through a file). */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Puts a file's bytes on disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a folder's entries on disk: a new file is only safe once its name is. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems cannot sync a folder; the file itself is synced by SQLite.
  } finally {
    closeSync(handle);
  }
}
