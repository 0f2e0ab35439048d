import type { CameFor } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Code } from '../domain/tally.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

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
    `SELECT on_day AS "on", text FROM answer WHERE person_id = ? AND item NOT IN ('tag', 'contacts') AND text <> '' ORDER BY on_day DESC, id DESC LIMIT ?`,
    personId,
    limit,
  );
}

/** What talks with somebody brought over the last twelve weeks, and the challenges they raised. */
export interface Brought {
  readonly badNews: { readonly early: number; readonly all: number };
  readonly openings: { readonly met: number; readonly all: number };
  readonly cameFor: readonly { readonly cameFor: CameFor; readonly n: number }[];
  /** `explored` are those that were explored; a challenge whose answer was not noted counts in `all` only. */
  readonly challenges: { readonly explored: number; readonly all: number };
}

/** Days that candour is counted over (measures B4). */
const BROUGHT_DAYS = 84;

export function broughtBy({ db }: Journal, personId: string, today: Day): Brought {
  const days = { personId, from: addDays(today, 1 - BROUGHT_DAYS), today };
  const talks = row<{ early: number; news: number; met: number; openings: number }>(
    db,
    `SELECT coalesce(sum(bad_news = 'early'), 0) AS early, count(bad_news) AS news,
            coalesce(sum(opening = 'met'), 0) AS met, count(opening) AS openings
     FROM contact WHERE person_id = @personId AND on_day BETWEEN @from AND @today`,
    days,
  ) ?? { early: 0, news: 0, met: 0, openings: 0 };
  const challenges = row<{ explored: number; n: number }>(
    db,
    `SELECT coalesce(sum(iif(met = 'explored', n, 0)), 0) AS explored, coalesce(sum(n), 0) AS n
     FROM tally WHERE person_id = @personId AND subtype = 'challenge' AND late = 0
       AND on_day BETWEEN @from AND @today`,
    days,
  ) ?? { explored: 0, n: 0 };
  return {
    badNews: { early: talks.early, all: talks.news },
    openings: { met: talks.met, all: talks.openings },
    cameFor: rows(
      db,
      `SELECT came_for AS cameFor, count(*) AS n FROM contact
       WHERE person_id = @personId AND came_for IS NOT NULL AND on_day BETWEEN @from AND @today
       GROUP BY came_for ORDER BY n DESC, came_for`,
      days,
    ),
    challenges: { explored: challenges.explored, all: challenges.n },
  };
}
