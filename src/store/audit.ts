import type { Day } from '../domain/day.ts';
import type { LabelSide } from '../domain/person.ts';
import type { EntryRating, Rating } from '../domain/rating.ts';
import { type Code, countPairs, type PairCount } from '../domain/tally.ts';
import { ratingsByDay } from './by-day.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

/** The last rating of somebody, or undefined. */
export function lastRatingOf(
  { db }: Pick<Journal, 'db'>,
  item: EntryRating,
  personId: string,
): { readonly on: Day; readonly value: Rating } | undefined {
  return row(
    db,
    `SELECT on_day AS "on", value FROM rating WHERE item = ? AND person_id = ?
     ORDER BY on_day DESC, id DESC LIMIT 1`,
    item,
    personId,
  );
}

/** Self-ratings about no single person over days `from` to `to`, both included. Late ones are in no index. */
export function ratingsBetween(
  journal: Pick<Journal, 'db'>,
  item: EntryRating,
  version: number,
  from: Day,
  to: Day,
): number[] {
  return ratingsByDay(journal, item, version, from, to).map(({ value }) => value);
}

/** What was counted with somebody over days `from` to `to`, by pair. Late counts are left out. */
export function pairsWith(
  { db }: Pick<Journal, 'db'>,
  personId: string,
  from: Day,
  to: Day,
): PairCount[] {
  const sums = rows<{ code: Code; warranted: number; n: number }>(
    db,
    `SELECT code, warranted, sum(n) AS n FROM tally
     WHERE person_id = ? AND on_day BETWEEN ? AND ? AND late = 0
     GROUP BY code, warranted ORDER BY code, warranted`,
    personId,
    from,
    to,
  );
  return countPairs(sums.map((sum) => ({ ...sum, warranted: sum.warranted === 1 })));
}

/** Words that are used for somebody, the earliest first. */
export function labelsOf(
  { db }: Pick<Journal, 'db'>,
  personId: string,
): {
  readonly on: Day;
  readonly word: string;
  readonly side: LabelSide | null;
  readonly moment: string | null;
}[] {
  return rows(
    db,
    'SELECT on_day AS "on", word, side, moment FROM label WHERE person_id = ? ORDER BY on_day, id',
    personId,
  );
}
