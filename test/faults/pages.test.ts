import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../src/errors.ts';
import { openToWrite } from '../../src/store/open.ts';
import { addPerson } from '../../src/store/person.ts';
import { write } from '../../src/store/write.ts';
import { InProcess } from '../support/in-process.ts';
import { countingClock, day, Folder, tablesOf } from '../support/journal.ts';
import { refusalOf } from '../support/refusal.ts';
import { Chance, expectSentence, expectSound, KILLS, onCopy, SEED, sha256 } from './checks.ts';

// Every page of a journal gets wrong bytes, and the file is cut off at every place: praxis works or says that it cannot,
// and what is damaged keeps every byte. Inside the test's process, so that it can be every page and every place.

const PAGE = 4096;
/** The whole of it is run by `npm run test:faults`. */
const WHOLE = KILLS > 20;

/** Where the ids of the commands on damaged journals begin. */
const LATER = '2027-01-01T00:00:00.000Z';

const READS: readonly (readonly string[])[] = [
  ['list'],
  ['show', 'last'],
  ['search', 'vendor'],
  ['person', 'list'],
  ['history'],
  ['export', 'jsonl'],
  ['today'],
];
const WRITES: readonly (readonly string[])[] = [
  ['tally', 'c', '@lee'],
  ['note', 'one more'],
  ['undo'],
];

let healthy: Buffer;
const told = { worked: 0, refused: 0 };

beforeAll(async () => {
  using maker = new InProcess();
  await maker.run(['person', 'add', 'lee']);
  for (let i = 1; i <= 12; i++) {
    const on = `2026-11-${String(i).padStart(2, '0')}`;
    const note = `Day ${i}: the vendor ${'again and '.repeat(i * 30)}again.`;
    const answers = { tallies: { a: i, c: 2 }, R1: 3, note, intention: { if: 'x', then: 'y' } };
    const input = JSON.stringify({ on, answers });
    const { code } = await maker.run(['reflect', '--answers', '-'], {
      input,
      now: `${on}T18:10:00.000Z`,
    });
    expect(code).toBe(0);
  }
  healthy = readFileSync(journalOf(maker));
});

afterAll(() => {
  console.log(
    `pages: seed ${SEED}, ${told.worked + told.refused} commands on damaged journals: ${told.refused} told it (exit 4), ${told.worked} worked`,
  );
});

const journalOf = (inside: InProcess) => join(inside.path, '.local/share/praxis/journal.db');

/** Puts a damaged journal in place and runs a command on it. */
async function expectTold(inside: InProcess, bytes: Buffer, args: readonly string[], what: string) {
  const file = journalOf(inside);
  rmSync(dirname(file), { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, bytes, { mode: 0o600 });
  const before = sha256(file);
  const { code, stdout, stderr } = await inside.run(args, { held: false });
  const about = `praxis ${args.join(' ')}: ${what}\n${stderr}`;
  expect([0, 4], about).toContain(code);
  if (code === 4) {
    told.refused++;
    // The doctor tells it as data; all others as an error.
    if (args[0] !== 'doctor')
      expectSentence({ code, stdout, stderr, json: <T>() => JSON.parse(stdout) as T });
  } else told.worked++;
  if (code === 4 || !WRITES.includes(args)) expect(sha256(file), about).toBe(before);
  return code;
}

describe('wrong bytes', () => {
  test(`on every page: every command works or tells it (seed ${SEED})`, async () => {
    using inside = new InProcess(LATER);
    const chance = new Chance(SEED + 60);
    for (let page = 0; page < healthy.length / PAGE; page++) {
      const places: [from: number, to: number][] = [
        [0, 11],
        [12, 200],
        [200, PAGE - 1],
      ];
      for (const [from, to] of WHOLE ? places : [chance.pick(places)]) {
        const bytes = Buffer.from(healthy);
        const at = page * PAGE + chance.whole(from, to);
        for (let i = at; i < Math.min(at + chance.pick([1, 4, 64]), bytes.length); i++)
          bytes[i] = (bytes[i] ?? 0) ^ chance.whole(1, 255);
        const what = `page ${page + 1}, byte ${at % PAGE}`;
        const both = [chance.pick(READS), chance.pick(WRITES)];
        for (const args of WHOLE ? [...READS, ...WRITES] : both)
          await expectTold(inside, bytes, args, what);
      }
    }
  });

  test('of which the doctor knows: no page that a check finds wrong is called sound', async () => {
    using inside = new InProcess(LATER);
    const chance = new Chance(SEED + 70);
    let found = 0;
    for (let page = 0; page < healthy.length / PAGE; page += WHOLE ? 1 : 4) {
      const bytes = Buffer.from(healthy);
      bytes.fill(0xa5, page * PAGE, page * PAGE + chance.whole(64, PAGE));
      const code = await expectTold(inside, bytes, ['doctor', '--json'], `page ${page + 1}`);
      const sound = onSound(bytes, inside);
      if (!sound) expect(code, `page ${page + 1}`).toBe(4);
      if (code === 4) found++;
    }
    expect(found).toBeGreaterThan(10);
  });
});

/** What SQLite itself says of these bytes. */
function onSound(bytes: Buffer, inside: InProcess): boolean {
  const file = join(inside.path, 'looked-at.db');
  writeFileSync(file, bytes);
  try {
    return onCopy(
      file,
      (db) =>
        db.pragma('integrity_check', { simple: true }) === 'ok' &&
        (db.pragma('foreign_key_check') as unknown[]).length === 0,
    );
  } catch {
    return false;
  }
}

test(`cut off at ${WHOLE ? 'every' : 'some'} 512 bytes: every command tells it`, async () => {
  using inside = new InProcess(LATER);
  const chance = new Chance(SEED + 80);
  const step = WHOLE ? 512 : 512 * 9;
  for (let cut = 512; cut < healthy.length; cut += step) {
    for (const args of [chance.pick(READS), chance.pick(WRITES)]) {
      const code = await expectTold(inside, healthy.subarray(0, cut), args, `cut at ${cut}`);
      if (cut <= healthy.length - PAGE) expect(code, `${args.join(' ')}: cut at ${cut}`).toBe(4);
    }
  }
});

test('a file that may not grow by another page (max_page_count) stores all or nothing', () => {
  using folder = new Folder();
  const file = folder.at('journal.db');
  writeFileSync(file, healthy);
  const clock = countingClock(LATER);
  const text = 'words '.repeat(3_000);
  let refused = 0;
  let stored = 0;
  for (let more = 0; more < 40; more++) {
    const journal = openToWrite(file, clock);
    const { db } = journal;
    const before = JSON.stringify(tablesOf(journal));
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + more}`);
    const add = () =>
      write(journal, 'person', (tx) =>
        addPerson(tx, {
          code: `p${more}`,
          name: text,
          cadenceDays: null,
          addedOn: day('2026-11-20'),
        }),
      );
    try {
      add();
      stored++;
    } catch {
      refused++;
      const refusal = refusalOf(add);
      expect(refusal.exitCode).toBe(EXIT.journal);
      expect(refusal.message).toBe('The disk is full.');
      expect(JSON.stringify(tablesOf(journal))).toBe(before);
      expect(db.inTransaction).toBe(false);
      db.pragma('max_page_count = 1000000');
      add();
    }
    journal.close();
    onCopy(file, expectSound);
  }
  expect(refused).toBeGreaterThan(0);
  expect(stored).toBeGreaterThan(0);
});
