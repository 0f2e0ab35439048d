import type { Library } from '../domain/library.ts';
import type { ListedQuestion } from '../domain/question-list.ts';
import { EXIT, UserError } from '../errors.ts';
import { questionDocument, questionsText } from '../render/question.ts';
import type { Journal } from '../store/journal.ts';
import { addQuestion, changeQuestion } from '../store/question.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { textFrom } from './know-input.ts';
import { questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { facetIn, idsOf, questionNamed } from './question-show.ts';

/** Adds a question of the user's own. */
export async function add(context: Context, text: string, named: readonly string[]): Promise<void> {
  const library = await loadLibrary(context);
  const words = (await textFrom(context, [text])) ?? '';
  const facets = facetsIn(library, named);
  await checkBoundary(context, [words]);
  await context.writing((journal) => {
    checkNew(questionsOf(journal, library), words);
    const id = write(journal, context.command, (tx) =>
      addQuestion(tx, null, { text: words, facets, state: 'active' }, context.today),
    );
    told(context, journal, library, id, 'Added');
  });
}

/** Puts a question into the user's words. */
export async function edit(
  context: Context,
  given: string,
  text: string | undefined,
  named: readonly string[] | undefined,
): Promise<void> {
  const library = await loadLibrary(context);
  if (text === undefined && named === undefined) {
    throw new UserError(
      'There is nothing to change.',
      'praxis question edit ID "TEXT" --facet FACET. Nothing was stored.',
      EXIT.usage,
    );
  }
  const words = text === undefined ? undefined : ((await textFrom(context, [text])) ?? undefined);
  const facets = named && facetsIn(library, named);
  await checkBoundary(context, [words]);
  await context.writing((journal) => {
    const questions = questionsOf(journal, library);
    const old = questionNamed(given, questions);
    if (words !== undefined && words !== old.text) checkNew(questions, words);
    const next = { text: words ?? old.text, facets: facets ?? old.facets, state: old.state };
    keep(context, journal, old, next);
    told(context, journal, library, old.id, 'Kept');
  });
}

/** Takes a question off the list, or back on it. */
export async function retire(context: Context, given: string, back: boolean): Promise<void> {
  const library = await loadLibrary(context);
  await context.writing((journal) => {
    const old = questionNamed(given, questionsOf(journal, library));
    keep(context, journal, old, { ...old, state: back ? 'active' : 'retired' });
    told(context, journal, library, old.id, back ? 'Back on the list' : 'Retired');
  });
}

/** Puts a question into the user's words, or off the list: a row of their own, beside the pack's. */
function keep(
  context: Context,
  journal: Journal,
  old: ListedQuestion,
  next: Pick<ListedQuestion, 'text' | 'facets' | 'state'>,
): void {
  const { rowId } = old;
  const same =
    old.text === next.text &&
    old.state === next.state &&
    old.facets.join(' ') === next.facets.join(' ');
  if (same) return;
  write(journal, context.command, (tx) => {
    if (rowId === null) addQuestion(tx, old.id, next, context.today);
    else changeQuestion(tx, rowId, next);
  });
}

function told(
  context: Context,
  journal: Journal,
  library: Library,
  id: string,
  what: string,
): void {
  const question = questionNamed(id, questionsOf(journal, library));
  context.answer({ schema: 'praxis.question/1', ...questionDocument(question) }, () =>
    [
      `  ${what}.`,
      questionsText([question], idsOf(journal, [question]), context.today, context.style),
    ].join('\n'),
  );
}

/** @throws UserError (conflict) when the list has the same words already. */
function checkNew(questions: readonly ListedQuestion[], text: string): void {
  const same = questions.find((each) => each.text.toLowerCase() === text.toLowerCase());
  if (!same) return;
  throw new UserError(
    'The list has this question already.',
    `It is ${same.id}${same.state === 'retired' ? ', retired: praxis question retire ID --back brings it back' : ''}. Nothing was stored.`,
    EXIT.conflict,
  );
}

function facetsIn(library: Library, named: readonly string[]): string[] {
  const given = named.flatMap((each) => each.split(',')).filter((each) => each.trim() !== '');
  return [...new Set(given.map((each) => facetIn(library, each).id))];
}
