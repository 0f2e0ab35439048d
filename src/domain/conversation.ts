import type { Day } from './day.ts';
import type { Facet } from './facet.ts';
import type { FacetNow, KnowledgeFact } from './knowledge.ts';
import { nextContactDue, type Person } from './person.ts';
import { type Asked, drawQuestion, type ListedQuestion } from './question-list.ts';

/** A talk that would turn a guess, or nothing, into knowledge. */
export interface Conversation {
  /** The person's code. */
  readonly person: string;
  readonly facet: Facet;
  /** Where the facet stands, stale counting as assumed. */
  readonly state: 'unknown' | 'assumed' | 'stale';
  /** The opening question; its id is null where the facet's own one had to do. */
  readonly question: { readonly id: string | null; readonly text: string };
  /** When the next talk with them is due. */
  readonly due: Day;
}

/** Talks that are proposed at once. More is a programme, and a programme is put off. */
export const QUEUE_LENGTH = 3;

/** How little is known of a facet: what one knows nothing of before guesses, and guesses before what has aged. */
const LITTLE = ['unknown', 'assumed', 'stale'] as const;

export function littleKnown(
  now: Pick<FacetNow, 'state' | 'stale'>,
): Conversation['state'] | undefined {
  const state = now.stale ? 'stale' : now.state;
  return LITTLE.find((each) => each === state);
}

/** The facet of somebody that is least known, among equals the one untouched longest; undefined when all are confirmed. */
export function leastKnown<K extends KnowledgeFact>(
  now: readonly FacetNow<K>[],
): FacetNow<K> | undefined {
  const open = now.flatMap((each) => {
    const state = littleKnown(each);
    return state ? [{ each, key: `${LITTLE.indexOf(state)} ${each.row?.on ?? ''}` }] : [];
  });
  return open.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))[0]?.each;
}

/** Somebody, with what is known of them: `ac` is their coverage (0 to 100), null where it is undefined. */
export interface Audited {
  readonly person: Person;
  readonly now: readonly FacetNow<KnowledgeFact>[];
  readonly ac: number | null;
}

/**
 * The talks most worth having: one a person, active people only, the least known first and among equals the one whose
 * talk is due first; in each the facet that is least known, and the question about it that was asked longest ago.
 */
export function queueOf(
  audited: readonly Audited[],
  questions: readonly ListedQuestion[],
  asked: readonly Asked[],
  on: Day,
): Conversation[] {
  return audited
    .filter(({ person, ac }) => person.state === 'active' && ac !== null)
    .sort(
      (a, b) =>
        (a.ac ?? 0) - (b.ac ?? 0) ||
        compare(nextContactDue(a.person), nextContactDue(b.person)) ||
        compare(a.person.code, b.person.code),
    )
    .flatMap(({ person, now }): Conversation[] => {
      const least = leastKnown(now);
      const state = least && littleKnown(least);
      if (!least || !state) return [];
      const { facet } = least;
      const drawn = drawQuestion(questions, asked, { facet: facet.id, person: person.code, on });
      const question = drawn ? { id: drawn.id, text: drawn.text } : { id: null, text: facet.ask };
      return [{ person: person.code, facet, state, question, due: nextContactDue(person) }];
    })
    .slice(0, QUEUE_LENGTH);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
