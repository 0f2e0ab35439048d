import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Home, PROGRAM } from '../support/praxis.ts';

// What praxis says is kept survives a power cut: the calls that it makes to the system, in their order. A name counts once
// its folder is on disk, and bytes once their file is.

const CALLS =
  'fsync,fdatasync,write,pwrite64,link,linkat,rename,renameat,renameat2,unlink,unlinkat';
const works = (() => {
  const probe = spawnSync('strace', ['-f', '-y', '-e', `trace=${CALLS}`, 'true']);
  return probe.status === 0 && /exited with 0/.test(probe.stderr.toString());
})();
beforeAll(() => {
  if (!works)
    console.log('sync: this machine traces no programs; see synchronous in write.test.ts');
});

type Call =
  | { readonly call: 'sync' | 'write' | 'gone'; readonly path: string }
  | { readonly call: 'name'; readonly from: string; readonly to: string }
  | { readonly call: 'said'; readonly text: string };

/** The calls that a command makes, those on its own files and its words on stdout. */
function traced(home: Home, args: readonly string[]): Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'praxis-trace-'));
  try {
    const file = join(folder, 'calls');
    const words = ['-f', '-y', '-s', '200', '-e', `trace=${CALLS}`, '-o', file];
    const { status, stderr } = spawnSync('strace', [...words, process.execPath, PROGRAM, ...args], {
      env: home.env(),
      cwd: home.path,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): Call[] => callIn(line, home));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function callIn(line: string, home: Home): Call[] {
  const ours = (path: string) => path.startsWith(home.path) && !path.includes('/.cache/');
  const [, sync] = /\bf(?:data)?sync\(\d+<([^>]+)>\) += 0/.exec(line) ?? [];
  if (sync !== undefined) return ours(sync) ? [{ call: 'sync', path: sync }] : [];
  const [, from, to] =
    /\b(?:link|rename)(?:at2?)?\(.*?"([^"]+)".*?"([^"]+)".*\) += 0/.exec(line) ?? [];
  if (from !== undefined && to !== undefined) return ours(to) ? [{ call: 'name', from, to }] : [];
  const [, gone] = /\bunlink(?:at)?\(.*?"([^"]+)".*\) += 0/.exec(line) ?? [];
  if (gone !== undefined) return ours(gone) ? [{ call: 'gone', path: gone }] : [];
  const [, said] = /\bwrite\(1<[^>]*>, "(.*)", \d+\) += \d+/.exec(line) ?? [];
  if (said !== undefined) return [{ call: 'said', text: said }];
  const [, path] = /\bp?write(?:64)?\(\d+<([^>]+)>/.exec(line) ?? [];
  return path !== undefined && ours(path) ? [{ call: 'write', path }] : [];
}

/** Where the last write to a file stands, and whether it was synced between there and a place. */
function expectSynced(calls: readonly Call[], path: string, before: number): void {
  const written = calls
    .slice(0, before)
    .findLastIndex((each) => each.call === 'write' && each.path === path);
  expect(written, `${path} was written`).toBeGreaterThanOrEqual(0);
  const synced = calls
    .slice(written, before)
    .some((each) => each.call === 'sync' && each.path === path);
  expect(synced, `${path} is on disk`).toBe(true);
}

/** A new name: its bytes are on disk before it, and its folder is what is put on disk next. */
function expectNamed(calls: readonly Call[], to: string): void {
  const at = calls.findIndex((each) => each.call === 'name' && each.to === to);
  expect(at, `${to} was given`).toBeGreaterThanOrEqual(0);
  const named = calls[at];
  if (named?.call === 'name') expectSynced(calls, named.from, at);
  const next = calls.slice(at).find((each) => each.call === 'sync');
  expect(next, `the folder of ${to} comes next`).toEqual({ call: 'sync', path: dirname(to) });
}

describe.runIf(works)('the order of calls to the system', () => {
  test('a new journal is on disk, and its folder with it, before the first entry is said to be kept', () => {
    using home = new Home();
    const calls = traced(home, ['note', 'x']);
    expectNamed(calls, home.journal);
    const said = calls.findIndex((each) => each.call === 'said' && each.text.includes('Kept'));
    expectSynced(calls, `${home.journal}-wal`, said);
  });

  test.each([['tally', 'c'], ['undo'], ['person', 'add', 'kim']])(
    '%s %s %s is on disk before it is said',
    (...given) => {
      const args = given.filter((each) => each !== undefined);
      using home = new Home();
      home.ask(['note', 'x']);
      const calls = traced(home, args);
      const said = calls.findIndex((each) => each.call === 'said');
      expectSynced(calls, `${home.journal}-wal`, said);
    },
  );

  test('a backup, an export, a setting and a restored journal have their bytes on disk before their name', () => {
    using home = new Home();
    home.ask(['note', 'x']);
    const backups = join(dirname(home.journal), 'backups');
    const file = join(backups, 'manual-2026-11-20T181000000Z.db');
    const made = traced(home, ['backup']);
    expectNamed(made, file);
    expectNamed(made, `${file}.sha256`);
    expectNamed(
      traced(home, ['export', 'jsonl', '--out', 'out.jsonl']),
      join(home.path, 'out.jsonl'),
    );
    expectNamed(
      traced(home, ['config', 'set', 'day_ends', '03:00']),
      join(home.path, '.config/praxis/config.json'),
    );
    const restored = traced(home, ['backup', 'restore', file, '--yes']);
    expectNamed(restored, home.journal);
    expect(existsSync(home.journal)).toBe(true);
    // What belongs to the replaced journal is gone before the new one stands there.
    const named = restored.findIndex((each) => each.call === 'name' && each.to === home.journal);
    for (const end of ['-wal', '-journal']) {
      const path = home.journal + end;
      const gone = restored.findIndex((each) => each.call === 'gone' && each.path === path);
      expect(gone, path).toBeGreaterThanOrEqual(0);
      expect(gone, path).toBeLessThan(named);
    }
  });
});

test.runIf(works)('no command asks the system for a connection to anywhere', () => {
  using home = new Home();
  home.ask(['person', 'add', 'lee']);
  const folder = mkdtempSync(join(tmpdir(), 'praxis-trace-'));
  try {
    for (const args of [
      ['note', 'x', '@lee'],
      ['today'],
      ['export', 'jsonl'],
      ['doctor'],
      ['query', 'SELECT 1'],
      ['pack', 'list'],
    ]) {
      const file = join(folder, 'calls');
      const words = ['-f', '-e', 'trace=socket,connect', '-o', file, process.execPath, PROGRAM];
      expect(spawnSync('strace', [...words, ...args], { env: home.env() }).status).toBe(0);
      // A socket of the machine itself (AF_UNIX) is how Node talks to a child.
      expect(readFileSync(file, 'utf8')).not.toMatch(/AF_INET|AF_NETLINK|AF_PACKET/);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
