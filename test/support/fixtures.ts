import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';

/** A journal of an earlier schema, kept as text since it was the newest. */
export interface Fixture {
  readonly schema: number;
  readonly kind: 'empty' | 'full';
  readonly sql: string;
}

/** All there are, by schema. `npm run fixtures` makes those of a new one. */
export const FIXTURES: readonly Fixture[] = globSync('test/fixtures/journals/*.sql')
  .map((file): Fixture => {
    const [, schema = '', kind = ''] = /schema-(\d+)-(empty|full)\.sql$/.exec(file) ?? [];
    const sql = readFileSync(file, 'utf8');
    return { schema: Number(schema), kind: kind as Fixture['kind'], sql };
  })
  .sort((a, b) => a.schema - b.schema || a.kind.localeCompare(b.kind));

/** Makes the file that the praxis of that schema left: in the mode it is used in, its owner's alone. */
export function putFixture(file: string, { sql }: Fixture): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, '', { mode: 0o600 });
  const db = new Sqlite(file);
  try {
    // Its rows stand in the order of the tables, not of who belongs to whom.
    db.exec('PRAGMA foreign_keys = OFF; BEGIN');
    db.exec(sql);
    db.exec('COMMIT; PRAGMA journal_mode = WAL');
  } finally {
    db.close();
  }
}

/** Every row of every table, by table. */
export function rowsByTable(db: Database): Map<string, Record<string, unknown>[]> {
  const tables = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [
      table,
      db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Record<string, unknown>[],
    ]),
  );
}

/** The text of every table, index, trigger and view, as SQLite keeps it. */
export function schemaOf(db: Database): unknown[] {
  return db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
}
