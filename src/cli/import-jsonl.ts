import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { counted } from '../render/text.ts';
import { linesOf } from '../store/files.ts';
import type { Journal } from '../store/open.ts';
import { type Imported, importRecords } from '../store/transfer.ts';
import { write } from '../store/write.ts';
import { readAll } from './args.ts';
import type { Context } from './context.ts';

export interface JsonlOptions {
  readonly dryRun?: boolean;
}

/** What praxis export jsonl wrote, back into a journal. */
export async function importJsonl(
  context: Context,
  file: string,
  { dryRun = false }: JsonlOptions,
): Promise<void> {
  const stdin = file === '-' ? decode(await readAll(context.world.stdin)).split('\n') : undefined;
  const lines = () => stdin ?? linesOf(resolve(file));
  if (file !== '-' && !existsSync(file)) {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a file that praxis export jsonl wrote, or - for stdin.',
      EXIT.usage,
    );
  }
  const take = (journal: Journal, rehearse: boolean): Imported => {
    let imported: Imported = { added: 0, unchanged: 0 };
    try {
      write(journal, context.command, (tx) => {
        imported = importRecords(tx, lines());
        // Everything was tried for real; throwing takes it all back.
        if (rehearse) throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
    return imported;
  };
  const rehearsed = () => context.writing((journal) => take(journal, true), { rehearse: true });
  // A journal is made with its first write: what is refused is to leave none behind.
  const first = dryRun || !existsSync(context.file) ? await rehearsed() : undefined;
  const { added, unchanged } =
    dryRun && first
      ? first
      : await context.writing((journal) => take(journal, false), { backup: 'before-import' });
  const document = { schema: 'praxis.import/1', added, unchanged, ...(dryRun ? { dryRun } : {}) };
  context.answer(document, () => {
    const came = `${counted(added, 'record')} ${dryRun ? 'would come' : 'came in'}, ${unchanged} there already`;
    return `  ${came}.${dryRun ? ' Nothing was stored.' : ''}`;
  });
}

class Rehearsed extends Error {}
