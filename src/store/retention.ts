import type { Day } from '../domain/day.ts';
import type { Journal } from './open.ts';
import { removeWithParts } from './parts.ts';
import { prepared, rows } from './prepared.ts';
import { purge } from './purge.ts';
import type { TableName } from './tables.ts';

/**
 * What has had its time when it is older than a day: what happened, what was said, what was settled. What is still open
 * (a promise, a decision, a milestone) or still in force (the newest statement of its kind, own questions, people, a
 * hold) stays, however old.
 */
const AGED: readonly (readonly [table: TableName, where: string])[] = [
  ['session', 'on_day < @before'],
  ['intention', 'made_on < @before'],
  ['contact', 'on_day < @before'],
  ['heard', 'on_day < @before'],
  ['knowledge', 'on_day < @before'],
  ['question_asked', 'on_day < @before'],
  ['exercise_log', 'on_day < @before'],
  ['exercise_run', "state_on < @before AND state IN ('done', 'skipped')"],
  ['label', 'on_day < @before'],
  ['benefit', 'on_day < @before'],
  ['departure', 'on_day < @before'],
  ['promise', 'made_on < @before AND settled_on < @before'],
  [
    'decision',
    `opened_on < @before AND chosen_on < @before AND NOT EXISTS
       (SELECT 1 FROM look_back WHERE decision_id = decision.id AND held_on IS NULL)`,
  ],
  ['milestone', 'made_on < @before AND coalesce(reached_on, dropped_on) < @before'],
  [
    'statement',
    `on_day < @before AND EXISTS (SELECT 1 FROM statement AS newer WHERE newer.kind = statement.kind
       AND (newer.on_day, newer.id) > (statement.on_day, statement.id))`,
  ],
  ['pause', 'from_day < @before AND until_day < @before'],
  ['series_break', 'on_day < @before'],
  ['verdict', 'issued_on < @before'],
];

/** How much is older than a day, by table; unfinished sessions among it. */
export function countAged({ db }: Pick<Journal, 'db'>, before: Day): Record<string, number> {
  const counted = [...AGED, ['draft', 'on_day < @before'] as const].map(([table, where]) => {
    const sql = `SELECT count(*) FROM ${table} WHERE ${where}`;
    return [table, prepared(db, sql).pluck().get({ before }) as number] as const;
  });
  return Object.fromEntries(counted.filter(([, n]) => n > 0));
}

/** Removes for good what is older than a day. @throws UserError (journal) as `purge`. */
export function removeAged(journal: Journal, command: string, before: Day): void {
  purge(journal, command, (tx) => {
    for (const [table, where] of AGED) {
      const sql = `SELECT id FROM ${table} WHERE ${where} ORDER BY id`;
      for (const { id } of rows<{ id: string }>(tx.db, sql, { before }))
        removeWithParts(tx, table, id);
    }
    prepared(tx.db, 'DELETE FROM draft WHERE on_day < ?').run(before);
  });
}

/** Whether a journal, of whatever schema, holds a session from before a day. */
export function holdsAged(before: Day): (db: Journal['db']) => boolean {
  return (db) =>
    db.prepare('SELECT 1 FROM session WHERE on_day < ? LIMIT 1').get(before) !== undefined ||
    AGED.some(([table, where]) => {
      const there = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table);
      if (!there) return false;
      return (
        db.prepare(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`).get({ before }) !== undefined
      );
    });
}
