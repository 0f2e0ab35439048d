import type { Database, Statement } from 'better-sqlite3';

const statements = new WeakMap<Database, Map<string, Statement>>();

/** The statement for this SQL, compiled once a connection: an import runs the same few a million times. */
export function prepared(db: Database, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** All rows of a query, as the type that the caller knows them to have. */
export function rows<T>(db: Database, sql: string, ...values: unknown[]): T[] {
  return prepared(db, sql).all(...values) as T[];
}

/** The first row of a query, or undefined. */
export function row<T>(db: Database, sql: string, ...values: unknown[]): T | undefined {
  return prepared(db, sql).get(...values) as T | undefined;
}
