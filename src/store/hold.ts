import type { Database } from 'better-sqlite3';
import type { Day } from '../domain/day.ts';
import type { Hold } from '../domain/hold.ts';
import { UserError } from '../errors.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Tx } from './write.ts';

const SELECT = 'SELECT id, on_day AS "on", reason, lifted_on AS liftedOn FROM hold';

/** Every hold there was, the latest first. */
export function listHolds({ db }: Pick<Journal, 'db'>): Hold[] {
  return rows<Hold>(db, `${SELECT} ORDER BY on_day DESC, id DESC`);
}

/** The hold that stands, or undefined. */
export function standingHold(db: Database): Hold | undefined {
  return row<Hold>(db, `${SELECT} WHERE lifted_on IS NULL ORDER BY id LIMIT 1`);
}

export function addHold(tx: Tx, on: Day, reason: string | null): void {
  tx.insert('hold', { id: tx.newId(), on_day: on, reason, lifted_on: null });
}

export function liftHolds(tx: Tx, on: Day): void {
  for (const { id } of rows<Hold>(tx.db, `${SELECT} WHERE lifted_on IS NULL ORDER BY id`)) {
    tx.update('hold', id, { lifted_on: on });
  }
}

/**
 * @param what what was to be done, as the beginning of a sentence: "Deleting".
 * @throws UserError (cannot) while a hold stands.
 */
export function refuseUnderHold(db: Database, what: string): void {
  const hold = standingHold(db);
  if (!hold) return;
  throw new UserError(
    `A hold stands since ${hold.on}: ${what} has to wait.`,
    'praxis hold says why it stands; praxis hold off lifts it. Nothing was removed.',
  );
}
