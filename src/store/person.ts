import type { ContactFacts } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import { type Person, type PersonState, usualCadence } from '../domain/person.ts';
import type { Journal } from './journal.ts';
import { listPauses } from './pause.ts';
import { row, rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

/** Everyone in the journal, by code. With `before`: as it was when that day began, so without news of the day itself. */
export function listPeople({ db }: Pick<Journal, 'db'>, before: Day | null = null): Person[] {
  const found = rows<
    Omit<Person, 'cadenceDays' | 'pauses'> & { cadence: number | null; state: PersonState }
  >(
    db,
    `SELECT id, code, name, cadence_days AS cadence, added_on AS addedOn, state,
            role_since AS roleSince, team_since AS teamSince, manager_since AS managerSince,
            future_role AS futureRole,
            (SELECT max(on_day) FROM contact WHERE contact.person_id = person.id
              AND (@before IS NULL OR on_day < @before)) AS lastContact
     FROM person WHERE @before IS NULL OR added_on < @before ORDER BY code, id`,
    { before },
  );
  const usual = usualCadence(found.filter(({ state }) => state === 'active').length);
  const pauses = listPauses({ db }).filter(({ from }) => before === null || from < before);
  return found.map(({ cadence, ...person }) => ({
    ...person,
    cadenceDays: cadence ?? usual,
    pauses,
  }));
}

export function addPerson(
  tx: Tx,
  person: {
    code: string;
    name: string | null;
    cadenceDays: number | null;
    addedOn: Day;
    roleSince?: Day | null;
  },
): string {
  const id = tx.newId();
  tx.insert('person', {
    id,
    code: person.code,
    name: person.name,
    cadence_days: person.cadenceDays,
    added_on: person.addedOn,
    state: 'active',
    role_since: person.roleSince ?? null,
    team_since: null,
    manager_since: null,
    future_role: null,
  });
  return id;
}

/** Changes what is said of a person; whatever is not named stays. */
export function editPerson(tx: Tx, id: string, patch: Partial<Omit<Rows['person'], 'id'>>): void {
  tx.update('person', id, patch);
}

const NOTHING_MORE: ContactFacts = { badNews: null, opening: null, cameFor: null };

/**
 * Records a two-way contact, once a person and day: naming somebody twice in a day is one talk's worth of news.
 * What it brought is added to that one; a second bad news or opening of the day is a row of its own, so both count.
 */
export function addContact(
  tx: Tx,
  personId: string,
  on: Day,
  sessionId: string | null,
  facts: ContactFacts = NOTHING_MORE,
): boolean {
  const brought = { bad_news: facts.badNews, opening: facts.opening, came_for: facts.cameFor };
  const plain = Object.values(brought).every((each) => each === null);
  const known = row<Rows['contact']>(
    tx.db,
    'SELECT * FROM contact WHERE person_id = ? AND on_day = ? ORDER BY id DESC LIMIT 1',
    personId,
    on,
  );
  if (known && plain) return false;
  const free =
    known &&
    Object.entries(brought).every(
      ([column, value]) => value === null || known[column as keyof typeof brought] === null,
    );
  if (known && free) {
    const added = Object.entries(brought).filter(([, value]) => value !== null);
    tx.update('contact', known.id, Object.fromEntries(added));
    return true;
  }
  tx.insert('contact', {
    id: tx.newId(),
    person_id: personId,
    on_day: on,
    session_id: sessionId,
    ...brought,
  });
  return true;
}

/** The days on which one talked with people since a day, and with each the last before it: in order. */
export function talksSince(
  { db }: Pick<Journal, 'db'>,
  from: Day,
): { readonly on: Day; readonly code: string }[] {
  return rows(
    db,
    `SELECT contact.on_day AS "on", person.code FROM contact JOIN person ON person.id = contact.person_id
     WHERE contact.on_day >= @from
     UNION ALL
     SELECT * FROM (SELECT (SELECT max(on_day) FROM contact WHERE person_id = person.id AND on_day < @from) AS "on", code
                    FROM person) WHERE "on" IS NOT NULL
     ORDER BY "on", code`,
    { from },
  );
}

/** Every two-way contact, the earliest first. */
export function listContacts({
  db,
}: Pick<Journal, 'db'>): (ContactFacts & { on: Day; code: string })[] {
  return rows(
    db,
    `SELECT contact.on_day AS "on", person.code, contact.bad_news AS badNews, contact.opening,
            contact.came_for AS cameFor
     FROM contact JOIN person ON person.id = contact.person_id
     ORDER BY contact.on_day, contact.id`,
  );
}

/** One two-way contact. */
export function contactById(
  { db }: Pick<Journal, 'db'>,
  id: string,
): ContactFacts & { readonly id: string; readonly person: string; readonly on: Day } {
  const found = row<ContactFacts & { id: string; person: string; on: Day }>(
    db,
    `SELECT contact.id, person.code AS person, contact.on_day AS "on", contact.bad_news AS badNews,
            contact.opening, contact.came_for AS cameFor
     FROM contact JOIN person ON person.id = contact.person_id WHERE contact.id = ?`,
    id,
  );
  if (!found) throw new Error(`no contact ${id}`);
  return found;
}
