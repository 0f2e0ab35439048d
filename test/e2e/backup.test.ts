import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface Listed {
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
  readonly kind: string;
}
const list = (home: Home) => home.ask<{ backups: Listed[] }>(['backup', 'list']).backups;
const folder = (home: Home) => join(dirname(home.journal), 'backups');
const make = (home: Home) => home.ask<{ backup: Listed }>(['backup']).backup.file;
const on = (day: string) => ({ now: `2026-11-${day}T18:10:00Z` });
const notes = (home: Home) =>
  home.rows<{ text: string }>('SELECT text FROM answer ORDER BY text').map(({ text }) => text);

/** A journal with one note, a backup of it, and a second note. */
function written(): { home: Home; backup: string } {
  const home = new Home();
  home.run(['note', 'one']);
  const backup = make(home);
  home.run(['note', 'two']);
  return { home, backup };
}

describe('backups come by themselves', () => {
  test('before the first write of a day, and not on the first day or when something is read', () => {
    using home = new Home();
    for (const day of ['18', '18', '19', '19', '20']) home.run(['note', day], on(day));
    home.run(['list'], on('21'));
    expect(list(home).map(({ at, kind }) => `${kind} ${at.slice(0, 10)}`)).toEqual([
      'daily 2026-11-20',
      'daily 2026-11-19',
    ]);
    const [, first] = list(home);
    const db = new Sqlite(join(folder(home), first?.file ?? ''), { readonly: true });
    expect(db.prepare('SELECT text FROM answer').pluck().all()).toEqual(['18', '18']);
    db.close();
  });

  test('before the first answer of an evening too', async () => {
    using home = new Home();
    home.run(['note', 'x'], on('18'));
    const terminal = new Terminal(home, ['reflect', '--quick'], on('19'));
    await terminal.answer(/^ {4}you answered or decided +›/m, '1');
    await terminal.until('had to be you');
    expect(list(home)).toHaveLength(1);
    terminal.kill();
    await terminal.end();
  });

  test('before an import that meets something, and not before a rehearsal', () => {
    using home = new Home();
    using other = new Home();
    other.run(['note', 'theirs']);
    const file = join(home.path, 'in.jsonl');
    writeFileSync(file, other.run(['export', 'jsonl']).stdout);
    home.ask(['import', 'jsonl', file]);
    expect(list(home)).toEqual([]);
    home.ask(['import', 'jsonl', file, '--dry-run']);
    expect(list(home)).toEqual([]);
    home.ask(['import', 'jsonl', file]);
    expect(list(home).map(({ kind }) => kind)).toEqual(['before-import']);
    const text = '2026-11-02 09:00 A title\n';
    home.ask(['import', 'jrnl', '-', '--dry-run'], { input: text });
    expect(list(home)).toHaveLength(1);
    home.ask(['import', 'jrnl', '-'], { input: text });
    expect(list(home).map(({ kind }) => kind)).toEqual(['before-import', 'before-import']);
  });

  test('never before somebody is forgotten', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee'], on('18'));
    home.ask(['person', 'forget', 'lee', '--yes'], on('19'));
    expect(list(home)).toEqual([]);
    home.run(['note', 'x'], on('19'));
    expect(list(home)).toHaveLength(1);
  });

  test('one that fails stops nothing: the note is kept, and it is said', () => {
    using home = new Home();
    home.run(['note', 'one'], on('18'));
    writeFileSync(folder(home), 'a file where the folder belongs');
    const { code, stdout, stderr } = home.run(['note', 'two'], on('19'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '  Kept.\n' });
    expect(stderr).toMatch(/^praxis: no backup was made before this\. .+\n$/);
    expect(notes(home)).toEqual(['one', 'two']);
  });
});

