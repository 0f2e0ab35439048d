import type { Database } from 'better-sqlite3';
import { rows } from './prepared.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';
import type { Tx } from './write.ts';

type Row = { readonly id: string };

/** Removes a row with what is part of it; what only points at it lets go. */
export function removeWithParts(tx: Tx, table: TableName, id: string): void {
  if (!isThere(tx.db, table, id)) return;
  // An option that names them is part of a page that does: a page with a hole in it would mislead.
  if (table === 'decision_option') {
    const [option] = rows<Rows['decision_option']>(
      tx.db,
      'SELECT * FROM decision_option WHERE id = ?',
      id,
    );
    if (option) removeWithParts(tx, 'decision', option.decision_id);
    return;
  }
  if (table === 'decision') {
    tx.update('decision', id, { option_id: null, chosen_on: null, complete: null });
  }
  for (const link of linksTo(tx.db, table)) {
    const pointing = rows<Row>(tx.db, `SELECT id FROM ${link.table} WHERE ${link.column} = ?`, id);
    for (const each of pointing) {
      if (link.required) removePart(tx, link.table, each.id);
      else tx.update(link.table, each.id, { [link.column]: null });
    }
  }
  removeIfThere(tx, table, id);
}

function removePart(tx: Tx, table: TableName, id: string): void {
  if (table === 'decision_option') removeIfThere(tx, table, id);
  else removeWithParts(tx, table, id);
}

export function removeIfThere(tx: Tx, table: TableName, id: string): void {
  if (isThere(tx.db, table, id)) tx.remove(table, id);
}

export function isThere(db: Database, table: TableName, id: string): boolean {
  return rows(db, `SELECT 1 FROM ${table} WHERE id = ?`, id).length > 0;
}

interface Link {
  readonly table: TableName;
  readonly column: string;
  readonly required: boolean;
}

/** The columns that point at a table, as the schema has them. */
export function linksTo(db: Database, parent: TableName): Link[] {
  return TABLE_NAMES.flatMap((table) => {
    const required = requiredColumns(db, table);
    return rows<{ table: string; from: string }>(
      db,
      'SELECT "table", "from" FROM pragma_foreign_key_list(?) ORDER BY "from"',
      table,
    )
      .filter((key) => key.table === parent)
      .map(({ from }) => ({ table, column: from, required: required.has(from) }));
  });
}

export function requiredColumns(db: Database, table: TableName): ReadonlySet<string> {
  const found = rows<{ name: string }>(
    db,
    'SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1',
    table,
  );
  return new Set(found.map(({ name }) => name));
}
