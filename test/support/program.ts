import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The built program, and the Node that it runs on. */
export interface Program {
  readonly node: string;
  readonly file: string;
}

export const OWN: Program = { node: process.execPath, file: resolve('bin/praxis.js') };

/** Whether every folder on the way to a file may be entered by everybody. */
function isOpen(file: string): boolean {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The program where another account of the machine can reach it: a checkout may lie in a folder of its owner alone,
 * and then what the program needs is copied out.
 */
export function openProgram(): { readonly program: Program; readonly remove: () => void } {
  if (isOpen(OWN.file) && isOpen(OWN.node)) return { program: OWN, remove: () => {} };
  const root = mkdtempSync(join(tmpdir(), 'praxis-open-'));
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'node_modules'));
  for (const part of ['bin', 'dist', 'migrations', 'package.json', 'node_modules/better-sqlite3'])
    cpSync(resolve(part), join(root, part), { recursive: true });
  const node = join(root, 'node');
  try {
    linkSync(OWN.node, node);
  } catch {
    copyFileSync(OWN.node, node);
  }
  return {
    program: { node, file: join(root, 'bin/praxis.js') },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
