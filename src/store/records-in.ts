import type { Day } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { row as one } from './prepared.ts';
import { type Record, readRecord } from './records.ts';
import type { Rows, TableName } from './tables.ts';
import { JOURNAL_SCHEMA } from './transfer.ts';
import { insertFitting, Unfit } from './unfit.ts';
import type { Tx } from './write.ts';

export interface Imported {
  readonly added: number;
  readonly unchanged: number;
}

/**
 * Takes in the lines of a jsonl export. What is there already, row for row, stays as it is, so importing twice
 * changes nothing.
 * @throws UserError (usage) for a line that is no record, (conflict) for one that contradicts the journal.
 */
export function importRecords(tx: Tx, lines: Iterable<string>): Imported {
  let added = 0;
  let unchanged = 0;
  for (const { table, row, number } of recordsIn(lines)) {
    const stored = one<Rows[TableName]>(tx.db, `SELECT * FROM ${table} WHERE id = ?`, row.id);
    if (stored === undefined) {
      insert(tx, table, row, number);
      added += 1;
    } else if (same(stored, row)) unchanged += 1;
    else throw conflict(number, `this ${table} is in the journal already and says something else`);
  }
  checkParents(tx);
  checkDays(tx);
  return { added, unchanged };
}

/** The records of a jsonl export, each for itself. @throws UserError (usage) for a line that is none. */
export function* recordsIn(
  lines: Iterable<string>,
): Generator<Record & { readonly number: number }> {
  let number = 0;
  let begun = false;
  for (const line of lines) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    const value = parse(text, number);
    if (!begun) {
      begun = true;
      if ((value as { schema?: unknown } | null)?.schema === JOURNAL_SCHEMA) continue;
      throw refused(
        number,
        `it is not the first line of a praxis export ("schema": "${JOURNAL_SCHEMA}")`,
      );
    }
    const found = readRecord(value);
    if ('problem' in found) throw refused(number, found.problem);
    yield { ...found, number };
  }
  if (!begun) throw refused(1, 'there is nothing in it');
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(number, 'it is not JSON');
  }
}

function insert(tx: Tx, table: TableName, row: Rows[TableName], number: number): void {
  try {
    insertFitting(tx, table, row);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw (error.exit === EXIT.conflict ? conflict : refused)(number, error.message);
  }
}

function checkParents(tx: Tx): void {
  const orphan = (tx.db.pragma('foreign_key_check') as { table: string; parent: string }[])[0];
  if (orphan) {
    throw new UserError(
      `A ${orphan.table} of the file belongs to a ${orphan.parent} that is missing.`,
      'Export again, whole. Nothing was stored.',
      EXIT.usage,
    );
  }
}

/** Parts stand on the day of their session. */
function checkDays(tx: Tx): void {
  for (const table of ['asked', 'answer', 'tally', 'rating', 'ratio'] as const) {
    const stray = one<{ on: Day }>(
      tx.db,
      `SELECT ${table}.on_day AS "on" FROM ${table} JOIN session ON session.id = ${table}.session_id
       WHERE ${table}.on_day <> session.on_day LIMIT 1`,
    );
    if (!stray) continue;
    throw new UserError(
      `A ${table} of ${stray.on} belongs to a session of another day.`,
      'Export again, whole. Nothing was stored.',
      EXIT.usage,
    );
  }
}

function same(stored: object, row: object): boolean {
  const values = stored as { [column: string]: unknown };
  return Object.entries(row).every(([column, value]) => values[column] === value);
}

function refused(line: number, why: string): UserError {
  return new UserError(
    `Line ${line} cannot be taken: ${why}.`,
    'praxis export jsonl writes it whole. Nothing was stored.',
    EXIT.usage,
  );
}

function conflict(line: number, why: string): UserError {
  return new UserError(
    `Line ${line} cannot be taken: ${why}.`,
    'Import into a new journal: --journal FILE. Nothing was stored.',
    EXIT.conflict,
  );
}
