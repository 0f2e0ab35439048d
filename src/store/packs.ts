import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { writeWhole } from './files.ts';
import { configFolder, type Place } from './location.ts';

export function packFolder(place: Place): string {
  return join(configFolder(place), 'packs');
}

/** A pack file of the user's own, unread. */
export interface PackFile {
  readonly file: string;
  readonly path: string;
  /** Null when it cannot be read. */
  readonly bytes: Uint8Array | null;
}

/** Larger files are not even read: what is wrong with them is said all the same. */
const MOST_READ = 1024 * 1024;

/** The user's pack files, by name. */
export function packFiles(place: Place): PackFile[] {
  const folder = packFolder(place);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/i.test(file))
    .sort()
    .map((file) => ({ file, path: join(folder, file), bytes: bytesOf(join(folder, file)) }));
}

/** The bytes of a file, cut after a megabyte; null when there is no such file. */
export function bytesOf(path: string): Uint8Array | null {
  try {
    return statSync(path).size > MOST_READ ? new Uint8Array(MOST_READ) : readFileSync(path);
  } catch {
    return null;
  }
}

/** Writes a new pack file, 0600. @throws UserError (conflict) when it is there. */
export function writePack(place: Place, name: string, text: string): string {
  const path = join(packFolder(place), `${name}.yaml`);
  if (existsSync(path)) {
    throw new UserError(
      `${path} is there already.`,
      'Choose another name. Nothing was written.',
      EXIT.conflict,
    );
  }
  mkdirSync(packFolder(place), { recursive: true, mode: 0o700 });
  writeWhole(path, [text]);
  return path;
}
