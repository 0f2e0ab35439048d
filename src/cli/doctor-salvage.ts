import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { jsonLine } from '../render/json.ts';
import { salvagedText } from '../render/salvage.ts';
import { makeFolder } from '../store/export-file.ts';
import { statOf, syncFolder, writeWhole } from '../store/files.ts';
import { shownPath } from '../store/location.ts';
import { packageFolder } from '../store/package.ts';
import { salvage } from '../store/salvage.ts';
import type { Context } from './context.ts';

/** Writes all that can be read of a damaged journal to a folder of its own. The damaged file is only read. */
export async function salvageTo(context: Context, given: string): Promise<void> {
  const { file, world } = context;
  const folder = resolve(given);
  checkFolder(folder);
  if (!statOf(file)?.isFile()) {
    throw new UserError(
      `There is no file ${shownPath(world, file)}.`,
      'Name the damaged one with --journal. Nothing was written.',
      EXIT.cannot,
    );
  }
  makeFolder(folder);
  const journal = join(folder, 'journal.db');
  const { loose, drafts, ...read } = salvage(file, journal, context.now.instant);
  syncFolder(folder);
  const files = [journal, ...exported(context, journal, folder)];
  for (const [name, lines] of [
    ['loose.jsonl', loose.map(({ table, row }) => ({ record: table, ...row }))],
    ['drafts.jsonl', drafts],
  ] as const) {
    if (lines.length === 0) continue;
    files.push(join(folder, name));
    writeWhole(join(folder, name), lines.map(jsonLine));
  }
  const told = { ...read, loose: loose.length, drafts: drafts.length, files };
  context.answer({ schema: 'praxis.salvaged/1', ...told }, () =>
    salvagedText({ ...told, folder: shownPath(world, folder) }, context.style),
  );
}

function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new UserError(
    `${folder} is there already, and something is in it.`,
    'Name a folder that is empty or new. Nothing was written.',
    EXIT.conflict,
  );
}

/** What `praxis export` makes of the new journal, in a process of its own: one file that imports, and files to read. */
function exported({ world }: Context, journal: string, folder: string): string[] {
  return [
    ['jsonl', join(folder, 'journal.jsonl')],
    ['markdown', join(folder, 'markdown')],
  ].flatMap(([format = '', out = '']) => {
    const program = join(packageFolder(), 'bin', 'praxis.js');
    const args = [program, 'export', format, '--out', out, '--json', '--journal', journal];
    const { status, stdout, stderr } = spawnSync(world.execPath, args, {
      env: { ...world.env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`export ${format}: ${stderr}`);
    return (JSON.parse(stdout) as { files: string[] }).files;
  });
}
