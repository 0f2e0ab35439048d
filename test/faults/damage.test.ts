import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Home, type Outcome } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';
import { Chance, expectSentence, expectSound, KILLS, onCopy, SEED, sha256 } from './checks.ts';

// Damage is told, not spread: praxis either works (exit 0) or says in a sentence that it cannot (exit 4),
// and the damaged file keeps every byte.

/** Far above what any of these commands needs, even on a busy machine. */
const HANGS_MS = 20_000;
/** Damaged files of each kind: enough for every push, ten times as many in `npm run test:faults`. */
const SAMPLE = Math.max(20, KILLS);

const READS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json'],
  [],
  ['show', 'last'],
  ['search', 'vendor'],
  ['why'],
  ['reflect', '--template'],
  ['person', 'list'],
  ['intentions'],
  ['history'],
  ['export', 'jsonl'],
  ['export', 'markdown'],
  ['query', 'SELECT count(*), max(text) FROM v_answer'],
  ['list', '--read-only'],
];
const WRITES: readonly (readonly string[])[] = [
  ['tally', 'c', '@lee'],
  ['note', 'one more'],
  ['reflect', '--answers', '-'],
  ['undo'],
];
const EVENING =
  '{"answers":{"tallies":{"a":1,"c":2},"prompt":"x","intention":{"if":"a","then":"b"}}}';

let healthy: Buffer;
/** A journal as a killed session leaves it: the file and the log that was not yet taken over. */
let killed: { journal: Buffer; wal: Buffer };
const maker = new Home();
let opened = 0;
let told = 0;

beforeAll(async () => {
  for (const code of ['lee', 'sam', 'kim']) maker.ask(['person', 'add', code]);
  for (let day = 1; day <= 19; day++) {
    const on = `2026-11-${String(day).padStart(2, '0')}`;
    const answers = {
      tallies: { a: day, c: 2, b: 1 },
      R1: 1 + (day % 5),
      prompt: `Day ${day}: the vendor ${'again and '.repeat(day * 20)}again.`,
      intention: { if: `vendor ${day}`, then: 'I ask' },
      note: `note ${day}`,
    };
    maker.ask(['reflect', '--answers', '-'], {
      input: JSON.stringify({ on, answers }),
      now: `${on}T18:10:00Z`,
    });
  }
  maker.ask(['tally', 'w:challenge', '@sam', '--met', 'explored', '--contact']);
  await leaveSession(maker);
  maker.run(['tally', 'a']);
  healthy = readFileSync(maker.journal);
  await leaveSession(maker);
  killed = { journal: readFileSync(maker.journal), wal: readFileSync(`${maker.journal}-wal`) };
  expect(killed.wal.length).toBeGreaterThan(0);
}, 120_000);

afterAll(() => {
  maker[Symbol.dispose]();
  console.log(
    `damage: seed ${SEED}, ${opened + told} commands on damaged journals: ${told} told it (exit 4), ${opened} worked`,
  );
});

/** Begins a session and kills it after an answer. */
async function leaveSession(home: Home): Promise<void> {
  const before = new Terminal(home, ['reflect', '--discard', '--yes']);
  await before.end();
  const session = new Terminal(home, ['reflect']);
  // The counter's own line: its words also stand in the heading, for what was logged already.
  const counter = /^ {4}you answered or decided +›/m;
  await session.until(/the moment never came|^ {4}you answered or decided +›/m);
  if (session.text.includes('the moment never came')) {
    session.type('d');
    await session.until(counter);
  }
  session.type('4\r');
  await session.until('of these');
  session.kill();
  await session.end();
}

function put(home: Home, bytes: Buffer, wal?: Buffer): void {
  mkdirSync(dirname(home.journal), { recursive: true, mode: 0o700 });
  for (const end of ['-wal', '-shm']) rmSync(home.journal + end, { force: true });
  writeFileSync(home.journal, bytes, { mode: 0o600 });
  if (wal) writeFileSync(`${home.journal}-wal`, wal, { mode: 0o600 });
}

async function run(home: Home, args: readonly string[]): Promise<Outcome> {
  const { child, ended } = home.start(args, args.includes('--answers') ? { input: EVENING } : {});
  const timer = setTimeout(() => child.kill('SIGKILL'), HANGS_MS);
  const outcome = await ended;
  clearTimeout(timer);
  expect(outcome.code, `praxis ${args.join(' ')} hung`).not.toBe(null);
  return outcome;
}

