import type { Day } from '../domain/day.ts';
import type { Heard } from '../domain/heard.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Tx } from './write.ts';

const SELECT = `SELECT heard.id, heard.on_day AS "on", person.code AS person, heard.about, heard.text,
                       heard.answered_on AS answeredOn, heard.answer
                FROM heard LEFT JOIN person ON person.id = heard.person_id`;

/** Every question that was kept in its words, the longest waiting first. */
export function listHeard({ db }: Pick<Journal, 'db'>): Heard[] {
  return rows(db, `${SELECT} ORDER BY heard.on_day, heard.id`);
}

/** Those of one person that wait for an answer. */
export function waitingFrom({ db }: Pick<Journal, 'db'>, code: string): Heard[] {
  return rows(
    db,
    `${SELECT} WHERE heard.person_id = (SELECT id FROM person WHERE code = ?) AND heard.answered_on IS NULL
     ORDER BY heard.on_day, heard.id`,
    code,
  );
}

export function heardById({ db }: Pick<Journal, 'db'>, id: string): Heard {
  const found = row<Heard>(db, `${SELECT} WHERE heard.id = ?`, id);
  if (!found) throw new Error(`no question heard ${id}`);
  return found;
}

export function addHeard(
  tx: Tx,
  heard: Pick<Heard, 'on' | 'about' | 'text'> & {
    readonly personId: string | null;
    readonly sessionId: string | null;
  },
): string {
  const id = tx.newId();
  tx.insert('heard', {
    id,
    session_id: heard.sessionId,
    person_id: heard.personId,
    on_day: heard.on,
    about: heard.about,
    text: heard.text,
    answered_on: null,
    answer: null,
  });
  return id;
}

export function answerHeard(tx: Tx, id: string, on: Day, answer: string | null): void {
  tx.update('heard', id, { answered_on: on, answer });
}
