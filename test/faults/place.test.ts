import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { SCHEMA } from '../../src/store/open.ts';
import { READING, WRITING } from '../support/commands.ts';
import { FIXTURES, putFixture } from '../support/fixtures.ts';
import { Home, type RunOptions } from '../support/praxis.ts';
import type { Errand } from '../support/stranger.ts';
import { expectSentence, sha256 } from './checks.ts';

// Where a journal lies and who runs praxis must not matter to what it keeps: modes, paths, links, folders that are closed.

const ROOT = process.getuid?.() === 0;
const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);

/** Every file and folder under a path, with its mode. */
function modesUnder(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(names.map((name) => [name, mode(join(path, name))]));
}

describe('only the owner reads what safety makes', () => {
  test.each(['000', '022', '077', '177'])('with umask %s', (umask) => {
    using home = new Home();
    const out = home.shell(`umask ${umask}
      praxis note one && praxis backup && praxis note two &&
      praxis backup restore manual-2026-11-20T181000000Z.db --yes &&
      PRAXIS_NOW=2026-11-22T18:10:00Z praxis note three &&
      praxis doctor --salvage saved && praxis config set keep_months 24 && praxis doctor --fix`);
    expect(out.code, out.stderr).toBe(0);
    expect(out.stderr).toBe('');
    for (const folder of ['.local/share/praxis', 'saved', '.config/praxis']) {
      const path = join(home.path, folder);
      expect(mode(path), folder).toBe('700');
      for (const [name, found] of Object.entries(modesUnder(path)))
        expect(found, name).toBe(statSync(join(path, name)).isDirectory() ? '700' : '600');
    }
    expect(home.files()).toEqual(['backups', 'journal.db']);
  });
});

describe('a path may be anything that a file may be called', () => {
  test.each([
    'with spaces/my journal.db',
    'two\nlines/journal\n.db',
    'дневник/日記 \u{1f4d3}.db',
    "quote's/100%?#&.db",
    ' around /journal.db ',
    '-dash/-journal.db',
    'file:x/memory:.db',
  ])('%j is backed up, restored, examined and salvaged there', (name) => {
    using home = new Home();
    const file = join(home.path, name);
    const at = ['--journal', file];
    home.ask(['note', 'one', ...at]);
    const { backup } = home.ask<{ backup: { file: string } }>(['backup', ...at]);
    home.ask(['note', 'two', ...at]);
    expect(home.ask(['backup', 'verify', ...at])).toMatchObject({ backups: [{ problem: null }] });
    home.ask(['backup', 'restore', backup.file, '--yes', ...at]);
    expect(home.ask<{ sessions: unknown[] }>(['list', ...at]).sessions).toHaveLength(1);
    expect(home.ask(['doctor', ...at])).toMatchObject({ damaged: false, journal: { entries: 1 } });
    const out = join(home.path, `saved ${name.replaceAll('/', ' ')}`);
    expect(home.ask(['doctor', '--salvage', out, ...at])).toMatchObject({ lost: 0 });
    home.ask(['person', 'add', 'lee', ...at]);
    home.ask(['person', 'forget', 'lee', '--yes', '--backups', ...at]);
    const left = readdirSync(dirname(file));
    expect(left.sort()).toEqual(
      [
        file.slice(dirname(file).length + 1),
        `${file.slice(dirname(file).length + 1)}.backups`,
      ].sort(),
    );
  });
});

test('a journal behind a link stays behind it, whatever is done', () => {
  using home = new Home();
  const real = join(home.path, 'real/journal.db');
  const link = join(home.path, 'link.db');
  mkdirSync(dirname(real));
  symlinkSync(real, link);
  const at = ['--journal', link];
  home.ask(['note', 'one', ...at]);
  const { backup } = home.ask<{ backup: { file: string } }>(['backup', ...at]);
  home.ask(['person', 'add', 'lee', ...at]);
  home.ask(['person', 'forget', 'lee', '--yes', ...at]);
  home.ask(['backup', 'restore', backup.file, '--yes', ...at]);
  home.ask(['doctor', '--fix', ...at]);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readlinkSync(link)).toBe(real);
  expect(readdirSync(dirname(real)).sort()).toEqual(['backups', 'journal.db']);
  expect(readdirSync(home.path).filter((name) => name.startsWith('link'))).toEqual(['link.db']);
});

