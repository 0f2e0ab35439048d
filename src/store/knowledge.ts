import type { Day } from '../domain/day.ts';
import type { BetOutcome, Changes, Knowledge, KnowledgeFact } from '../domain/knowledge.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

const COLUMNS = `id, person_id AS personId, facet, area, on_day AS "on", state, text, source, confidence, outcome,
  settled_on AS settledOn, settled_by AS settledBy, fresh_until AS freshUntil`;

/** All that was ever noted of somebody (`null`: of oneself), the earliest first. */
export function listKnowledge(
  { db }: Pick<Journal, 'db'>,
  personId: string | null,
  facet?: string,
): Knowledge[] {
  return rows(
    db,
    `SELECT ${COLUMNS} FROM knowledge
     WHERE person_id IS @personId AND (@facet IS NULL OR facet = @facet) ORDER BY on_day, id`,
    { personId, facet: facet ?? null },
  );
}

/** All that was ever noted of anybody, with their codes (`null`: oneself), the earliest first. */
export function allKnowledge({ db }: Pick<Journal, 'db'>): (Knowledge & {
  readonly person: string | null;
})[] {
  return rows(
    db,
    `SELECT ${COLUMNS}, (SELECT code FROM person WHERE person.id = knowledge.person_id) AS person
     FROM knowledge ORDER BY on_day, id`,
  );
}

export function knowledgeById(
  journal: Pick<Journal, 'db'>,
  id: string,
): (Knowledge & { readonly person: string | null }) | undefined {
  return allKnowledge(journal).find((each) => each.id === id);
}

/** What decides about the facets of the people, up to the end of a day, without the words. */
export function knowledgeFacts({ db }: Pick<Journal, 'db'>, on: Day): KnowledgeFact[] {
  return rows(
    db,
    `SELECT id, person_id AS personId, facet, on_day AS "on", state, fresh_until AS freshUntil
     FROM knowledge WHERE person_id IS NOT NULL AND on_day <= ? ORDER BY on_day, id`,
    on,
  );
}

/** New roles, teams and managers, by the id of the person. */
export function changesByPerson({ db }: Pick<Journal, 'db'>): Map<string, Changes> {
  const found = rows<Changes & { id: string }>(
    db,
    `SELECT id, role_since AS roleSince, team_since AS teamSince, manager_since AS managerSince
     FROM person ORDER BY id`,
  );
  return new Map(found.map(({ id, ...changes }) => [id, changes]));
}

export type NewKnowledge = Omit<Knowledge, 'id' | 'outcome' | 'settledOn' | 'settledBy'>;

export function addKnowledge(tx: Tx, known: NewKnowledge): string {
  const id = tx.newId();
  tx.insert('knowledge', {
    id,
    person_id: known.personId,
    facet: known.facet,
    area: known.area,
    on_day: known.on,
    state: known.state,
    text: known.text,
    source: known.source,
    confidence: known.confidence,
    outcome: null,
    settled_on: null,
    settled_by: null,
    fresh_until: known.freshUntil,
  });
  return id;
}

/** Says what became of a bet. `by` is the knowledge that settled it, if it was not settled alone. */
export function settleBet(
  tx: Tx,
  id: string,
  outcome: BetOutcome,
  on: Day,
  by: string | null,
): void {
  tx.update('knowledge', id, { outcome, settled_on: on, settled_by: by });
}

export function reopenBet(tx: Tx, id: string): void {
  tx.update('knowledge', id, { outcome: null, settled_on: null, settled_by: null });
}

/** Removes what was noted once. Bets that it settled are open again; a question that led to it stays asked. */
export function removeKnowledge(tx: Tx, id: string): void {
  for (const bet of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM knowledge WHERE settled_by = ? ORDER BY id',
    id,
  )) {
    reopenBet(tx, bet.id);
  }
  for (const asked of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM question_asked WHERE knowledge_id = ? ORDER BY id',
    id,
  )) {
    tx.update('question_asked', asked.id, { knowledge_id: null });
  }
  tx.remove('knowledge', id);
}
