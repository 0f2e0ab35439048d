import type { Day } from '../domain/day.ts';
import type { Asked, QuestionRow } from '../domain/question-list.ts';
import { heldJson, isTextList } from './held-json.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** The user's own questions, and those of packs that they reworded or retired, in the order they were made. */
export function listQuestionRows({ db }: Pick<Journal, 'db'>): QuestionRow[] {
  return rows<Omit<QuestionRow, 'facets'> & { json: string }>(
    db,
    `SELECT id, pack_id AS packId, on_day AS "on", text, facets_json AS json, state
     FROM question ORDER BY on_day, id`,
  ).map(({ json, ...question }) => ({
    ...question,
    facets: heldJson<string[]>(json, isTextList, []),
  }));
}

/** Every time a question was asked, the earliest first. */
export function listAsked({ db }: Pick<Journal, 'db'>): Asked[] {
  return rows<Omit<Asked, 'confirmed'> & { confirmed: number }>(
    db,
    `SELECT asked.id, asked.question, asked.text, person.code AS person, asked.on_day AS "on", asked.learned,
            asked.knowledge_id AS knowledgeId, knowledge.facet, coalesce(knowledge.state IN ('told', 'seen'), 0) AS confirmed
     FROM question_asked AS asked LEFT JOIN person ON person.id = asked.person_id
          LEFT JOIN knowledge ON knowledge.id = asked.knowledge_id
     ORDER BY asked.on_day, asked.id`,
  ).map((asked) => ({ ...asked, confirmed: asked.confirmed === 1 }));
}

type Wording = Pick<QuestionRow, 'text' | 'facets' | 'state'>;

export function addQuestion(
  tx: Tx,
  packId: string | null,
  { text, facets, state }: Wording,
  on: Day,
): string {
  const id = tx.newId();
  const facets_json = JSON.stringify(facets);
  tx.insert('question', { id, pack_id: packId, on_day: on, text, facets_json, state });
  return id;
}

export function changeQuestion(tx: Tx, id: string, { text, facets, state }: Wording): void {
  tx.update('question', id, { text, facets_json: JSON.stringify(facets), state });
}

export function addAsked(
  tx: Tx,
  asked: Pick<Asked, 'question' | 'text' | 'on' | 'learned' | 'knowledgeId'> & {
    readonly personId: string;
  },
): string {
  const id = tx.newId();
  tx.insert('question_asked', {
    id,
    question: asked.question,
    text: asked.text,
    person_id: asked.personId,
    on_day: asked.on,
    learned: asked.learned,
    knowledge_id: asked.knowledgeId,
  });
  return id;
}
