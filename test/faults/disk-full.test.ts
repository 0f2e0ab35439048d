import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Home, type Outcome, PROGRAM } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';
import { draftedDay, expectSentence, expectSound, onCopy } from './checks.ts';

// A full disk is told in a sentence, takes nothing that was there, and is forgotten once there is room again.

const PAGE = 4096;
/** The disk's size: a journal with some entries, its log and its index of the log find room in a quarter of it. */
const DISK = 4 << 20;

/** A small file system of its own, where this machine lets us mount one. */
class Disk {
  readonly path = mkdtempSync(join(tmpdir(), 'praxis-disk-'));
  readonly mounted: boolean;

  constructor() {
    const options = ['-t', 'tmpfs', '-o', `size=${DISK},mode=0700`, 'tmpfs', this.path];
    this.mounted = spawnSync('mount', options).status === 0;
  }

  get journal(): string {
    return join(this.path, 'praxis/journal.db');
  }

  /** Leaves this many pages of 4 kB free. */
  fill(free: number): void {
    const ballast = join(this.path, 'ballast');
    rmSync(ballast, { force: true });
    const left = spawnSync('stat', ['-f', '-c', '%f', this.path], { encoding: 'utf8' }).stdout;
    const pages = Number(left) - free;
    if (pages > 0) writeFileSync(ballast, Buffer.alloc(pages * PAGE));
  }

  /** Makes room again. */
  clear(): void {
    rmSync(join(this.path, 'ballast'), { force: true });
  }

  empty(): void {
    for (const name of readdirSync(this.path))
      rmSync(join(this.path, name), { recursive: true, force: true });
  }

