import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { RATINGS } from '../../src/content/ratings.ts';
import { COUNTERS, WARRANTED_LABEL } from '../../src/domain/tally.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';
import {
  Chance,
  draftedDay,
  expectSound,
  hasTable,
  KILLS,
  onCopy,
  SEED,
  storedDay,
  wait,
} from './checks.ts';

// Praxis is killed at random instants, again and again on the same journal. Whatever was confirmed before is there after.

/** Longest that a session may take to put its next question. */
const PATIENCE_MS = 20_000;

/** What a person gave for each item of an evening: numbers as typed, so `a` is all of them, warranted ones too. */
type Given = Map<string, number | string>;

/** How each question of the evening is known on the screen. */
const QUESTIONS: readonly (readonly [item: string, shown: RegExp])[] = [
  ['resume', /a session was left unfinished/],
  ['again', /has its session already/],
  ['yesterday', /n the moment never came/],
  ...Object.entries(COUNTERS).map(
    ([code, { label }]) => [code, new RegExp(`^ {4}${label} +›`, 'm')] as const,
  ),
  ['a!', new RegExp(`^ {4}${WARRANTED_LABEL} +›`, 'm')],
  ...Object.values(RATINGS).map(
    ({ item, anchors }) => [item, new RegExp(`1 ${anchors[0]}`)] as const,
  ),
  ['prompt', /ctrl-o opens your editor/],
  ['if', /Tomorrow, if … +›/],
  ['then', /^ +then I … +›/m],
  ['end', /Kept\. \d+ (s|min)/],
];

