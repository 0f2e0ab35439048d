import type { Day } from '../domain/day.ts';
import type { Facet } from '../domain/facet.ts';
import {
  type Bet,
  type BetOutcome,
  type Knowledge,
  type KnowledgeState,
  keepsUntil,
  openBets,
} from '../domain/knowledge.ts';
import type { ListedQuestion } from '../domain/question-list.ts';
import { guessText, knowledgeDocument, knownText } from '../render/knowledge.ts';
import type { Journal } from '../store/journal.ts';
import { addKnowledge, listKnowledge, type NewKnowledge, settleBet } from '../store/knowledge.ts';
import { addContact } from '../store/person.ts';
import { addAsked, listAsked } from '../store/question.ts';
import { type Tx, write } from '../store/write.ts';
import { terminalFor } from './ask.ts';
import type { Context } from './context.ts';
import type { Subject } from './subject.ts';

/** What became of a bet, about to be stored. */
export interface Settled {
  readonly bet: Bet;
  readonly outcome: BetOutcome;
}

/** Something learned, guessed or watched, on its way into the journal. */
export interface Learned {
  readonly subject: Subject;
  readonly facet: Facet;
  readonly state: KnowledgeState;
  readonly text: string | null;
  readonly source: string | null;
  readonly confidence: number | null;
  readonly on: Day;
  readonly settled: readonly Settled[];
  /** The question that led to it, if it was one of the list. */
  readonly question: ListedQuestion | null;
  /** It was a two-way talk with that person. */
  readonly contact: boolean;
}

/** Stores what was learned with the bets it settles, the question that led to it and the talk, as one action. */
export function keepLearned(journal: Journal, context: Context, learned: Learned): Knowledge {
  const id = write(journal, context.command, (tx) => addLearned(tx, learned).knowledgeId);
  return knowledgeIn(journal, learned.subject, id);
}

export function addLearned(
  tx: Tx,
  learned: Learned,
): { knowledgeId: string; askedId: string | null } {
  const { subject, facet, state, text, source, confidence, on, settled, question } = learned;
  const personId = subject.person?.id ?? null;
  const next: NewKnowledge = {
    personId,
    facet: facet.id,
    area: facet.area,
    on,
    state,
    text,
    source,
    confidence,
    freshUntil: keepsUntil(state, on, facet),
  };
  const knowledgeId = saidAlready(tx, next) ?? addKnowledge(tx, next);
  for (const { bet, outcome } of settled) settleBet(tx, bet.id, outcome, on, knowledgeId);
  const again =
    question &&
    listAsked(tx).find((each) => each.knowledgeId === knowledgeId && each.question === question.id);
  const askedId = again
    ? again.id
    : question && personId !== null
      ? addAsked(tx, {
          question: question.id,
          text: question.text,
          personId,
          on,
          learned: text,
          knowledgeId,
        })
      : null;
  if (learned.contact && personId !== null) addContact(tx, personId, on, null);
  return { knowledgeId, askedId };
}

// The same words twice on a day are said once: a script that runs again adds nothing.
function saidAlready(tx: Tx, next: NewKnowledge): string | undefined {
  const last = listKnowledge(tx, next.personId, next.facet).at(-1);
  const same =
    last?.on === next.on &&
    last.state === next.state &&
    last.text === next.text &&
    last.source === next.source &&
    last.confidence === next.confidence;
  return same ? last.id : undefined;
}

export function knowledgeIn(
  journal: Pick<Journal, 'db'>,
  { person }: Pick<Subject, 'person'>,
  id: string,
): Knowledge {
  const found = listKnowledge(journal, person?.id ?? null).find((each) => each.id === id);
  if (!found) throw new Error(`no knowledge ${id}`);
  return found;
}

/** Bets on a facet of somebody that wait on a day, the latest first. */
export function betsOn(
  journal: Pick<Journal, 'db'>,
  subject: Subject,
  facet: Facet,
  on: Day,
): Bet[] {
  return openBets(listKnowledge(journal, subject.person?.id ?? null, facet.id), on);
}

/**
 * What a confirmation does to the bets that wait on its facet. Said beforehand, it settles the latest; at a terminal
 * each is asked about; in a script they stay open, and a line on stderr says how they are settled.
 */
export async function settleWith(
  context: Context,
  subject: Subject,
  facet: Facet,
  waiting: readonly Bet[],
  was: BetOutcome | null,
): Promise<Settled[]> {
  const [latest, ...rest] = waiting;
  if (!latest) return [];
  if (was !== null) {
    if (rest.length > 0) tellOpen(context, subject, facet, rest.length);
    return [{ bet: latest, outcome: was }];
  }
  if (!context.interactive) {
    tellOpen(context, subject, facet, waiting.length);
    return [];
  }
  const { askOutcome } = await import('../prompts/knowledge.ts');
  const { ask } = await terminalFor(context);
  const settled: Settled[] = [];
  for (const bet of waiting) {
    const outcome = await askOutcome(ask, `${guessText(bet, context.today)} Was it right?`);
    if (outcome !== null) settled.push({ bet, outcome });
  }
  return settled;
}

// No word of the guess itself: stderr of a script ends up in logs.
function tellOpen(context: Context, { code }: Subject, { id }: Facet, n: number): void {
  const what = n === 1 ? 'A guess' : `${n} guesses`;
  context.notice(
    `praxis: ${what} of yours on ${id} of ${code} ${n === 1 ? 'waits' : 'wait'} to be settled: praxis know ${code} ${id} --was right, wrong or half.`,
  );
}

/** Says what was kept, and which bets it settled. */
export function tell(
  context: Context,
  { code, person }: Subject,
  { title }: Facet,
  known: Knowledge,
  settled: readonly Settled[],
): void {
  const document = {
    schema: 'praxis.knowledge/1',
    ...knowledgeDocument(known, code),
    settled: settled.map(({ bet, outcome }) => ({ id: bet.id, outcome })),
  };
  context.answer(document, () => knownText(known, title, person && code));
}
