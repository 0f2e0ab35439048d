import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../src/domain/views.ts';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

describe('a query', () => {
  let home: Home;
  beforeAll(() => {
    home = new Home();
    home.run(['tally', 'c2', 'a']);
    home.run(['note', '=1+1, "quoted"\nsecond line']);
  });
  afterAll(() => home[Symbol.dispose]());

  const rows = (sql: string, ...flags: string[]) =>
    home.ask<{ rows: Record<string, unknown>[]; truncated?: boolean }>(['query', sql, ...flags]);

  test('answers as a table, as JSON and as CSV', () => {
    const sql = 'SELECT code, n FROM v_tally ORDER BY code';
    expect(home.run(['query', sql]).stdout).toBe('  code  n\n  a     1\n  c     2\n  2 rows\n');
    expect(rows(sql).rows).toEqual([
      { code: 'a', n: 1 },
      { code: 'c', n: 2 },
    ]);
    expect(home.run(['query', sql, '--csv']).stdout).toBe('code,n\r\na,1\r\nc,2\r\n');
  });

  test('CSV quotes, and runs nothing in a spreadsheet', () => {
    const { stdout } = home.run(['query', 'SELECT text FROM v_answer', '--csv']);
    expect(stdout).toBe('text\r\n"\'=1+1, ""quoted""\nsecond line"\r\n');
  });

  test('numbers, NULL, blobs and large integers come through unrounded', () => {
    expect(
      rows(
        "SELECT 0.1 + 0.2 AS f, NULL AS none, x'00ff' AS blob, 9007199254740993 AS big, 7 AS n, 7 AS n",
      ).rows,
    ).toEqual([
      {
        f: 0.30000000000000004,
        none: null,
        blob: "x'00ff'",
        big: '9007199254740993',
        n: 7,
        n_2: 7,
      },
    ]);
  });

  test('--limit says when there was more', () => {
    const outcome = home.run(['query', 'SELECT code FROM v_tally ORDER BY code', '--limit', '1']);
    expect(outcome).toMatchObject({ code: 0, stdout: '  code\n  a\n  1 row\n' });
    expect(outcome.stderr).toContain('the first 1 row; --limit N takes more');
    expect(rows('SELECT code FROM v_tally ORDER BY code', '--limit', '1')).toEqual({
      schema: 'praxis.query/1',
      rows: [{ code: 'a' }],
      truncated: true,
    });
    expect(rows('SELECT code FROM v_tally', '--limit', '2').truncated).toBeUndefined();
    refused(home.run(['query', 'SELECT 1', '--limit', '-1']), 2, /--limit/);
  });

  test('--schema names every view and column, and they are there', () => {
    const text = home.run(['query', '--schema']).stdout;
    const { views } = home.ask<{ views: { view: string; columns: Record<string, string> }[] }>([
      'query',
      '--schema',
    ]);
    expect(views.map(({ view }) => view)).toEqual(VIEWS.map(({ view }) => view));
    for (const { view, columns } of views) {
      expect(text).toContain(view);
      const found = rows(`SELECT name FROM pragma_table_info('${view}')`).rows;
      expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(columns)));
      rows(`SELECT ${Object.keys(columns).join(', ')} FROM ${view}`);
    }
  });

  describe('reads and nothing else', () => {
    const writing = [
      'DELETE FROM session',
      'INSERT INTO draft VALUES (1)',
      "UPDATE answer SET text = ''",
      'DROP VIEW v_session',
      "ATTACH 'other.db' AS other",
      "ATTACH ':memory:' AS other",
      'DETACH main',
      'PRAGMA writable_schema = 1',
      'PRAGMA user_version = 7',
      'PRAGMA query_only = OFF',
      // These answer, and SQLite calls them reading.
      'PRAGMA locking_mode = EXCLUSIVE',
      'PRAGMA secure_delete = OFF',
      'PRAGMA user_version',
      'VACUUM',
      "VACUUM INTO 'copy.db'",
      'BEGIN EXCLUSIVE',
      'SELECT 1; DELETE FROM session',
      'SELECT 1; SELECT 2',
      'WITH old AS (SELECT id FROM session) DELETE FROM session WHERE id IN old',
      'WITH n(i) AS (VALUES (1)) INSERT INTO draft SELECT i, i, i, i, i, i, i FROM n',
      '/* SELECT */ DELETE FROM session',
      '\n-- SELECT\nDELETE FROM session',
      '(DELETE FROM session)',
      "SELECT load_extension('x')",
      "SELECT writefile('x', 'y')",
      "SELECT * FROM passage_text WHERE passage_text MATCH 'x' AND (DELETE FROM session)",
      'SELECT * FROM nowhere',
      'SELECT nothing FROM v_session',
      'SELECT',
      'praxis',
      '',
      ' -- nothing',
    ];
    for (const sql of writing) {
      test(JSON.stringify(sql), () => {
        const before = { hash: home.hash(), files: home.files() };
        refused(home.run(['query', sql]), 2);
        refusedAsJson(home.run(['query', sql, '--json']), 2);
        expect({ hash: home.hash(), files: home.files() }).toEqual(before);
      });
    }

    test('SELECT, WITH, VALUES and EXPLAIN are answered, also with a comment, brackets or a semicolon', () => {
      for (const sql of [
        'SELECT 1',
        'select 1;',
        ' WITH n(i) AS (VALUES (1)) SELECT i FROM n',
        'VALUES (1), (2)',
        'EXPLAIN QUERY PLAN SELECT * FROM v_session',
        '\n-- what for\nSELECT 1 /* one */',
      ])
        expect(home.run(['query', sql])).toMatchObject({ code: 0, stderr: '' });
    });
  });

  const counting = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';
  test.each([
    ['adds up for ever', `${counting} SELECT max(i) FROM n`],
    ['sorts for ever', `${counting} SELECT i FROM n ORDER BY -i`],
    ['grows for ever', "WITH RECURSIVE n(i) AS (SELECT 'x' UNION ALL SELECT i || i FROM n) SELECT max(i) FROM n"],
    ['compares everything with everything', `SELECT count(*) FROM (${counting} SELECT i FROM n LIMIT 100000) AS a, (${counting} SELECT i FROM n LIMIT 100000) AS b`],
  ])('one that %s is stopped at its time limit, and leaves the journal as it was', (_, endless) => {
    const before = { hash: home.hash(), files: home.files() };
    refused(home.run(['query', endless, '--timeout', '1']), 1, /longer than 1 s and was stopped/);
    expect({ hash: home.hash(), files: home.files() }).toEqual(before);
  }); // biome-ignore format: a table

  test('one value that would fill the memory is refused', () => {
    refused(home.run(['query', 'SELECT hex(zeroblob(20000000))']), 1, /larger than 16 MB/);
    refused(home.run(['query', 'SELECT zeroblob(20000000)']), 1, /larger than 16 MB/);
  });

  test('one without an end gives as many rows as may be, and stops', () => {
    const endless = home.run(['query', `${counting} SELECT i FROM n`, '--limit', '3']);
    expect(endless).toMatchObject({ code: 0, stdout: '  i\n  1\n  2\n  3\n  3 rows\n' });
    refused(home.run(['query', 'SELECT 1', '--timeout', '0']), 2, /--timeout/);
    expect(home.files()).toEqual(['journal.db']);
  });

  test('leaves one file behind, also when it took only the first rows', () => {
    for (let round = 0; round < 5; round++) {
      home.run(['query', 'SELECT * FROM v_tally', '--limit', '1']);
      expect(home.files()).toEqual(['journal.db']);
    }
  });

  test('CSV or JSON, not both', () => {
    refusedAsJson(home.run(['query', 'SELECT 1', '--csv', '--json']), 2, /--csv and --json/);
  });
});

