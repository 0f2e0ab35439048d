import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Redactor } from '../domain/redact.ts';
import { jsonLine } from '../render/json.ts';
import { refuseForeign, writeExport } from '../store/export-file.ts';
import { batched } from '../store/files.ts';
import type { Journal } from '../store/journal.ts';
import { JOURNAL_SCHEMA, type Part, readThrough, records, roughSize } from '../store/transfer.ts';
import type { Context } from './context.ts';
import { checkOut, type ExportOptions, partOf, progressOf, told } from './export-part.ts';
import { redactorFor, tellRedacted } from './export-redact.ts';
import { redactedRecord } from './redact-record.ts';

export interface JsonlExportOptions extends ExportOptions {
  readonly redact?: boolean;
}

/** Every record, one a line. */
export async function exportJsonl(context: Context, options: JsonlExportOptions): Promise<void> {
  checkOut(context, options);
  const { out, force = false } = options;
  await context.reading((journal) => {
    readThrough(journal);
    const part = partOf(journal, context, options);
    const redactor = options.redact ? redactorFor(journal) : undefined;
    const progress = progressOf(context, roughSize(journal), out);
    const lines = progress.over(jsonLines(journal, part, redactor));
    return progress.while(() => {
      if (out === undefined) {
        for (const piece of batched(lines)) context.say(piece);
        if (redactor) tellRedacted(context, redactor);
        return;
      }
      const isFolder = existsSync(out) && statSync(out).isDirectory();
      const path = resolve(isFolder ? join(out, 'journal.jsonl') : out);
      refuseForeign(path, JOURNAL_SCHEMA, force);
      writeExport(path, lines, context.world);
      progress.end();
      told(context, [path], redactor);
    });
  });
}

function* jsonLines(journal: Journal, part: Part, redactor?: Redactor): Generator<string> {
  for (const record of records(journal, part)) {
    const shown = redactor ? redactedRecord(record, redactor) : record;
    if (shown) yield jsonLine(shown);
  }
}
