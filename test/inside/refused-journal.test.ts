import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA } from '../../src/store/open.ts';
import { opensJournal, READING, WRITING } from '../support/commands.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { InProcess } from '../support/in-process.ts';

// A file that is no journal of this praxis's is refused by every command in one sentence, and keeps every byte.

const NOW = '2026-11-13T08:00:00.000Z';

/** The bytes of a file that SQLite or somebody else made. */
function made(change: (db: Sqlite.Database) => void, from?: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'praxis-made-'));
  try {
    const file = join(folder, 'x.db');
    if (from) writeFileSync(file, from);
    const db = new Sqlite(file);
    change(db);
    db.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const newest = FIXTURES.findLast(({ kind }) => kind === 'full');
let sound: Buffer;
const FILES: readonly (readonly [what: string, bytes: () => Buffer, says: RegExp])[] = [
  [
    'of a newer praxis',
    () =>
      made((db) => {
        db.exec(`CREATE TABLE mood (id TEXT); PRAGMA user_version = ${SCHEMA + 1}`);
      }, sound),
    /written by a newer praxis/,
  ],
  [
    "of another program's, made with SQLite",
    () => made((db) => db.exec('CREATE TABLE bookmark (url TEXT)')),
    /is not a praxis journal/,
  ],
  [
    "of another program's, with a version of its own",
    () => made((db) => db.exec('CREATE TABLE a (b); PRAGMA user_version = 1')),
    /is not a praxis journal/,
  ],
  ['that is a text', () => Buffer.from('Dear diary,\n'.repeat(500)), /is not a praxis journal/],
  ['of zeros', () => Buffer.alloc(9_000), /is not a praxis journal/],
  ['that is cut off', () => sound.subarray(0, sound.length / 2), /is damaged/],
  ['without its tables of contents', () => Buffer.from(sound).fill(0xa5, 100, 4096), /is damaged/],
  [
    'whose first migration was edited',
    () =>
      made(
        (db) =>
          db.exec("UPDATE migration SET sha256 = 'x' WHERE version = 1; PRAGMA user_version = 3"),
        sound,
      ),
    /Migration \d is not the one/,
  ],
];

beforeAll(() => {
  using inside = new InProcess();
  const file = join(inside.path, 'journal.db');
  if (!newest) throw new Error('no journal');
  putFixture(file, newest);
  sound = readFileSync(file);
});

describe.each(FILES)('a file %s', (what, bytes, says) => {
  let inside: InProcess;
  let file: string;
  let before: Buffer;
  beforeAll(() => {
    inside = new InProcess();
    file = join(inside.path, '.local/share/praxis/journal.db');
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    before = bytes();
    writeFileSync(file, before, { mode: 0o600 });
  });
  afterAll(() => inside[Symbol.dispose]());

  test.each(['', '--read-only'])(
    'is refused in one sentence by every command, and stays: %s',
    async (flag) => {
      const lines = [...READING, ...(flag === '' ? WRITING : [])].filter(opensJournal);
      // Views keep their meaning: with --read-only those of a newer praxis can be asked.
      const asks = (args: readonly string[]) =>
        flag !== '' && what.includes('newer') && /^(query|export csv)/.test(args.join(' '));
      for (const { args, input = '' } of lines.filter((line) => !line.args.includes('--older'))) {
        if (asks(args)) continue;
        const full = flag === '' ? args : [...args, flag];
        const { code, stdout, stderr } = await inside.run(full, { input, now: NOW });
        // The doctor tells damage as a finding.
        const told = args[0] === 'doctor' ? stdout + stderr : stderr;
        expect({ full, code, told: told.replaceAll(/\s+/g, ' ') }).toEqual({
          full,
          code: 4,
          told: expect.stringMatching(says),
        });
        if (args[0] !== 'doctor') expect(stderr).toMatch(/^praxis: .+\.\n.+\.\n$/);
        expect(readFileSync(file).equals(before), full.join(' ')).toBe(true);
        expect(readdirSync(dirname(file))).toEqual(['journal.db']);
      }
    },
  );
});

test('the views of a newer praxis can be asked and exported with --read-only, and the file stays', async () => {
  using inside = new InProcess();
  const file = join(inside.path, '.local/share/praxis/journal.db');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const newer = made((db) => {
    db.exec(`CREATE TABLE mood (id TEXT); DROP VIEW v_ratio; PRAGMA user_version = ${SCHEMA + 1}`);
  }, sound);
  writeFileSync(file, newer, { mode: 0o600 });
  const run = (...args: string[]) => inside.run([...args, '--read-only'], { now: NOW });
  const asked = await run('query', 'SELECT count(*) AS n FROM v_answer', '--json');
  expect(JSON.parse(asked.stdout)).toMatchObject({ rows: [{ n: expect.any(Number) }] });
  const view = await run('export', 'csv', '--view', 'v_tally');
  expect(view.code).toBe(0);
  expect(view.stdout).toMatch(/^id,session_id,/);
  const gone = await run('export', 'csv', '--view', 'v_ratio');
  expect({ code: gone.code, stderr: gone.stderr }).toEqual({
    code: 4,
    stderr: expect.stringMatching(/^praxis: .+\n.+\n$/),
  });
  expect(readFileSync(file).equals(newer)).toBe(true);
  expect(readdirSync(dirname(file))).toEqual(['journal.db']);
});
