import type { Day } from '../domain/day.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** All milestones: open ones first, the next due before the others; then the settled, the latest first. */
export function listMilestones({ db }: Pick<Journal, 'db'>): Milestone[] {
  return rows(
    db,
    `SELECT id, made_on AS madeOn, text, due_on AS dueOn, reached_on AS reachedOn, dropped_on AS droppedOn
     FROM milestone
     ORDER BY coalesce(reached_on, dropped_on) IS NOT NULL, coalesce(reached_on, dropped_on) DESC, due_on, id`,
  );
}

/** Open milestones that are due on a day or were before it, the longest due first. */
export function milestonesDue({ db }: Pick<Journal, 'db'>, today: Day): Milestone[] {
  return rows(
    db,
    `SELECT id, made_on AS madeOn, text, due_on AS dueOn, reached_on AS reachedOn, dropped_on AS droppedOn
     FROM milestone WHERE due_on <= ? AND coalesce(reached_on, dropped_on) IS NULL ORDER BY due_on, id`,
    today,
  );
}

export function milestoneById(journal: Pick<Journal, 'db'>, id: string): Milestone {
  const found = listMilestones(journal).find((each) => each.id === id);
  if (!found) throw new Error(`no milestone ${id}`);
  return found;
}

export function addMilestone(tx: Tx, text: string, dueOn: Day, madeOn: Day): string {
  const id = tx.newId();
  tx.insert('milestone', {
    id,
    made_on: madeOn,
    text,
    due_on: dueOn,
    reached_on: null,
    dropped_on: null,
  });
  return id;
}

/** Says that it was reached or dropped; the other is taken back. */
export function settleMilestone(tx: Tx, id: string, outcome: 'reached' | 'dropped', on: Day): void {
  tx.update('milestone', id, {
    reached_on: outcome === 'reached' ? on : null,
    dropped_on: outcome === 'dropped' ? on : null,
  });
}
