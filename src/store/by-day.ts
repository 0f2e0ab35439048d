import { type Day, type Week, weekOf } from '../domain/day.ts';
import type { RecordKind } from '../domain/exercise-record.ts';
import type { Counted } from '../domain/facts.ts';
import type { EntryRating } from '../domain/rating.ts';
import { type Code, countPairs, PAIRS, type Pair, type PairCount } from '../domain/tally.ts';
import { NOT_COUNTED_TWICE, WITHIN } from './facts.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

// What series and periods are made of: one row a day that has something, in order. Days from and to are included, and
// what is in no index (late counts) is left out.

type Reading = Pick<Journal, 'db'>;

/** `x` of `n` on a day. */
export type CountedDay = Counted & { readonly on: Day };

/** Counts of the pairs. @param present the week that is under way, of which a check-in may have been made already. */
export function pairCountsByDay(
  { db }: Reading,
  from: Day,
  to: Day,
  present?: Week,
): { readonly on: Day; readonly counts: PairCount[] }[] {
  const sums = rows<{ on: Day; code: Code; warranted: number; n: number }>(
    db,
    `SELECT on_day AS "on", code, warranted, sum(n) AS n FROM tally
     WHERE ${WITHIN} AND late = 0 AND ${NOT_COUNTED_TWICE}
     GROUP BY on_day, code, warranted ORDER BY on_day`,
    { from, to, week: present ?? null },
  );
  return [...Map.groupBy(sums, ({ on }) => on)].map(([on, day]) => ({
    on,
    counts: countPairs(day.map((sum) => ({ ...sum, warranted: sum.warranted === 1 }))),
  }));
}

/** Weeks in which a pair was counted so often at least, warranted answers left out. */
export function weeksWith({ db }: Reading, pair: Pair, least: number, from: Day, to: Day): number {
  const { left, right } = PAIRS[pair];
  const found = row<{ weeks: number }>(
    db,
    `SELECT count(*) AS weeks FROM (
       SELECT week FROM tally
       WHERE ${WITHIN} AND code IN (@left, @right) AND warranted = 0 AND late = 0 AND ${NOT_COUNTED_TWICE}
       GROUP BY week HAVING sum(n) >= @least)`,
    { from, to, week: weekOf(to), left, right, least },
  );
  return found?.weeks ?? 0;
}

/** Self-ratings about no single person, in one wording. */
export function ratingsByDay(
  { db }: Reading,
  item: EntryRating,
  version: number,
  from: Day,
  to: Day,
): { readonly on: Day; readonly value: number }[] {
  return rows(
    db,
    `SELECT on_day AS "on", value FROM rating
     WHERE item = ? AND version = ? AND person_id IS NULL AND late = 0 AND on_day BETWEEN ? AND ?
     ORDER BY on_day, id`,
    item,
    version,
    from,
    to,
  );
}

/** Challenges that were explored, of those received. */
export function challengesByDay({ db }: Reading, from: Day, to: Day): CountedDay[] {
  return rows(
    db,
    `SELECT on_day AS "on", sum(iif(met = 'explored', n, 0)) AS x, sum(n) AS n FROM tally
     WHERE code = 'w' AND subtype = 'challenge' AND late = 0 AND on_day BETWEEN ? AND ? AND ${NOT_COUNTED_TWICE}
     GROUP BY on_day HAVING sum(n) > 0 ORDER BY on_day`,
    from,
    to,
  );
}

/** What exercises of a kind recorded as a share. */
export function recordsByDay({ db }: Reading, kind: RecordKind, from: Day, to: Day): CountedDay[] {
  return rows(
    db,
    `SELECT on_day AS "on", sum(x) AS x, sum(n) AS n FROM exercise_log
     WHERE kind = ? AND on_day BETWEEN ? AND ? AND x IS NOT NULL AND n > 0
     GROUP BY on_day ORDER BY on_day`,
    kind,
    from,
    to,
  );
}

/** Plans that were done or partly done, of those whose moment came, by the day that was said. */
export function plansByDay({ db }: Reading, from: Day, to: Day): CountedDay[] {
  return rows(
    db,
    `SELECT settled_on AS "on", sum(outcome <> 'skipped') AS x, count(*) AS n FROM intention
     WHERE outcome IN ('done', 'partly', 'skipped') AND settled_on BETWEEN ? AND ?
     GROUP BY settled_on ORDER BY settled_on`,
    from,
    to,
  );
}
