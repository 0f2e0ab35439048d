import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
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
  const half = `${file}.half`;
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
  syncFolder(dirname(resolve(file)));
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

/**
 * Makes sure that an export may take this name: nothing is there, or an earlier export of praxis's own.
 * @param mark what the beginning of such a file holds.
 * @throws UserError (conflict) for somebody else's file.
 */
export function refuseForeign(file: string, mark: string, force: boolean): void {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    throw new UserError(`${file} is a folder.`, 'Choose another place with --out.', EXIT.conflict);
  }
  if (force) return;
  if (beginning(file, 512).includes(mark)) return;
  throw new UserError(
    `${file} is there already, and praxis did not write it.`,
    'Choose another place with --out, or replace it with --force.',
    EXIT.conflict,
  );
}

/** Makes a folder for an export, 0700 when it is new. */
export function makeFolder(folder: string): void {
  try {
    // Not recursive by Node: in a folder where nothing can be made (/proc) that tries again without end.
    const missing: string[] = [];
    for (let each = resolve(folder); !existsSync(each); each = dirname(each)) missing.unshift(each);
    for (const each of missing) mkdirSync(each, { mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('a file');
  } catch {
    throw new UserError(
      `The folder ${folder} cannot be made.`,
      'Choose another place.',
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

const CHUNK = 1 << 20;

/** The lines of a UTF-8 file, read a megabyte at a time. @throws UserError (usage) for bytes that are not UTF-8. */
export function* linesOf(file: string): Generator<string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a file that praxis export jsonl wrote, or - for stdin.',
      EXIT.usage,
    );
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const bytes = Buffer.alloc(CHUNK);
    let rest = '';
    for (;;) {
      const read = readSync(handle, bytes);
      const parts = (rest + decoder.decode(bytes.subarray(0, read), { stream: read > 0 })).split(
        '\n',
      );
      rest = parts.pop() ?? '';
      yield* parts;
      if (read === 0) break;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof Error && 'code' in error)) throw error;
    throw new UserError(`The file ${file} is not UTF-8 text.`, 'Nothing was stored.', EXIT.usage);
  } finally {
    closeSync(handle);
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
