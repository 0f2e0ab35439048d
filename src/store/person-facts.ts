import { addDays, type Day } from '../domain/day.ts';
import type { Code } from '../domain/tally.ts';
import type { Journal } from './open.ts';
import { rows } from './prepared.ts';

/** Counts logged with somebody over the last four weeks, by code. Late ones are in no count. */
export function countsOf(
  { db }: Journal,
  personId: string,
  today: Day,
): { code: Code; warranted: boolean; n: number }[] {
  return rows<{ code: Code; warranted: number; n: number }>(
    db,
    `SELECT code, warranted, sum(n) AS n FROM tally
     WHERE person_id = ? AND on_day BETWEEN ? AND ? AND late = 0
     GROUP BY code, warranted ORDER BY code, warranted`,
    personId,
    addDays(today, -27),
    today,
  ).map((each) => ({ ...each, warranted: each.warranted === 1 }));
}

/** One's own last words about somebody, the latest first. */
export function wordsAbout(
  { db }: Journal,
  personId: string,
  limit: number,
): { on: Day; text: string }[] {
  return rows(
    db,
    'SELECT on_day AS "on", text FROM answer WHERE person_id = ? ORDER BY on_day DESC, id DESC LIMIT ?',
    personId,
    limit,
  );
}