/** The questions that are on the screen, in the order in which they came. */
function shown(text: string): string[] {
  return QUESTIONS.map(([item, pattern]) => ({ item, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** What the journal must hold once an answer was followed by another question. */
function expectKept(held: ReturnType<typeof storedDay>, given: Given, confirmed: Given): void {
  const found = held ?? { tallies: {}, intention: null };
  const plan = found.intention as { if: string; then: string } | null | undefined;
  for (const [item, value] of confirmed) {
    if (item === 'if') expect(plan?.if, item).toBe(value);
    else if (item === 'then') expect(plan?.then, item).toBe(value);
    else if (item === 'a') {
      const { a, 'a!': warranted } = found.tallies;
      expect(Number(a) + Number(warranted ?? 0), 'all that were answered').toBe(value);
      // The second half may be on disk already while its own confirmation was still to come.
      if (confirmed.has('a!')) expect(warranted, 'a!').toBe(confirmed.get('a!'));
      else expect([undefined, null, given.get('a!')]).toContain(warranted);
    } else if (item !== 'a!') {
      const kept = found.tallies[item] ?? found[item];
      expect(kept, item).toBe(value);
    }
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

test(`a session at a terminal keeps every confirmed answer through kill -9 (seed ${SEED}, ${KILLS} kills)`, {
  timeout: 60_000 + KILLS * 6_000,
}, async () => {
  using home = new Home();
  const chance = new Chance(SEED);
  /** Everything that was ever confirmed, by day. */
  const confirmed = new Map<string, Given>();
  const finished = new Set<string>();
  let day = '2026-11-20';
  let kills = 0;
  let resumed = 0;
  let answers = 0;

  for (let round = 0; kills < KILLS; round++) {
    const draftLeft = existsSync(home.journal)
      ? onCopy(home.journal, (db) =>
          hasTable(db)
            ? (db.prepare('SELECT on_day FROM draft ORDER BY on_day DESC').pluck().get() as
                | string
                | undefined)
            : undefined,
        )
      : undefined;
    if (draftLeft === undefined && finished.has(day)) day = dayAfter(day);
    // Now and then the evening passes and the draft is found the day after.
    else if (draftLeft === day && chance.float() < 0.15) day = dayAfter(day);

    const on = draftLeft ?? day;
    const given: Given = new Map(confirmed.get(on));
    const said: Given = new Map(confirmed.get(on));
    confirmed.set(on, said);
    // Before the first question, or some time after some question was answered.
    const early = chance.float() < 0.15;
    const lethal = early ? 0 : chance.whole(1, 12);
    const delay = early ? chance.float(250) : chance.float() ** 3 * 60;

    const terminal = new Terminal(home, ['reflect'], { now: `${day}T18:10:00Z` });
    const kill = async () => {
      await wait(delay);
      terminal.kill();
    };
    let killing = early ? kill() : undefined;
    let ended = false;
    const code = terminal.end().then((exit) => {
      ended = true;
      return exit;
    });
    const started = Date.now();
    let answered = '';
    let count = 0;
    while (!ended) {
      const now = shown(terminal.text).at(-1);
      if (now === undefined || now === answered || now === 'end') {
        if (Date.now() - started > PATIENCE_MS)
          throw new Error(`no question after ${answered}:\n${terminal.text}`);
        await new Promise((done) => setTimeout(done, 4));
        continue;
      }
      await wait(15);
      if (ended) break;
      answered = now;
      count++;
      const value = reply(now, chance, given, round);
      if (now !== 'resume' && now !== 'again') given.set(now, value);
      if (!killing && count >= lethal) killing = kill();
      // One key decides these; all others end with Enter.
      const oneKey = ['resume', 'again', 'yesterday', 'R1', 'R2', 'R3'].includes(now);
      terminal.type(oneKey ? `${value}` : `${value}\r`);
    }
    const exit = await code;
    await killing;
    if (exit === 137) kills++;
    else expect(exit, terminal.text).toBe(0);

    // A question answered is confirmed by what came after it.
    const seen = shown(terminal.text);
    if (draftLeft !== undefined && seen.length > 0) {
      expect(seen[0], 'an unfinished session is offered').toBe('resume');
      resumed++;
    }
    for (const item of seen.slice(0, -1)) {
      const value = given.get(item);
      if (value !== undefined) {
        if (!said.has(item)) answers++;
        said.set(item, outcomeOf(item, value));
      }
    }
    if (seen.at(-1) === 'end') finished.add(on);
    if (!existsSync(home.journal)) {
      expect(said.size).toBe(0);
      continue;
    }
    onCopy(home.journal, (db) => {
      expectSound(db);
      for (const [each, kept] of confirmed) {
        const stored = storedDay(db, each);
        const latest =
          each === on ? new Map([...given].map(([k, v]) => [k, outcomeOf(k, v)])) : kept;
        if (finished.has(each)) expect(stored, each).toBeDefined();
        if (stored) finished.add(each);
        expectKept(stored ?? draftedDay(db, each), latest, kept);
      }
      const twice = db
        .prepare(
          "SELECT on_day FROM session WHERE kind = 'daily' GROUP BY on_day HAVING count(*) > 1",
        )
        .all();
      expect(twice).toEqual([]);
    });
    // What the last answer left on disk without a confirmation counts from here on: it may not get lost either.
    onCopy(home.journal, (db) => {
      const held = hasTable(db) ? (storedDay(db, on) ?? draftedDay(db, on)) : undefined;
      if (held) adopt(held, given, said);
    });
  }
  const list = home.ask<{ sessions: unknown[] }>(['list'], { now: `${day}T18:10:00Z` });
  expect(list.sessions.length).toBeGreaterThanOrEqual(finished.size);
  console.log(
    `kill -9 at a terminal: seed ${SEED}, ${kills} kills survived, ${answers} answers confirmed, ` +
      `${resumed} sessions resumed, ${finished.size} days finished`,
  );
});

function reply(item: string, chance: Chance, given: Given, round: number): number | string {
  if (item === 'resume') return 'r';
  if (item === 'again') return '\r';
  if (item === 'yesterday') return chance.pick(['d', 'p', 'n', 's']);
  if (/^R\d$/.test(item)) return chance.whole(1, 5);
  if (item === 'prompt') return `Ich fragte Lee, was sie täte: ${round} ${chance.whole(0, 1e9)} 問`;
  if (item === 'if' || item === 'then') return `${item} ${round} ${chance.whole(0, 1e9)}`;
  if (item === 'a!') return chance.whole(0, Number(given.get('a') ?? 0));
  return chance.whole(0, 12);
}

function outcomeOf(item: string, value: number | string): number | string {
  if (item !== 'yesterday') return value;
  return { d: 'done', p: 'partly', n: 'no-cue', s: 'skipped' }[value] ?? value;
}

function adopt(held: NonNullable<ReturnType<typeof storedDay>>, given: Given, said: Given): void {
  const { a, 'a!': warranted } = held.tallies;
  if (typeof warranted === 'number') said.set('a!', warranted);
  if (typeof a === 'number') said.set('a', a + (warranted ?? 0));
  for (const [item, value] of given) {
    if (item === 'a' || item === 'a!') continue;
    const plan = held.intention as { if: string; then: string } | undefined;
    const kept =
      item === 'if' || item === 'then'
        ? plan?.[item] || undefined
        : (held.tallies[item] ?? held[item]);
    if (kept === outcomeOf(item, value)) said.set(item, kept as number | string);
  }
}

/** One scripted command: what it runs, and how often the journal holds what it writes (whole, or a throw). */
interface Work {
  readonly name: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly now?: string;
  readonly times: (db: Database) => number;
}

test(`scripted writes are whole or absent after kill -9 (seed ${SEED}, ${KILLS} kills)`, {
  timeout: 60_000 + KILLS * 6_000,
}, async () => {
  using home = new Home();
  const chance = new Chance(SEED + 1);
  home.ask(['person', 'add', 'lee']);
  const works: { work: Work; confirmed: boolean }[] = [];
  const next = writer(home, chance);
  // Most of a command's time is Node's start; writing comes near the end of it.
  const usual = await usualTime(home);
  let kills = 0;
  let alive = 0;

  for (let round = 0; kills < KILLS; round++) {
    const work = next(round);
    const entry = { work, confirmed: false };
    works.push(entry);
    const { child, ended } = start(home, work);
    // Sometimes another one is writing when the first is killed: it must not notice.
    const other = chance.float() < 0.25 ? next(round + 0.5) : undefined;
    const beside = other && start(home, other);
    await wait(usual * (0.4 + chance.float(round % 2 === 0 ? 0.6 : 1)));
    child.kill('SIGKILL');
    const { code, stdout } = await ended;
    if (code === null) kills++;
    else expect(code).toBe(0);
    entry.confirmed = code === 0 || stdout.includes('\n');
    if (other && beside) {
      const outcome = await beside.ended;
      expect(outcome.code, outcome.stderr).toBe(0);
      works.push({ work: other, confirmed: true });
      alive++;
    }
    onCopy(home.journal, (db) => {
      expectSound(db);
      for (const each of works) {
        const times = each.work.times(db);
        expect(times, each.work.args.join(' ')).toBeLessThanOrEqual(1);
        if (each.confirmed) expect(times, each.work.args.join(' ')).toBe(1);
        // What was found once may not vanish later.
        each.confirmed = times === 1;
      }
      expectLogged(db);
    });
  }
  expect(home.run(['list']).code).toBe(0);
  const kept = works.filter(({ confirmed }) => confirmed).length;
  console.log(
    `kill -9 of scripts: seed ${SEED}, ${kills} kills survived, ${kept} of ${works.length} commands kept, ` +
      `${works.length - kept} without a trace, ${alive} ran beside a killed one`,
  );
});

test(`a journal that is being made when praxis is killed is made by the next command (seed ${SEED})`, {
  timeout: 60_000 + KILLS * 3_000,
}, async () => {
  const chance = new Chance(SEED + 2);
  let kills = 0;
  let halves = 0;
  const usual = await usualTime();
  while (kills < KILLS) {
    using home = new Home();
    const { child, ended } = home.start(['tally', 'c', '--minutes', '1']);
    await wait(usual * (0.4 + chance.float(0.8)));
    child.kill('SIGKILL');
    const { code, stdout } = await ended;
    if (code === null) kills++;
    const folder = dirname(home.journal);
    if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('.'))) halves++;
    expect(home.run(['list']).code).toBe(0);
    home.ask(['tally', 'c', '--minutes', '2']);
    const minutes = onCopy(home.journal, (db) => {
      expectSound(db);
      return db.prepare('SELECT minutes FROM tally ORDER BY minutes').pluck().all();
    });
    if (code === 0 || stdout.includes('\n')) expect(minutes).toEqual([1, 2]);
    else expect([[2], [1, 2]]).toContainEqual(minutes);
  }
  console.log(
    `kill -9 at the first command: seed ${SEED}, ${kills} kills survived, ${halves} left a half-made file beside`,
  );
});

/** Milliseconds that a command takes here and now, when nobody kills it. */
async function usualTime(known?: Home): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    using home = new Home();
    const began = performance.now();
    await (known ?? home).start(['tally', 'b']).ended;
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[2] ?? 100;
}

function start(home: Home, { args, input, now }: Work): ReturnType<Home['start']> {
  return home.start(args, { ...(input ? { input } : {}), ...(now ? { now } : {}) });
}

/** Every row of the journal came in through a command of the log, and every command of the log is whole. */
function expectLogged(db: Database): void {
  for (const table of ['session', 'tally', 'answer', 'asked', 'rating', 'intention', 'contact']) {
    const unlogged = db
      .prepare(
        `SELECT count(*) FROM ${table} WHERE id NOT IN (SELECT row_id FROM change WHERE table_name = ?)`,
      )
      .pluck()
      .get(table);
    expect(unlogged, table).toBe(0);
  }
  const empty = 'SELECT count(*) FROM action WHERE seq NOT IN (SELECT action_seq FROM change)';
  expect(db.prepare(empty).pluck().get()).toBe(0);
}

function writer(home: Home, chance: Chance): (round: number) => Work {
  let day = '2026-11-20';
  let minutes = 0;
  const one = (db: Database, sql: string, value: unknown) =>
    db.prepare(sql).pluck().get(value) as number;
  return (round) => {
    const kind = chance.pick(['tally', 'note', 'reflect', 'import'] as const);
    if (kind === 'tally') {
      // The minutes tell one tally from another.
      const mine = ++minutes;
      return {
        name: kind,
        args: ['tally', 'c', 'a2', '@lee', '--minutes', `${mine}`, '--contact'],
        times: (db) => {
          const of = 'SELECT count(*) FROM tally WHERE ';
          const own = 'session_id = (SELECT session_id FROM tally WHERE minutes = ?)';
          const times = one(db, `${of} minutes = ?`, mine);
          expect(one(db, `${of} ${own}`, mine), 'both counts or none').toBe(times * 2);
          return times;
        },
      };
    }
    if (kind === 'note') {
      const text = `note ${round} ${chance.whole(0, 1e9)} ${'x'.repeat(chance.whole(0, 20_000))}`;
      return {
        name: kind,
        args: ['note', '-'],
        input: text,
        times: (db) => one(db, 'SELECT count(*) FROM answer WHERE text = ?', text),
      };
    }
    if (kind === 'reflect') {
      day = dayAfter(day);
      const on = day;
      const answers = { tallies: { a: 3, c: 2 }, R1: 4, prompt: `words ${round}`, note: 'plain' };
      return {
        name: kind,
        args: ['reflect', '--answers', '-'],
        input: JSON.stringify({
          on,
          answers: { ...answers, intention: { if: on, then: 'I ask' } },
        }),
        now: `${on}T18:10:00Z`,
        times: (db) => {
          const held = storedDay(db, on);
          if (held)
            expect(held).toEqual({
              tallies: { a: 3, c: 2 },
              R1: 4,
              prompt: `words ${round}`,
              note: 'plain',
              intention: { if: on, then: 'I ask' },
            });
          return one(db, "SELECT count(*) FROM session WHERE kind = 'daily' AND on_day = ?", on);
        },
      };
    }
    const { file, mark, records } = exported(home, chance, round);
    return {
      name: kind,
      args: ['import', 'jsonl', file],
      times: (db) => {
        const notes = one(db, 'SELECT count(*) FROM answer WHERE item = ?', mark);
        expect([0, records], 'all lines of a file or none').toContain(notes);
        return notes / records;
      },
    };
  };
}

/** A file as `export jsonl` writes it, with some hundred notes that nobody else has. */
function exported(home: Home, chance: Chance, round: number) {
  const records = 100;
  const mark = `import-${round}`;
  const id = () =>
    `019f0000-0000-7000-8000-${chance
      .whole(0, 2 ** 31)
      .toString(16)
      .padStart(12, '0')}`;
  const lines: object[] = [{ schema: 'praxis.journal/1' }];
  const day = { on_day: '2020-01-01' };
  for (let i = 0; i < records; i++) {
    const session = id();
    lines.push({
      record: 'session',
      id: session,
      kind: 'moment',
      ...day,
      week: '2020-W01',
      zone: 'UTC',
      started_at: '2020-01-01T10:00:00.000Z',
      ended_at: '2020-01-01T10:00:00.000Z',
      seconds: null,
      source: 'import',
      revision: 1,
      recall_lag_days: 0,
      late: 0,
    });
    lines.push({
      record: 'answer',
      id: id(),
      session_id: session,
      ...day,
      item: mark,
      prompt_id: null,
      prompt_version: null,
      person_id: null,
      text: `${mark} line ${i}`,
    });
  }
  const file = join(home.path, `${mark}.jsonl`);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { file, mark, records };
}
