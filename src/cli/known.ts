import { bets, type Bet as SettledBet } from '../analysis/bets.ts';
import { type Coverage, coverage } from '../analysis/coverage.ts';
import type { Measured } from '../analysis/measured.ts';
import { FACETS } from '../content/facets.ts';
import { QUESTIONS } from '../content/questions.ts';
import { type Audited, type Conversation, queueOf } from '../domain/conversation.ts';
import { addDays, type Day } from '../domain/day.ts';
import {
  type Bet,
  countFacets,
  coverageOf,
  type FacetCounts,
  type FacetNow,
  facetsNow,
  type Knowledge,
  NO_CHANGES,
  openBets,
} from '../domain/knowledge.ts';
import type { Library } from '../domain/library.ts';
import { type ListedQuestion, questionList } from '../domain/question-list.ts';
import type { Journal } from '../store/journal.ts';
import { changesByPerson, knowledgeFacts, listKnowledge } from '../store/knowledge.ts';
import { listPeople } from '../store/person.ts';
import { listAsked, listQuestionRows } from '../store/question.ts';
import type { Subject } from './subject.ts';

/** Ids of the facets that coverage is made of. */
export const COUNTED: ReadonlySet<string> = new Set(FACETS.map(({ id }) => id));

/**
 * Only the eighteen facets that praxis comes with enter coverage: with the same ones for everybody, at any time,
 * a pack added today moves no figure of yesterday. Those of packs are shown, and asked about, beside them.
 */
export function coverageFrom(counts: FacetCounts): Measured<Coverage> {
  const { fresh, stale, assumed, unknown } = counts;
  return coverage({ confirmedFresh: fresh, assumedOrStale: stale + assumed, unknown });
}

/**
 * Audit coverage (0 to 100) by person code, as it stood when a day began: what the choice of its prompt depends on.
 * People of whom too few facets apply are absent.
 */
export function coverageByPerson(journal: Journal, on: Day): Map<string, number> {
  const evening = addDays(on, -1);
  const changes = changesByPerson(journal);
  const people = listPeople(journal, on).map(({ id, code }) => ({
    id,
    code,
    changes: changes.get(id) ?? NO_CHANGES,
  }));
  const counts = coverageOf(knowledgeFacts(journal, evening), people, FACETS, evening);
  return new Map(
    people.flatMap(({ id, code }): [string, number][] => {
      const counted = counts.get(id);
      const known = counted && coverageFrom(counted);
      return known?.kind === 'value' ? [[code, known.ac]] : [];
    }),
  );
}

/** Where each facet of somebody, or of oneself, stands at the end of a day. */
export function facetsOf(journal: Pick<Journal, 'db'>, subject: Subject, on: Day): FacetNow[] {
  const id = subject.person?.id ?? null;
  const changes = (id === null ? null : changesByPerson(journal).get(id)) ?? NO_CHANGES;
  return facetsNow(listKnowledge(journal, id), changes, subject.facets, on);
}

/** At most three talks worth having, as things stand at the end of a day. */
export function conversationQueue(journal: Journal, library: Library, on: Day): Conversation[] {
  const changes = changesByPerson(journal);
  const byPerson = Map.groupBy(knowledgeFacts(journal, on), ({ personId }) => personId);
  const audited = listPeople(journal).map((person): Audited => {
    const history = byPerson.get(person.id) ?? [];
    const now = facetsNow(history, changes.get(person.id) ?? NO_CHANGES, library.facets, on);
    return { person, now, ac: acOf(now.filter(({ facet }) => COUNTED.has(facet.id))) };
  });
  return queueOf(audited, questionsOf(journal, library), listAsked(journal), on);
}

function acOf(now: Audited['now']): number | null {
  const known = coverageFrom(countFacets(now));
  return known.kind === 'value' ? known.ac : null;
}

/** Bets about somebody that wait to be settled, the latest first. */
export function openGuesses(journal: Journal, personId: string, on: Day): Bet[] {
  return openBets(listKnowledge(journal, personId), on);
}

/** The question list as the user has it. */
export function questionsOf(
  journal: Pick<Journal, 'db'>,
  { questions }: Pick<Library, 'questions'>,
): ListedQuestion[] {
  const shipped = new Set(QUESTIONS.map(({ id }) => id));
  return questionList(questions, shipped, listQuestionRows(journal), listAsked(journal));
}

/** How good the settled bets were. Half right counts as wrong. */
export function betsOf(history: readonly Knowledge[]): ReturnType<typeof bets> {
  return bets(
    history.flatMap(({ confidence, outcome }): SettledBet[] =>
      confidence === null || outcome === null
        ? []
        : [{ confidence, outcome: outcome === 'right' ? 1 : 0 }],
    ),
  );
}
