import { leastKnown } from '../domain/conversation.ts';
import { drawQuestion } from '../domain/question-list.ts';
import { type Prep, prepDocument, prepText } from '../render/prep.ts';
import { openDecisionsOf } from '../store/decision.ts';
import { listRuns } from '../store/exercise.ts';
import { waitingFrom } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { wordsAbout } from '../store/person-facts.ts';
import { openPromisesWith } from '../store/promise.ts';
import { listAsked } from '../store/question.ts';
import { findPerson, withExamples } from './args.ts';
import type { Context } from './context.ts';
import { COUNTED, facetsOf, openGuesses, questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';

/** Of each list, at most this many: two minutes are to be enough. */
const MOST = 3;

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('prep')
      .description(
        'One page before a one-on-one: what is open between you, what to check, how to begin.',
      )
      .argument('<person>')
      .action(async (person: string) => prep(await context(), person)),
    'praxis prep lee',
    'praxis prep lee --json',
  );
};

async function prep(context: Context, given: string): Promise<void> {
  const library = await loadLibrary(context);
  await context.reading((journal) => {
    const page = pageFor(journal, context, library, given);
    context.answer(prepDocument(page), () =>
      prepText(page, context.style, context.world.isTerminal('stdout')),
    );
  });
}

function pageFor(
  journal: Journal,
  { today }: Context,
  library: Awaited<ReturnType<typeof loadLibrary>>,
  given: string,
): Prep {
  const person = findPerson(given, listPeople(journal), true);
  const now = facetsOf(journal, { person, code: person.code, facets: library.facets }, today);
  const least = leastKnown(now.filter(({ facet }) => COUNTED.has(facet.id)));
  const question = drawQuestion(questionsOf(journal, library), listAsked(journal), {
    facet: least?.facet.id ?? null,
    person: person.code,
    on: today,
  });
  const titles = new Map(library.facets.map(({ id, title }) => [id, title]));
  const bets = new Map(openGuesses(journal, person.id, today).map((bet) => [bet.facet, bet]));
  return {
    on: today,
    person,
    promises: openPromisesWith(journal, person.code),
    heard: waitingFrom(journal, person.code),
    decisions: openDecisionsOf(journal, person.code).slice(0, MOST),
    exercises: listRuns(journal)
      .filter(({ state, person: code }) => state === 'planned' && code === person.code)
      .map(({ exercise }) => exercise),
    guesses: now
      .filter(({ state, stale }) => state === 'assumed' || stale)
      .sort((a, b) => Number(bets.has(b.facet.id)) - Number(bets.has(a.facet.id)))
      .slice(0, MOST)
      .map(({ facet, stale, row }) => ({
        facet: facet.id,
        title: titles.get(facet.id) ?? facet.id,
        text: row?.text ?? null,
        stale,
        confidence: bets.get(facet.id)?.confidence ?? null,
      })),
    opening: question
      ? { id: question.id, text: question.text, facet: least?.facet.id ?? null }
      : null,
    words: wordsAbout(journal, person.id, MOST - 1),
  };
}