test('praxis may lie under a path with any letters in it', () => {
  using home = new Home();
  const odd = join(home.path, 'spaß #1 100%? ü');
  for (const part of ['bin', 'dist', 'migrations', 'package.json'])
    cpSync(part, join(odd, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(odd, 'node_modules'));
  home.ask(['note', 'x']);
  const args = [
    join(odd, 'bin/praxis.js'),
    'query',
    'SELECT count(*) AS n FROM v_session',
    '--json',
  ];
  const { stdout } = spawnSync(process.execPath, args, { env: home.env(), encoding: 'utf8' });
  expect(JSON.parse(stdout)).toMatchObject({ rows: [{ n: 1 }] });
});

test('every view can be read with the sqlite3 of the system, which may be years older', () => {
  using home = new Home();
  home.run(['person', 'add', 'lee']);
  home.run(['promise', 'one we share', '--by', 'lee', '--due', '2026-11-27']);
  const sql = VIEWS.map(({ view }) => `SELECT '${view}', count(*) FROM ${view};`).join('\n');
  const { error, stdout, stderr } = spawnSync('sqlite3', ['-bail', home.journal], {
    input: sql,
    encoding: 'utf8',
  });
  if (error) {
    console.log('query: this machine has no sqlite3, so no older one read the journal');
    return;
  }
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(
    VIEWS.map(({ view }) => {
      const [{ n } = { n: -1 }] = home.rows<{ n: number }>(`SELECT count(*) AS n FROM ${view}`);
      return `${view}|${n}`;
    }),
  );
});
