import type { Day } from '../domain/day.ts';
import type { Intention } from '../domain/intention.ts';
import type { Outcome, Plan } from '../domain/session.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Tx } from './write.ts';

const SELECT = `SELECT id, made_on AS madeOn, if_text AS "if", then_text AS "then", outcome, settled_on AS settledOn,
                session_id AS sessionId, focus_id AS focusId
                FROM intention`;

/** All if-then plans, the latest first. */
export function listIntentions({ db }: Journal): Intention[] {
  return rows(db, `${SELECT} ORDER BY made_on DESC, id DESC`);
}

export function intentionById({ db }: Pick<Journal, 'db'>, id: string): Intention {
  const found = row<Intention>(db, `${SELECT} WHERE id = ?`, id);
  if (!found) throw new Error(`no intention ${id}`);
  return found;
}

/** The latest plan of which nobody said yet what became of it. */
export function latestOpenIntention({ db }: Pick<Journal, 'db'>): Intention | undefined {
  return row(db, `${SELECT} WHERE outcome IS NULL ORDER BY made_on DESC, id DESC LIMIT 1`);
}

/** The open plans of the last day up to that one on which any was made, the latest first: what "tonight" means. */
export function openPlans(journal: Pick<Journal, 'db'>, upTo: Day): Intention[] {
  const made = latestIntention(journal, upTo)?.madeOn ?? null;
  return rows(journal.db, `${SELECT} WHERE made_on = ? AND outcome IS NULL ORDER BY id DESC`, made);
}

/** The latest plan made on that day or before, open or not. */
export function latestIntention({ db }: Pick<Journal, 'db'>, upTo: Day): Intention | undefined {
  return row(db, `${SELECT} WHERE made_on <= ? ORDER BY made_on DESC, id DESC LIMIT 1`, upTo);
}

/** The plan that a session on that day asks about: the latest made before it, while it is open. */
export function intentionToSettle({ db }: Pick<Journal, 'db'>, on: Day): Intention | undefined {
  const latest = row<Intention>(
    db,
    `${SELECT} WHERE made_on < ? ORDER BY made_on DESC, id DESC LIMIT 1`,
    on,
  );
  return latest?.outcome === null ? latest : undefined;
}

/** `focusId`: the focus it serves, or null. */
export function addIntention(
  tx: Tx,
  plan: Plan,
  madeOn: Day,
  sessionId: string | null,
  focusId: string | null = null,
): string {
  const id = tx.newId();
  tx.insert('intention', {
    id,
    session_id: sessionId,
    made_on: madeOn,
    if_text: plan.if,
    then_text: plan.then,
    outcome: null,
    settled_on: null,
    settled_by: null,
    focus_id: focusId,
  });
  return id;
}

export function settleIntention(
  tx: Tx,
  id: string,
  outcome: Outcome,
  on: Day,
  sessionId: string | null,
): void {
  tx.update('intention', id, { outcome, settled_on: on, settled_by: sessionId });
}

/** Takes back what a session said about an earlier plan: the session is being replaced or deleted. */
export function unsettle(tx: Tx, sessionId: string): void {
  for (const { id } of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM intention WHERE settled_by = ?',
    sessionId,
  )) {
    tx.update('intention', id, { outcome: null, settled_on: null, settled_by: null });
  }
}

/** Removes a plan; an exercise that was planned with it stays, without it. */
export function removeIntention(tx: Tx, id: string): void {
  for (const run of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM exercise_run WHERE intention_id = ?',
    id,
  )) {
    tx.update('exercise_run', run.id, { intention_id: null });
  }
  tx.remove('intention', id);
}
