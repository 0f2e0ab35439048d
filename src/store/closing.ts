import type { Day } from '../domain/day.ts';
import type { Counted } from '../domain/facts.ts';
import type { Journal } from './journal.ts';
import { row } from './prepared.ts';

type Reading = Pick<Journal, 'db'>;

/** What a practice came to, in numbers. */
export interface Totals {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly sessions: number;
  readonly exercises: number;
  readonly plans: Counted;
  readonly promises: Counted;
}

/** What was imported is no session of this practice. */
export function totals({ db }: Reading): Totals {
  const found = row<{
    first: Day | null;
    last: Day | null;
    sessions: number;
    exercises: number;
    done: number;
    settled: number;
    kept: number;
    closed: number;
  }>(
    db,
    `SELECT (SELECT min(on_day) FROM session WHERE kind <> 'imported') AS first,
            (SELECT max(on_day) FROM session WHERE kind <> 'imported') AS last,
            (SELECT count(*) FROM session WHERE kind NOT IN ('imported', 'moment')) AS sessions,
            (SELECT count(*) FROM exercise_run WHERE state = 'done') AS exercises,
            (SELECT count(*) FROM intention WHERE outcome = 'done') AS done,
            (SELECT count(*) FROM intention WHERE outcome IS NOT NULL) AS settled,
            (SELECT count(*) FROM promise WHERE by_id IS NULL AND outcome = 'kept') AS kept,
            (SELECT count(*) FROM promise WHERE by_id IS NULL AND outcome IS NOT NULL) AS closed`,
  );
  if (!found) throw new Error('no totals');
  const { first, last, sessions, exercises, done, settled, kept, closed } = found;
  return {
    first,
    last,
    sessions,
    exercises,
    plans: { x: done, n: settled },
    promises: { x: kept, n: closed },
  };
}

/** What was written on the first evening on which something was. */
export function firstWords({ db }: Reading): {
  readonly on: Day;
  readonly question: string | null;
  readonly text: string;
} | null {
  return (
    row(
      db,
      `SELECT answer.on_day AS "on", answer.text,
              (SELECT question FROM asked WHERE asked.session_id = answer.session_id AND asked.item = answer.item) AS question
       FROM answer JOIN session ON session.id = answer.session_id
       WHERE session.kind = 'daily' AND answer.item IN ('prompt', 'note')
       ORDER BY answer.on_day, answer.item DESC, answer.id LIMIT 1`,
    ) ?? null
  );
}
