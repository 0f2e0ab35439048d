import { addDays, type Day, firstDayOf, type Week } from '../domain/day.ts';
import type { SessionDates } from '../domain/due-dates.ts';
import type { Session } from '../domain/session.ts';
import type { IssuedVerdict } from '../domain/verdict.ts';
import { lastDayOf } from '../domain/week.ts';
import type { Journal } from './open.ts';
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
  const found = row<{ first: Day | null; days: number; month: Day | null; quarter: Day | null }>(
    db,
    `SELECT min(on_day) AS first, count(DISTINCT on_day) AS days,
            max(iif(kind = 'monthly', on_day, NULL)) AS month,
            max(iif(kind = 'quarterly', on_day, NULL)) AS quarter
     FROM session WHERE kind <> 'imported'`,
  ) ?? { first: null, days: 0, month: null, quarter: null };
  const { first, days, month, quarter } = found;
  const checkedIn = rows<{ week: string }>(
    db,
    "SELECT week FROM session WHERE kind = 'weekly' AND on_day >= ?",
    addDays(today, -14),
  ).map(({ week }) => week);
  return { first, days, checkedIn, reviewed: { month, quarter } };
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
