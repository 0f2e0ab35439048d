import { readFileSync } from 'node:fs';
import { mentionsIn, mentionsInWords } from '../domain/boundary.ts';
import type { Run } from '../domain/exercise.ts';
import { keptPlans, type Way, type WayFacts, waysOf } from '../domain/way.ts';
import { EXIT, UserError } from '../errors.ts';
import { keepsIt } from '../prompts/boundary.ts';
import { decode } from '../prompts/text.ts';
import { wayDocument, wayDraft, waysText, wayText } from '../render/way.ts';
import { listRuns } from '../store/exercise.ts';
import { openPromises, ownQuestions } from '../store/focus-facts.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { addStatement, latestStatement, listStatements } from '../store/statement.ts';
import { write } from '../store/write.ts';
import { positive, readAll } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { loadPacks } from './library.ts';

export interface WayOptions {
  readonly draft?: boolean;
  readonly edit?: boolean;
  readonly set?: string;
  readonly version?: string;
  readonly history?: boolean;
}

/** `focus way`: the page in force, unless a flag asks for something else. */
export async function way(context: Context, options: WayOptions): Promise<void> {
  if (Object.keys(options).length > 1) {
    throw new UserError(
      'One thing at a time.',
      'Choose one of --draft, --edit, --set, --version and --history.',
      EXIT.usage,
    );
  }
  if (options.edit) return edit(context);
  if (options.set !== undefined) return setFrom(context, options.set);
  await context.reading(async (journal) => {
    const ways = waysOf(listStatements(journal, 'way'));
    if (options.draft) return printDraft(context, await draftFrom(context, journal));
    if (options.history) return printHistory(context, ways);
    print(context, options.version === undefined ? ways[0] : versionNamed(ways, options.version));
  });
}

function print(context: Context, found: Way | undefined): void {
  context.answer({ schema: 'praxis.way/1', ...wayDocument(found) }, () =>
    found
      ? wayText(found, context.today, context.style)
      : '  No page yet. praxis focus way --draft prints one to begin with, --edit opens it.',
  );
}

function printDraft(context: Context, text: string): void {
  context.answer(
    { schema: 'praxis.way/1', ...wayDocument(undefined), text, draft: true },
    () => text,
  );
}

function printHistory(context: Context, ways: readonly Way[]): void {
  context.answer({ schema: 'praxis.ways/1', ways: ways.map(wayDocument) }, () =>
    ways.length === 0 ? '  No page yet.' : waysText(ways, context.today, context.style),
  );
}

function versionNamed(ways: readonly Way[], given: string): Way {
  const version = positive('--version', given);
  const found = ways.find((each) => each.version === version);
  if (found) return found;
  throw new UserError(
    `There is no version ${version}.`,
    ways[0]
      ? `The latest is ${ways[0].version}.`
      : 'praxis focus way --draft prints a page to begin with.',
    EXIT.usage,
  );
}

/** Opens the page in force, or a draft, and keeps what comes back if it says something else. */
async function edit(context: Context): Promise<void> {
  if (!context.interactive) {
    throw new UserError(
      'An editor needs a terminal.',
      'In a script: praxis focus way --set FILE. Nothing was stored.',
      EXIT.usage,
    );
  }
  // Opened to be written before the page is: a journal that cannot be written is said first.
  await context.writing(async (journal) => {
    const page = await editPage(context, journal);
    if (page) kept(context, page);
    else context.notice('  Nothing changed, so nothing was kept.');
  });
}

/** The page in the user's editor, kept as its next version; undefined where nothing changed. */
export async function editPage(context: Context, journal: Journal): Promise<Way | undefined> {
  const { editorFor, terminalFor } = await import('./ask.ts');
  const open = await editorFor(context);
  const latest = latestStatement(journal, 'way');
  const before = latest?.text ?? (await draftFrom(context, journal));
  let text = open(before);
  for (;;) {
    const mentions = text === before ? [] : mentionsIn(text);
    if (mentions.length === 0) break;
    const { ask } = await terminalFor(context);
    if (await keepsIt(ask, mentionsInWords(mentions, true))) break;
    text = open(text);
  }
  if (text.trim() === '' || text === before) return undefined;
  return keep(context, journal, text);
}

async function setFrom(context: Context, file: string): Promise<void> {
  const bytes = file === '-' ? await readAll(context.world.stdin) : bytesOf(file);
  const text = decode(bytes).replace(/\r?\n$/, '');
  if (text.trim() === '') {
    throw new UserError(
      'There is no page in it.',
      'praxis focus way --draft prints one to begin with. Nothing was stored.',
      EXIT.usage,
    );
  }
  await checkBoundary(context, [text]);
  await context.writing((journal) => kept(context, keep(context, journal, text)));
}

/** The same page again is the same version. */
function keep(context: Context, journal: Journal, text: string): Way | undefined {
  if (latestStatement(journal, 'way')?.text !== text) {
    write(journal, context.command, (tx) =>
      addStatement(tx, { kind: 'way', on: context.today, text, because: null }),
    );
  }
  return waysOf(listStatements(journal, 'way'))[0];
}

function kept(context: Context, found: Way | undefined): void {
  context.answer(
    { schema: 'praxis.way/1', ...wayDocument(found) },
    () => `  Kept as version ${found?.version}. praxis focus way prints it.`,
  );
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UserError(
      `The file ${file} cannot be read.`,
      'Name a file with the page, or - for stdin. Nothing was stored.',
      EXIT.usage,
    );
  }
}

async function draftFrom(context: Context, journal: Journal): Promise<string> {
  const { library, own } = await loadPacks(context);
  const title = new Map(library.exercises.map(({ id, title }) => [id, `${id} ${title}`]));
  const [choice, before] = listStatements(journal, 'choice');
  const facts: WayFacts = {
    on: context.today,
    focus: latestStatement(journal, 'focus') ?? null,
    choice: choice ?? null,
    before: before ?? null,
    plans: keptPlans(listIntentions(journal)),
    exercises: timesDone(listRuns(journal)).map(({ id, times }) => ({
      name: title.get(id) ?? id,
      times,
    })),
    promises: openPromises(journal),
    questions: ownQuestions(journal),
    own: own.flatMap(({ pack: { prompts = [], questions = [], exercises = [] } }) => [
      ...[...prompts, ...questions].map(({ text }) => text),
      ...exercises.map((each) => `${each.id} ${each.title}`),
    ]),
  };
  return wayDraft(facts);
}

/** Exercises that were done, the most often done first. */
function timesDone(runs: readonly Run[]): { id: string; times: number }[] {
  const done = runs.filter(({ state }) => state === 'done');
  return [...Map.groupBy(done, ({ exercise }) => exercise)]
    .map(([id, { length: times }]) => ({ id, times }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
}
