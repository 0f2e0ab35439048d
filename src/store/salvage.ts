import Sqlite, { type Database } from 'better-sqlite3';
import { APPLICATION_ID, migrate, shippedMigrations } from './migrate.ts';
import { pageTables } from './page-tables.ts';
import { type PageRow, Pages, type Value } from './pages.ts';
import { prepared, rows } from './prepared.ts';
import { reindex } from './purge.ts';
import { type Record, readRecord } from './records.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';

/** What was read of a damaged journal. */
export interface Salvaged {
  /** Records by table. */
  readonly records: Readonly<globalThis.Record<string, number>>;
  /** How many of them came from the change log, because their own page could not be read. */
  readonly fromLog: number;
  /** Records that belong to others that are lost: they are in no journal, but here. */
  readonly loose: readonly Record[];
  /** Unfinished sessions, as they stood. */
  readonly drafts: readonly object[];
  /** Records that the indexes know of and that could not be read. */
  readonly lost: number;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Columns that hold an id. */
const LINK = /^(id|.*_id|.*_by)$/;
const CHANGE_COLUMNS = 6;
const DRAFT_COLUMNS = ['id', 'kind', 'on_day', 'started_at', 'saved_at', 'seconds', 'content'];

/**
 * Reads all that can be read of a damaged journal, page by page, without asking SQLite: a row is known by its shape, so
 * neither the header nor the tree above it has to be whole. What is missing is looked for in the change log.
 * The damaged file is only read.
 * @param target a new journal is made there, of all that fits together.
 */
export function salvage(damaged: string, target: string, at: string): Salvaged {
  using pages = new Pages(damaged);
  const db = new Sqlite(target);
  try {
    migrate(db, shippedMigrations(), at, () => {});
    db.exec('PRAGMA foreign_keys = OFF; BEGIN');
    const tables = pageTables(pages);
    const drafts: object[] = [];
    for (let page = 1; page <= pages.count; page++) {
      for (const { values } of pages.rowsOf(page)) {
        const found = asRecord(db, values, () => tables.of(page));
        if (found) insert(db, found);
        else if (isDraft(values))
          drafts.push(Object.fromEntries(DRAFT_COLUMNS.map((name, i) => [name, values[i]])));
      }
    }
    const fromLog = takeFromLog(db, pages);
    const lost = countLost(db, pages);
    const loose = removeLoose(db);
    reindex(db);
    db.exec('COMMIT');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma('journal_mode = WAL');
    return { records: counts(db), fromLog, loose, drafts, lost };
  } finally {
    db.close();
  }
}

/**
 * The record that a row is: of the table that its place says, if it is one of that; else of the table whose columns it
 * fits, in number, kind and meaning.
 */
function asRecord(
  db: Database,
  values: readonly Value[],
  said: () => string | undefined,
): Record | undefined {
  if (typeof values[0] !== 'string' || !ID.test(values[0])) return undefined;
  const named = said();
  const fitting = TABLE_NAMES.filter((table) => values.length <= columnsOf(db, table).length)
    .map((table) => ({
      table,
      fit: fitOf(columnsOf(db, table), values) + (table === named ? 0 : 1_000),
    }))
    .sort((a, b) => a.fit - b.fit);
  for (const { table } of fitting) {
    const columns = columnsOf(db, table).slice(0, values.length);
    const found = readRecord({
      record: table,
      ...Object.fromEntries(columns.map((column, i) => [column, values[i]])),
    });
    if ('row' in found) return found;
  }
  return undefined;
}

/**
 * How badly a row fits a table, by its width and its links. Rows of an earlier schema are shorter than their table; a
 * table of just that width is likelier, unless the id of something would stand there in place of a text.
 */
function fitOf(columns: readonly string[], values: readonly Value[]): number {
  const stray = values.filter(
    (value, i) => typeof value === 'string' && ID.test(value) && !LINK.test(columns[i] ?? ''),
  );
  return 100 * stray.length + columns.length;
}

const known = new Map<TableName, string[]>();

function columnsOf(db: Database, table: TableName): string[] {
  const columns =
    known.get(table) ??
    (db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]);
  known.set(table, columns);
  return columns;
}

