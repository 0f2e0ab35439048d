import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

/** Where a word stands, in whatever case, in the bytes of the files that praxis keeps. */
function filesWith(home: Home, word: string): string[] {
  const folder = dirname(home.journal);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => {
      const text = readFileSync(join(folder, name)).toString('latin1').toLowerCase();
      return text.includes(Buffer.from(word.toLowerCase()).toString('latin1'));
    })
    .sort();
}

/** A journal in which a word stands in every way it can: said, mended, undone, indexed, in a draft. */
async function marked(home: Home): Promise<string> {
  home.run(['person', 'add', 'lee']);
  const answers = (text: string) =>
    JSON.stringify({ answers: { prompt: text, note: `${text} and Zirkonium`, tallies: { c: 1 } } });
  const { id } = home.ask<{ id: string }>(['reflect', '--answers', '-'], {
    input: answers('Quarzit first'),
  });
  home.ask(['reflect', '--answers', '-', '--replace'], { input: answers('Quarzit second') });
  home.ask(['edit', id, '--item', 'note', '--to', 'quarzit, mended']);
  home.ask(['undo']);
  for (let i = 0; i < 40; i++) home.ask(['note', `Feldspat ${i} ${'and on '.repeat(40)}`]);
  return id;
}

describe('praxis delete --for-good', () => {
  test('takes a text out of every byte that praxis keeps, and leaves all else', async () => {
    using home = new Home();
    const id = await marked(home);
    expect(filesWith(home, 'quarzit')).toEqual(['journal.db']);
    home.ask(['delete', id, '--yes']);
    expect(filesWith(home, 'quarzit'), 'a plain delete keeps it for undo').toEqual(['journal.db']);
    home.ask(['undo']);
    expect(home.ask(['delete', id, '--for-good', '--yes'])).toEqual({
      schema: 'praxis.deleted/1',
      noun: 'session',
      id,
      forGood: true,
      backups: [],
      removedBackups: [],
    });
    for (const word of ['quarzit', 'zirkonium', id]) expect(filesWith(home, word)).toEqual([]);
    expect(home.ask<{ results: unknown[] }>(['search', 'quarzit']).results).toEqual([]);
    expect(home.ask<{ results: unknown[] }>(['search', 'feldspat']).results.length).toBeGreaterThan(
      0,
    );
    expect(home.ask<{ sessions: unknown[] }>(['list']).sessions).toHaveLength(40);
    refused(home.run(['undo']), 1, 'nothing to undo');
    expect(existsSync(`${home.journal}-wal`)).toBe(false);
  });

  test('takes along what another program left in free space', () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['note', 'Feldspat']);
    home.meddle(
      `PRAGMA secure_delete = OFF; UPDATE answer SET text = '${'Quarzit '.repeat(2_000)}'; UPDATE answer SET text = 'Feldspat'`,
    );
    expect(filesWith(home, 'quarzit')).toEqual(['journal.db']);
    home.ask(['delete', id, '--for-good', '--yes']);
    expect(filesWith(home, 'quarzit')).toEqual([]);
  });

  test('the draft of an evening that was being mended goes too', async () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['reflect', '--answers', '-'], {
      input: '{"answers":{"note":"Quarzit","tallies":{"a":1,"c":1}}}',
    });
    const terminal = new Terminal(home, ['reflect']);
    await terminal.until(/amend/);
    terminal.type('a');
    await terminal.answer(/^ {4}you answered or decided +›/m, '2');
    await terminal.until('had to be you');
    terminal.kill();
    await terminal.end();
    home.ask(['delete', id, '--for-good', '--yes']);
    expect(home.counts()['draft']).toBe(0);
    expect(filesWith(home, 'quarzit')).toEqual([]);
  });

  test('works for a plan and for what is known of a person', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const plan = home.ask<{ id: string }>(['intend', 'Quarzit comes up', 'I wait']);
    home.ask(['know', 'lee', 'best-hours', 'Quarzit hours', '--how', 'told']);
    const [known] = home.rows<{ id: string }>('SELECT id FROM knowledge');
    for (const id of [plan.id, known?.id ?? '']) home.ask(['delete', id, '--for-good', '--yes']);
    expect(filesWith(home, 'quarzit')).toEqual([]);
  });

  test('names the backups that still hold it, and with --backups removes just those', async () => {
    using home = new Home();
    home.run(['note', 'Feldspat'], { now: '2026-11-18T12:00:00Z' });
    const before = home.ask<{ backup: { file: string } }>(['backup']).backup.file;
    const { id } = home.ask<{ id: string }>(['note', 'Quarzit']);
    const holding = home.ask<{ backup: { file: string } }>(['backup']).backup.file;
    const first = home.run(['delete', id, '--yes', '--for-good']);
    expect(first.stderr).toContain(
      `Backups made before still hold it. They stand in ~/.local/share/praxis/backups: ${holding}.`,
    );
    expect(first.stderr).not.toContain(`${before},`);
    expect(filesWith(home, 'quarzit')).toEqual([`backups/${holding}`]);
    home.ask(['backup', 'restore', holding, '--yes']);
    expect(filesWith(home, 'quarzit')).toEqual(['backups/'.concat(holding), 'journal.db']);
    const gone = home.ask<{ removedBackups: string[] }>([
      'delete',
      id,
      '--yes',
      '--for-good',
      '--backups',
    ]);
    expect(gone.removedBackups).toEqual([holding]);
    expect(filesWith(home, 'quarzit')).toEqual([]);
    const left = home.ask<{ backups: { file: string }[] }>(['backup', 'verify']).backups;
    expect(left.map(({ file }) => file)).toContain(before);
    expect(left.length).toBeGreaterThan(2);
  });

  test('asks, with what it means, and nothing goes without a yes', async () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['note', 'Quarzit']);
    refused(home.run(['delete', id, '--for-good']), 2, 'for good is asked about first');
    refused(home.run(['delete', id, '--backups', '--yes']), 2, '--backups goes with --for-good');
    const terminal = new Terminal(home, ['delete', id, '--for-good']);
    await terminal.until('nor anything else brings it back');
    terminal.type('\r');
    expect(await terminal.end()).toBe(0);
    expect(filesWith(home, 'quarzit')).toEqual(['journal.db']);
  });
});

