import type { Day } from './day.ts';
import type { ConversationQuestion } from './facet.ts';
import { hash } from './hash.ts';

/** A question that the user added, or one of a pack that they reworded or retired (`packId` names it). */
export interface QuestionRow {
  readonly id: string;
  readonly packId: string | null;
  readonly on: Day;
  readonly text: string;
  readonly facets: readonly string[];
  readonly state: 'active' | 'retired';
}

/** A question that was asked of somebody, in the words it had then. */
export interface Asked {
  readonly id: string;
  /** The question's id on the list. */
  readonly question: string;
  readonly text: string;
  /** The person's code. */
  readonly person: string | null;
  readonly on: Day;
  readonly learned: string | null;
  /** What it led to, and whether that confirmed a facet. */
  readonly knowledgeId: string | null;
  readonly facet: string | null;
  readonly confirmed: boolean;
}

/** A question as it stands on the user's list. */
export interface ListedQuestion {
  readonly id: string;
  readonly text: string;
  readonly facets: readonly string[];
  readonly source: 'shipped' | 'pack' | 'own';
  readonly state: 'active' | 'retired';
  /** The row that holds the user's wording, or null where the pack's stands. */
  readonly rowId: string | null;
  /** How often it was asked, and how often that confirmed a facet. */
  readonly asked: number;
  readonly confirmed: number;
  readonly lastAskedOn: Day | null;
}

/**
 * The list as the user has it: the questions of the packs in their order, in the user's words where there are such,
 * then the user's own. A reworded question whose pack is gone is the user's own.
 * @param shipped ids of the questions that praxis comes with.
 */
export function questionList(
  packs: readonly ConversationQuestion[],
  shipped: ReadonlySet<string>,
  own: readonly QuestionRow[],
  asked: readonly Asked[],
): ListedQuestion[] {
  const reworded = new Map(own.flatMap((row) => (row.packId === null ? [] : [[row.packId, row]])));
  const known = new Set(packs.map(({ id }) => id));
  const times = Map.groupBy(asked, ({ question }) => question);
  const counted = (id: string) => {
    const those = times.get(id) ?? [];
    return {
      asked: those.length,
      confirmed: those.filter(({ confirmed }) => confirmed).length,
      lastAskedOn: those.at(-1)?.on ?? null,
    };
  };
  const ofPacks = packs.map(({ id, text, facets }): ListedQuestion => {
    const row = reworded.get(id);
    return {
      id,
      text: row?.text ?? text,
      facets: row?.facets ?? facets,
      source: shipped.has(id) ? 'shipped' : 'pack',
      state: row?.state ?? 'active',
      rowId: row?.id ?? null,
      ...counted(id),
    };
  });
  const ofTheUser = own
    .filter(({ packId }) => packId === null || !known.has(packId))
    .map((row): ListedQuestion => {
      const id = row.packId ?? row.id;
      const { text, facets, state } = row;
      return { id, text, facets, source: 'own', state, rowId: row.id, ...counted(id) };
    });
  return [...ofPacks, ...ofTheUser];
}

/**
 * The question to ask next: active, about the facet if one is given, and asked longest ago, of this person first and
 * then of anybody. What was asked equally long ago is decided by a hash of day, question and person: nothing is random,
 * and the same day draws the same question until it was asked. Undefined when no question is left.
 */
export function drawQuestion(
  questions: readonly ListedQuestion[],
  asked: readonly Asked[],
  about: { readonly facet: string | null; readonly person: string | null; readonly on: Day },
): ListedQuestion | undefined {
  const { facet, person, on } = about;
  const ofPerson = new Map(
    asked
      .filter((each) => person !== null && each.person === person)
      .map((a) => [a.question, a.on]),
  );
  const key = (question: ListedQuestion) =>
    [
      ofPerson.get(question.id) ?? '',
      question.lastAskedOn ?? '',
      String(hash(`${on} ${question.id} ${person ?? ''}`)).padStart(10, '0'),
      question.id,
    ].join('\n');
  return questions
    .filter(({ state, facets }) => state === 'active' && (facet === null || facets.includes(facet)))
    .map((question) => ({ question, key: key(question) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))[0]?.question;
}