function isDraft(values: readonly Value[]): boolean {
  const [id, kind, , , , seconds, content] = values;
  return (
    values.length === DRAFT_COLUMNS.length &&
    ID.test(String(id)) &&
    /^[a-z]+$/.test(String(kind)) &&
    typeof seconds === 'number' &&
    String(content).startsWith('{')
  );
}

/** Adds a row unless one of its id, or in its place, is there. */
function insert(db: Database, { table, row }: Record): boolean {
  const columns = Object.keys(row);
  const marks = columns.map((column) => `@${column}`);
  const sql = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})`;
  return prepared(db, sql).run(row).changes > 0;
}

/** The change log holds every row a second time, as it was stored last: what no page gave is taken from there. */
function takeFromLog(db: Database, pages: Pages): number {
  const last = new Map<string, { seq: number; table: string; after: string | null }>();
  eachRow(pages, ({ rowid, values }) => {
    const [, , table, id, , after] = values;
    if (values.length !== CHANGE_COLUMNS || !TABLE_NAMES.some((name) => name === table)) return;
    if (isStored(db, table as TableName, String(id))) return;
    const newest = last.get(`${table} ${id}`);
    if (newest !== undefined && newest.seq > rowid) return;
    const content = typeof after === 'string' ? after : null;
    last.set(`${table} ${id}`, { seq: rowid, table: String(table), after: content });
  });
  let taken = 0;
  for (const { table, after } of last.values()) {
    if (after === null) continue;
    try {
      const found = readRecord({ record: table, ...(JSON.parse(after) as object) });
      if ('row' in found && insert(db, found)) taken++;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return taken;
}

function eachRow(pages: Pages, use: (row: PageRow) => void): void {
  for (let page = 1; page <= pages.count; page++) for (const each of pages.rowsOf(page)) use(each);
}

function isStored(db: Database, table: TableName, id: string): boolean {
  return prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** Ids that stand in an index on ids, and that nothing that was read has. */
function countLost(db: Database, pages: Pages): number {
  const ids = new Set<string>();
  for (let page = 1; page <= pages.count; page++) {
    for (const entry of pages.entriesOf(page)) {
      const [id, rowid] = entry;
      if (entry.length === 2 && typeof id === 'string' && typeof rowid === 'number' && ID.test(id))
        ids.add(id);
    }
  }
  for (const table of TABLE_NAMES)
    for (const { id } of rows<{ id: string }>(db, `SELECT id FROM ${table}`)) ids.delete(id);
  // Commands of the history and drafts have ids too.
  eachRow(pages, ({ values }) => {
    if (typeof values[0] === 'string') ids.delete(values[0]);
    if (typeof values[1] === 'string') ids.delete(values[1]);
  });
  return ids.size;
}

/** Lets go of links to what is lost, and takes out what cannot stand without it. */
function removeLoose(db: Database): Record[] {
  const loose: Record[] = [];
  for (;;) {
    const orphans = db.pragma('foreign_key_check') as Orphan[];
    if (orphans.length === 0) return loose;
    for (const orphan of orphans) {
      const column = columnOf(db, orphan);
      const row = prepared(db, `SELECT * FROM ${orphan.table} WHERE rowid = ?`).get(orphan.rowid);
      if (row === undefined) continue;
      try {
        prepared(db, `UPDATE ${orphan.table} SET ${column} = NULL WHERE rowid = ?`).run(
          orphan.rowid,
        );
      } catch {
        loose.push({ table: orphan.table, row: row as Rows[TableName] });
        prepared(db, `DELETE FROM ${orphan.table} WHERE rowid = ?`).run(orphan.rowid);
      }
    }
  }
}

interface Orphan {
  readonly table: TableName;
  readonly rowid: number;
  readonly fkid: number;
}

function columnOf(db: Database, { table, fkid }: Orphan): string {
  const sql = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?';
  return prepared(db, sql).pluck().get(table, fkid) as string;
}

function counts(db: Database): globalThis.Record<string, number> {
  const all = TABLE_NAMES.map((table) => {
    const n = prepared(db, `SELECT count(*) FROM ${table}`).pluck().get() as number;
    return [table, n] as const;
  });
  return Object.fromEntries(all.filter(([, n]) => n > 0));
}