describe('a folder that cannot be written', () => {
  test('is read, examined and listed; what would write says so', () => {
    using home = new Home();
    home.ask(['note', 'one']);
    const { backup } = home.ask<{ backup: { file: string } }>(['backup']);
    const folder = mkdtempSync(join(tmpdir(), 'praxis-closed-'));
    try {
      const copy = join(folder, 'journal.db');
      copyFileSync(home.journal, copy);
      const other = ROOT ? 65_534 : undefined;
      if (other !== undefined) for (const path of [folder, copy]) chownSync(path, other, other);
      chmodSync(copy, 0o400);
      chmodSync(folder, 0o500);
      const stranger = mkdtempSync(join(tmpdir(), 'praxis-stranger-'));
      if (other !== undefined) chownSync(stranger, other, other);
      const backupCopy = join(stranger, 'copy.db');
      copyFileSync(join(dirname(home.journal), 'backups', backup.file), backupCopy);
      if (other !== undefined) chownSync(backupCopy, other, other);
      const as: RunOptions = {
        env: { HOME: stranger },
        cwd: '/',
        ...(other === undefined ? {} : { uid: other }),
      };
      const run = (...args: string[]) => home.run([...args, '--journal', copy], as);
      for (const args of [['list'], ['backup', 'list'], ['backup', 'verify'], ['hold'], ['doctor']])
        expect(run(...args), args.join(' ')).toMatchObject({ code: 0, stderr: '' });
      for (const args of [
        ['note', 'x'],
        ['backup'],
        ['hold', 'on'],
        ['backup', 'restore', backupCopy, '--yes'],
      ])
        expectSentence(run(...args));
      expect(readdirSync(folder)).toEqual(['journal.db']);
      rmSync(stranger, { recursive: true, force: true });
    } finally {
      chmodSync(folder, 0o700);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test.each(FIXTURES.filter(({ kind, schema }) => kind === 'full' && [1, SCHEMA].includes(schema)))(
  'a folder that cannot be written: every reading command reads the journal of schema $schema in it, no other writes',
  (fixture) => {
    const folder = mkdtempSync(join(tmpdir(), 'praxis-closed-'));
    const journal = join(folder, 'journal.db');
    try {
      putFixture(journal, fixture);
      const other = ROOT ? 65_534 : undefined;
      if (other !== undefined) for (const path of [folder, journal]) chownSync(path, other, other);
      chmodSync(journal, 0o400);
      chmodSync(folder, 0o500);
      const bytes = sha256(journal);
      // Without a setting there is nothing to show of it; in the first schema were no decisions and no series of one's own.
      const absent = fixture.schema < SCHEMA ? /--older|decide show|trends lead-time/ : /--older/;
      const reading = READING.filter(({ args }) => !absent.test(args.join(' ')));
      const lines = [...reading, ...WRITING];
      const errand: Errand = { journal, now: '2026-11-13T08:00:00.000Z', lines };
      const { node, file } = inject('openProgram');
      const { stdout, stderr, status } = spawnSync(node, ['test/support/stranger.ts'], {
        cwd: dirname(dirname(file)),
        input: JSON.stringify(errand),
        env: { SQLITE_USE_URI: '1', TZ: 'UTC' },
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        ...(other === undefined ? {} : { uid: other, gid: other }),
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const outcomes = JSON.parse(stdout) as { code: number; stderr: string }[];
      for (const [i, { code, stderr: said }] of outcomes.entries()) {
        const args = lines[i]?.args.join(' ');
        if (i < reading.length) expect({ args, code, said }).toMatchObject({ args, code: 0 });
        // Settings and packs are the stranger's own, and stand elsewhere.
        else if (!/^(config|pack|remind) /.test(args ?? ''))
          expect({ args, code, said }).toEqual({
            args,
            code: expect.toBeOneOf([1, 2, 4]),
            said: expect.stringMatching(/^praxis: .+\n.+\n$/),
          });
      }
      expect(readdirSync(folder)).toEqual(['journal.db']);
      expect(sha256(journal)).toBe(bytes);
    } finally {
      chmodSync(folder, 0o700);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

describe('an account without a home', () => {
  test.runIf(ROOT)('keeps a journal that is named, with its backups, and looks it over', () => {
    using home = new Home();
    const folder = mkdtempSync(join(tmpdir(), 'praxis-homeless-'));
    const nobody = 54_321;
    chownSync(folder, nobody, nobody);
    try {
      const as: RunOptions = { env: { HOME: undefined }, cwd: '/', uid: nobody };
      const at = ['--journal', join(folder, 'journal.db')];
      for (const args of [
        ['note', 'x'],
        ['backup'],
        ['backup', 'verify'],
        ['doctor'],
        ['doctor', '--fix'],
      ]) {
        const { code, stderr } = home.run([...args, ...at], as);
        expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      }
      expect(readdirSync(folder).sort()).toEqual(['backups', 'journal.db']);
      const without = home.run(['doctor'], as);
      expectSentence(without, [1]);
      expect(without.stderr).toContain('no home folder');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('HOME that is empty is no folder of the place where praxis happens to run', () => {
    using home = new Home();
    const at = ['--journal', join(home.path, 'journal.db')];
    home.run(['note', 'x', ...at], { env: { HOME: '' } });
    home.run(['backup', ...at], { env: { HOME: '' } });
    expect(readdirSync(home.path).sort()).toEqual(['backups', 'journal.db']);
    expect(existsSync(join(home.path, '.local'))).toBe(false);
  });
});
