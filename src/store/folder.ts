import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { statOf } from './files.ts';

/** A file of a folder: its path below it, and what it is. */
export interface Found {
  readonly path: string;
  readonly kind: 'file' | 'link';
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/**
 * Every file below a folder, in the order of their names. What is hidden (`.obsidian`, `.git`, `.trash`) is passed
 * over; links are named and not followed, because they lead out of the folder.
 * @throws UserError (usage) for a folder that cannot be read.
 */
export function* filesBelow(folder: string, below = ''): Generator<Found> {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(join(folder, below));
  } catch {
    throw new UserError(
      `The folder ${join(folder, below)} cannot be read.`,
      'Name a folder that you may read. Nothing was stored.',
      EXIT.usage,
    );
  }
  for (const each of entries) {
    if (each.name.startsWith('.')) continue;
    const path = below === '' ? each.name : `${below}/${each.name}`;
    if (each.isDirectory()) yield* filesBelow(folder, path);
    else if (each.isSymbolicLink()) yield { path, kind: 'link' };
    else if (each.isFile()) yield { path, kind: 'file' };
  }
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
