import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

const mode = (path: string) => statSync(path).mode & 0o777;

/** Notes of the journal at a path, through the program. */
const notesIn = (home: Home, file: string) =>
  home
    .ask<{ sessions: { answers: { note: string } }[] }>(['list', '--journal', file])
    .sessions.map(({ answers }) => answers.note)
    .sort();

describe('which journal', () => {
  test('--journal, then PRAXIS_JOURNAL, then the setting, then the data folder', () => {
    using home = new Home();
    const at = (name: string) => join(home.path, name, 'journal.db');
    const env = { PRAXIS_JOURNAL: at('env'), XDG_DATA_HOME: join(home.path, 'xdg') };
    const xdg = { XDG_DATA_HOME: join(home.path, 'xdg') };
    home.run(['note', 'default']);
    home.run(['note', 'xdg'], { env: xdg });
    home.run(['config', 'set', 'journal', at('configured')]);
    home.run(['note', 'configured'], { env: xdg });
    home.run(['note', 'env'], { env });
    home.run(['--journal', at('flag'), 'note', 'flag'], { env });
    home.run(['note', 'flag after', '--journal', at('flag')], { env });
    expect(notesIn(home, home.journal)).toEqual(['default']);
    expect(notesIn(home, join(home.path, 'xdg/praxis/journal.db'))).toEqual(['xdg']);
    expect(notesIn(home, at('configured'))).toEqual(['configured']);
    expect(notesIn(home, at('env'))).toEqual(['env']);
    expect(notesIn(home, at('flag'))).toEqual(['flag', 'flag after']);
  });

  test('an XDG path that is not absolute is ignored, and ~ is the home', () => {
    using home = new Home();
    home.run(['note', 'x'], { env: { XDG_DATA_HOME: 'relative' } });
    expect(existsSync(home.journal)).toBe(true);
    home.run(['note', 'y', '--journal', '~/mine.db']);
    expect(existsSync(join(home.path, 'mine.db'))).toBe(true);
  });

  test('a path may hold spaces, lines, quotes, and any script', () => {
    using home = new Home();
    for (const name of [
      'my journal.db',
      'two\nlines.db',
      "it's %41?#&.db",
      'дневник 日記.db',
      'file:x.db',
      '-dash.db',
      '100%.db',
    ]) {
      const file = join(home.path, 'a folder', name);
      expect(home.run(['note', '--journal', file, '--', name])).toMatchObject({
        code: 0,
        stderr: '',
      });
      expect(notesIn(home, file)).toEqual([name]);
      expect(home.run(['list', '--read-only', '--journal', file]).stdout).toMatch(/moment/);
      expect(readdirSync(dirname(file))).toContain(name);
    }
    expect(readdirSync(join(home.path, 'a folder'))).toHaveLength(7);
  });

  test('spaces and lines around a name are part of it', () => {
    using home = new Home();
    for (const name of [' spaces around ', 'a line after\n']) {
      const file = join(home.path, 'folder', name);
      expect(home.run(['note', '--journal', file, '--', name])).toMatchObject({
        code: 0,
        stderr: '',
      });
      expect(notesIn(home, file)).toEqual([name]);
    }
  });

  test('a journal behind a link stays where it is', () => {
    using home = new Home();
    mkdirSync(join(home.path, 'real'));
    symlinkSync(join(home.path, 'real/journal.db'), join(home.path, 'link.db'));
    home.run(['note', 'x', '--journal', join(home.path, 'link.db')]);
    expect(readdirSync(join(home.path, 'real'))).toEqual(['journal.db']);
  });

  test('a folder in its place is said, and left alone', () => {
    using home = new Home();
    mkdirSync(join(home.path, 'folder'));
    for (const command of [['list'], ['note', 'x']])
      refused(home.run([...command, '--journal', join(home.path, 'folder')]), 4, /is a folder/);
    writeFileSync(join(home.path, 'file'), 'x');
    refused(home.run(['note', 'x', '--journal', join(home.path, 'file/journal.db')]), 4);
    expect(readdirSync(join(home.path, 'folder'))).toEqual([]);
  });
});

describe('only the owner reads it', () => {
  for (const umask of ['000', '077']) {
    test(`under umask ${umask}`, () => {
      using home = new Home();
      const out = home.shell(`umask ${umask}
        praxis note one && praxis reflect --answers - <<< '{"answers":{"R1":3}}' && praxis config set editor nano &&
        praxis export markdown --out notes/new && praxis export jsonl --out journal.jsonl`);
      expect(out).toMatchObject({ code: 0, stderr: '' });
      const modes: Record<string, number> = {
        '.local/share/praxis': 0o700,
        '.local/share/praxis/journal.db': 0o600,
        '.config/praxis': 0o700,
        '.config/praxis/config.json': 0o600,
        '.cache/praxis': 0o700,
        'notes/new': 0o700,
        'notes/new/2026-11.md': 0o600,
        'journal.jsonl': 0o600,
      };
      for (const [path, wanted] of Object.entries(modes))
        expect({ path, mode: mode(join(home.path, path)).toString(8) }).toEqual({
          path,
          mode: wanted.toString(8),
        });
      expect(home.files()).toEqual(['journal.db']);
    });
  }

  test('a folder that praxis did not make keeps its mode', () => {
    using home = new Home();
    const folder = join(home.path, 'shared');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    home.run(['note', 'x', '--journal', join(folder, 'journal.db')]);
    expect([mode(folder), mode(join(folder, 'journal.db'))]).toEqual([0o755, 0o600]);
  });
});

