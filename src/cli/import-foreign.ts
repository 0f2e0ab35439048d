import { existsSync } from 'node:fs';
import type { Day } from '../domain/day.ts';
import type { ForeignEntry, Item, Remark } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import type { OwnItem } from '../formats/own-markdown.ts';
import { type ImportReport, importDocument, importText } from '../render/import.ts';
import { Arrivals } from '../store/arrivals.ts';
import type { Journal } from '../store/journal.ts';
import { OwnArrivals } from '../store/own-arrivals.ts';
import { rehearse, type Tx, write } from '../store/write.ts';
import type { Context } from './context.ts';
import { takeEntry, takePlan } from './import-own.ts';
import type { Progress } from './progress.ts';

/** An entry or a plan of an export of praxis's own, and what is told about such a file. */
export type OwnItems =
  | {
      readonly own: Exclude<OwnItem, { readonly leftOut: Remark }>;
      readonly file: string | null;
    }
  | { readonly leftOut: Remark };

export type Arriving = Item | OwnItems;

/** What is to be imported, found and looked through, but not read yet. */
export interface Incoming {
  /** From the beginning each time. */
  readonly items: () => Iterable<Arriving>;
  readonly dateFormat?: string | null;
  /** True for rows of praxis's own: whether they fit is seen when they are put in. */
  readonly rows?: boolean;
  /** What to do when there is no entry in it. */
  readonly hint: string;
  readonly progress: Progress;
}

/** Most remarks of a kind that are kept, and listed with `--json`; their count is always whole. */
const KEPT = 10_000;
/** First entries that a dry run shows. */
const FIRST = 5;

/** Takes all of it in as one action, or with `dryRun` says what would come. */
export async function importForeign(
  context: Context,
  incoming: Incoming,
  dryRun: boolean,
): Promise<void> {
  const clock = { zone: context.now.zone, instantOf: context.world.instantOf };
  const take = (journal: Journal, tx?: Tx): ImportReport =>
    taken(
      incoming,
      { arrivals: new Arrivals(journal.db, clock), today: context.today, dryRun },
      tx,
    );
  const put = (store: typeof write) =>
    context.writing((journal) => store(journal, context.command, (tx) => take(journal, tx)), {
      rehearse: store === rehearse,
      backup: 'before-import',
    });
  const report = await incoming.progress.while(async () => {
    if (dryRun) return incoming.rows ? put(rehearse) : context.reading((journal) => take(journal));
    // A journal is made with its first write: what is refused is to leave none behind.
    if (looksFirst(context)) {
      if (incoming.rows) await put(rehearse);
      else lookThrough(incoming);
    }
    return put(write);
  });
  context.answer(importDocument(report), () => importText(report, context.today, context.style));
}

/** True where a look goes before the import: it costs the time of reading once more. */
export function looksFirst(context: Context): boolean {
  return !existsSync(context.file);
}

/** Reads all of it for what would be refused, and remembers nothing. */
function lookThrough(incoming: Incoming): void {
  const leftOut = new Remarked();
  let found = false;
  for (const item of incoming.items()) {
    if ('leftOut' in item) leftOut.add(item.leftOut);
    found ||= 'entry' in item;
  }
  if (!found) throw nothingFound(leftOut, incoming.hint);
}

/** A list that keeps its beginning and counts the rest. */
class Remarked {
  count = 0;
  readonly first: Remark[] = [];

  add(remark: Remark): void {
    this.count += 1;
    // A copy: a part of a text holds on to all of the text that it was cut out of.
    if (this.first.length < KEPT)
      this.first.push({ ...remark, text: Buffer.from(remark.text).toString() });
  }
}

function taken(
  incoming: Incoming,
  { arrivals, today, dryRun }: { arrivals: Arrivals; today: Day; dryRun: boolean },
  tx?: Tx,
): ImportReport {
  const own = tx && new OwnArrivals(tx);
  const doubtful = new Remarked();
  const leftOut = new Remarked();
  const first: { on: Day; text: string }[] = [];
  let added = 0;
  let unchanged = 0;
  let linked = 0;
  let from: Day | null = null;
  let to: Day | null = null;
  for (const item of incoming.items()) {
    if ('doubtful' in item) doubtful.add(item.doubtful);
    else if ('leftOut' in item) leftOut.add(item.leftOut);
    else {
      const came = 'own' in item ? ownCame(item, own) : foreignCame(item.entry, arrivals, tx);
      const { on, text } = came;
      if (from === null || on < from) from = on;
      if (to === null || on > to) to = on;
      if (came.doubt !== undefined) doubtful.add(came.doubt);
      if (came.added && 'entry' in item && on > today)
        doubtful.add({ file: null, line: null, why: `${on} is still to come`, text });
      if (!came.added) {
        unchanged += 1;
        continue;
      }
      added += 1;
      if (came.linked) linked += 1;
      if (first.length < FIRST) first.push({ on, text });
    }
  }
  own?.finish();
  if (added + unchanged === 0) throw nothingFound(leftOut, incoming.hint);
  const dateFormat = incoming.dateFormat ?? null;
  return {
    added,
    unchanged,
    from,
    to,
    linked,
    people: own?.people ?? [],
    dateFormat,
    first,
    doubtful,
    leftOut,
    dryRun,
  };
}

/** What became of one entry. */
interface OneCame {
  readonly on: Day;
  readonly text: string;
  readonly added: boolean;
  readonly linked: boolean;
  readonly doubt: Remark | undefined;
}

function foreignCame(entry: ForeignEntry, arrivals: Arrivals, tx?: Tx): OneCame {
  const { on, added, people, changed } = arrivals.take(entry, tx);
  const text = entry.text.slice(0, 200);
  const why = `${entry.origin} came before with other words: both are kept`;
  const doubt = added && changed ? { file: null, line: null, why, text } : undefined;
  return { on, text, added, linked: people.length > 0, doubt };
}

function ownCame(
  { own: item, file }: Exclude<OwnItems, { readonly leftOut: Remark }>,
  own: OwnArrivals | undefined,
): OneCame {
  if (!own) throw new Error('rows of praxis are taken through a door only');
  const block = 'block' in item ? item.block : item.line;
  const { changed, ...came } =
    'block' in item ? takeEntry(file, block, own) : takePlan(file, block, own);
  const why =
    'changed since praxis wrote it: its quoted words came in as they are, all else as it was';
  const doubt = changed ? { file, line: block.line, why, text: came.text } : undefined;
  return { ...came, linked: false, doubt };
}

function nothingFound({ count, first }: Remarked, hint: string): UserError {
  const [one] = first;
  const why = one
    ? ` ${count > 1 ? `${count} things were left out; the first: ` : ''}${one.file ?? 'stdin'}: ${one.why}.`
    : '';
  return new UserError(
    `There is no entry to take in.${why}`,
    `${hint} Nothing was stored.`,
    EXIT.usage,
  );
}
