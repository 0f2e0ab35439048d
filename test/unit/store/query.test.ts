import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { addPerson } from '../../../src/store/person.ts';
import { serveQuery } from '../../../src/store/query.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, TestJournal } from '../../support/journal.ts';

const own = new TestJournal();
write(own.journal, 'person', (tx) => {
  for (const code of ['kim', 'lee', 'sam'])
    addPerson(tx, {
      code,
      name: `${code} \u001b[31m`,
      cadenceDays: null,
      addedOn: day('2026-11-01'),
    });
});
const before = own.tables();
afterAll(() => own[Symbol.dispose]());

/** What the process that asks answers, message by message. */
async function ask(sql: string, limit = 100): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const query = JSON.stringify({ file: own.file, sql, limit, readOnly: false });
  await serveQuery(Readable.from([query]), (line) => lines.push(line), countingClock());
  return lines.map((line) => JSON.parse(line));
}

describe('a query', () => {
  test.each([
    'SELECT code FROM v_person ORDER BY code',
    '  select code from v_person order by code',
    '-- who\nSELECT code FROM v_person ORDER BY code',
    '/* who */ SELECT code FROM v_person ORDER BY code;',
    'WITH p AS (SELECT code FROM v_person) SELECT code FROM p ORDER BY code',
    "VALUES ('kim'), ('lee'), ('sam')",
  ])('%s is answered', async (sql) => {
    const messages = await ask(sql);
    expect(messages.flatMap((each) => ('row' in each ? [each['row']] : []))).toEqual([
      ['kim'],
      ['lee'],
      ['sam'],
    ]);
    expect(messages.at(-1)).toEqual({ end: { truncated: false } });
  });

  test('is cut at its limit, and says so', async () => {
    const messages = await ask('SELECT code FROM v_person ORDER BY code', 2);
    expect(messages.filter((each) => 'row' in each)).toHaveLength(2);
    expect(messages.at(-1)).toEqual({ end: { truncated: true } });
  });

  test('answers every kind of value', async () => {
    const [, { row } = {}] = await ask(
      "SELECT 1, 1.5, NULL, 'text', 9223372036854775807, x'00ff', 1e999, -9007199254740991",
    );
    expect(row).toEqual([
      1,
      1.5,
      null,
      'text',
      '9223372036854775807',
      "x'00ff'",
      'Infinity',
      -9007199254740991,
    ]);
  });

  test.each([
    'DELETE FROM person',
    'UPDATE person SET code = 1',
    "INSERT INTO person VALUES ('1','2',NULL,NULL,'3','active')",
    'DROP TABLE person',
    'CREATE TABLE t (x)',
    'CREATE TEMP TABLE t (x)',
    "ATTACH '/tmp/other.db' AS other",
    "VACUUM INTO '/tmp/copy.db'",
    'PRAGMA query_only = OFF',
    'PRAGMA table_info(person)',
    'BEGIN',
    'REINDEX',
    'ANALYZE',
    'WITH p AS (SELECT 1) DELETE FROM person',
    'WITH p AS (SELECT 1) INSERT INTO person SELECT 1, 2, 3, 4, 5, 6',
    'SELECT 1; DELETE FROM person',
    'SELECT 1; SELECT 2',
    '',
    '   ',
    '-- nothing',
    '/* nothing */',
    'selective',
    'SELECT nothing FROM nowhere',
    'SELECT "',
    "SELECT load_extension('x')",
    "SELECT writefile('/tmp/x', 'y')",
  ])('%j is refused, and the journal is as it was', async (sql) => {
    const messages = await ask(sql);
    expect(messages.filter((each) => 'row' in each)).toEqual([]);
    expect(messages.at(-1)).toMatchObject({ error: { exitCode: EXIT.usage } });
    expect(own.tables()).toEqual(before);
  });
});
