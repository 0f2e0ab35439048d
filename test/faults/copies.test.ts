import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, shippedMigrations } from '../../src/store/migrate.ts';
import { Home } from '../support/praxis.ts';
import { Chance, expectSound, KILLS, onCopy, SEED, wait } from './checks.ts';

// Backups, restores and upgrades are killed at random instants: the journal is the old one or the new one, whole, and a
// file that has a backup's name is a backup.

const ROUNDS = Math.ceil(KILLS / 2);
const TIME = { timeout: 60_000 + ROUNDS * 6_000 };

const words = 'words and more words '.repeat(200);
const folderOf = (home: Home) => dirname(home.journal);
const backupsOf = (home: Home) => join(folderOf(home), 'backups');

/** A journal with enough in it that copying takes a while, made of the pages of another one. */
function filled(): Home {
  const home = new Home();
  const lines = [
    { schema: 'praxis.journal/1' },
    ...Array.from({ length: 400 }, (_, i) => session(i)).flat(),
  ];
  const file = join(home.path, 'in.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  home.ask(['import', 'jsonl', file]);
  return home;
}

function session(i: number): object[] {
  const id = (kind: number) => `019f0000-0000-7000-800${kind}-${String(i).padStart(12, '0')}`;
  const on_day = '2020-01-01';
  const at = '2020-01-01T10:00:00.000Z';
  return [
    {
      record: 'session',
      id: id(1),
      kind: 'moment',
      on_day,
      week: '2020-W01',
      zone: 'UTC',
      started_at: at,
      ended_at: at,
      seconds: null,
      source: 'import',
      revision: 1,
      recall_lag_days: 0,
      late: 0,
    },
    {
      record: 'answer',
      id: id(2),
      session_id: id(1),
      on_day,
      item: 'note',
      prompt_id: null,
      prompt_version: null,
      person_id: null,
      text: `${i} ${words}`,
    },
  ];
}

/** Milliseconds that a command takes here and now when nobody kills it. */
async function usualTime(home: Home, args: () => readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    const { code, stderr } = await home.start(args()).ended;
    expect(code, stderr).toBe(0);
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[1] ?? 100;
}

async function killed(home: Home, args: readonly string[], after: number): Promise<boolean> {
  const { child, ended } = home.start(args);
  await wait(after);
  child.kill('SIGKILL');
  return (await ended).code === null;
}

const count = (db: Database) => db.prepare('SELECT count(*) FROM session').pluck().get() as number;

function expectBackupsSound(home: Home): void {
  const { code, stdout, stderr } = home.run(['backup', 'verify', '--json']);
  expect(code, stdout + stderr).toBe(0);
}

test(
  `a backup that is killed is none, and costs nothing (seed ${SEED}, ${ROUNDS} rounds)`,
  TIME,
  async () => {
    using home = filled();
    const chance = new Chance(SEED + 100);
    const usual = await usualTime(home, () => ['backup']);
    let kills = 0;
    let halves = 0;
    for (let round = 0; round < ROUNDS; round++) {
      if (await killed(home, ['backup'], usual * (0.3 + chance.float(0.8)))) kills++;
      if (readdirSync(backupsOf(home)).some((name) => name.includes('.half'))) halves++;
      onCopy(home.journal, (db) => {
        expectSound(db);
        expect(count(db)).toBe(400);
      });
    }
    expectBackupsSound(home);
    home.ask(['backup']);
    const fixed = home.ask<{ damaged: boolean }>(['doctor', '--fix']);
    expect(fixed.damaged).toBe(false);
    expect(readdirSync(backupsOf(home)).filter((name) => !/\.db(\.sha256)?$/.test(name))).toEqual(
      [],
    );
    expectBackupsSound(home);
    console.log(
      `kill -9 of backups: seed ${SEED}, ${kills} kills survived, ${halves} halves left and mended`,
    );
  },
);

test(
  `a restore that is killed leaves the old journal or the new one (seed ${SEED}, ${ROUNDS} rounds)`,
  TIME,
  async () => {
    using home = filled();
    const chance = new Chance(SEED + 110);
    const small = home.ask<{ backup: { file: string } }>(['backup']).backup.file;
    home.ask(['note', 'one more']);
    const large = home.ask<{ backup: { file: string } }>(['backup']).backup.file;
    const usual = await usualTime(home, () => ['backup', 'restore', large, '--yes']);
    let kills = 0;
    let replaced = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = onCopy(home.journal, count);
      const next = before === 400 ? large : small;
      if (
        await killed(home, ['backup', 'restore', next, '--yes'], usual * (0.3 + chance.float(0.8)))
      )
        kills++;
      const after = onCopy(home.journal, (db) => {
        expectSound(db);
        return count(db);
      });
      expect([400, 401]).toContain(after);
      if (after !== before) replaced++;
      // Whatever is there is a journal that can be written to, in the mode it is used in.
      home.ask(['tally', 'c']);
      home.ask(['undo']);
      expect(readFileSync(home.journal)[18]).toBe(2);
      for (const name of readdirSync(backupsOf(home)))
        if (name.startsWith('before-restore')) rmSync(join(backupsOf(home), name));
    }
    expect(home.ask<{ damaged: boolean }>(['doctor', '--fix']).damaged).toBe(false);
    expect(home.files()).toEqual(['backups', 'journal.db']);
    expectBackupsSound(home);
    console.log(
      `kill -9 of restores: seed ${SEED}, ${kills} kills survived, ${replaced} of ${ROUNDS} had replaced it`,
    );
  },
);

