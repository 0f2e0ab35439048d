import type { CalendarDay } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { SESSION_KINDS } from '../domain/session.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';

type Reading = Pick<Journal, 'db'>;

// Days are looked up by the index on days (a plus takes a column out of the choice of one): by kind, all there ever was
// would be read.
const COUNTED = 'EXISTS (SELECT 1 FROM tally WHERE tally.session_id = session.id)';
const COUNTED_MOMENT = `+kind = 'moment' AND ${COUNTED}`;
const WITH_SESSION = `(+kind IN ('daily', 'weekly', 'monthly', 'quarterly') OR (${COUNTED_MOMENT}))`;

/** Days on which one practised, in order: with a daily session, or with a moment that was counted. */
export function practisedDays({ db }: Reading, from: Day, to: Day): Day[] {
  return days(
    db,
    `SELECT DISTINCT on_day AS "on" FROM session
     WHERE on_day BETWEEN ? AND ? AND (+kind = 'daily' OR (${COUNTED_MOMENT})) ORDER BY on_day`,
    from,
    to,
  );
}

/** Days with a session of any kind, or a moment that was counted, up to a day, in order. What was imported is no session. */
export function sessionDays({ db }: Reading, upTo: Day): Day[] {
  return days(
    db,
    `SELECT DISTINCT on_day AS "on" FROM session
     WHERE on_day <= ? AND ${WITH_SESSION} ORDER BY on_day`,
    upTo,
  );
}

/** The last of them, without reading all. */
export function lastSessionDay(journal: Reading, upTo: Day): Day | undefined {
  return sessionDayAt(journal, upTo, 'DESC');
}

/** The first of them: where the practice began. */
export function firstSessionDay(journal: Reading, upTo: Day): Day | undefined {
  return sessionDayAt(journal, upTo, 'ASC');
}

/** By kind: each is one look into its index, however much was imported. */
function sessionDayAt({ db }: Reading, upTo: Day, order: 'ASC' | 'DESC'): Day | undefined {
  const found = SESSION_KINDS.filter((kind) => kind !== 'imported').flatMap((kind) =>
    rows<{ on: Day }>(
      db,
      `SELECT on_day AS "on" FROM session WHERE kind = ? AND on_day <= ? ${kind === 'moment' ? `AND ${COUNTED}` : ''}
       ORDER BY on_day ${order} LIMIT 1`,
      kind,
      upTo,
    ).map(({ on }) => on),
  );
  return found.sort().at(order === 'ASC' ? 0 : -1);
}

/** Every day with a session or a counted moment, from one day to another, in order. */
export function calendarDays({ db }: Reading, from: Day, to: Day): CalendarDay[] {
  return rows<Pick<CalendarDay, 'on' | 'moments'> & { session: number; review: number }>(
    db,
    `SELECT on_day AS "on", max(kind = 'daily') AS session,
            max(kind IN ('weekly', 'monthly', 'quarterly')) AS review, sum(kind = 'moment') AS moments
     FROM session WHERE on_day BETWEEN ? AND ? AND ${WITH_SESSION} GROUP BY on_day ORDER BY on_day`,
    from,
    to,
  ).map((day) => ({ ...day, session: day.session === 1, review: day.review === 1 }));
}

function days(db: Reading['db'], sql: string, ...bound: readonly Day[]): Day[] {
  return rows<{ on: Day }>(db, sql, ...bound).map(({ on }) => on);
}
