import type { Day } from '../domain/day.ts';
import { ALUMNI_CADENCE_DAYS, type Benefit, type Departure } from '../domain/person.ts';
import { refuseUnderHold } from './hold.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** Closes somebody's time in the team. The record stays; from here on a light cadence keeps the tie. */
export function leave(
  tx: Tx,
  personId: string,
  departure: Departure & { readonly cadenceDays: number | null },
): void {
  const { on, reason, growth, cost, cadenceDays } = departure;
  tx.update('person', personId, {
    state: 'left',
    cadence_days: cadenceDays ?? ALUMNI_CADENCE_DAYS,
  });
  const said = { on_day: on, reason, growth, cost };
  const known = departureRow(tx, personId);
  if (known) tx.update('departure', known.id, said);
  else tx.insert('departure', { id: tx.newId(), person_id: personId, ...said });
}

/**
 * Somebody who left is back: the departure goes, and the usual cadence holds again.
 * @throws UserError (cannot) under a hold: with it goes what was said when they left.
 */
export function comeBack(tx: Tx, personId: string): void {
  refuseUnderHold(tx.db, 'taking back what was noted of a leaving');
  tx.update('person', personId, { state: 'active', cadence_days: null });
  const known = departureRow(tx, personId);
  if (known) tx.remove('departure', known.id);
}

export function departureOf(journal: Pick<Journal, 'db'>, personId: string): Departure | undefined {
  const found = departureRow(journal, personId);
  return found && { on: found.on, reason: found.reason, growth: found.growth, cost: found.cost };
}

/** The days on which people left, by their ids. */
export function departureDays({ db }: Pick<Journal, 'db'>): Map<string, Day> {
  const found = rows<{ person: string; on: Day }>(
    db,
    'SELECT person_id AS person, on_day AS "on" FROM departure',
  );
  return new Map(found.map(({ person, on }) => [person, on]));
}

function departureRow(
  { db }: Pick<Journal, 'db'>,
  personId: string,
): (Departure & { id: string }) | undefined {
  return row(
    db,
    'SELECT id, on_day AS "on", reason, growth, cost FROM departure WHERE person_id = ?',
    personId,
  );
}

export function addBenefit(tx: Tx, personId: string, on: Day, text: string): string {
  const id = tx.newId();
  tx.insert('benefit', { id, person_id: personId, on_day: on, text });
  return id;
}

/** What came back from somebody, the earliest first. */
export function benefitsOf({ db }: Pick<Journal, 'db'>, personId: string): Benefit[] {
  return rows(
    db,
    'SELECT id, on_day AS "on", text FROM benefit WHERE person_id = ? ORDER BY on_day, id',
    personId,
  );
}

/** What came back, and from whom. */
export function benefitById(
  { db }: Pick<Journal, 'db'>,
  id: string,
): Benefit & { readonly person: string } {
  const found = row<Benefit & { person: string }>(
    db,
    `SELECT person.code AS person, benefit.id, benefit.on_day AS "on", benefit.text
     FROM benefit JOIN person ON person.id = benefit.person_id WHERE benefit.id = ?`,
    id,
  );
  if (!found) throw new Error(`no benefit ${id}`);
  return found;
}
