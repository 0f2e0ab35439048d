import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Home, type Outcome } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';
import { expectSound, onCopy } from './checks.ts';

// Two praxis at once never lose, block or double each other's entries.

const DAY = '2026-11-20';

interface Writer {
  readonly args: readonly string[];
  readonly input?: string;
}

/** Twenty commands of five kinds, each told from the others by what it writes. */
const WRITERS: readonly Writer[] = Array.from({ length: 4 }, (_, i): Writer[] => [
  { args: ['tally', 'c', 'a2', '--minutes', `${i + 1}`] },
  { args: ['note', '-'], input: `note ${i} ${'and on '.repeat(1_000 * i)}` },
  { args: ['person', 'add', `person${i}`] },
  { args: ['intend', `cue ${i}`, 'I ask'] },
  {
    args: ['reflect', '--answers', '-'],
    input: JSON.stringify({
      on: `2026-11-${10 + i}`,
      answers: { prompt: `evening ${i}`, intention: { if: `evening ${i}`, then: 'I wait' } },
    }),
  },
]).flat();

function atOnce(home: Home, writers: readonly Writer[]): Promise<Outcome[]> {
  return Promise.all(
    writers.map(({ args, input }) => home.start(args, input ? { input } : {}).ended),
  );
}

test('of twenty writers at once on a new journal, every one is a row and every row is once', async () => {
  using home = new Home();
  const outcomes = await atOnce(home, WRITERS);
  for (const { code, stderr } of outcomes) expect(code, stderr).toBe(0);
  onCopy(home.journal, (db) => {
    expectSound(db);
    const column = (sql: string) => db.prepare(sql).pluck().all();
    expect(column('SELECT minutes FROM tally WHERE minutes IS NOT NULL ORDER BY 1')).toEqual([
      1, 2, 3, 4,
    ]);
    expect(column('SELECT n FROM tally ORDER BY 1')).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(column("SELECT substr(text, 1, 6) FROM answer WHERE item = 'note' ORDER BY 1")).toEqual([
      'note 0',
      'note 1',
      'note 2',
      'note 3',
    ]);
    expect(column('SELECT code FROM person ORDER BY 1')).toEqual(
      [0, 1, 2, 3].map((i) => `person${i}`),
    );
    expect(column("SELECT on_day FROM session WHERE kind = 'daily' ORDER BY 1")).toEqual(
      [10, 11, 12, 13].map((day) => `2026-11-${day}`),
    );
    expect(column('SELECT if_text FROM intention ORDER BY 1')).toEqual(
      ['cue', 'evening'].flatMap((word) => [0, 1, 2, 3].map((i) => `${word} ${i}`)),
    );
    // One command of the log a process, and the words of each in the index of words.
    expect(column('SELECT count(*) FROM action')).toEqual([WRITERS.length]);
    expect(
      column("SELECT count(*) FROM passage_text WHERE passage_text MATCH 'note OR evening OR cue'"),
    ).toEqual([16]);
  });
});

test('twenty tallies of the same kind at once add up', async () => {
  using home = new Home();
  const writers = Array.from({ length: 20 }, () => ({ args: ['tally', 'c3'] }));
  for (const { code, stderr } of await atOnce(home, writers)) expect(code, stderr).toBe(0);
  const ids = onCopy(home.journal, (db) => {
    expectSound(db);
    expect(db.prepare('SELECT sum(n) FROM tally').pluck().get()).toBe(60);
    return db.prepare('SELECT id FROM session').pluck().all();
  });
  expect(new Set(ids).size).toBe(20);
});

test('of twenty different evenings for the same day one is kept, and nineteen are told so', async () => {
  using home = new Home();
  const writers = Array.from({ length: 20 }, (_, i) => ({
    args: ['reflect', '--answers', '-'],
    input: JSON.stringify({ on: DAY, answers: { tallies: { c: i } } }),
  }));
  const codes = (await atOnce(home, writers)).map(({ code }) => code).sort();
  expect(codes).toEqual([0, ...Array(19).fill(5)]);
  onCopy(home.journal, (db) => {
    expectSound(db);
    expect(db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(1);
    expect(db.prepare('SELECT count(*) FROM tally').pluck().get()).toBe(1);
  });
});

test('the same evening twenty times at once is one evening', async () => {
  using home = new Home();
  const writers = Array.from({ length: 20 }, () => ({
    args: ['reflect', '--answers', '-', '--json'],
    input: JSON.stringify({ on: DAY, answers: { tallies: { c: 2 }, note: 'once' } }),
  }));
  const outcomes = await atOnce(home, writers);
  for (const { code, stderr } of outcomes) expect(code, stderr).toBe(0);
  expect(new Set(outcomes.map((outcome) => outcome.json()['id'])).size).toBe(1);
});

test('twenty undos at once are twenty steps back', async () => {
  using home = new Home();
  for (let i = 0; i < 20; i++) home.ask(['tally', 'c']);
  const outcomes = await atOnce(
    home,
    Array.from({ length: 20 }, () => ({ args: ['undo'] })),
  );
  for (const { code, stderr } of outcomes) expect(code, stderr).toBe(0);
  expect(home.rows('SELECT * FROM tally')).toEqual([]);
});

test('writers and readers during a session at a terminal disturb nobody', async () => {
  using home = new Home();
  home.ask(['person', 'add', 'lee']);
  const terminal = new Terminal(home, ['reflect', '--quick']);
  await terminal.answer(/^ {4}you answered or decided +›/m, '0');
  await terminal.until(/^ {4}you handed back +›/m);
  const readers = [
    ['list'],
    [],
    ['search', 'note'],
    ['why'],
    ['export', 'jsonl'],
    ['query', 'SELECT 1'],
  ];
  const others = await atOnce(home, [
    ...WRITERS.filter(({ args }) => args[0] !== 'intend').slice(0, 8),
    ...readers.map((args) => ({ args })),
  ]);
  for (const { code, stderr } of others) expect(code, stderr).toBe(0);
  terminal.type('4\r');
  await terminal.answer('bare', '1');
  await terminal.answer('with a proposal', '1');
  await terminal.answer(/asked where|started because|came through you/, '1');
  await terminal.answer(/asked why|started unprompted|settled among/, '1');
  await terminal.answer('Tomorrow, if', '');
  await terminal.until('Kept.');
  expect(await terminal.end()).toBe(0);
  onCopy(home.journal, (db) => {
    expectSound(db);
    const kept =
      "SELECT n FROM tally JOIN session ON session.id = session_id WHERE kind = 'daily' AND code = ?";
    expect(db.prepare(kept).pluck().all('c')).toEqual([4]);
    expect(db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
  });
});

test('of ten exports to one place at once each is whole, and one stays', async () => {
  using home = new Home();
  for (let i = 0; i < 20; i++) home.ask(['note', `note ${i} ${'and on '.repeat(1_000)}`]);
  const whole = home.run(['export', 'jsonl']).stdout;
  const args = ['export', 'jsonl', '--out', 'out.jsonl'];
  const outcomes = await atOnce(
    home,
    Array.from({ length: 10 }, () => ({ args })),
  );
  for (const { code, stderr } of outcomes) expect(code, stderr).toBe(0);
  expect(readFileSync(join(home.path, 'out.jsonl'), 'utf8')).toBe(whole);
  expect(readdirSync(home.path).filter((name) => name.startsWith('.praxis'))).toEqual([]);
});
