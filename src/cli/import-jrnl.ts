import type { Item } from '../domain/foreign.ts';
import { TAG_SYMBOLS } from '../domain/foreign.ts';
import { datePattern } from '../formats/date-pattern.ts';
import { type JrnlStyle, jrnlEntries, jrnlStyle } from '../formats/jrnl.ts';
import { isJrnlJson, jrnlJsonEntries } from '../formats/jrnl-json.ts';
import type { TextFile } from '../formats/text-file.ts';
import type { Context } from './context.ts';
import { namedFiles } from './import-files.ts';
import { importForeign } from './import-foreign.ts';

export interface JrnlOptions {
  readonly dryRun?: boolean;
  readonly dateFormat?: string;
  readonly encoding?: string;
  readonly tags?: string;
}

const HINT =
  'If its dates are written in a way of their own, say which: --date-format "%d.%m.%Y %H:%M". If it is encrypted: jrnl --decrypt.';

/** What jrnl keeps: one text file, or a folder with a file a day. */
export async function importJrnl(
  context: Context,
  named: string,
  options: JrnlOptions,
): Promise<void> {
  const { dryRun = false, dateFormat: pattern = null, tags: symbols = TAG_SYMBOLS } = options;
  // A pattern that cannot be read is refused before any file is.
  if (pattern !== null) datePattern(pattern);
  const passes = pattern === null ? 2 : 1;
  const { encoding } = options;
  const { files, leftOut, progress } = await namedFiles(context, named, {
    endings: /\.(txt|text|md|markdown|org|rst|jrnl|journal)$/i,
    encoding,
    passes,
  });
  const [only, ...more] = files;
  if (only && more.length === 0 && isJrnlJson(only)) {
    const items = () => jrnlJsonEntries(only, symbols);
    return importForeign(context, { items, hint: HINT, progress }, dryRun);
  }
  const style = jrnlStyle(files, { pattern, symbols });
  const items = () => itemsOf(files, style, leftOut);
  const dateFormat = pattern ?? style.example?.format ?? null;
  await importForeign(context, { items, dateFormat, hint: HINT, progress }, dryRun);
}

function* itemsOf(
  files: readonly TextFile[],
  style: JrnlStyle,
  leftOut: readonly Item[],
): Generator<Item> {
  if (style.doubt) {
    const { format, ...place } = style.doubt;
    const why = `day or month first? Read as ${format}; --date-format says otherwise`;
    yield { doubtful: { ...place, why } };
  }
  for (const file of files) yield* jrnlEntries(file, style);
  yield* leftOut;
}
