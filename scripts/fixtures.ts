import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { migrate, shippedMigrations } from '../src/store/migrate.ts';
import { indexedText } from '../src/store/search.ts';
import { dayOfRow } from '../src/store/searched.ts';
import type { TableName } from '../src/store/tables.ts';

// Journals of a schema as text, empty and full, for the tests of the upgrade: npm run fixtures. A released schema's stay as
// they are. For a new one: a row or two for every new table in rows.json, all columns named, then run it.

const FOLDER = 'test/fixtures/journals';
const AT = '2026-11-12T18:10:00.000Z';
const LONG = 'Lange Worte, 長い言葉, and on. '.repeat(120);

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

const given = JSON.parse(readFileSync(`${FOLDER}/rows.json`, 'utf8'), (_, value) =>
  typeof value === 'string' ? filled(value) : value,
) as Readonly<Record<string, readonly Row[]>>;

/** `#12` stands for an id, `@long` for a text that needs pages of its own. */
function filled(text: string): string {
  const id = /^#(\d+)$/.exec(text)?.[1];
  if (id !== undefined) return `01900000-0000-7000-8000-${id.padStart(12, '0')}`;
  return text.replace('@long', LONG);
}

const all = shippedMigrations();
const versions = process.argv[2] ? [Number(process.argv[2])] : all.map(({ version }) => version);
mkdirSync(FOLDER, { recursive: true });
for (const version of versions) {
  for (const kind of ['empty', 'full'] as const) {
    const file = `${FOLDER}/schema-${version}-${kind}.sql`;
    if (existsSync(file)) {
      console.log(`${file} is there, and stays`);
      continue;
    }
    const db = new Sqlite(':memory:');
    migrate(db, all.slice(0, version), AT, () => {});
    if (kind === 'full') fill(db);
    writeFileSync(file, dump(db, version));
    db.close();
    console.log(`${file} is made`);
  }
}

/** Rows in every table, as the write door of that schema would have left them: logged, indexed, one command undone. */
function fill(db: Database): void {
  db.exec('BEGIN');
  const action = db.prepare('INSERT INTO action VALUES (@seq, @id, @at, @command, @kind, @target)');
  const change = db.prepare(
    'INSERT INTO change (action_seq, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [seq, command, kind, target] of [
    [1, 'import', 'do', null],
    [2, 'person', 'do', null],
    [3, 'undo', 'undo', 2],
  ] as const)
    action.run({ seq, id: filled(`#90${seq}`), at: AT, command, kind, target });
  for (const [table, rows] of Object.entries(given)) {
    const columns = columnsOf(db, table);
    if (columns.length === 0) continue;
    for (const row of rows) {
      const kept = Object.fromEntries(
        columns.map((column) => [column, valueIn(table, row, column)]),
      );
      const marks = columns.map((column) => `@${column}`);
      db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})`).run(
        kept,
      );
      if (table === 'draft') continue;
      change.run(1, table, kept['id'], null, JSON.stringify(kept));
      if (table === 'person' && kept['code'] === 'sam') {
        const later = JSON.stringify({ ...kept, name: 'Samuel' });
        change.run(2, table, kept['id'], JSON.stringify(kept), later);
        change.run(3, table, kept['id'], later, JSON.stringify(kept));
      }
    }
  }
  db.exec('COMMIT');
  const bare = namesOf(db).filter(
    (name) => db.prepare(`SELECT 1 FROM ${name}`).get() === undefined,
  );
  // Those of the search are filled as the dump is written.
  const without = bare.filter((name) => !name.startsWith('passage'));
  if (without.length > 0) throw new Error(`no rows in rows.json for ${without.join(', ')}`);
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('orphans');
}

function valueIn(table: string, row: Row, column: string): Value {
  const value = row[column];
  if (value === undefined) throw new Error(`${table} in rows.json lacks ${column}`);
  return value;
}

/** What the schema says, then the rows, then the index of words: SQL that makes the file again. */
function dump(db: Database, version: number): string {
  const lines = [
    `-- A journal of schema ${version}, as praxis left it. Made by scripts/fixtures.ts.`,
  ];
  const parts = db
    .prepare(
      `SELECT sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'passage\\_text\\_%' ESCAPE '\\'
       ORDER BY rowid`,
    )
    .pluck()
    .all() as string[];
  for (const sql of parts) lines.push(`${sql};`);
  lines.push("INSERT INTO passage_text (passage_text, rank) VALUES ('secure-delete', 1);");
  for (const table of namesOf(db)) {
    const columns = columnsOf(db, table);
    for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Row[])
      lines.push(
        `INSERT INTO ${table} VALUES (${columns.map((c) => literal(row[c])).join(', ')});`,
      );
  }
  let passage = 0;
  for (const [table, rows] of Object.entries(given)) {
    for (const { id = null } of columnsOf(db, table).length > 0 ? rows : []) {
      const row = db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
      const text = row && table !== 'draft' ? indexedText(table as TableName, row) : null;
      if (text === null) continue;
      passage++;
      // From schema 6 on the day of a text stands beside it.
      const day = columnsOf(db, 'passage').includes('on_day')
        ? `, '${dayOfRow(db, table as TableName, String(id))}'`
        : '';
      lines.push(`INSERT INTO passage VALUES (${passage}, '${table}', '${id}'${day});`);
      lines.push(`INSERT INTO passage_text (rowid, text) VALUES (${passage}, ${literal(text)});`);
    }
  }
  const number = (name: string) => db.pragma(name, { simple: true });
  lines.push(`PRAGMA application_id = ${number('application_id')};`);
  lines.push(`PRAGMA user_version = ${number('user_version')};`);
  return `${lines.join('\n')}\n`;
}

function namesOf(db: Database): string[] {
  return db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN ('passage') ORDER BY rowid",
    )
    .pluck()
    .all() as string[];
}

function columnsOf(db: Database, table: string): string[] {
  return db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
}

/** A text with characters that a text file does not keep stands as its bytes. */
function literal(value: Value | undefined): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return /[\p{Cc}\u2028-\u202e\u2060-\u206f]/u.test(value)
    ? `CAST(x'${Buffer.from(value).toString('hex')}' AS TEXT)`
    : `'${value.replaceAll("'", "''")}'`;
}
