import { datePattern } from '../formats/date-pattern.ts';
import { markdownEntry } from '../formats/markdown.ts';
import { isOwn, ownItems } from '../formats/own-markdown.ts';
import type { TextFile } from '../formats/text-file.ts';
import type { Context } from './context.ts';
import { namedFiles } from './import-files.ts';
import { type Arriving, importForeign, type OwnItems } from './import-foreign.ts';

export interface MarkdownImportOptions {
  readonly dryRun?: boolean;
  readonly dateFormat?: string;
  readonly encoding?: string;
  readonly tags?: string;
}

const HINT =
  'An entry is a file with its date in its name (2026-11-20.md) or in its front matter (date: 2026-11-20); --date-format reads other names.';

/** Daily notes as Obsidian keeps them, folders of dated files, and what praxis export markdown wrote. */
export async function importMarkdown(
  context: Context,
  named: string,
  options: MarkdownImportOptions,
): Promise<void> {
  const { dryRun = false, dateFormat: pattern = null, tags: symbols = '@#' } = options;
  if (pattern !== null) datePattern(pattern);
  const { files, leftOut, progress } = await namedFiles(context, named, {
    endings: /\.(md|markdown)$/i,
    encoding: options.encoding,
    passes: 1,
  });
  function* items(): Generator<Arriving> {
    for (const file of files) {
      if (isOwn(file)) yield* own(file);
      else yield* markdownEntry(file, { pattern, symbols });
    }
    yield* leftOut;
  }
  const rows = files.some(isOwn);
  await importForeign(context, { items, rows, hint: HINT, progress }, dryRun);
}

function* own(file: TextFile): Generator<OwnItems> {
  for (const item of ownItems(file))
    yield 'leftOut' in item ? item : { own: item, file: file.name };
}
