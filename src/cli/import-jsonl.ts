import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { decode } from '../prompts/text.ts';
import { counted } from '../render/text.ts';
import { linesOf } from '../store/files.ts';
import { importRecords } from '../store/transfer.ts';
import { rehearse, type Tx, write } from '../store/write.ts';
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
  const take = (tx: Tx) => importRecords(tx, lines());
  const { command } = context;
  const rehearsed = () =>
    context.writing((journal) => rehearse(journal, command, take), { rehearse: true });
  // A journal is made with its first write: what is refused is to leave none behind.
  if (!dryRun && !existsSync(context.file)) await rehearsed();
  const { added, unchanged } = dryRun
    ? await rehearsed()
    : await context.writing((journal) => write(journal, command, take), {
        backup: 'before-import',
      });
  const document = { schema: 'praxis.import/1', added, unchanged, ...(dryRun ? { dryRun } : {}) };
  context.answer(document, () => {
    const came = `${counted(added, 'record')} ${dryRun ? 'would come' : 'came in'}, ${unchanged} there already`;
    return `  ${came}.${dryRun ? ' Nothing was stored.' : ''}`;
  });
}
