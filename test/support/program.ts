import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

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
 * and then all of it but its history is put elsewhere, by links where the disk is the same.
 */
export function openProgram(): { readonly program: Program; readonly remove: () => void } {
  if (isOpen(OWN.file) && isOpen(OWN.node)) return { program: OWN, remove: () => {} };
  const root = mkdtempSync(join(tmpdir(), 'praxis-open-'));
  chmodSync(root, 0o755);
  const parts = readdirSync('.').filter((name) => !['.git', 'bench'].includes(name));
  if (spawnSync('cp', ['-al', ...parts, root]).status !== 0)
    for (const part of parts)
      cpSync(part, join(root, part), { recursive: true, verbatimSymlinks: true });
  return {
    program: {
      node: join(root, relative('.', OWN.node)),
      file: join(root, 'bin/praxis.js'),
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