test.each([
  ['delete', 'ID', '--for-good', '--yes'],
  ['person', 'forget', 'quarzit', '--yes'],
  ['delete', '--older', '--yes'],
])('praxis %s %s: no backup is made of what is to go, though one of the day is due', (...given) => {
  using home = new Home();
  const then = { now: '2024-10-10T12:00:00Z' };
  home.run(['person', 'add', 'quarzit'], then);
  const { id } = home.ask<{ id: string }>(['note', 'Quarzit', '@quarzit'], then);
  home.run(['config', 'set', 'keep_months', '24']);
  const args = given.filter((arg) => arg !== undefined).map((arg) => (arg === 'ID' ? id : arg));
  home.ask(args);
  expect(filesWith(home, 'Quarzit').filter((name) => name !== 'journal.db')).toEqual([]);
  expect(existsSync(join(dirname(home.journal), 'backups'))).toBe(false);
});

describe('praxis person forget --backups', () => {
  test('lists first, then removes what names them: no byte of any file does after it', async () => {
    using home = new Home();
    home.run(['note', 'nothing of theirs']);
    const innocent = home.ask<{ backup: { file: string } }>(['backup']).backup.file;
    home.run(['person', 'add', 'zlee', '--name', 'Zora Leeds']);
    home.run(['note', "Zora's idea of the vendor", '@zlee']);
    home.ask(['backup']);
    home.run(['note', 'x'], { now: '2026-11-21T12:00:00Z' });
    const holding = home
      .ask<{ backups: { file: string }[] }>(['backup', 'list'])
      .backups.map(({ file }) => file)
      .filter((file) => file !== innocent);
    expect(holding).toHaveLength(2);
    expect(home.ask(['person', 'forget', 'zlee', '--dry-run'])).toMatchObject({ backups: holding });
    const terminal = new Terminal(home, ['person', 'forget', 'zlee', '--backups']);
    await terminal.until(/These backups hold it and go too/);
    await terminal.until('Forget zlee?');
    terminal.type('n');
    await terminal.end();
    const gone = home.ask(['person', 'forget', 'zlee', '--backups', '--yes']);
    expect(gone).toMatchObject({ backups: [], removedBackups: holding });
    for (const word of ['zlee', 'Zora', 'Leeds']) expect(filesWith(home, word)).toEqual([]);
    const left = home.ask<{ backups: { file: string; problem: null }[] }>([
      'backup',
      'verify',
    ]).backups;
    expect(left.map(({ file }) => file)).toEqual([expect.stringMatching(/^manual-/), innocent]);
    expect(left.map(({ problem }) => problem)).toEqual([null, null]);
  });

  test('without it the backups stay and are named', () => {
    using home = new Home();
    home.run(['person', 'add', 'zlee']);
    const { file } = home.ask<{ backup: { file: string } }>(['backup']).backup;
    const outcome = home.run(['person', 'forget', 'zlee', '--yes', '--json']);
    expect(outcome.json()).toMatchObject({ backups: [file], removedBackups: [] });
    expect(outcome.stderr).toContain(file);
    expect(outcome.stderr).toContain('praxis person forget zlee --backups removes them.');
    expect(filesWith(home, 'zlee')).toEqual([`backups/${file}`]);
  });

  test('and can still be cleaned, though the journal does not know who that was', () => {
    using home = new Home();
    home.run(['person', 'add', 'zlee', '--name', 'Zora Leeds']);
    const [holding] = [home.ask<{ backup: { file: string } }>(['backup']).backup.file];
    home.run(['person', 'forget', 'zlee', '--yes']);
    const forget = (...more: string[]) => ['person', 'forget', 'zlee', '--backups', ...more];
    expect(home.ask(forget('--dry-run'))).toMatchObject({
      person: 'zlee',
      texts: [],
      backups: [holding],
    });
    refused(home.run(forget()), 2, 'nobody is there');
    expect(home.ask(forget('--yes'))).toMatchObject({ backups: [], removedBackups: [holding] });
    for (const word of ['zlee', 'Zora', 'Leeds']) expect(filesWith(home, word)).toEqual([]);
    refused(home.run(forget('--yes')), 2, 'There is no person "zlee"');
  });
});
