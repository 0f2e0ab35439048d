import { leastKnown } from '../domain/conversation.ts';
import type { Facet } from '../domain/facet.ts';
import type { Library } from '../domain/library.ts';
import { oneNamed } from '../domain/prefix.ts';
import { drawQuestion, type ListedQuestion } from '../domain/question-list.ts';
import { EXIT, UserError } from '../errors.ts';
import { drawnText, questionDocument, questionsText } from '../render/question.ts';
import type { Journal } from '../store/open.ts';
import { addQuestion, changeQuestion, listAsked } from '../store/question.ts';
import { shortIds } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { withDefault, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { textFrom } from './know-input.ts';
import { facetsOf, questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { type AskedOptions, asked } from './question-asked.ts';
import type { Register } from './register.ts';
import { type Subject, subjectNamed } from './subject.ts';

interface ListOptions {
  readonly facet?: string;
  readonly retired?: boolean;
}

export const register: Register = (program, context) => {
  const question = withExamples(
    program
      .command('question')
      .description('Open questions for a one-on-one: the list, yours to change.'),
    'praxis question draw lee',
    'praxis question add "What would you never want me to assume?" --facet disagreeing',
    'praxis question asked best-hours-thinking lee --learned "mornings before ten"',
  );
  withDefault(question, async () => list(await context(), {}));
  question
    .command('list')
    .description('all of them, with how often each was asked and led to knowledge')
    .option('--facet <facet>', 'only those about it')
    .option('--retired', 'the retired ones')
    .action(async (options: ListOptions) => list(await context(), options));
  question
    .command('draw')
    .description('one to ask next: about what is least known, asked longest ago')
    .argument('[person]', 'of whom')
    .option('--facet <facet>', 'about this')
    .action(async (person: string | undefined, options: { facet?: string }) =>
      draw(await context(), person, options.facet),
    );
  question
    .command('add')
    .description('add one of your own')
    .argument('<text>', 'the question; - reads stdin')
    .option('--facet <facet...>', 'the facets that an answer can confirm')
    .action(async (text: string, options: { facet?: string[] }) =>
      add(await context(), text, options.facet ?? []),
    );
  question
    .command('edit')
    .description('put one in your words')
    .argument('<id>')
    .argument('[text]', 'the question as you would say it')
    .option('--facet <facet...>', 'the facets that an answer can confirm')
    .action(async (id: string, text: string | undefined, options: { facet?: string[] }) =>
      edit(await context(), id, text, options.facet),
    );
  question
    .command('retire')
    .description('strike one that you would never say aloud')
    .argument('<id>')
    .option('--back', 'bring it back')
    .action(async (id: string, options: { back?: boolean }) =>
      retire(await context(), id, options.back ?? false),
    );
  question
    .command('asked')
    .description('note that you asked one, and what you learned')
    .argument('<id>')
    .argument('<person>')
    .option('--learned <text>', 'what they said')
    .option('--facet <facet>', 'the facet that it confirms, where the question has several')
    .option('--how <state>', 'told, seen or assumed', 'told')
    .option('--was <outcome>', 'what became of your bet: right, wrong or half')
    .option('--on <day>', 'the day of it')
    .option('--contact', 'this was a talk with them: note the contact too')
    .action(async (id: string, person: string, options: AskedOptions) =>
      asked(await context(), id, person, options),
    );
};

async function list(context: Context, { facet, retired = false }: ListOptions): Promise<void> {
  const library = await loadLibrary(context);
  await context.reading((journal) => {
    const about = facet === undefined ? null : facetIn(library, facet).id;
    const questions = questionsOf(journal, library).filter(
      ({ state, facets }) =>
        (state === 'retired') === retired && (about === null || facets.includes(about)),
    );
    context.answer(
      { schema: 'praxis.questions/1', questions: questions.map(questionDocument) },
      () => questionsText(questions, idsOf(journal, questions), context.today, context.style),
    );
  });
}

async function draw(
  context: Context,
  named: string | undefined,
  facetGiven: string | undefined,
): Promise<void> {
  const library = await loadLibrary(context);
  await context.reading((journal) => {
    const subject = named === undefined ? null : subjectNamed(journal, library, named);
    const facet =
      facetGiven === undefined
        ? subject && leastKnownOf(context, journal, subject)
        : facetIn(library, facetGiven);
    const drawn = drawQuestion(questionsOf(journal, library), listAsked(journal), {
      facet: facet?.id ?? null,
      person: subject?.code ?? null,
      on: context.today,
    });
    if (!drawn) {
      throw new UserError(
        facet ? `No question about ${facet.id} is left.` : 'No question is left.',
        'praxis question add "TEXT" --facet FACET adds one; retire ID --back brings one back.',
        EXIT.cannot,
      );
    }
    const document = { ...questionDocument(drawn), person: subject?.code ?? null };
    context.answer({ schema: 'praxis.question/1', ...document, facet: facet?.id ?? null }, () =>
      drawnText(
        drawn,
        idsOf(journal, [drawn]).get(drawn.id) ?? drawn.id,
        subject?.code ?? null,
        facet?.title ?? null,
        context.style,
      ),
    );
  });
}

function leastKnownOf(context: Context, journal: Journal, subject: Subject): Facet | null {
  return leastKnown(facetsOf(journal, subject, context.today))?.facet ?? null;
}

async function add(context: Context, text: string, named: readonly string[]): Promise<void> {
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

async function edit(
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

async function retire(context: Context, given: string, back: boolean): Promise<void> {
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

/** @throws UserError (usage) for a question that is not on the list. */
export function questionNamed(given: string, questions: readonly ListedQuestion[]): ListedQuestion {
  return oneNamed(
    given,
    questions,
    'question',
    'praxis question list shows them. Nothing was stored.',
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

function facetIn({ facets }: Pick<Library, 'facets'>, given: string): Facet {
  return oneNamed(
    given,
    facets,
    'facet',
    'praxis pack show facets lists them. Nothing was stored.',
  );
}

function facetsIn(library: Library, named: readonly string[]): string[] {
  const given = named.flatMap((each) => each.split(',')).filter((each) => each.trim() !== '');
  return [...new Set(given.map((each) => facetIn(library, each).id))];
}

/** Own questions are shown by a short id, those of packs by their name. */
function idsOf(journal: Journal, questions: readonly ListedQuestion[]): Map<string, string> {
  return shortIds(
    journal,
    questions.filter(({ id, rowId }) => id === rowId).map(({ id }) => id),
  );
}
