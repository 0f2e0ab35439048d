import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, shippedMigrations } from '../../src/store/migrate.ts';
import { SCHEMA } from '../../src/store/open.ts';
import { salvage } from '../../src/store/salvage.ts';
import { FIXTURES, type Fixture, putFixture, rowsByTable, schemaOf } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// Every journal that an earlier praxis may have left, empty and full, becomes the same journal as one that is new.

/** The morning after their last evening: a later one would find their drafts left too long. */
const NOW = '2026-11-13T08:00:00.000Z';

const journalOf = ({ path }: InProcess) => join(path, '.local/share/praxis/journal.db');

function looking<T>(file: string, look: (db: Database) => T): T {
  const db = new Sqlite(file, { fileMustExist: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

async function run(inside: InProcess, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await inside.run(args, { now: NOW });
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

/** A journal of that schema, and what stood in it. */
function put(inside: InProcess, fixture: Fixture): ReturnType<typeof rowsByTable> {
  putFixture(journalOf(inside), fixture);
  return looking(journalOf(inside), rowsByTable);
}

const fresh = (() => {
  const db = new Sqlite(':memory:');
  migrate(db, shippedMigrations(), NOW, () => {});
  return schemaOf(db);
})();

test('there is a journal of every schema, empty and full', () => {
  expect(FIXTURES.map(({ schema, kind }) => `${schema} ${kind}`)).toEqual(
    Array.from({ length: SCHEMA }, (_, i) => [`${i + 1} empty`, `${i + 1} full`]).flat(),
  );
  for (const fixture of FIXTURES.filter(({ kind }) => kind === 'full')) {
    using inside = new InProcess();
    for (const [table, rows] of put(inside, fixture))
      expect(rows.length, `${table} of schema ${fixture.schema}`).toBeGreaterThan(0);
  }
});

describe.each(FIXTURES)('a journal of schema $schema, $kind,', (fixture) => {
  test('has the schema of a new one, and every row it had, once it was opened', async () => {
    using inside = new InProcess();
    const before = put(inside, fixture);
    await run(inside, 'list');
    looking(journalOf(inside), (db) => {
      expect(schemaOf(db)).toEqual(fresh);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      const after = rowsByTable(db);
      for (const [table, rows] of before) {
        const found = after.get(table) ?? [];
        // Columns may have come; those that were there hold what they held.
        const kept = found.map((row, i) =>
          Object.fromEntries(Object.keys(rows[i] ?? {}).map((column) => [column, row[column]])),
        );
        if (table === 'migration') expect(kept.slice(0, rows.length)).toEqual(rows);
        else expect(kept, table).toEqual(rows);
      }
    });
  });

  test('is sound to the doctor, and has a backup beside it that is the journal as it was', async () => {
    using inside = new InProcess();
    const before = put(inside, fixture);
    const { damaged, findings } = JSON.parse(await run(inside, 'doctor', '--json')) as {
      damaged: boolean;
      findings: { check: string }[];
    };
    expect(damaged).toBe(false);
    expect(findings.filter(({ check }) => check !== 'cron')).toEqual([]);
    const { backups } = JSON.parse(await run(inside, 'backup', 'verify', '--json')) as {
      backups: { file: string; problem: string | null }[];
    };
    if (fixture.schema === SCHEMA) return expect(backups).toEqual([]);
    expect(backups).toEqual([
      expect.objectContaining({ file: expect.stringMatching(/^before-migration-/), problem: null }),
    ]);
    const copy = join(dirname(journalOf(inside)), 'backups', backups[0]?.file ?? '');
    expect(looking(copy, rowsByTable)).toEqual(before);
  });

  test('goes out as jsonl, comes into an empty journal, and goes out as the same', async () => {
    using inside = new InProcess();
    using other = new InProcess();
    put(inside, fixture);
    const lines = await run(inside, 'export', 'jsonl');
    const file = join(other.path, 'in.jsonl');
    writeFileSync(file, lines);
    await run(other, 'import', 'jsonl', file);
    expect(await run(other, 'export', 'jsonl')).toBe(lines);
    if (fixture.kind === 'full') expect(lines.split('\n').length).toBeGreaterThan(20);
  });

  test.each(['whole', 'without its first page'])(
    'is salvaged as it would have been exported: %s',
    async (how) => {
      using inside = new InProcess();
      put(inside, fixture);
      const file = journalOf(inside);
      const damaged = join(inside.path, 'damaged.db');
      const bytes = readFileSync(file);
      writeFileSync(damaged, how === 'whole' ? bytes : bytes.fill(0, 0, 4096));
      const saved = join(inside.path, 'saved.db');
      const { lost, loose } = salvage(damaged, saved, NOW);
      expect({ lost, loose }).toEqual({ lost: 0, loose: [] });
      const lines = await run(inside, 'export', 'jsonl');
      expect(await run(inside, 'export', 'jsonl', '--journal', saved)).toBe(lines);
    },
  );

  test('is read with --read-only as it is after the upgrade, and stays as it is', async () => {
    using inside = new InProcess();
    put(inside, fixture);
    const bytes = readFileSync(journalOf(inside));
    const lines = await run(inside, 'export', 'jsonl', '--read-only');
    await run(inside, 'list', '--read-only');
    const examined = JSON.parse(await run(inside, 'doctor', '--read-only', '--json'));
    expect(examined.journal.schema).toBe(fixture.schema);
    expect(readFileSync(journalOf(inside)).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(journalOf(inside)))).toEqual(['journal.db']);
    expect(await run(inside, 'export', 'jsonl')).toBe(lines);
  });

  test('can be turned back and forth as before', async () => {
    using inside = new InProcess('2027-01-01T00:00:00.000Z');
    put(inside, fixture);
    if (fixture.kind === 'empty') {
      expect((await inside.run(['undo'], { now: NOW })).code).toBe(1);
      return;
    }
    const before = inside.tables();
    await run(inside, 'redo');
    expect(inside.tables()).not.toEqual(before);
    await run(inside, 'undo');
    expect(inside.tables()).toEqual(before);
    // The command that made all of it, too.
    await run(inside, 'undo');
    expect(Object.values(inside.tables()).flat()).toEqual([]);
    await run(inside, 'redo');
    expect(inside.tables()).toEqual(before);
  });
});