describe('praxis backup', () => {
  test('makes a copy for the owner alone, that any SQLite tool reads', () => {
    using home = new Home();
    home.run(['note', 'one']);
    const said = home.run(['backup']);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toBe(
      '  manual-2026-11-20T181000000Z.db is made and checked. It stands in\n  ~/.local/share/praxis/backups.\n'.replace(
        'in\n  ~',
        'in ~',
      ),
    );
    const [made] = list(home);
    const path = join(folder(home), made?.file ?? '');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder(home)).mode & 0o777).toBe(0o700);
    expect(made).toMatchObject({ kind: 'manual', at: '2026-11-20T18:10:00.000Z' });
    expect(made?.bytes).toBe(statSync(path).size);
    expect(home.files(), 'no log is left').toEqual(['backups', 'journal.db']);
  });

  test('a second one of the same moment has a name of its own', () => {
    using home = new Home();
    home.run(['note', 'one']);
    expect([make(home), make(home)]).toEqual([
      'manual-2026-11-20T181000000Z.db',
      'manual-2026-11-20T181000000Z-2.db',
    ]);
    expect(list(home).map(({ file }) => file)).toEqual([
      'manual-2026-11-20T181000000Z-2.db',
      'manual-2026-11-20T181000000Z.db',
    ]);
  });

  test('needs a journal, and says so', () => {
    using home = new Home();
    refused(home.run(['backup']), 1, 'no journal yet');
    refusedAsJson(home.run(['backup', '--json']), 1);
    expect(list(home)).toEqual([]);
    expect(home.run(['backup', 'list']).stdout).toContain('No backup yet');
    expect(existsSync(home.journal)).toBe(false);
    refused(home.run(['backup', '--read-only']), 2);
    refused(home.run(['backup', 'lst']), 2, 'Did you mean "list"');
  });

  test('journals of one folder have backups of their own', () => {
    using home = new Home();
    const at = (name: string) => ['--journal', join(home.path, name)];
    home.run(['note', 'a', ...at('a.db')]);
    home.run(['note', 'b', ...at('b.db')]);
    home.ask(['backup', ...at('a.db')]);
    expect(home.ask<{ backups: unknown[] }>(['backup', 'list', ...at('b.db')]).backups).toEqual([]);
    expect(readdirSync(join(home.path, 'a.db.backups'))).toHaveLength(2);
  });
});

