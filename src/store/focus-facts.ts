import type { Day } from '../domain/day.ts';
import type { Effort } from '../domain/focus.ts';
import type { OpenPromises } from '../domain/way.ts';
import { NOT_COUNTED_TWICE } from './facts.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';

/** How often direction was asked for from day to day; null when nobody counted. Late counts are in no index. */
export function directionAsked({ db }: Pick<Journal, 'db'>, from: Day, to: Day): number | null {
  const found = row<{ n: number | null }>(
    db,
    `SELECT sum(n) AS n FROM tally
     WHERE code = 'd' AND late = 0 AND on_day BETWEEN ? AND ? AND ${NOT_COUNTED_TWICE}`,
    from,
    to,
  );
  return found?.n ?? null;
}

/**
 * What of the plans, exercises and promises from day to day serves a focus sentence. A plan made for an exercise is that
 * exercise, and one that was skipped took no effort. The same sentence set again is the same focus.
 */
export function effortFor(
  { db }: Pick<Journal, 'db'>,
  sentence: string | null,
  from: Day,
  to: Day,
): Effort {
  const found = row<{ linked: number; served: number; all: number }>(
    db,
    `WITH work AS (
       SELECT focus_id FROM intention WHERE made_on BETWEEN @from AND @to
         AND id NOT IN (SELECT intention_id FROM exercise_run WHERE intention_id IS NOT NULL)
       UNION ALL
       SELECT focus_id FROM exercise_run WHERE state_on BETWEEN @from AND @to AND state <> 'skipped'
       UNION ALL
       SELECT focus_id FROM promise WHERE made_on BETWEEN @from AND @to)
     SELECT count(*) AS "all", count(focus_id) AS served,
            count(*) FILTER (WHERE statement.text = @sentence) AS linked
     FROM work LEFT JOIN statement ON statement.id = work.focus_id`,
    { sentence, from, to },
  );
  const { linked, served, all } = found ?? { linked: 0, served: 0, all: 0 };
  return { linked, earlier: served - linked, all };
}

export function openPromises({ db }: Pick<Journal, 'db'>): OpenPromises {
  const found = row<OpenPromises>(
    db,
    `SELECT count(*) FILTER (WHERE by_id IS NULL) AS mine, count(*) FILTER (WHERE by_id IS NOT NULL) AS theirs
     FROM promise WHERE outcome IS NULL`,
  );
  return found ?? { mine: 0, theirs: 0 };
}

/** The questions that the user wrote or reworded, the latest first; retired ones are left out. */
export function ownQuestions({ db }: Pick<Journal, 'db'>): string[] {
  return rows<{ text: string }>(
    db,
    "SELECT text FROM question WHERE state = 'active' ORDER BY on_day DESC, id DESC",
  ).map(({ text }) => text);
}
