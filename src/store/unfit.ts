import { EXIT } from '../errors.ts';
import type { Rows, TableName } from './tables.ts';
import type { Tx } from './write.ts';

/** A row that the journal would not have written, or in whose place there is another. */
export class Unfit extends Error {
  readonly exit: typeof EXIT.usage | typeof EXIT.conflict;

  constructor(why: string, exit: Unfit['exit'] = EXIT.usage) {
    super(why);
    this.exit = exit;
  }
}

/** Puts in a row that a file made up. @throws Unfit */
export function insertFitting<T extends TableName>(tx: Tx, table: T, row: Rows[T]): void {
  try {
    tx.insert(table, row);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)) {
      const why = `the journal has another ${table} in its place (the same id, code, day or week)`;
      throw new Unfit(why, EXIT.conflict);
    }
    if (code.startsWith('SQLITE_CONSTRAINT'))
      throw new Unfit(`this ${table} does not fit together`);
    throw error;
  }
}
