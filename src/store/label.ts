import type { Label } from '../domain/person.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** Every word used for somebody, by person, the earliest first. */
export function listLabels({ db }: Pick<Journal, 'db'>): Label[] {
  return rows(
    db,
    `SELECT label.id, person.code AS person, label.on_day AS "on", label.word, label.side, label.moment
     FROM label JOIN person ON person.id = label.person_id ORDER BY person.code, label.on_day, label.id`,
  );
}

/** Keeps a word for somebody, once: the same word again takes over its side and its moment. */
export function addLabel(
  tx: Tx,
  personId: string,
  { on, word, side, moment }: Pick<Label, 'on' | 'word' | 'side' | 'moment'>,
): string {
  const known = rows<{ id: string; word: string }>(
    tx.db,
    'SELECT id, word FROM label WHERE person_id = ? ORDER BY id',
    personId,
  ).find((each) => each.word.toLowerCase() === word.toLowerCase());
  if (known) {
    tx.update('label', known.id, { ...(side ? { side } : {}), ...(moment ? { moment } : {}) });
    return known.id;
  }
  const id = tx.newId();
  tx.insert('label', { id, person_id: personId, on_day: on, word, side, moment });
  return id;
}
