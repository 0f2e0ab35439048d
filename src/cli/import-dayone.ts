import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Item } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import { dayOneEntries } from '../formats/dayone.ts';
import { statOf } from '../store/files.ts';
import { isFolder } from '../store/folder.ts';
import { checkedChunks, type Source } from '../store/lines.ts';
import { filesInZip, isZip } from '../store/zip.ts';
import type { Context } from './context.ts';
import { sourceOf, waitingPlace } from './import-files.ts';
import { importForeign } from './import-foreign.ts';
import { Progress } from './progress.ts';

export interface DayOneOptions {
  readonly dryRun?: boolean;
}

const HINT = 'In Day One, export as JSON; praxis takes that ZIP file, or the Journal.json in it.';

/** What Day One exports as JSON: the file, or the ZIP that it comes in. */
export async function importDayOne(
  context: Context,
  named: string,
  { dryRun = false }: DayOneOptions,
): Promise<void> {
  let progress: Progress | undefined;
  const sources = await sourcesOf(context, named, (bytes) => progress?.add(bytes));
  progress = new Progress(
    context,
    sources.reduce((sum, { size }) => sum + size, 0),
  );
  const items = () => itemsOf(sources, context.now.zone);
  await importForeign(context, { items, hint: HINT, progress }, dryRun);
}

function* itemsOf(sources: readonly Source[], zone: string): Generator<Item> {
  for (const source of sources) yield* dayOneEntries(source.name, checkedChunks(source), zone);
  if (sources.length === 1) return;
  const why = 'its entries came in; that they were a journal of their own is not kept';
  for (const { name } of sources) yield { leftOut: { file: name, line: null, why, text: '' } };
}

async function sourcesOf(
  context: Context,
  named: string,
  onRead: (bytes: number) => void,
): Promise<Source[]> {
  const file = resolve(named);
  // What can be read once only is taken for the JSON: in a ZIP one has to look around.
  if (named === '-' || statOf(file)?.isFIFO()) return [await sourceOf(context, named, onRead)];
  if (!existsSync(file) || isFolder(file)) {
    throw new UserError(
      `${named} is ${existsSync(file) ? 'a folder' : 'not there'}.`,
      `${HINT} Nothing was stored.`,
      EXIT.usage,
    );
  }
  const source = await sourceOf(context, named, onRead);
  if (source.size === 0 || !isZip(file)) return [source];
  const journals = /^(?!__MACOSX\/)([^/]+\/)?[^/.][^/]*\.json$/i;
  const found = await filesInZip(file, named, journals, waitingPlace(context));
  if (found.length > 0) return found;
  throw new UserError(
    `There is no journal in ${named}.`,
    `${HINT} Nothing was stored.`,
    EXIT.usage,
  );
}