/** Runs a command on a damaged journal. What it may do: work, or tell it; and the file stays as it is. */
async function expectTold(home: Home, args: readonly string[], what: string): Promise<number> {
  const before = sha256(home.journal);
  const outcome = await run(home, args);
  const { code, stderr } = outcome;
  const command = `praxis ${args.join(' ')}: ${what}\n${stderr}`;
  expect([0, 4], command).toContain(code);
  if (code === 4) expectSentence(outcome);
  else expect(stderr, command).not.toMatch(/^\s+at |node:internal|SqliteError/m);
  if (code === 4 || !WRITES.includes(args)) expect(sha256(home.journal), command).toBe(before);
  if (code === 4) told++;
  else opened++;
  return code ?? -1;
}

describe('a journal that was cut off', () => {
  test(`at any size (seed ${SEED})`, async () => {
    using home = new Home();
    const chance = new Chance(SEED + 10);
    const size = healthy.length;
    const sizes = [1, 15, 16, 17, 99, 100, 101, 511, 1024, 4095, 4096, 4097, 8192, size - 4096];
    sizes.push(size - 4097, size - 512, size - 1);
    while (sizes.length < 17 + SAMPLE) {
      const cut = chance.whole(1, size - 1);
      sizes.push(sizes.length % 2 === 0 ? cut : Math.ceil(cut / 4096) * 4096 - 4096 || 4096);
    }
    for (const cut of sizes) {
      put(home, healthy.subarray(0, cut));
      for (const args of [chance.pick(READS), chance.pick(WRITES)]) {
        const code = await expectTold(home, args, `cut at ${cut}`);
        // Less than the last page is missing only to those who read that page.
        if (cut <= size - 4096) expect(code, `${args.join(' ')}: cut at ${cut} of ${size}`).toBe(4);
      }
    }
  });
});

describe('a journal with wrong bytes', () => {
  test(`anywhere (seed ${SEED})`, async () => {
    using home = new Home();
    const chance = new Chance(SEED + 20);
    for (let i = 0; i < SAMPLE * 2; i++) {
      const bytes = Buffer.from(healthy);
      const at = chance.whole(0, bytes.length - 1);
      const length = chance.pick([1, 1, 8, 64, 512]);
      const what = `${length} at ${at} (page ${Math.floor(at / 4096) + 1}, ${at % 4096})`;
      for (let b = at; b < Math.min(at + length, bytes.length); b++)
        bytes[b] = (bytes[b] ?? 0) ^ chance.whole(1, 255);
      put(home, bytes);
      await expectTold(home, chance.pick(READS), what);
      await expectTold(home, chance.pick(WRITES), what);
    }
  });

  test(`in the header of the file and of its pages (seed ${SEED})`, async () => {
    using home = new Home();
    const chance = new Chance(SEED + 30);
    const pages = healthy.length / 4096;
    for (let i = 0; i < SAMPLE; i++) {
      const page = i % 2 === 0 ? 0 : chance.whole(1, pages - 1);
      const at = page * 4096 + chance.whole(0, page === 0 ? 107 : 11);
      const bytes = Buffer.from(healthy);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.whole(0, 7));
      put(home, bytes);
      await expectTold(home, chance.pick(READS), `bit at ${at}`);
      await expectTold(home, chance.pick(WRITES), `bit at ${at}`);
    }
  });

  test(`whole pages of zeros (seed ${SEED})`, async () => {
    using home = new Home();
    const chance = new Chance(SEED + 40);
    for (let i = 0; i < SAMPLE / 2; i++) {
      const page = chance.whole(0, healthy.length / 4096 - 1);
      const bytes = Buffer.from(healthy);
      bytes.fill(0, page * 4096, (page + 1) * 4096);
      put(home, bytes);
      await expectTold(home, chance.pick(READS), `page ${page + 1} is zeros`);
      await expectTold(home, chance.pick(WRITES), `page ${page + 1} is zeros`);
    }
  });
});

