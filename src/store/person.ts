import type { Day } from '../domain/day.ts';
import { type Person, type PersonState, usualCadence } from '../domain/person.ts';
import type { Journal } from './open.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** Everyone in the journal, by code. With `before`: as it was when that day began, so without news of the day itself. */
export function listPeople({ db }: Pick<Journal, 'db'>, before: Day | null = null): Person[] {
  const found = rows<{
    id: string;
    code: string;
    name: string | null;
    cadence: number | null;
    addedOn: Day;
    state: PersonState;
    lastContact: Day | null;
  }>(
    db,
    `SELECT id, code, name, cadence_days AS cadence, added_on AS addedOn, state,
            (SELECT max(on_day) FROM contact WHERE contact.person_id = person.id
              AND (@before IS NULL OR on_day < @before)) AS lastContact
     FROM person WHERE @before IS NULL OR added_on < @before ORDER BY code, id`,
    { before },
  );
  const usual = usualCadence(found.filter(({ state }) => state === 'active').length);
  return found.map(({ cadence, ...person }) => ({ ...person, cadenceDays: cadence ?? usual }));
}

export function addPerson(
  tx: Tx,
  person: { code: string; name: string | null; cadenceDays: number | null; addedOn: Day },
): string {
  const id = tx.newId();
  tx.insert('person', {
    id,
    code: person.code,
    name: person.name,
    cadence_days: person.cadenceDays,
    added_on: person.addedOn,
    state: 'active',
    role_since: null,
    team_since: null,
    manager_since: null,
    future_role: null,
  });
  return id;
}

/** Records a two-way contact, once a person and day: naming somebody twice in a day is one talk's worth of news. */
export function addContact(tx: Tx, personId: string, on: Day, sessionId: string | null): boolean {
  const known = rows(
    tx.db,
    'SELECT 1 FROM contact WHERE person_id = ? AND on_day = ?',
    personId,
    on,
  );
  if (known.length > 0) return false;
  tx.insert('contact', {
    id: tx.newId(),
    person_id: personId,
    on_day: on,
    session_id: sessionId,
    bad_news: null,
    opening: null,
    came_for: null,
  });
  return true;
}

/** Every two-way contact, the earliest first. */
export function listContacts({ db }: Pick<Journal, 'db'>): { on: Day; code: string }[] {
  return rows(
    db,
    `SELECT contact.on_day AS "on", person.code FROM contact JOIN person ON person.id = contact.person_id
     ORDER BY contact.on_day, contact.id`,
  );
}
