import { addDays, type Day, firstDayOf, type Week } from '../domain/day.ts';
import { DUE_DATES, type SessionDates } from '../domain/due-dates.ts';
import { SESSION_KINDS, type Session, type SessionKind } from '../domain/session.ts';
import type { IssuedVerdict } from '../domain/verdict.ts';
import { lastDayOf } from '../domain/week.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import { listSessions } from './session.ts';
import type { Tx } from './write.ts';

type Reading = Pick<Journal, 'db'>;

/** The check-in of a week. */
export function weeklySession(journal: Reading, week: Week): Session | undefined {
  const days = { from: firstDayOf(week), to: lastDayOf(week) };
  return listSessions(journal, { kind: 'weekly', ...days, limit: 1 })[0];
}

/** True for a week that was counted day by day: counts of its check-in stand back. */
export function countedByDay({ db }: Reading, week: Week): boolean {
  return (
    row(
      db,
      'SELECT 1 AS yes FROM tally WHERE week = ? AND weekly = 0 AND late = 0 LIMIT 1',
      week,
    ) !== undefined
  );
}

/** The latest verdict on each series, those of the latest day first, in the order they were issued. */
export function latestVerdicts({ db }: Reading): IssuedVerdict[] {
  return rows(
    db,
    `SELECT series, verdict, issued_on AS issuedOn, next_on AS nextOn,
            iif(json_valid(detail), json_extract(detail, '$.n'), NULL) AS points
     FROM verdict
     WHERE NOT EXISTS (SELECT 1 FROM verdict AS later
                       WHERE later.series = verdict.series AND later.issued_on > verdict.issued_on)
     ORDER BY issued_on DESC, id`,
  );
}

/** What the dates of check-ins and reviews depend on, as it stands on a day. */
export function sessionDates({ db }: Reading, today: Day): SessionDates {
  const days = SESSION_KINDS.filter((kind) => kind !== 'imported').flatMap((kind) =>
    rows<{ on: Day }>(
      db,
      'SELECT DISTINCT on_day AS "on" FROM session WHERE kind = ? ORDER BY on_day LIMIT ?',
      kind,
      DUE_DATES.checkinFrom,
    ).map(({ on }) => on),
  );
  const [first = null] = days.sort();
  const lastOf = (kind: SessionKind) =>
    row<{ on: Day }>(
      db,
      'SELECT on_day AS "on" FROM session WHERE kind = ? ORDER BY on_day DESC LIMIT 1',
      kind,
    )?.on ?? null;
  const checkedIn = rows<{ week: string }>(
    db,
    "SELECT week FROM session WHERE kind = 'weekly' AND on_day >= ?",
    addDays(today, -14),
  ).map(({ week }) => week);
  const reviewed = { month: lastOf('monthly'), quarter: lastOf('quarterly') };
  return { first, days: Math.min(new Set(days).size, DUE_DATES.checkinFrom), checkedIn, reviewed };
}

/** Takes back the plain talks that a check-in noted with those who are no longer named in it. */
export function takeBackContacts(tx: Tx, sessionId: string, codes: readonly string[]): void {
  for (const { id } of rows<{ id: string }>(
    tx.db,
    `SELECT contact.id FROM contact JOIN person ON person.id = contact.person_id
     WHERE session_id = ? AND person.code IN (SELECT value FROM json_each(?))
       AND coalesce(bad_news, opening, came_for) IS NULL`,
    sessionId,
    JSON.stringify(codes),
  )) {
    tx.remove('contact', id);
  }
}
