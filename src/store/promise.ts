import type { Day } from '../domain/day.ts';
import { concerns, type PromiseMade, type PromiseOutcome } from '../domain/promise.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

type Reading = Pick<Journal, 'db'>;

const SELECT = `SELECT promise.id, promise.text, promise.made_on AS madeOn, maker.code AS "by", receiver.code AS "to",
                       promise.due_on AS dueOn, promise.outcome, promise.settled_on AS settledOn, promise.why,
                       promise.wording, promise.proposed_by AS proposedBy, promise.success, focus.text AS focus,
                       (SELECT json_group_array(person.code ORDER BY person.code) FROM promise_owner
                        JOIN person ON person.id = promise_owner.person_id
                        WHERE promise_owner.promise_id = promise.id) AS together
                FROM promise LEFT JOIN person AS maker ON maker.id = promise.by_id
                     LEFT JOIN person AS receiver ON receiver.id = promise.to_id
                     LEFT JOIN statement AS focus ON focus.id = promise.focus_id`;

/** All promises, mine and theirs, the latest first. */
export function listPromises({ db }: Reading): PromiseMade[] {
  return read(db, 'ORDER BY promise.made_on DESC, promise.id DESC');
}

export function promiseById({ db }: Reading, id: string): PromiseMade {
  const [found] = read(db, 'WHERE promise.id = ?', id);
  if (!found) throw new Error(`no promise ${id}`);
  return found;
}

/** Open promises that are due on a day or were before it, the longest due first. */
export function promisesDue({ db }: Reading, today: Day): PromiseMade[] {
  return read(
    db,
    'WHERE promise.outcome IS NULL AND promise.due_on <= ? ORDER BY promise.due_on, promise.id',
    today,
  );
}

/** Open promises that somebody made, was promised or owns with others, by the day they are due, those without last. */
export function openPromisesWith({ db }: Reading, code: string): PromiseMade[] {
  return read(
    db,
    'WHERE promise.outcome IS NULL ORDER BY promise.due_on IS NULL, promise.due_on, promise.id',
  ).filter((promise) => concerns(promise, code));
}

function read(db: Journal['db'], tail: string, ...values: unknown[]): PromiseMade[] {
  return rows<Omit<PromiseMade, 'together'> & { together: string }>(
    db,
    `${SELECT} ${tail}`,
    ...values,
  ).map((each) => ({ ...each, together: JSON.parse(each.together) as string[] }));
}

type NewPromise = Omit<Rows['promise'], 'id' | 'outcome' | 'settled_on' | 'why'>;

/** `together` are the ids of those who own it with its owner. */
export function addPromise(tx: Tx, promise: NewPromise, together: readonly string[]): string {
  const id = tx.newId();
  tx.insert('promise', { ...promise, outcome: null, settled_on: null, why: null, id });
  for (const person_id of together) {
    tx.insert('promise_owner', { id: tx.newId(), promise_id: id, person_id });
  }
  return id;
}

export function settlePromise(
  tx: Tx,
  id: string,
  outcome: PromiseOutcome,
  on: Day,
  more: Partial<Pick<Rows['promise'], 'why' | 'wording'>> = {},
): void {
  tx.update('promise', id, { ...more, outcome, settled_on: on });
}

/** Removes a promise, with who owned it together with its owner. */
export function removePromise(tx: Tx, id: string): void {
  for (const owner of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM promise_owner WHERE promise_id = ? ORDER BY id',
    id,
  )) {
    tx.remove('promise_owner', owner.id);
  }
  tx.remove('promise', id);
}
