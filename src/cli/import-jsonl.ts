import { counted } from '../render/text.ts';
import { textLines } from '../store/lines.ts';
import { importRecords, recordsIn } from '../store/records-in.ts';
import { rehearse, write } from '../store/write.ts';
import type { Context } from './context.ts';
import { sourceOf } from './import-files.ts';
import { looksFirst } from './import-foreign.ts';
import { Progress } from './progress.ts';

export interface JsonlOptions {
  readonly dryRun?: boolean;
}

/** What praxis export jsonl wrote, back into a journal. */
export async function importJsonl(
  context: Context,
  file: string,
  { dryRun = false }: JsonlOptions,
): Promise<void> {
  let progress: Progress | undefined;
  const read = (bytes: number) => progress?.add(bytes);
  const source = await sourceOf(context, file, read);
  const looks = !dryRun && looksFirst(context);
  progress = new Progress(context, source.size * (looks ? 2 : 1));
  const { added, unchanged } = await progress.while(() => {
    // A journal is made with its first write: what is refused is to leave none behind.
    if (looks) for (const _ of recordsIn(textLines(source)));
    const store = dryRun ? rehearse : write;
    return context.writing(
      (journal) => store(journal, context.command, (tx) => importRecords(tx, textLines(source))),
      { rehearse: dryRun, backup: 'before-import' },
    );
  });
  const document = { schema: 'praxis.import/1', added, unchanged, ...(dryRun ? { dryRun } : {}) };
  context.answer(document, () => {
    const came = `${counted(added, 'record')} ${dryRun ? 'would come' : 'came in'}, ${unchanged} there already`;
    return `  ${came}.${dryRun ? ' Nothing was stored.' : ''}`;
  });
}