const READING: readonly string[][] = [
  [],
  ['today'],
  ['list'],
  ['show'],
  ['search', 'words'],
  ['intentions'],
  ['person'],
  ['person', 'show', 'lee'],
  ['history'],
  ['why'],
  ['exercise'],
  ['exercise', 'list'],
  ['exercise', 'show', 'X5'],
  ['learn'],
  ['pack'],
  ['query', 'SELECT * FROM v_session'],
  ['reflect'],
  ['reflect', '--template'],
  ['export', 'jsonl'],
  ['export', 'markdown'],
];

/** A journal with something for every reading command. */
function filled(): Home {
  const home = new Home();
  home.run(['person', 'add', 'lee']);
  home.run(['note', 'some words', '@lee']);
  home.run(['intend', 'x', 'y']);
  home.run(['reflect', '--answers', '-'], { input: '{"answers":{"tallies":{"a":1,"c":1}}}' });
  return home;
}

describe('reading', () => {
  test('never changes the journal, and leaves nothing beside it', () => {
    using home = filled();
    const before = { hash: home.hash(), files: home.files() };
    for (const args of READING)
      for (const flags of [[], args[0] === 'export' ? [] : ['--json'], ['--read-only']]) {
        expect({ args, code: home.run([...args, ...flags]).code }).toEqual({ args, code: 0 });
        expect({ args, hash: home.hash(), files: home.files() }).toEqual({ args, ...before });
      }
  });

  test('with --read-only makes nothing beside the journal, not even for an instant', async () => {
    using home = filled();
    const folder = dirname(home.journal);
    /** Names that were made or removed in the folder while a command ran. */
    const touched = async (args: string[]): Promise<string[]> => {
      const names: string[] = [];
      const watcher = watch(folder);
      watcher.on('change', (event, name) => {
        if (event === 'rename') names.push(String(name));
      });
      expect((await home.start(args).ended).code).toBe(0);
      // Events come in order: when the last one is here, all are.
      const mark = join(folder, 'mark');
      writeFileSync(mark, '');
      while (!names.includes('mark')) await once(watcher, 'change');
      watcher.close();
      rmSync(mark);
      return names.filter((name) => name !== 'mark');
    };
    // What the watch would see: an ordinary reader has a -wal and a -shm while it reads.
    expect(await touched(['list'])).toContain('journal.db-wal');
    for (const args of READING) expect(await touched([...args, '--read-only'])).toEqual([]);
  });

  test('works on a copy in a folder that cannot be written', () => {
    using home = filled();
    const folder = mkdtempSync(join(tmpdir(), 'praxis-test-sealed-'));
    try {
      const copy = join(folder, 'journal.db');
      copyFileSync(home.journal, copy);
      // Root may write anywhere: then it is somebody else who reads.
      const other = process.getuid?.() === 0 ? 65_534 : undefined;
      if (other !== undefined) for (const path of [folder, copy]) chownSync(path, other, other);
      chmodSync(copy, 0o400);
      chmodSync(folder, 0o500);
      const before = readdirSync(folder);
      for (const flags of [[], ['--read-only']])
        for (const args of READING) {
          const outcome = home.run(
            [...args, ...flags, '--journal', copy],
            other === undefined ? {} : { uid: other, cwd: '/', env: { HOME: folder } },
          );
          expect({ args, code: outcome.code, stderr: outcome.stderr }).toEqual({
            args,
            code: 0,
            stderr: '',
          });
          expect(readdirSync(folder)).toEqual(before);
        }
      const writing = home.run(
        ['note', 'x', '--journal', copy],
        other === undefined ? {} : { uid: other, cwd: '/', env: { HOME: folder } },
      );
      refused(writing, 4);
    } finally {
      chmodSync(folder, 0o700);
      rmSync(folder, { recursive: true });
    }
  });

  test('a journal that may not be read is an error, not an empty journal', () => {
    using home = filled();
    const folder = mkdtempSync(join(tmpdir(), 'praxis-test-closed-'));
    try {
      const copy = join(folder, 'inner/journal.db');
      mkdirSync(dirname(copy));
      copyFileSync(home.journal, copy);
      chmodSync(dirname(copy), 0o000);
      const other = process.getuid?.() === 0 ? 65_534 : undefined;
      if (other !== undefined) chownSync(folder, other, other);
      const as = other === undefined ? {} : { uid: other, cwd: '/', env: { HOME: folder } };
      for (const args of [['list'], ['list', '--read-only'], ['note', 'x']])
        refused(home.run([...args, '--journal', copy], as), 4);
    } finally {
      chmodSync(join(folder, 'inner'), 0o700);
      rmSync(folder, { recursive: true });
    }
  });

  test('--read-only and a command that writes do not go together', () => {
    using home = filled();
    const before = home.hash();
    for (const args of [['note', 'x'], ['tally', 'c'], ['undo'], ['person', 'add', 'sam']])
      refused(home.run([...args, '--read-only']), 2, /--read-only/);
    expect(home.hash()).toBe(before);
  });
});