describe('a file that is no journal', () => {
  const other = () => {
    const db = new Sqlite(join(maker.path, 'other.db'));
    db.exec('CREATE TABLE IF NOT EXISTS bookmark (url TEXT)');
    db.close();
    return readFileSync(join(maker.path, 'other.db'));
  };
  const files: readonly (readonly [name: string, bytes: () => Buffer])[] = [
    ['a text', () => Buffer.from('Dear diary,\n'.repeat(2_000))],
    ['a short text', () => Buffer.from('no')],
    ['zeros', () => Buffer.alloc(20_000)],
    ['another SQLite file', other],
    [
      'the first bytes of SQLite and then text',
      () => Buffer.from(`SQLite format 3\0${'x'.repeat(5_000)}`),
    ],
    ['a JPEG', () => Buffer.from(`ffd8ffe000104a464946${'00ff'.repeat(3_000)}`, 'hex')],
  ];
  test.for(files)('%s is refused and stays', async ([name, bytes]) => {
    using home = new Home();
    put(home, bytes());
    for (const args of [...READS, ...WRITES]) expect(await expectTold(home, args, name)).toBe(4);
    expect(readFileSync(home.journal)).toEqual(bytes());
  });

  test('a folder in its place is refused', async () => {
    using home = new Home();
    mkdirSync(home.journal, { recursive: true });
    for (const args of [...READS, ...WRITES]) expectSentence(await run(home, args));
  });

  test('an empty file holds nothing, so the first command makes the journal in it', async () => {
    using home = new Home();
    put(home, Buffer.alloc(0));
    expect(home.ask<{ sessions: unknown[] }>(['list']).sessions).toEqual([]);
    home.ask(['tally', 'c']);
    onCopy(home.journal, expectSound);
  });
});

describe('a log that a killed praxis left behind', () => {
  const answered = (home: Home) =>
    onCopy(home.journal, (db) => {
      expectSound(db);
      return db.prepare("SELECT content ->> '$.answers.tallies.a' FROM draft").pluck().get();
    });

  test('is taken over by whatever command comes next', async () => {
    for (const args of [...READS, ...WRITES]) {
      if (args.includes('--read-only')) continue;
      using home = new Home();
      put(home, killed.journal, killed.wal);
      expect((await run(home, args)).code, args.join(' ')).toBe(0);
      expect(answered(home), args.join(' ')).toBe(4);
    }
  });

  test('is never passed over in silence, and never touched, by --read-only', async () => {
    using home = new Home();
    put(home, killed.journal, killed.wal);
    const before = sha256(home.journal);
    expectSentence(await run(home, ['list', '--read-only']));
    expect(sha256(home.journal)).toBe(before);
    expect(readFileSync(`${home.journal}-wal`)).toEqual(killed.wal);
  });

  test(`costs at most itself when it is damaged (seed ${SEED})`, async () => {
    const chance = new Chance(SEED + 50);
    for (let i = 0; i < SAMPLE; i++) {
      using home = new Home();
      const wal = Buffer.from(killed.wal);
      const at = chance.whole(0, wal.length - 1);
      const cut = i % 2 === 0;
      if (!cut) wal[at] = (wal[at] ?? 0) ^ chance.whole(1, 255);
      put(home, killed.journal, cut ? wal.subarray(0, at) : wal);
      const list = await run(home, ['list', '--json']);
      expect(list.code, list.stderr).toBe(0);
      expect(list.json<{ sessions: unknown[] }>().sessions).toHaveLength(21);
      expect((await run(home, ['tally', 'c'])).code).toBe(0);
      onCopy(home.journal, expectSound);
      opened++;
    }
  });

  test('that belongs to another journal is not taken over', async () => {
    using home = new Home();
    using stranger = new Home();
    stranger.ask(['person', 'add', 'other']);
    await leaveSession(stranger);
    put(home, healthy, readFileSync(`${stranger.journal}-wal`));
    const size = statSync(home.journal).size;
    const list = await run(home, ['person', 'list', '--json']);
    if (list.code === 0) {
      expect(list.stdout).not.toContain('other');
      expect(statSync(home.journal).size).toBe(size);
    } else expectSentence(list);
    expect(existsSync(home.journal)).toBe(true);
    copyFileSync(home.journal, join(maker.path, 'kept.db'));
  });
});

test('a journal that turns out to be damaged at the first backup of a day is not written to', async () => {
  using home = new Home();
  for (let i = 0; i < 10; i++) home.ask(['note', `note ${i} ${'and on '.repeat(6_000)}`]);
  const bytes = readFileSync(home.journal);
  // Pages that a note does not read: those of old texts.
  for (let page = 40; page < 90; page++) bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
  put(home, bytes);
  for (const args of [['note', 'x'], ['tally', 'c'], ['backup']]) {
    const outcome = home.run(args, { now: '2026-11-21T18:10:00Z' });
    expect(outcome.code, args.join(' ')).toBe(4);
    expectSentence(outcome);
    expect(outcome.stderr).toContain(`The journal ${home.journal} is damaged.`);
    expect(sha256(home.journal)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
