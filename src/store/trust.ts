import type { Day } from '../domain/day.ts';
import { LOGGED_KINDS, type TrustRecords } from '../domain/trust.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import { listPromises } from './promise.ts';

/** What the journal holds that says something of trust, from one day to another. */
export function trustRecords(journal: Pick<Journal, 'db'>, from: Day, to: Day): TrustRecords {
  const { db } = journal;
  return {
    told: rows(
      db,
      'SELECT week, item, x, n FROM ratio WHERE late = 0 AND on_day BETWEEN ? AND ? ORDER BY id',
      from,
      to,
    ),
    promises: listPromises(journal),
    talks: rows(
      db,
      `SELECT on_day AS "on", bad_news AS badNews, opening FROM contact
       WHERE on_day BETWEEN ? AND ? AND (bad_news IS NOT NULL OR opening IS NOT NULL) ORDER BY id`,
      from,
      to,
    ),
    logs: rows(
      db,
      `SELECT on_day AS "on", kind, x, n FROM exercise_log
       WHERE on_day BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?))
         AND x IS NOT NULL AND n IS NOT NULL ORDER BY id`,
      from,
      to,
      JSON.stringify(LOGGED_KINDS),
    ),
  };
}
