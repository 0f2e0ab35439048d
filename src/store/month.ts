import { addDays, type Day } from '../domain/day.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

type Reading = Pick<Journal, 'db'>;

/** Days after handing something back in which it may come back. */
export const RETURN_DAYS = 14;

/** What handing back took, and how often it came back. */
export interface HandingBack {
  /** Moments of which the minutes were noted, and their minutes. */
  readonly times: number;
  readonly minutes: number;
  /** Of those that name a person: how many there were, and problems that the same person brought bare within 14 days. */
  readonly withPerson: number;
  readonly cameBack: number;
}

/**
 * Minutes spent handing back over some days, against what came back bare from the same people afterwards. A problem is
 * counted once, whatever it followed.
 */
export function handingBack({ db }: Reading, from: Day, to: Day): HandingBack {
  const found = row<HandingBack>(
    db,
    `WITH handed AS (
       SELECT on_day, person_id, minutes FROM tally
       WHERE code = 'c' AND minutes IS NOT NULL AND n > 0 AND late = 0 AND on_day BETWEEN @from AND @to)
     SELECT (SELECT count(*) FROM handed) AS times,
            (SELECT coalesce(sum(minutes), 0) FROM handed) AS minutes,
            (SELECT count(*) FROM handed WHERE person_id IS NOT NULL) AS withPerson,
            (SELECT coalesce(sum(n), 0) FROM tally AS bare
             WHERE bare.code = 'b' AND bare.late = 0 AND bare.on_day BETWEEN @from AND @after
               AND EXISTS (SELECT 1 FROM handed
                           WHERE handed.person_id = bare.person_id AND bare.on_day > handed.on_day
                             AND julianday(bare.on_day) - julianday(handed.on_day) <= @days)) AS cameBack`,
    { from, to, after: addDays(to, RETURN_DAYS), days: RETURN_DAYS },
  );
  return found ?? { times: 0, minutes: 0, withPerson: 0, cameBack: 0 };
}

/** Norms that were shown, in the user's words without regard to case, the most often shown first. */
export function normsShown(
  { db }: Reading,
  from: Day,
  to: Day,
): { readonly norm: string; readonly n: number }[] {
  return rows(
    db,
    `SELECT min(trim(text)) AS norm, count(*) AS n FROM answer
     WHERE item = 'norm' AND on_day BETWEEN ? AND ? AND trim(text) <> ''
     GROUP BY lower(trim(text)) ORDER BY n DESC, norm`,
    from,
    to,
  );
}

/** Promises that serve the focus, open or settled since a day, by owner (null: me), and how many have joint owners. */
export function focusCommitments(
  { db }: Reading,
  from: Day,
  to: Day,
): { readonly owner: string | null; readonly n: number; readonly together: number }[] {
  return rows(
    db,
    `SELECT person.code AS owner, count(*) AS n,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM promise_owner
                                           WHERE promise_owner.promise_id = promise.id)) AS together
     FROM promise LEFT JOIN person ON person.id = promise.by_id
     WHERE promise.focus_id IS NOT NULL AND promise.made_on <= @to
       AND (promise.settled_on IS NULL OR promise.settled_on BETWEEN @from AND @to)
     GROUP BY promise.by_id ORDER BY owner`,
    { from, to },
  );
}
