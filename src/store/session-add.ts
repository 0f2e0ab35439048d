import type { Answers, Session } from '../domain/session.ts';
import { rows } from './prepared.ts';
import { addParts, idOfPerson, type NewSession } from './session-write.ts';
import type { Tx } from './write.ts';

/**
 * Adds to what a session says, as a review does part by part: no new revision, because nothing that was said is gone.
 * What was asked before and skipped gives way.
 */
export function addToSession(tx: Tx, old: Session, more: NewSession): void {
  for (const item of Object.keys(more.answers)) removeItem(tx, old.id, item, more.answers);
  tx.update('session', old.id, {
    ended_at: more.endedAt,
    seconds: more.seconds === null ? old.seconds : (old.seconds ?? 0) + more.seconds,
  });
  addParts(tx, old.id, { ...more, on: old.on });
}

/** Items that are kept for each of several people or parts: the column that tells them apart, and the keys. */
function removeItem(tx: Tx, sessionId: string, item: string, answers: Answers): void {
  const people = item === 'R5' ? answers.R5 : item === 'leads' ? answers.leads : null;
  const stored = item === 'leads' ? 'R0' : item === 'parts' ? 'part' : item;
  const ids = people ? Object.keys(people).map((code) => idOfPerson(tx, code)) : null;
  const parts = item === 'parts' ? Object.keys(answers.parts ?? {}) : null;
  for (const table of ['asked', 'answer', 'rating'] as const) {
    const [column, keys] = ids
      ? ['person_id', ids]
      : parts && table === 'asked'
        ? ['prompt_id', parts]
        : ['item', [stored]];
    for (const { id } of rows<{ id: string }>(
      tx.db,
      `SELECT id FROM ${table} WHERE session_id = ? AND item = ? AND ${column} IN (SELECT value FROM json_each(?))`,
      sessionId,
      stored,
      JSON.stringify(keys),
    )) {
      tx.remove(table, id);
    }
  }
}
