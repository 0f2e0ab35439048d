import type { Action } from '../domain/action.ts';
import { EXIT, UserError } from '../errors.ts';
import { heldJson, isObject } from './held-json.ts';
import { refuseUnderHold } from './hold.ts';
import type { Journal } from './journal.ts';
import { isThere } from './parts.ts';
import { row, rows } from './prepared.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';
import { type Tx, write } from './write.ts';

/** The kind of the last undo or redo that names the action: 'undo' while it stands turned back. */
const LAST_TURN = `(SELECT turn.kind FROM action AS turn WHERE turn.target_seq = action.seq
                    ORDER BY turn.seq DESC LIMIT 1)`;

/** Commands, the latest first. Undo and redo are not listed on their own: they show in what they turned back. */
export function listActions({ db }: Journal, limit: number): Action[] {
  const found = rows<{ seq: number; id: string; at: string; command: string; turn: string | null }>(
    db,
    `SELECT seq, id, at, command, ${LAST_TURN} AS turn FROM action WHERE kind = 'do' ORDER BY seq DESC LIMIT ?`,
    limit,
  );
  return found.map(({ seq, turn, ...action }) => ({
    ...action,
    changes: countChanges(db, seq),
    undone: turn === 'undo',
  }));
}

/** Told after each step how many of the changes of a command it turned, and how many there are. */
export type Turned = (by: number, all: number) => void;

/** Turns back the last command that stands. @throws UserError when there is none. */
export function undo(journal: Journal, turned?: Turned): Action {
  return turn(
    journal,
    'undo',
    turned,
    `SELECT seq, id, at, command FROM action
    WHERE kind = 'do' AND coalesce(${LAST_TURN}, 'redo') = 'redo' ORDER BY seq DESC LIMIT 1`,
  );
}

/**
 * Brings back what was turned back last, as long as no other command came in between.
 * @throws UserError when there is none.
 */
export function redo(journal: Journal, turned?: Turned): Action {
  return turn(
    journal,
    'redo',
    turned,
    `SELECT seq, id, at, command FROM action
    WHERE kind = 'do' AND ${LAST_TURN} = 'undo'
      AND (SELECT max(turn.seq) FROM action AS turn WHERE turn.target_seq = action.seq)
          > (SELECT max(seq) FROM action WHERE kind = 'do')
    ORDER BY seq LIMIT 1`,
  );
}

function turn(
  journal: Journal,
  kind: 'undo' | 'redo',
  turned: Turned | undefined,
  select: string,
): Action {
  const nothing = () =>
    new UserError(
      `There is nothing to ${kind}.`,
      'praxis history lists what was done.',
      EXIT.cannot,
    );
  if (!row(journal.db, select)) throw nothing();
  let seq = 0;
  try {
    return write(
      journal,
      kind,
      (tx) => {
        // Chosen under the lock: two undos at once are two steps back, never the same one twice.
        const target = row<{ seq: number; id: string; at: string; command: string }>(tx.db, select);
        if (!target) throw nothing();
        const { seq: found, ...action } = target;
        seq = found;
        apply(tx, seq, kind, turned);
        return { ...action, changes: countChanges(tx.db, seq), undone: kind === 'undo' };
      },
      () => ({ kind, target: seq }),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A row that the schema does not take, or a column that it has not: no command of praxis's stored such a thing.
    throw /^SQLITE_(CONSTRAINT|ERROR|MISMATCH)/.test(code) ? unfit() : error;
  }
}

/** Changes that are held in memory at a time: an import may have made a million. */
const AT_ONCE = 1_000;

interface Change {
  readonly seq: number;
  readonly table_name: TableName;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

// Undo walks the changes backwards and puts every row as it was before; redo walks them forwards.
function apply(tx: Tx, seq: number, kind: 'undo' | 'redo', turned: Turned = () => {}): void {
  const [order, beyond] = kind === 'undo' ? ['DESC', '<'] : ['ASC', '>'];
  // To turn back what was written is to delete it, and under a hold nothing is.
  if (removesRows(tx, seq, kind))
    refuseUnderHold(tx.db, `${kind === 'undo' ? 'undoing' : 'redoing'} what would remove a record`);
  const all = row<{ n: number }>(
    tx.db,
    'SELECT count(*) AS n FROM change WHERE action_seq = ?',
    seq,
  );
  let last = kind === 'undo' ? Number.MAX_SAFE_INTEGER : 0;
  for (;;) {
    const changes = rows<Change>(
      tx.db,
      `SELECT seq, table_name, row_id, before, after FROM change
       WHERE action_seq = ? AND seq ${beyond} ? ORDER BY seq ${order} LIMIT ${AT_ONCE}`,
      seq,
      last,
    );
    for (const { table_name: table, row_id: id, before, after } of changes) {
      const [from, to] = kind === 'undo' ? [after, before] : [before, after];
      // The log is read as what it is: bytes of a file, which may have come from anywhere.
      if (!TABLE_NAMES.includes(table)) throw unfit();
      if (from !== null && !isThere(tx.db, table, id)) throw unfit();
      if (to === null) tx.remove(table, id);
      else if (from === null) tx.insert(table, rowIn(tx, table, to, id));
      else tx.update(table, id, rowIn(tx, table, to, id));
    }
    turned(changes.length, all?.n ?? 0);
    if (changes.length < AT_ONCE) return;
    last = changes.at(-1)?.seq ?? last;
  }
}

/** A row as the log has it: columns of its table and what they can hold, nothing that SQL would take for more. */
function rowIn(tx: Tx, table: TableName, json: string, id: string): Rows[TableName] {
  const row = heldJson<Rows[TableName] | null>(json, isObject, null);
  if (row?.id !== id) throw unfit();
  const columns = rows<{ name: string }>(tx.db, 'SELECT name FROM pragma_table_info(?)', table);
  for (const [column, value] of Object.entries(row)) {
    const fits = value === null || typeof value === 'string' || typeof value === 'number';
    if (!fits || !columns.some(({ name }) => name === column)) throw unfit();
  }
  return row;
}

function unfit(): UserError {
  return new UserError(
    'The history does not fit what the journal holds: another program changed one of them.',
    'praxis doctor says how much differs. Nothing was changed.',
    EXIT.journal,
  );
}

function removesRows({ db }: Tx, seq: number, kind: 'undo' | 'redo'): boolean {
  const gone = kind === 'undo' ? 'before' : 'after';
  const found = row(
    db,
    `SELECT 1 FROM change WHERE action_seq = ? AND ${gone} IS NULL LIMIT 1`,
    seq,
  );
  return found !== undefined;
}

function countChanges(db: Journal['db'], seq: number): Record<string, number> {
  const counted = rows<{ name: string; n: number }>(
    db,
    `SELECT table_name AS name, count(DISTINCT row_id) AS n FROM change WHERE action_seq = ?
     GROUP BY table_name ORDER BY table_name`,
    seq,
  );
  return Object.fromEntries(counted.map(({ name, n }) => [name, n]));
}

/** Whether anything is in the journal, whatever its history says. */
export function holdsSomething({ db }: Pick<Journal, 'db'>): boolean {
  return TABLE_NAMES.some((table) => row(db, `SELECT 1 FROM ${table} LIMIT 1`) !== undefined);
}
