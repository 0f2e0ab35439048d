import Sqlite, { type Database } from 'better-sqlite3';

/** Every statement that is compiled on any connection of this process while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Set<string>> {
  const found = new Set<string>();
  const { prepare } = Sqlite.prototype;
  Sqlite.prototype.prepare = function (this: Database, sql: string) {
    found.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
  try {
    await work();
  } finally {
    Sqlite.prototype.prepare = prepare;
  }
  return found;
}

/** How SQLite would run a statement, step by step, whatever its values are. */
export function planOf(db: Database, sql: string): string[] {
  const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  const named = [...sql.matchAll(/[@$:](\w+)/g)].map(([, name = '']) => [name, null]);
  const nameless = Array(sql.match(/\?/g)?.length ?? 0).fill(null);
  const values = named.length > 0 ? [...nameless, Object.fromEntries(named)] : nameless;
  return (statement.all(...values) as { detail: string }[]).map(({ detail }) => detail);
}

/** A table that a plan reads whole, and the step that does. */
export interface FullRead {
  readonly table: string;
  readonly step: string;
}

/** All that was before some day is all there is, but for the last of it, which is one look into an index. */
const UP_TO = /\((?:\w+=\? AND )?(\w+)<\?\)/;
/** Columns that say little: whoever looks for nothing but one of them reads the table. */
const SAYS_LITTLE = /\((table_name|kind|item|state|late|code|weekly)=\?\)/;

/** Sorting all of what was read; the last term alone is sorted a few rows at a time. */
const SORTS_ALL = /^USE TEMP B-TREE FOR (ORDER BY|GROUP BY|DISTINCT|count|group)/;

/** Tables of a journal that a plan reads whole: from end to end, or all of one kind. What ends at a limit does not. */
export function fullReads(db: Database, sql: string): FullRead[] {
  const steps = planOf(db, sql);
  const limited = /\sLIMIT\s+(\d+|\?|@\w+)\s*$/i.test(sql);
  if (limited && !steps.some((step) => SORTS_ALL.test(step))) return [];
  const made = new Set(
    steps.flatMap((step) => /^(?:MATERIALIZE|CO-ROUTINE) (\w+)/.exec(step)?.[1] ?? []),
  );
  const partial = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")
      .pluck()
      .all() as string[],
  );
  return steps.flatMap((step) => {
    const [, how, name = '', rest = ''] = /^(SCAN|SEARCH) (\w+)(.*)/.exec(step) ?? [];
    const index = /INDEX (\w+)/.exec(rest)?.[1] ?? '';
    // A table in memory, and a function that gives rows.
    if (how === undefined || made.has(name) || name === 'CONSTANT') return [];
    if (rest.includes('VIRTUAL TABLE') && !/INDEX 0:$/.test(rest)) return [];
    const upTo = UP_TO.exec(rest)?.[1];
    const open = upTo !== undefined && !new RegExp(`\\bmax\\((\\w+\\.)?${upTo}\\)`).test(sql);
    if (how === 'SEARCH' && !SAYS_LITTLE.test(rest) && !open) return [];
    if (partial.has(index)) return [];
    return [{ table: tableOf(sql, name), step }];
  });
}

/** The table that an alias stands for. */
function tableOf(sql: string, alias: string): string {
  const found = new RegExp(`\\b(?:FROM|JOIN)\\s+(\\w+)\\s+(?:AS\\s+)?${alias}\\b`, 'i').exec(sql);
  return found?.[1] ?? alias;
}
