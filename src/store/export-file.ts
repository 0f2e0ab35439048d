import { hash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { beginning, replaceWhole, syncFolder } from './files.ts';

/** This process, and which others there are. */
export interface Processes {
  readonly pid: number;
  isRunning(pid: number): boolean;
}

/**
 * Writes a file of an export whole or not at all. Until it is whole it has a hidden name, which is this process's alone:
 * of two exports to the same place each is whole, and the later one stays. What was cut off goes with the next export.
 * @throws UserError (cannot) when there is no room for it.
 */
export function writeExport(file: string, pieces: Iterable<string>, processes: Processes): void {
  clearHalves(dirname(resolve(file)), processes);
  writeOneOfMany(file, pieces, processes);
  syncFolder(dirname(resolve(file)));
}

/** The same for one of many files in a folder, which is cleared before and synced once all of them are there. */
export function writeOneOfMany(
  file: string,
  pieces: Iterable<string>,
  { pid }: Pick<Processes, 'pid'>,
): void {
  const name = `.praxis-export-${hash('sha256', basename(file), 'hex').slice(0, 12)}-${pid}`;
  try {
    replaceWhole(file, pieces, join(dirname(file), name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = FAILURES.find(([codes]) => codes.includes(code))?.[1];
    if (why === undefined) throw error;
    throw new UserError(
      `${file} was not written: ${why}.`,
      'Choose another place with --out, or mend that one. What stood there before is as it was.',
      EXIT.cannot,
    );
  }
}

const HALF = /^\.praxis-export-[0-9a-f]{12}-(\d+)$/;

/** Removes what exports that were ended have left in a folder. */
export function clearHalves(folder: string, { isRunning }: Processes): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // One that is not there, or may only be written to.
    return;
  }
  for (const name of names) {
    const pid = HALF.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

const FAILURES: readonly (readonly [codes: readonly string[], why: string])[] = [
  [['ENOSPC', 'EDQUOT'], 'the disk is full'],
  [['EFBIG'], 'the file would be too large for that place'],
  [['EIO'], 'the disk does not take it'],
  [['ENAMETOOLONG'], 'its name is too long'],
];

/**
 * Makes sure that an export may take this name: nothing is there, or an earlier export of praxis's own.
 * @param mark what the beginning of such a file holds.
 * @throws UserError (conflict) for somebody else's file.
 */
export function refuseForeign(file: string, mark: string, force: boolean): void {
  const found = entryAt(file);
  if (!found) return;
  const what = found.isDirectory()
    ? 'a folder'
    : found.isFile() || found.isSymbolicLink()
      ? ''
      : 'no file';
  if (what !== '') {
    throw new UserError(`${file} is ${what}.`, 'Choose another place with --out.', EXIT.conflict);
  }
  if (force) return;
  if (found.isSymbolicLink()) {
    throw new UserError(
      `${file} is a link, and praxis did not make it.`,
      'Name the file that it leads to with --out, or replace the link with --force.',
      EXIT.conflict,
    );
  }
  if (beginning(file, 512).includes(mark)) return;
  throw new UserError(
    `${file} is there already, and praxis did not write it.`,
    'Choose another place with --out, or replace it with --force.',
    EXIT.conflict,
  );
}

/** What has this name, itself; undefined where nothing has, or nothing can. */
function entryAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
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
