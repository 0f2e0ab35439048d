import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonLine } from '../render/json.ts';
import { batched, refuseForeign, writeWhole } from '../store/files.ts';
import type { Journal } from '../store/open.ts';
import { JOURNAL_SCHEMA, type Part, records } from '../store/transfer.ts';
import type { Context } from './context.ts';
import { checkOut, type ExportOptions, partOf, told } from './export-part.ts';

/** Every record, one a line. */
export async function exportJsonl(context: Context, options: ExportOptions): Promise<void> {
  checkOut(context, options);
  const { out, force = false } = options;
  await context.reading((journal) => {
    const part = partOf(journal, context, options);
    if (out === undefined) {
      for (const piece of batched(jsonLines(journal, part))) context.say(piece);
      return;
    }
    const isFolder = existsSync(out) && statSync(out).isDirectory();
    const path = resolve(isFolder ? join(out, 'journal.jsonl') : out);
    refuseForeign(path, JOURNAL_SCHEMA, force);
    writeWhole(path, jsonLines(journal, part));
    told(context, [path]);
  });
}

function* jsonLines(journal: Journal, part: Part): Generator<string> {
  for (const record of records(journal, part)) yield jsonLine(record);
}
