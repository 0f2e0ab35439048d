import type { PastPrompt } from '../domain/choice.ts';
import type { Day, Week } from '../domain/day.ts';
import type { Logged } from '../domain/facts.ts';
import { type Code, countPairs, type PairCount } from '../domain/tally.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';

/** Counts of a whole week stand back where the same week was counted day by day. */
export const NOT_COUNTED_TWICE = `(weekly = 0 OR NOT EXISTS (
  SELECT 1 FROM tally AS daily WHERE daily.week = tally.week AND daily.weekly = 0 AND daily.late = 0))`;

/**
 * Days from one to another, both included; counts of a check-in stand on the Sunday of their week, and those of the week
 * `@week` count before it has come.
 */
export const WITHIN = '(on_day BETWEEN @from AND @to OR (weekly = 1 AND week = @week))';

/**
 * Counts of the pairs over days `from` to `to`, both included. Late counts are in no index, so not in here.
 * @param present the week that is under way, of which a check-in may have been made already.
 */
export function pairCounts({ db }: Journal, from: Day, to: Day, present?: Week): PairCount[] {
  const sums = rows<{ code: Code; warranted: number; n: number }>(
    db,
    `SELECT code, warranted, sum(n) AS n FROM tally
     WHERE ${WITHIN} AND late = 0 AND ${NOT_COUNTED_TWICE}
     GROUP BY code, warranted`,
    { from, to, week: present ?? null },
  );
  return countPairs(sums.map((sum) => ({ ...sum, warranted: sum.warranted === 1 })));
}

/** What was logged at the moment on a day, in the order it came. */
export function loggedOn({ db }: Journal, on: Day): Logged[] {
  return rows<Omit<Logged, 'warranted'> & { warranted: number }>(
    db,
    `SELECT tally.code, tally.subtype, tally.warranted, person.code AS person, sum(tally.n) AS n
     FROM session JOIN tally ON tally.session_id = session.id LEFT JOIN person ON person.id = tally.person_id
     WHERE session.kind = 'moment' AND session.on_day = ?
     GROUP BY tally.code, tally.subtype, tally.warranted, person.code
     ORDER BY min(tally.id)`,
    on,
  ).map((each) => ({ ...each, warranted: each.warranted === 1 }));
}

/** More prompts back than this no rule of the choice looks: the library is used up several times over by then. */
const PROMPTS_REMEMBERED = 1_000;

/** Prompts put in daily sessions before a day, the latest first. */
export function pastPrompts({ db }: Journal, before: Day): PastPrompt[] {
  return rows<Omit<PastPrompt, 'skipped'> & { skipped: number }>(
    db,
    `SELECT asked.on_day AS "on", asked.prompt_id AS id, person.code AS person, asked.skipped
     FROM asked LEFT JOIN person ON person.id = asked.person_id
     WHERE asked.item = 'prompt' AND asked.prompt_id IS NOT NULL AND asked.on_day < ?
     ORDER BY asked.on_day DESC, asked.id DESC LIMIT ?`,
    before,
    PROMPTS_REMEMBERED,
  ).map((each) => ({ ...each, skipped: each.skipped === 1 }));
}

/** The last day before `before` on which each item was asked. Items never asked are absent. */
export function lastAsked(
  { db }: Journal,
  items: readonly string[],
  before: Day,
): Map<string, Day> {
  const found = rows<{ item: string; on: Day }>(
    db,
    `SELECT wanted.value AS item, (SELECT max(on_day) FROM asked WHERE item = wanted.value AND on_day < ?) AS "on"
     FROM json_each(?) AS wanted`,
    before,
    JSON.stringify(items),
  );
  return new Map(found.filter(({ on }) => on !== null).map(({ item, on }) => [item, on]));
}

/** Seconds that the last daily sessions at a terminal took, the latest first. */
export function recentDurations({ db }: Journal, count: number): number[] {
  return rows<{ seconds: number }>(
    db,
    `SELECT seconds FROM session WHERE kind = 'daily' AND seconds IS NOT NULL
     ORDER BY on_day DESC, id DESC LIMIT ?`,
    count,
  ).map(({ seconds }) => seconds);
}

/** The user's own words from between two days, to be met again: the latest of them, or undefined. */
export function ownWords(
  { db }: Journal,
  from: Day,
  to: Day,
): { readonly on: Day; readonly question: string | null; readonly text: string } | undefined {
  return rows<{ on: Day; question: string | null; text: string }>(
    db,
    `SELECT answer.on_day AS "on", answer.text,
            (SELECT question FROM asked WHERE asked.session_id = answer.session_id AND asked.item = 'prompt') AS question
     FROM answer WHERE answer.item = 'prompt' AND answer.on_day BETWEEN ? AND ?
     ORDER BY answer.on_day DESC, answer.id DESC LIMIT 1`,
    from,
    to,
  )[0];
}
