import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../../src/domain/views.ts';
import { serveQuery } from '../../../src/store/query.ts';
import { CASES, hold, Target } from '../../support/fuzz.ts';
import { anyText, trick } from '../../support/hostile.ts';
import { countingClock } from '../../support/journal.ts';

// A query reads the journal, and does nothing else to it or to the machine, whatever it says.

let target: Target;
beforeAll(() => {
  target = new Target();
});
afterAll(() => target[Symbol.dispose]());

/** Asks as the child process of praxis query does, inside the test. */
async function asked(sql: string, readOnly: boolean): Promise<Record<string, unknown>[]> {
  let written = '';
  const query = JSON.stringify({ file: target.journal, sql, limit: 50, readOnly });
  await serveQuery(
    Readable.from([query]),
    (line) => {
      written += line;
    },
    countingClock(),
  );
  return written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const columns = VIEWS.flatMap((view) => Object.keys(view.columns));
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('SELECT', 'FROM', 'WHERE', 'AND', 'OR', 'NOT', 'AS', ',', '(', ')', '*', '=', '||', '<', 'LIKE', 'IN', 'IS NULL', 'GROUP BY', 'ORDER BY', 'LIMIT 3', 'UNION', 'VALUES', 'WITH x AS', 'CASE WHEN', 'THEN', 'ELSE', 'END', 'EXPLAIN', ';', '--', '/*', '*/', "'", '"', '?', ':x', '@y', '$z', 'CAST(') },
  { weight: 3, arbitrary: fc.constantFrom(...VIEWS.map(({ view }) => view), ...columns) },
  { weight: 2, arbitrary: fc.constantFrom('count(*)', 'sum(n)', 'max(text)', 'hex(text)', 'randomblob(9)', 'zeroblob(99)', 'json_extract(text, 1)', 'load_extension(1)', "readfile('/etc/passwd')", "writefile('owned','x')", 'fts5(1)', "edit('x')", 'sqlite_version()', 'changes()', "unistr('\\\\u001b')", 'char(27,0,8238)', '1e999', '0x7fffffffffffffff', "x'00ff'", 'NULL', "'a'") },
  { weight: 2, arbitrary: fc.constantFrom('INSERT INTO person', 'UPDATE answer SET text = 1', 'DELETE FROM session', 'DROP TABLE person', 'CREATE TABLE owned (x)', 'CREATE TEMP TABLE t (x)', "ATTACH 'owned.db' AS o", 'DETACH main', "VACUUM INTO 'owned.db'", 'PRAGMA query_only = OFF', 'PRAGMA writable_schema = ON', 'PRAGMA journal_mode = DELETE', 'BEGIN IMMEDIATE', 'ROLLBACK', 'REINDEX', 'ANALYZE', 'REPLACE INTO draft', 'RETURNING *', 'sqlite_schema', 'pragma_table_info(1)', 'pragma_user_version', 'person', 'change', 'passage_text', 'dbstat') },
  { weight: 1, arbitrary: fc.oneof(trick, anyText) },
); // biome-ignore format: a vocabulary
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const sql = fc
  .oneof(
    { weight: 3, arbitrary: sentence },
    { weight: 4, arbitrary: sentence.map((rest) => `SELECT ${rest}`) },
    {
      weight: 2,
      arbitrary: fc.tuple(word, word).map(([a, b]) => `SELECT ${a} FROM v_answer WHERE ${b}`),
    },
    { weight: 1, arbitrary: fc.tuple(anyText, anyText).map(([a, b]) => `SELECT '${a}' AS "${b}"`) },
    { weight: 1, arbitrary: sentence.map((rest) => `EXPLAIN ${rest}`) },
    { weight: 1, arbitrary: anyText },
  )
  .filter((text) => !/recursive/i.test(text));

test('any SQL reads, or is refused with a sentence', async () => {
  const sound = () => readFileSync(target.journal);
  await hold('queries', fc.tuple(sql, fc.boolean()), async ([text, readOnly]) => {
    target.reset();
    const before = sound();
    const messages = await asked(text, readOnly);
    const last = messages.at(-1) as {
      end?: object;
      error?: { message: string; hint: string; exitCode: number };
    };
    if (last.error) {
      expect([1, 2, 4], last.error.message).toContain(last.error.exitCode);
      expect(last.error.message).not.toContain('undefined');
      expect(last.error.hint).toMatch(/\.$/);
    } else expect(last.end).toBeDefined();
    expect(sound().equals(before)).toBe(true);
    expect(readdirSync(dirname(target.journal))).toEqual(['journal.db']);
    expect(readdirSync('.').filter((name) => name.startsWith('owned'))).toEqual([]);
  });
});

test('any SQL at the command line, as a table, as JSON and as CSV', async () => {
  const how = fc.constantFrom<string[]>(
    [],
    ['--json'],
    ['--csv'],
    ['--read-only'],
    ['--limit', '1'],
  );
  await hold(
    'queries at the command line',
    fc.tuple(sql, how, fc.boolean()),
    async ([text, flags, terminal]) => {
      target.reset();
      // A question may begin with a dash; then it stands behind two.
      const args = ['query', ...flags, '--', text];
      const raw = flags.includes('--csv') && !terminal;
      const { code } = await target.try(args, { terminal, raw });
      expect([0, 1, 2, 4]).toContain(code);
    },
    Math.ceil(CASES / 8),
  );
});

describe('a number beyond what JavaScript holds, bytes, and what a terminal obeys', () => {
  test('come out as text', async () => {
    const [, row] = await asked("SELECT 9223372036854775807, x'00ff', 1e999, char(27)", false);
    expect(row).toEqual({ row: ['9223372036854775807', "x'00ff'", 'Infinity', '\u001b'] });
  });
});
