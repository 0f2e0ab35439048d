import type { Day } from '../domain/day.ts';
import type { Journal } from './journal.ts';
import { removeWithParts } from './parts.ts';
import { prepared, rows } from './prepared.ts';
import { purge } from './purge.ts';
import type { TableName } from './tables.ts';

/**
 * What has had its time when it is older than a day: what happened, what was said, what was settled. What is still open
 * (a promise, a decision, a milestone, a question that waits for an answer) or still in force (the newest statement of
 * its kind, own questions, people, a hold) stays, however old.
 */
const AGED: readonly {
  readonly table: TableName;
  /** The column of its day, which lies before. */
  readonly day: string;
  readonly when?: string;
}[] = [
  { table: 'session', day: 'on_day' },
  { table: 'intention', day: 'made_on' },
  { table: 'contact', day: 'on_day' },
  { table: 'heard', day: 'on_day', when: 'answered_on < @before' },
  { table: 'knowledge', day: 'on_day' },
  { table: 'question_asked', day: 'on_day' },
  { table: 'exercise_log', day: 'on_day' },
  { table: 'exercise_run', day: 'state_on', when: "state IN ('done', 'skipped')" },
  { table: 'label', day: 'on_day' },
  { table: 'benefit', day: 'on_day' },
  { table: 'departure', day: 'on_day' },
  { table: 'promise', day: 'made_on', when: 'settled_on < @before' },
  {
    table: 'decision',
    day: 'opened_on',
    when: `chosen_on < @before AND NOT EXISTS
       (SELECT 1 FROM look_back WHERE decision_id = decision.id AND held_on IS NULL)`,
  },
  { table: 'milestone', day: 'made_on', when: 'coalesce(reached_on, dropped_on) < @before' },
  {
    table: 'statement',
    day: 'on_day',
    when: `EXISTS (SELECT 1 FROM statement AS newer WHERE newer.kind = statement.kind
       AND (newer.on_day, newer.id) > (statement.on_day, statement.id))`,
  },
  { table: 'pause', day: 'from_day', when: 'until_day < @before' },
  { table: 'series_break', day: 'on_day' },
  { table: 'series_point', day: 'on_day' },
  { table: 'verdict', day: 'issued_on' },
];

function idsOf({ table, day, when }: (typeof AGED)[number]): string {
  return `SELECT id FROM ${table} WHERE ${day} < @before${when ? ` AND ${when}` : ''} ORDER BY id`;
}

const OLD_DRAFTS = 'SELECT id FROM draft WHERE on_day < @before';

/** What was deleted before, and stands only in the change log. */
function deletedOf({ table, day }: (typeof AGED)[number]): string {
  return `SELECT DISTINCT row_id FROM change WHERE table_name = '${table}' AND json_valid(before)
    AND json_extract(before, '$.${day}') < @before AND row_id NOT IN (SELECT id FROM ${table})`;
}

/** How much is older than a day, by table; unfinished sessions among it, and under `change` what was deleted before. */
export function countAged({ db }: Pick<Journal, 'db'>, before: Day): Record<string, number> {
  const sources = [
    ...AGED.map((each) => [each.table, idsOf(each)]),
    ['draft', OLD_DRAFTS],
    ['change', AGED.map(deletedOf).join(' UNION ')],
  ];
  const counted = sources.map(([table = '', ids = '']) => {
    const n = prepared(db, `SELECT count(*) FROM (${ids})`).pluck().get({ before }) as number;
    return [table, n] as const;
  });
  return Object.fromEntries(counted.filter(([, n]) => n > 0));
}

/** Removes for good what is older than a day. @throws UserError (journal) as `purge`. */
export function removeAged(journal: Journal, command: string, before: Day): void {
  purge(journal, command, (tx) => {
    for (const each of AGED) {
      for (const { id } of rows<{ id: string }>(tx.db, idsOf(each), { before }))
        removeWithParts(tx, each.table, id);
    }
    prepared(tx.db, 'DELETE FROM draft WHERE on_day < ?').run(before);
  });
}

/** Whether a journal, of whatever schema, holds what is older than a day: an entry, a draft, or a deleted row in its log. */
export function holdsAged(before: Day): (db: Journal['db']) => boolean {
  return (db) => {
    const finds = (sql: string) => db.prepare(`${sql} LIMIT 1`).get({ before }) !== undefined;
    const there = (table: string) =>
      db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
    return (
      finds(OLD_DRAFTS) ||
      AGED.filter(({ table }) => there(table)).some(
        (each) => finds(idsOf(each)) || finds(deletedOf(each)),
      )
    );
  };
}
