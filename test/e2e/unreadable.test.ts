import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

/** A journal of some pages. */
function journal(): Home {
  const home = new Home();
  const input = JSON.stringify({ answers: { tallies: { a: 1 }, prompt: 'word '.repeat(20_000) } });
  home.run(['reflect', '--answers', '-'], { input });
  return home;
}

/** Overwrites bytes in the middle of the file. */
function scribble(file: string, from: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(handle);
}

const READING = [
  [],
  ['list'],
  ['show'],
  ['search', 'word'],
  ['query', 'SELECT * FROM v_answer'],
  ['export', 'jsonl'],
  ['list', '--read-only'],
];
const WRITING = [['tally', 'c'], ['note', 'x'], ['undo'], ['reflect', '--answers', '-']];

const damages: readonly [what: string, damage: (file: string) => void, says: RegExp][] = [
  ['whose header is gone', (file) => scribble(file, 0, 100), /not a praxis journal|damaged/],
  [
    'whose pages are overwritten',
    (file) => scribble(file, 4096, statSync(file).size - 4096),
    /damaged/,
  ],
  ['that was cut off', (file) => truncateSync(file, 8192), /damaged/],
  [
    'that is a text',
    (file) => writeFileSync(file, '# My diary\n\nDear diary, today I led.\n'.repeat(100)),
    /not a praxis journal/,
  ],
  ['that is a short text', (file) => writeFileSync(file, 'x'), /not a praxis journal/],
  [
    "that is another program's database",
    (file) => {
      writeFileSync(file, '');
      const db = new Sqlite(file);
      db.exec('CREATE TABLE bookmark (url TEXT)');
      db.close();
    },
    /not a praxis journal/,
  ],
  [
    'that a newer praxis wrote',
    (file) => {
      const db = new Sqlite(file);
      db.pragma('user_version = 99');
      db.close();
    },
    /newer praxis \(schema 99/,
  ],
];

for (const [what, damage, says] of damages) {
  describe(`a file ${what}`, () => {
    let home: Home;
    let before: Buffer;
    beforeAll(() => {
      home = journal();
      damage(home.journal);
      before = readFileSync(home.journal);
    });
    afterAll(() => home[Symbol.dispose]());

    // What a newer praxis wrote can be tried with --read-only.
    const commands = [...READING, ...WRITING].filter(
      (args) => !(what.includes('newer') && args.includes('--read-only')),
    );
    for (const args of commands) {
      test(`praxis ${args.join(' ')} says so, exit 4, and leaves it as it is`, () => {
        const input = '{"answers":{"R1":3},"on":"2026-11-19"}';
        const outcome = home.run(args, { input });
        const after = { same: readFileSync(home.journal).equals(before), files: home.files() };
        writeFileSync(home.journal, before);
        expect(after).toEqual({ same: true, files: ['journal.db'] });
        refused(outcome, 4, says);
      });
    }

    test('with --json says so in one object', () => {
      for (const args of [['list'], ['tally', 'c']])
        refusedAsJson(home.run([...args, '--json']), 4, says);
    });
  });
}

test('a journal that is in use for long is said, exit 4, nothing stored; readers do not wait', async () => {
  using home = journal();
  const db = new Sqlite(home.journal);
  try {
    db.exec('BEGIN EXCLUSIVE');
    const writer = home.start(['tally', 'c']);
    const asJson = home.start(['note', 'x', '--json']);
    expect((await home.start(['list']).ended).code).toBe(0);
    refused(await writer.ended, 4, /in use by another program/);
    refusedAsJson(await asJson.ended, 4, /in use/);
  } finally {
    db.exec('ROLLBACK');
    db.close();
  }
  expect(home.counts()['session']).toBe(1);
  expect(home.run(['tally', 'c']).code).toBe(0);
});

test('an empty file becomes a journal at the first write, and reads as none before', () => {
  using home = new Home();
  home.shell('mkdir -p .local/share/praxis && touch .local/share/praxis/journal.db');
  expect(home.run(['list']).stdout).toContain('No entry yet');
  expect(statSync(home.journal).size).toBe(0);
  expect(home.run(['note', 'x']).code).toBe(0);
  expect(home.counts()['session']).toBe(1);
});

test('a log left behind by a crash is taken in', () => {
  using home = journal();
  const db = new Sqlite(home.journal);
  using other = new Home();
  try {
    db.pragma('wal_autocheckpoint = 0');
    db.exec("UPDATE answer SET text = 'after the crash'");
    home.shell(
      `mkdir -p "${other.path}/.local/share/praxis" && cp .local/share/praxis/journal.db* "${other.path}/.local/share/praxis/"`,
    );
  } finally {
    db.close();
  }
  expect(existsSync(`${other.journal}-wal`)).toBe(true);
  expect(other.run(['show']).stdout).toContain('after the crash');
  expect(other.files()).toEqual(['journal.db']);
});
