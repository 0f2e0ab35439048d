import { isConfirmed, type KnowledgeState } from '../domain/knowledge.ts';
import { didYouMean } from '../domain/nearest.ts';
import { parsePastDay } from '../domain/past-day.ts';
import type { ListedQuestion } from '../domain/question-list.ts';
import { EXIT, UserError } from '../errors.ts';
import { askedDocument } from '../render/question.ts';
import { visibleLine } from '../render/text.ts';
import type { Journal } from '../store/journal.ts';
import { addContact } from '../store/person.ts';
import { addAsked, listAsked } from '../store/question.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import { asksForContact } from './contact.ts';
import type { Context } from './context.ts';
import { outcomeFrom, textFrom } from './know-input.ts';
import { addLearned, betsOn, settleWith } from './know-keep.ts';
import { questionsOf } from './known.ts';
import { loadLibrary } from './library.ts';
import { questionNamed } from './question-show.ts';
import { facetNamed, type Subject, subjectNamed } from './subject.ts';

export interface AskedOptions {
  readonly learned?: string;
  readonly facet?: string;
  readonly how: string;
  readonly was?: string;
  readonly on?: string;
  readonly contact?: boolean;
}

/** What a question can lead to. */
const LEARNED_HOW = ['told', 'seen', 'assumed'] as const satisfies KnowledgeState[];

/** Notes that a question was asked. What was learned about one facet is also knowledge of it, in the same action. */
export async function asked(
  context: Context,
  given: string,
  named: string,
  options: AskedOptions,
): Promise<void> {
  const state = howFrom(options);
  const was = options.was === undefined ? null : outcomeFrom(options.was);
  const learned = options.learned === undefined ? null : await textFrom(context, [options.learned]);
  const on = parsePastDay(options.on, context.today);
  const library = await loadLibrary(context);
  await context.writing(async (journal) => {
    const subject = subjectNamed(journal, library, named);
    const { person } = subject;
    if (person === null) throw wrong('A question is asked of somebody else.', 'Name them by code.');
    const question = questionNamed(given, questionsOf(journal, library));
    const facet = learned === null ? null : facetOf(context, subject, question, options.facet);
    const waiting = facet && isConfirmed(state) ? betsOn(journal, subject, facet, on) : [];
    if (was !== null && waiting.length === 0)
      throw wrong('No bet waits to be settled with it.', 'Leave --was away.');
    await checkBoundary(context, [learned]);
    const settled = facet ? await settleWith(context, subject, facet, waiting, was) : [];
    const contact = await asksForContact(context, person, options.contact);
    const id = write(journal, context.command, (tx) => {
      if (facet && learned !== null) {
        const { askedId } = addLearned(tx, {
          subject,
          facet,
          state,
          text: learned,
          source: `asked: ${question.text}`,
          confidence: null,
          on,
          settled,
          question,
          contact,
        });
        if (askedId !== null) return askedId;
      }
      if (contact) addContact(tx, person.id, on, null);
      return addAsked(tx, {
        question: question.id,
        text: question.text,
        personId: person.id,
        on,
        learned,
        knowledgeId: null,
      });
    });
    tell(context, journal, id);
  });
}

function tell(context: Context, journal: Journal, id: string): void {
  const found = listAsked(journal).find((each) => each.id === id);
  if (!found) throw new Error(`no asked question ${id}`);
  context.answer({ schema: 'praxis.asked/1', ...askedDocument(found) }, () => {
    const kept = found.facet === null ? '' : ` ${visibleLine(found.facet)} is noted.`;
    return `  Asked of ${visibleLine(found.person ?? '')}.${kept}`;
  });
}

/** The facet that what was learned is about; null where the question has none, or several and none was named. */
function facetOf(
  context: Context,
  subject: Subject,
  { facets }: ListedQuestion,
  given: string | undefined,
) {
  if (given !== undefined) return facetNamed(given, subject);
  const [only, ...more] = facets.filter((id) => subject.facets.some((facet) => facet.id === id));
  if (only !== undefined && more.length === 0) return facetNamed(only, subject);
  if (only !== undefined) {
    context.notice(
      `praxis: the question is about ${visibleLine([only, ...more].join(' and '))}: --facet says which of them it confirms.`,
    );
  }
  return null;
}

function howFrom({ how, was, facet, learned }: AskedOptions): (typeof LEARNED_HOW)[number] {
  const state = LEARNED_HOW.find((each) => each === how);
  if (!state)
    throw wrong(
      `--how is "${how}".${didYouMean(how, LEARNED_HOW)}`,
      `It takes ${LEARNED_HOW.join(', ')}.`,
    );
  if (learned === undefined && (was !== undefined || facet !== undefined))
    throw wrong(
      `--${was === undefined ? 'facet' : 'was'} goes with what you learned.`,
      'Add --learned "TEXT".',
    );
  return state;
}

function wrong(message: string, hint: string): UserError {
  return new UserError(message, `${hint} Nothing was stored.`, EXIT.usage);
}