describe('praxis backup verify', () => {
  test('checks one or all, and ends with 4 when one is damaged', () => {
    const { home, backup } = written();
    using _ = home;
    const second = make(home);
    expect(home.ask(['backup', 'verify'])).toMatchObject({
      backups: [
        { file: second, problem: null, entries: 2 },
        { file: backup, problem: null, entries: 1 },
      ],
    });
    const path = join(folder(home), backup);
    const bytes = readFileSync(path);
    bytes.write('ONE', bytes.indexOf('one'));
    writeFileSync(path, bytes);
    const all = home.run(['backup', 'verify', '--json']);
    expect(all.code).toBe(4);
    expect(
      all.json<{ backups: { problem: string | null }[] }>().backups.map((x) => x.problem === null),
    ).toEqual([true, false]);
    expect(home.run(['backup', 'verify', second]).code).toBe(0);
    expect(home.run(['backup', 'verify', backup])).toMatchObject({ code: 4, stderr: '' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    refused(home.run(['backup', 'verify', 'nothing.db']), 2, 'no backup "nothing.db"');
  });
});

describe('praxis backup restore', () => {
  test('brings back what was, keeps what it replaces, and can be turned back itself', () => {
    const { home, backup } = written();
    using _ = home;
    const before = home.run(['export', 'jsonl']).stdout;
    const restored = home.ask<{ kept: string }>(['backup', 'restore', backup, '--yes']);
    expect(restored).toMatchObject({ file: backup, entries: 1 });
    expect(notes(home)).toEqual(['one']);
    expect(home.files()).toEqual(['backups', 'journal.db']);
    home.run(['note', 'three']);
    expect(notes(home)).toEqual(['one', 'three']);
    home.ask(['backup', 'restore', restored.kept, '--yes']);
    expect(home.run(['export', 'jsonl']).stdout).toBe(before);
    expect(list(home).map(({ kind }) => kind)).toEqual([
      'before-restore',
      'before-restore',
      'manual',
    ]);
    expect(statSync(home.journal).mode & 0o777).toBe(0o600);
  });

  test('asks first, and takes nothing but yes', async () => {
    const { home, backup } = written();
    using _ = home;
    const before = home.hash();
    refused(home.run(['backup', 'restore', backup]), 2, 'asked about first');
    for (const [key, left] of [
      ['n', ['one', 'two']],
      ['y', ['one']],
    ] as const) {
      const terminal = new Terminal(home, ['backup', 'restore', backup]);
      await terminal.until(/which has 2 entries, with\s+manual-\S+,\s+which\s+has 1\s+entry\?/);
      terminal.type(`${key}\r`);
      expect(await terminal.end()).toBe(0);
      expect(notes(home)).toEqual(left);
      if (key === 'n') expect(home.hash()).toBe(before);
    }
  });

  test('takes a copy from anywhere, where no journal is any more', () => {
    const { home, backup } = written();
    using _ = home;
    const stick = join(home.path, 'my stick', 'journal copy.db');
    mkdirSync(dirname(stick));
    copyFileSync(join(folder(home), backup), stick);
    rmSync(dirname(home.journal), { recursive: true });
    expect(home.ask(['backup', 'restore', stick, '--yes'])).toMatchObject({ kept: null });
    expect(notes(home)).toEqual(['one']);
  });

  test('takes a copy with its log beside it, as it was copied from an open journal', async () => {
    using home = new Home();
    home.run(['note', 'one']);
    const terminal = new Terminal(home, ['reflect', '--quick']);
    await terminal.until('you answered or decided');
    home.run(['note', 'in the log']);
    for (const end of ['', '-wal'])
      copyFileSync(home.journal + end, join(home.path, `copy.db${end}`));
    terminal.kill();
    await terminal.end();
    home.run(['undo']);
    home.ask(['backup', 'restore', join(home.path, 'copy.db'), '--yes']);
    expect(notes(home)).toEqual(['in the log', 'one']);
    expect(readdirSync(home.path).filter((name) => name.startsWith('copy'))).toHaveLength(2);
  });

  test('refuses a copy that is damaged, newer, or no journal; the journal stays as it is', () => {
    const { home, backup } = written();
    using _ = home;
    const before = home.hash();
    const path = join(folder(home), backup);
    const sound = readFileSync(path);
    const other = join(home.path, 'other.db');
    const db = new Sqlite(other);
    db.exec('CREATE TABLE bookmark (url TEXT)');
    db.close();
    const newer = Buffer.from(sound);
    newer.writeUInt32BE(99, 60);
    for (const [bytes, says] of [
      [sound.subarray(0, 8192), /cannot be restored/],
      [newer, /newer praxis|not those that were written/],
      [Buffer.from('Dear diary'), /not a praxis journal/],
      [readFileSync(other), /not a praxis journal|not those/],
    ] as const) {
      writeFileSync(path, bytes);
      refused(home.run(['backup', 'restore', backup, '--yes']), 4, says);
      expect(home.hash()).toBe(before);
    }
    refused(home.run(['backup', 'restore', '../journal.db.x', '--yes']), 2, 'no backup');
    refused(home.run(['backup', 'restore', '.', '--yes']), 2, 'no backup');
    expect(home.files()).toEqual(['backups', 'journal.db']);
  });

  test('waits for nobody who has the journal open: it says so, and both go on', async () => {
    const { home, backup } = written();
    using _ = home;
    const terminal = new Terminal(home, ['reflect', '--quick']);
    await terminal.answer(/^ {4}you answered or decided +›/m, '3');
    await terminal.until('had to be you');
    refused(home.run(['backup', 'restore', backup, '--yes']), 4, 'Another praxis has the journal');
    terminal.kill();
    await terminal.end();
    expect(notes(home)).toEqual(['one', 'two']);
    home.ask(['backup', 'restore', backup, '--yes']);
    expect(notes(home)).toEqual(['one']);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 8192)],
    [
      'without its first page',
      (bytes: Buffer) => Buffer.concat([Buffer.alloc(4096), bytes.subarray(4096)]),
    ],
    [
      'with wrong bytes in the middle',
      (bytes: Buffer) => Buffer.from(bytes).fill(0xa5, 8192, 16_384),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('replaces a journal that is %s, and keeps every byte of it', (_, damage) => {
    const { home, backup } = written();
    using __ = home;
    const bytes = damage(readFileSync(home.journal));
    writeFileSync(home.journal, bytes);
    const { kept } = home.ask<{ kept: string | null }>(['backup', 'restore', backup, '--yes']);
    expect(notes(home)).toEqual(['one']);
    if (bytes.length === 0) return expect(kept).toBe(null);
    expect(kept).toMatch(/^damaged-.*\.db$/);
    expect(readFileSync(join(folder(home), kept ?? '')).equals(bytes)).toBe(true);
    expect(list(home)[0]).toMatchObject({ file: kept, kind: 'damaged' });
  });

  test('keeps the log of a damaged journal with it, and the new one does not meet it', async () => {
    const { home, backup } = written();
    using _ = home;
    const terminal = new Terminal(home, ['reflect', '--quick']);
    await terminal.answer(/^ {4}you answered or decided +›/m, '3');
    await terminal.until('had to be you');
    terminal.kill();
    await terminal.end();
    const log = readFileSync(`${home.journal}-wal`);
    const bytes = readFileSync(home.journal).fill(0, 0, 4096);
    writeFileSync(home.journal, bytes);
    const { kept } = home.ask<{ kept: string }>(['backup', 'restore', backup, '--yes']);
    expect(notes(home)).toEqual(['one']);
    expect(readFileSync(join(folder(home), `${kept}-wal`)).equals(log)).toBe(true);
    expect(readFileSync(join(folder(home), kept)).equals(bytes)).toBe(true);
    expect(home.files()).toEqual(['backups', 'journal.db']);
  });

  test("never replaces another program's file, or a newer journal", () => {
    const { home, backup } = written();
    using _ = home;
    const copy = join(home.path, 'copy.db');
    copyFileSync(join(folder(home), backup), copy);
    const other = join(home.path, 'other.db');
    for (const sql of [
      'CREATE TABLE bookmark (url TEXT)',
      `PRAGMA application_id = ${0x70727873}; PRAGMA user_version = 99; CREATE TABLE x (y)`,
    ]) {
      rmSync(other, { force: true });
      const db = new Sqlite(other);
      db.exec(sql);
      db.close();
      const before = readFileSync(other);
      refused(home.run(['backup', 'restore', copy, '--yes', '--journal', other]), 4);
      expect(readFileSync(other).equals(before)).toBe(true);
    }
  });

  test('a journal behind a link stays behind it', () => {
    const { home, backup } = written();
    using _ = home;
    const real = join(home.path, 'real');
    mkdirSync(real);
    renameSync(dirname(home.journal), join(real, 'praxis'));
    mkdirSync(dirname(home.journal));
    symlinkSync(join(real, 'praxis/journal.db'), home.journal);
    const env = { PRAXIS_JOURNAL: home.journal };
    home.ask(['backup', 'restore', backup, '--yes'], { env });
    expect(readdirSync(dirname(home.journal))).toEqual(['journal.db']);
    expect(notes(home)).toEqual(['one']);
    expect(home.ask<{ backups: unknown[] }>(['backup', 'list'], { env }).backups).toHaveLength(2);
  });
});