test(
  `an upgrade that is killed is done by the next command, with all that was there (seed ${SEED}, ${ROUNDS} rounds)`,
  TIME,
  async () => {
    const chance = new Chance(SEED + 120);
    const shipped = shippedMigrations();
    using maker = new Home();
    mkdirSync(folderOf(maker), { recursive: true, mode: 0o700 });
    const old = new Sqlite(maker.journal);
    migrate(old, shipped.slice(0, 1), '2026-11-01T10:00:00.000Z', () => {});
    old.pragma('journal_mode = WAL');
    fillFirstSchema(old);
    old.close();
    const bytes = readFileSync(maker.journal);
    const put = (home: Home) => {
      rmSync(folderOf(home), { recursive: true, force: true });
      mkdirSync(folderOf(home), { recursive: true, mode: 0o700 });
      writeFileSync(home.journal, bytes, { mode: 0o600 });
    };
    const content = (db: Database) =>
      JSON.stringify(
        ['session', 'answer'].map((name) => db.prepare(`SELECT * FROM ${name} ORDER BY id`).all()),
      );
    const wanted = onCopy(maker.journal, content);
    using home = new Home();
    const usual = await usualTime(home, () => {
      put(home);
      return ['list'];
    });
    let kills = 0;
    const left: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      put(home);
      if (await killed(home, ['list'], usual * (0.3 + chance.float(0.8)))) kills++;
      const version = onCopy(home.journal, (db) => {
        expectSound(db);
        expect(content(db)).toBe(wanted);
        return db.pragma('user_version', { simple: true }) as number;
      });
      left.push(version);
      // Before anything was changed there was a backup of it.
      if (version > 1) {
        const [backup = ''] = readdirSync(backupsOf(home)).filter((name) => name.endsWith('.db'));
        expect(backup).toMatch(/^before-migration-/);
        expect(onCopy(join(backupsOf(home), backup), content)).toBe(wanted);
      }
      expect(home.run(['list']).code).toBe(0);
      onCopy(home.journal, (db) => {
        expectSound(db);
        expect(db.pragma('user_version', { simple: true })).toBe(shipped.length);
        expect(content(db)).toBe(wanted);
      });
    }
    console.log(
      `kill -9 of upgrades: seed ${SEED}, ${kills} kills survived, schemas found after: ${left.sort().join(' ')}`,
    );
  },
);

/** Sessions with a note, as the first schema had them. */
function fillFirstSchema(db: Database): void {
  const all = Array.from({ length: 1_500 }, (_, i) => session(i)).flat() as Record<
    string,
    unknown
  >[];
  db.transaction(() => {
    for (const { record, ...row } of all) {
      const columns = Object.keys(row);
      const marks = columns.map((column) => `@${column}`);
      db.prepare(`INSERT INTO ${record} (${columns.join(', ')}) VALUES (${marks.join(', ')})`).run(
        row,
      );
    }
  })();
}

test('of twenty writers at the beginning of a day one makes the backup, and none waits for more than 5 s', async () => {
  using home = filled();
  const now = { now: '2026-11-21T08:00:00Z' };
  const began = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => home.start(['note', `n${i}`], now).ended),
  );
  for (const { code, stderr } of outcomes)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const names = readdirSync(backupsOf(home)).filter((name) => name.endsWith('.db'));
  expect(names).toEqual(['daily-2026-11-21T080000000Z.db']);
  expectBackupsSound(home);
  expect(onCopy(home.journal, count)).toBe(420);
  expect(existsSync(`${home.journal}-wal`)).toBe(false);
  expect(statSync(join(backupsOf(home), names[0] ?? '')).size).toBeGreaterThan(1 << 20);
  console.log(
    `twenty at the beginning of a day: ${((performance.now() - began) / 1000).toFixed(1)} s for all`,
  );
});

test('of writers who all wait for their turn at the beginning of a day one makes the backup', async () => {
  using home = filled();
  const db = new Sqlite(home.journal);
  db.exec('BEGIN IMMEDIATE');
  const now = { now: '2026-11-21T08:00:00Z' };
  const started = Array.from({ length: 4 }, (_, i) => home.start(['note', `n${i}`], now).ended);
  // Each of them has seen that a backup is due, and waits for the lock.
  await wait(2_500);
  db.exec('ROLLBACK');
  db.close();
  for (const { code, stderr } of await Promise.all(started))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readdirSync(backupsOf(home)).filter((name) => name.endsWith('.db'))).toEqual([
    'daily-2026-11-21T080000000Z.db',
  ]);
});
