import { leastKnown } from '../domain/conversation.ts';
import type { Facet } from '../domain/facet.ts';
import type { Library } from '../domain/library.ts';
import { oneNamed } from '../domain/prefix.ts';
import { drawQuestion, type ListedQuestion } from '../domain/question-list.ts';
import { EXIT, UserError } from '../errors.ts';
import { drawnText, questionDocument, questionsText } from '../render/question.ts';
import type { Journal } from '../store/journal.ts';
import { listAsked } from '../store/question.ts';
import { shortIds } from '../store/reference.ts';
import type { Context } from './context.ts';
import { facetsOf, questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { type Subject, subjectNamed } from './subject.ts';

export interface ListOptions {
  readonly facet?: string;
  readonly retired?: boolean;
}

/** The list, or a part of it. */
export async function list(
  context: Context,
  { facet, retired = false }: ListOptions,
): Promise<void> {
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

/** One question to ask next. */
export async function draw(
  context: Context,
  named: string | undefined,
  facetGiven: string | undefined,
): Promise<void> {
  const library = await loadLibrary(context);
  await context.reading((journal) => {
    const subject = named === undefined ? null : subjectNamed(journal, library, named, true);
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

/** @throws UserError (usage) for a question that is not on the list. */
export function questionNamed(given: string, questions: readonly ListedQuestion[]): ListedQuestion {
  return oneNamed(
    given,
    questions,
    'question',
    'praxis question list shows them. Nothing was stored.',
  );
}

/** @throws UserError (usage) for a facet that there is not. */
export function facetIn({ facets }: Pick<Library, 'facets'>, given: string): Facet {
  return oneNamed(
    given,
    facets,
    'facet',
    'praxis pack show facets lists them. Nothing was stored.',
  );
}

/** Own questions are shown by a short id, those of packs by their name. */
export function idsOf(journal: Journal, questions: readonly ListedQuestion[]): Map<string, string> {
  return shortIds(
    journal,
    questions.filter(({ id, rowId }) => id === rowId).map(({ id }) => id),
  );
}