  remove(): void {
    if (this.mounted) spawnSync('umount', ['-l', this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }
}

const disk = new Disk();
beforeAll(() => {
  if (!disk.mounted)
    console.log(
      'disk-full: this machine mounts no tmpfs; file size limits stand in for a full disk',
    );
});
afterAll(() => disk.remove());

const long = 'words '.repeat(4_000);
const evening = JSON.stringify({
  answers: { tallies: { a: 1, c: 2 }, R1: 3, prompt: long, intention: { if: 'x', then: 'y' } },
});
/** What is run, what it reads, and how it is taken back. */
const WRITES: readonly (readonly [args: readonly string[], input: string, back: string])[] = [
  [['tally', 'c'], '', 'undo'],
  [['note', '-'], long, 'undo'],
  [['reflect', '--answers', '-'], evening, 'undo'],
  [['person', 'add', 'kim'], '', 'undo'],
  [['undo'], '', 'redo'],
];

/** A counter's own line: its words may also stand in a heading, for what was logged already. */
const asked = (label: string) => new RegExp(`^ {4}${label} +›`, 'm');

/** Everything that praxis would export, which is everything there is. */
function whole(journal: string): string {
  return onCopy(journal, (db) => {
    expectSound(db);
    const tables = [
      'person',
      'session',
      'asked',
      'answer',
      'tally',
      'rating',
      'intention',
      'action',
    ];
    return JSON.stringify(tables.map((name) => db.prepare(`SELECT * FROM ${name}`).all()));
  });
}

describe.runIf(disk.mounted)('on a disk of 4 MB', () => {
  const onDisk = { env: { PRAXIS_JOURNAL: disk.journal } };

  function begin(home: Home): void {
    disk.empty();
    for (const code of ['lee', 'sam']) home.ask(['person', 'add', code], onDisk);
    home.ask(['tally', 'a2', 'c', '@lee'], onDisk);
    home.ask(['note', `before ${long}`], onDisk);
  }

  test.for(WRITES)('%s with little room or none stores all or nothing', ([args, input, back]) => {
    using home = new Home();
    begin(home);
    let refused = 0;
    let stored = 0;
    for (const free of [0, 1, 2, 3, 5, 8, 9, 10, 12, 15, 20, 30, 45, 70, 100, 160]) {
      const before = whole(disk.journal);
      disk.fill(free);
      const result = home.run(args, { ...onDisk, input });
      disk.clear();
      const after = whole(disk.journal);
      if (result.code === 0) {
        stored++;
        expect(after).not.toBe(before);
        home.ask([back], onDisk);
      } else {
        refused++;
        expectSentence(result);
        expect(result.stderr).toMatch(/disk/);
        expect(after).toBe(before);
        const again = home.run(args, { ...onDisk, input });
        expect(again.code, again.stderr).toBe(0);
        home.ask([back], onDisk);
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(stored).toBeGreaterThan(0);
  });

  test('a first command on a full disk leaves nothing half-made', () => {
    using home = new Home();
    for (const free of [0, 1, 2, 3, 5, 8, 20, 40, 60, 80, 120]) {
      disk.empty();
      disk.fill(free);
      const result = home.run(['tally', 'c'], onDisk);
      disk.clear();
      if (result.code !== 0) {
        expectSentence(result);
        const folder = join(disk.path, 'praxis');
        const left = existsSync(folder) ? readdirSync(folder) : [];
        expect(left.filter((name) => name !== 'journal.db')).toEqual([]);
      }
      home.ask(['tally', 'c'], onDisk);
      expect(
        onCopy(disk.journal, (db) => db.prepare('SELECT sum(n) FROM tally').pluck().get()),
      ).toBe(result.code === 0 ? 2 : 1);
    }
  });

  test('a backup that finds no room stops nothing, and leaves no half', () => {
    using home = new Home();
    const tomorrow = { ...onDisk, now: '2026-11-21T18:10:00Z' };
    const made: number[] = [];
    let without = 0;
    for (const free of [20, 60, 160, 200, 260, 320, 400, 520]) {
      begin(home);
      disk.fill(free);
      const outcome = home.run(['tally', 'c'], tomorrow);
      const { code, stderr } = outcome;
      disk.clear();
      if (code !== 0) expectSentence(outcome);
      const folder = join(disk.path, 'praxis/backups');
      const left = existsSync(folder) ? readdirSync(folder) : [];
      expect(left.filter((name) => !/\.db(\.sha256)?$/.test(name))).toEqual([]);
      if (code !== 0) expect(left).toEqual([]);
      else if (left.length === 0)
        expect(stderr).toMatch(/^praxis: no backup was made before this\. .+\n$/);
      else expect(stderr).toBe('');
      made.push(left.length);
      if (code === 0 && left.length === 0) without++;
      expect(home.run(['backup', 'verify'], onDisk).code).toBe(0);
    }
    expect(new Set(made)).toEqual(new Set([0, 2]));
    expect(without, 'written without a backup').toBeGreaterThan(0);
  });

  test('a restore that finds no room changes nothing', () => {
    using home = new Home();
    begin(home);
    const { file } = home.ask<{ backup: { file: string } }>(['backup'], onDisk).backup;
    home.ask(['tally', 'c'], onDisk);
    const before = whole(disk.journal);
    for (const free of [0, 20, 120, 200, 260]) {
      disk.fill(free);
      const refusal = home.run(['backup', 'restore', file, '--yes'], onDisk);
      disk.clear();
      if (refusal.code === 0) break;
      expectSentence(refusal);
      expect(whole(disk.journal)).toBe(before);
      expect(readdirSync(join(disk.path, 'praxis'))).toEqual(['backups', 'journal.db']);
      expect(readdirSync(join(disk.path, 'praxis/backups'))).toEqual([file, `${file}.sha256`]);
    }
    home.ask(['backup', 'restore', file, '--yes'], onDisk);
    expect(whole(disk.journal)).not.toBe(before);
  });

  test('what is stored can be read while the disk is full', () => {
    using home = new Home();
    begin(home);
    disk.fill(0);
    const read = home.run(['list', '--json', '--read-only'], onDisk);
    expect(read.code, read.stderr).toBe(0);
    expect(read.json<{ sessions: unknown[] }>().sessions).toHaveLength(2);
    for (const args of [['list'], ['search', 'before'], ['export', 'jsonl'], []]) {
      const result = home.run(args, onDisk);
      if (result.code !== 0) expectSentence(result);
    }
  });

  test('an evening that fills the disk keeps what was answered before', async () => {
    using home = new Home();
    begin(home);
    const terminal = new Terminal(home, ['reflect'], onDisk);
    await terminal.answer(asked('you answered or decided'), '0');
    await terminal.answer(asked('you handed back'), '7');
    await terminal.until(asked('bare'));
    disk.fill(0);
    terminal.type('3\r');
    let code = -1;
    for (const label of ['with a proposal', 'asked where', 'asked why']) {
      const next = await Promise.race([terminal.end(), terminal.until(label).catch(() => -1)]);
      if (typeof next === 'number') {
        code = await terminal.end();
        break;
      }
      terminal.type('1\r');
    }
    expect(code, terminal.text).toBe(4);
    expect(terminal.text).toMatch(/praxis: The disk .*\n.+\n/);
    expect(terminal.text).not.toMatch(/^\s+at |node:internal/m);
    disk.clear();
    expect(onCopy(disk.journal, (db) => draftedDay(db, '2026-11-20')?.tallies)).toMatchObject({
      a: 0,
      c: 7,
    });
    const later = new Terminal(home, ['reflect'], onDisk);
    await later.until('a session was left unfinished');
    later.type('r');
    await later.until(/bare|with a proposal|asked where/);
    later.kill();
    await later.end();
  });

  test.for(['jsonl', 'markdown'])('an export of %s that does not fit is no export', (format) => {
    using home = new Home();
    disk.empty();
    for (let i = 0; i < 12; i++) home.ask(['note', '-'], { input: `${i} ${long.repeat(8)}` });
    const out = join(disk.path, `out.${format === 'jsonl' ? 'jsonl' : 'md'}`);
    for (const free of [250, 40, 1, 0]) {
      disk.fill(free);
      const result = home.run(['export', format, '--out', out]);
      disk.clear();
      expectSentence(result, [1]);
      expect(result.stderr).toMatch(/was not written: the disk is full/);
      expect(readdirSync(disk.path), 'no half of a file').toEqual([]);
    }
    expect(home.run(['export', format, '--out', out]).code).toBe(0);
    expect(statSync(out).size).toBeGreaterThan(2 << 20);
  });
});

describe('where files may not grow (RLIMIT_FSIZE, as on a full disk)', () => {
  /** Runs praxis with a limit on the size of every file it writes, in blocks of 1 kB. */
  function limited(home: Home, blocks: number, args: readonly string[], input: string): Outcome {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$@"`, 'praxis', process.execPath, PROGRAM, ...args],
      { env: home.env(), input, encoding: 'utf8' },
    );
    return { code: status, stdout, stderr, json: () => JSON.parse(stdout) };
  }

  test.for(WRITES)('%s is told in a sentence and stores all or nothing', ([args, input, back]) => {
    using home = new Home();
    for (const code of ['lee', 'sam']) home.ask(['person', 'add', code]);
    home.ask(['note', `before ${long}`]);
    let refused = 0;
    for (const blocks of [0, 1, 4, 8, 16, 24, 32, 33, 40, 64, 100, 200, 240, 1000]) {
      const before = whole(home.journal);
      const result = limited(home, blocks, args, input);
      const after = whole(home.journal);
      if (result.code === 0) expect(after).not.toBe(before);
      else {
        refused++;
        expectSentence(result);
        expect(after).toBe(before);
        const again = home.run(args, { input });
        expect(again.code, again.stderr).toBe(0);
      }
      home.ask([back]);
    }
    expect(refused).toBeGreaterThan(0);
  });
});
