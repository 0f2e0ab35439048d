import type { Day } from '../domain/day.ts';
import { sceneComesBack } from '../domain/scene.ts';
import type { Statement, StatementKind } from '../domain/statement.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Tx } from './write.ts';

const SELECT = 'SELECT id, kind, on_day AS "on", text, because FROM statement';

/** Every statement of a kind, the latest first: that one is in force. */
export function listStatements({ db }: Pick<Journal, 'db'>, kind: StatementKind): Statement[] {
  return rows(db, `${SELECT} WHERE kind = ? ORDER BY on_day DESC, id DESC`, kind);
}

export function latestStatement(
  { db }: Pick<Journal, 'db'>,
  kind: StatementKind,
): Statement | undefined {
  return row(db, `${SELECT} WHERE kind = ? ORDER BY on_day DESC, id DESC LIMIT 1`, kind);
}

export function statementById({ db }: Pick<Journal, 'db'>, id: string): Statement {
  const found = row<Statement>(db, `${SELECT} WHERE id = ?`, id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

/** The scene, in the week in which it is to be shown again. */
export function sceneDue(journal: Pick<Journal, 'db'>, today: Day): Statement | undefined {
  const scene = latestStatement(journal, 'scene');
  return scene && sceneComesBack(scene, today) ? scene : undefined;
}

export function addStatement(tx: Tx, statement: Omit<Statement, 'id'>): Statement {
  const id = tx.newId();
  const { kind, on, text, because } = statement;
  tx.insert('statement', { id, kind, on_day: on, text, because });
  return { ...statement, id };
}

/** Removes a statement. What served it, if it was a focus, stays and serves none. */
export function removeStatement(tx: Tx, id: string): void {
  for (const table of ['intention', 'exercise_run', 'promise'] as const) {
    for (const served of rows<{ id: string }>(
      tx.db,
      `SELECT id FROM ${table} WHERE focus_id = ?`,
      id,
    )) {
      tx.update(table, served.id, { focus_id: null });
    }
  }
  tx.remove('statement', id);
}
