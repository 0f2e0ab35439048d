import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../src/domain/views.ts';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const mode = (path: string) => statSync(path).mode & 0o777;

/** Two people with names, an evening about one of them, a moment, a note, a plan, an exercise. */
function build(home: Home): void {
  const at = (now: string) => ({ now: `${now}T18:00:00Z` });
  home.run(['person', 'add', 'lee', '--name', 'Lena Okoye'], at('2026-10-01'));
  home.run(['person', 'add', 'sam'], at('2026-10-02'));
  home.meddle("UPDATE person SET name = 'Lena Okoye' WHERE code = 'lee'");
  const text = 'Lena asked, and @lee said that Marek knows. sam, not Samantha; =cmd';
  home.run(['reflect', '--answers', '-'], {
    input: JSON.stringify({
      answers: {
        tallies: { a: 3, c: 2 },
        R1: 3,
        prompt: { id: 'stance-question', text },
        intention: { if: 'Lee asks', then: 'ask Okoye back' },
      },
    }),
    ...at('2026-11-18'),
  });
  home.run(['tally', 'c', '@lee', '--contact'], at('2026-11-19'));
  home.run(['note', 'a private thought about Sam', '@sam'], at('2026-11-20'));
  home.run(['intend', 'LEE calls', 'listen'], at('2026-11-20'));
}

let home: Home;
beforeAll(() => {
  home = new Home();
  build(home);
});
afterAll(() => home[Symbol.dispose]());

/** Whatever names somebody: codes and names as whole words. */
const NAMES = /(?<![\p{L}\p{N}_])(lee|sam|lena|okoye)(?![\p{L}\p{N}_])/iu;

describe('export csv', () => {
  test('is one private file a view, with its columns in front', () => {
    const { files } = home.ask<{ files: string[] }>(['export', 'csv', '--out', 'csv']);
    expect(files).toEqual(VIEWS.map(({ view }) => join(home.path, `csv/${view}.csv`)));
    for (const { view, columns } of VIEWS) {
      const file = join(home.path, `csv/${view}.csv`);
      expect(mode(file)).toBe(0o600);
      const text = readFileSync(file, 'utf8');
      expect(text.split('\r\n')[0]).toBe(Object.keys(columns).join(','));
      const { rows } = home.ask<{ rows: unknown[] }>(['query', `SELECT * FROM ${view}`]);
      // No value of this journal runs over two lines.
      expect(text.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
    }
    expect(mode(join(home.path, 'csv'))).toBe(0o700);
  });

  test('one view goes to stdout or into a file, the same as a query of it', () => {
    const { stdout, stderr, code } = home.run(['export', 'csv', '--view', 'tally']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(home.run(['query', 'SELECT * FROM v_tally', '--csv']).stdout);
    home.ask(['export', 'csv', '--view', 'v_tally', '--out', 'tally.csv']);
    expect(readFileSync(join(home.path, 'tally.csv'), 'utf8')).toBe(stdout);
  });

  test('a part of the days, one person', () => {
    const lines = (...flags: string[]) =>
      home
        .run(['export', 'csv', ...flags])
        .stdout.trimEnd()
        .split('\r\n').length - 1;
    expect(lines('--view', 'v_session')).toBe(3);
    expect(lines('--view', 'v_session', '--from', '2026-11-19')).toBe(2);
    expect(lines('--view', 'v_session', '--to', '2026-11-18')).toBe(1);
    expect(lines('--view', 'v_session', '--person', 'sam')).toBe(1);
    expect(lines('--view', 'v_tally', '--person', 'lee')).toBe(1);
    expect(lines('--view', 'v_tally_week', '--from', '2026-12-01')).toBe(0);
    expect(lines('--view', 'v_person', '--person', 'lee')).toBe(1);
    const { files } = home.ask<{ files: string[] }>([
      'export',
      'csv',
      '--person',
      'lee',
      '--out',
      'lee',
    ]);
    expect(files.map((file) => file.slice(file.lastIndexOf('/') + 1))).not.toContain('v_pause.csv');
  });

  test('one person has the promises they share and the decisions they challenge, in every format', () => {
    using other = new Home();
    for (const code of ['lee', 'sam', 'kim']) other.run(['person', 'add', code]);
    other.ask(['promise', 'one we share', '--by', 'lee', '--with', 'sam', '--due', '2026-11-27']);
    other.ask(['promise', 'not theirs', '@lee', '--due', '2026-11-27']);
    other.ask([
      'decide',
      'new',
      'Which vendor?',
      '--owner',
      'lee',
      '--challenger',
      'sam',
      '--option',
      'Buy',
    ]);
    other.ask(['decide', 'new', 'Which room?', '--owner', 'kim']);
    const flags = ['--person', 'sam'];
    const jsonl = other.run(['export', 'jsonl', ...flags]).stdout;
    const markdown = other.run(['export', 'markdown', ...flags]).stdout;
    const promises = other.run(['export', 'csv', '--view', 'v_promise', ...flags]).stdout;
    const decisions = other.run(['export', 'csv', '--view', 'v_decision', ...flags]).stdout;
    for (const text of [jsonl, markdown, promises + decisions]) {
      expect(text).toContain('one we share');
      expect(text).toContain('Which vendor?');
      expect(text).not.toMatch(/not theirs|Which room/);
    }
    using there = new Home();
    expect(there.run(['import', 'jsonl', '-'], { input: jsonl }).code).toBe(0);
    expect(there.run(['export', 'jsonl']).stdout).toBe(jsonl);
    expect(there.ask<{ promises: { together: string[] }[] }>(['promises']).promises).toMatchObject([
      { by: 'lee', together: ['sam'] },
    ]);
  });

  test('replaces its own files, and nobody else’s without --force; refusals', () => {
    home.ask(['export', 'csv', '--out', 'again']);
    home.ask(['export', 'csv', '--out', 'again']);
    writeFileSync(join(home.path, 'again/v_tally.csv'), 'my own');
    refused(home.run(['export', 'csv', '--out', 'again']), 5, /praxis did not write it/);
    expect(readFileSync(join(home.path, 'again/v_tally.csv'), 'utf8')).toBe('my own');
    home.ask(['export', 'csv', '--out', 'again', '--force']);
    refused(home.run(['export', 'csv']), 2, /needs a folder/);
    refused(home.run(['export', 'csv', '--view', 'v_taly']), 2, /Did you mean "v_tally"/);
    refusedAsJson(
      home.run(['export', 'csv', '--view', 'v_tally', '--json']),
      2,
      /format of its own/,
    );
  });

  test('no cell is a formula', () => {
    using other = new Home();
    other.run(['note', '=HYPERLINK("http://x")']);
    const { stdout } = other.run(['export', 'csv', '--view', 'v_answer']);
    expect(stdout).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

describe('export --redact', () => {
  test('no code and no name is left, in Markdown and in CSV', () => {
    for (const args of [
      ['markdown', '--redact'],
      ['markdown', '--redact', '--links'],
      ...VIEWS.map(({ view }) => ['csv', '--view', view, '--redact']),
    ]) {
      const { stdout, stderr, code } = home.run(['export', ...args]);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(NAMES);
      expect(stderr).toMatch(/Free text may still say\s+who somebody is/);
    }
    const redacted = home.run(['export', 'jsonl', '--redact']);
    expect(redacted.stderr).toMatch(/Words found and replaced: .*Lena \(1\)/);
    expect(redacted.stdout).not.toMatch(NAMES);
    using there = new Home();
    expect(there.run(['import', 'jsonl', '-'], { input: redacted.stdout }).code).toBe(0);
    expect(there.run(['show', '2026-11-18']).stdout).toContain(
      'p01 asked, and @p01 said that Marek',
    );
    expect(there.ask<{ people: { code: string }[] }>(['person', 'list']).people).toMatchObject([
      { code: 'p01' },
      { code: 'p02' },
    ]);
    const { stdout } = home.run(['export', 'markdown', '--redact']);
    expect(stdout).toContain(
      '> p01 asked, and @p01 said that Marek knows. p02, not Samantha; =cmd',
    );
    expect(stdout).toContain('Next: if p01 asks, then ask p01 back.');
    expect(stdout).toContain('moment, p02');
    expect(stdout).not.toContain('<!--');
    using other = new Home();
    refused(other.run(['import', 'markdown', '-'], { input: stdout }), 2);
  });

  test('nor in what a check-in holds and in lines of days', () => {
    using other = new Home();
    build(other);
    other.run(['focus', 'way', '--set', '-'], { input: 'Lena first.\n\nThen Sam.\n' });
    other.run(['promise', 'for Lena', '@lee', '--due', '2026-11-27']);
    other.run(['decide', 'new', 'Does Lena go?', '--owner', 'lee', '--challenger', 'sam']);
    other.ask(['series', 'add', 'tickets-of-lee', '12', '--about', 'What Sam counts']);
    const answers = {
      contacts: ['lee', 'sam'],
      movement: { stage: 'one', joined: 'Lena Okoye' },
      choice: 'I let Sam decide',
      norm: 'as lee does',
    };
    other.ask(['checkin', '--answers', '-'], { input: JSON.stringify({ answers }) });
    const quarter = { R0: { lee: 4 }, stop: { text: 'telling Sam', if: 'Lena asks' } };
    other.ask(['review', 'quarter', '--answers', '-'], {
      input: JSON.stringify({ answers: quarter }),
    });
    for (const flags of [[], ['--links']]) {
      const { stdout } = other.run(['export', 'markdown', '--redact', ...flags]);
      expect(stdout).not.toMatch(NAMES);
      expect(stdout).toContain('The movement: one joined, p01');
      expect(stdout).toContain('> I let p02 decide');
      expect(stdout).toContain('  > p01 first.\n  > \n  > Then p02.\n');
    }
    for (const { view } of VIEWS) {
      const { stdout } = other.run(['export', 'csv', '--view', view, '--redact']);
      expect(stdout, view).not.toMatch(NAMES);
    }
    expect(other.run(['export', 'jsonl', '--redact']).stdout).not.toMatch(NAMES);
    const [checkin] = other.rows<{ id: string }>("SELECT id FROM session WHERE kind = 'weekly'");
    const coach = ['export', 'markdown', '--for', 'coach', '--entry', checkin?.id ?? ''];
    const { stdout } = other.run(coach);
    expect(stdout).toContain('Talked with p01, p02');
    expect(stdout).not.toMatch(NAMES);
    const linked = other.run(['export', 'markdown', '--links']).stdout;
    expect(linked).toContain('Talked with [[lee]], [[sam]]');
    expect(linked).toContain('- Promise by you to [[lee]]: for Lena, by 2026-11-27');
    expect(linked).toContain('- Decision of [[lee]] opened: Does Lena go?');
  });

  test('lists the words that it found and those that may be names', () => {
    const { stderr } = home.run(['export', 'markdown', '--redact']);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'Words found and replaced: lee (2), LEE (1), Lee (1), Lena (1)',
    );
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(
      /may be names, and stand: .*Marek \(1\), Samantha \(1\)/,
    );
    const { redacted } = home.ask<{ redacted: { maybe: { word: string }[] } }>([
      'export',
      'markdown',
      '--redact',
      '--out',
      'redacted.md',
    ]);
    expect(redacted.maybe.map(({ word }) => word)).toContain('Marek');
  });

  test('codes stay the same when somebody is added', () => {
    using other = new Home();
    build(other);
    const before = other.run(['export', 'markdown', '--redact']).stdout;
    other.run(['person', 'add', 'aaron'], { now: '2026-12-01T18:00:00Z' });
    expect(other.run(['export', 'markdown', '--redact']).stdout).toBe(before);
  });
});

test('people are links when asked', () => {
  const { stdout } = home.run(['export', 'markdown', '--links']);
  expect(stdout).toContain('moment, [[lee]]');
  expect(stdout).toContain('- Talked with [[lee]]\n');
  expect(stdout).toContain('  - "[[sam]]"\n');
  expect(home.run(['export', 'markdown']).stdout).not.toContain('[[');
});

test('what belongs to the counting stands on its day, and with one person it does not', () => {
  using other = new Home();
  other.ask(['series', 'add', 'rework', '12', '--week', '2026-W46', '--about', 'reopened']);
  other.ask(['break', '2026-11-16', 'new team of Lee']);
  other.ask(['pause', '--until', '2026-11-27']);
  other.ask(['person', 'add', 'lee']);
  const lines = (...flags: string[]) => {
    const { stdout } = other.run(['export', 'markdown', ...flags]);
    return stdout.split('\n').filter((line) => /^## |^- /.test(line));
  };
  expect(lines('--to', '2026-11-19')).toEqual([
    '## 2026-11-15 Sunday',
    '- Series rework (reopened): 12 in 2026-W46',
    '## 2026-11-16 Monday',
    '- Break: new team of Lee',
  ]);
  expect(lines()).toContain('- Paused until 2026-11-27');
  expect(lines('--redact')).toContain('- Break: new team of p01');
  expect(lines('--person', 'lee').join('\n')).not.toMatch(/rework|Break|Paused/);
});

describe('export --for coach', () => {
  test('holds counts and exercises, and only the reflections that are named', () => {
    const without = home.run(['export', 'markdown', '--for', 'coach']);
    expect(without.code).toBe(0);
    expect(without.stderr).toContain('no reflection goes along');
    expect(without.stdout).toContain(
      '| Decisions and answers that were theirs | 3 of 6 | 19 % to 81 % |',
    );
    expect(without.stdout).not.toMatch(/Marek|private thought/);
    expect(without.stdout).not.toMatch(NAMES);
    const [{ id }] = home.rows<{ id: string }>("SELECT id FROM session WHERE kind = 'daily'") as [
      { id: string },
    ];
    const args = ['export', 'markdown', '--for', 'coach', '--entry', id, '--out', 'coach.md'];
    home.ask(args);
    const text = readFileSync(join(home.path, 'coach.md'), 'utf8');
    expect(text).toContain('> p01 asked, and @p01 said that Marek knows.');
    expect(text).not.toContain('private thought');
    expect(text).not.toMatch(NAMES);
    expect(mode(join(home.path, 'coach.md'))).toBe(0o600);
    refused(home.run(['export', 'markdown', '--for', 'coach', '--entry', 'ffff']), 2, /no entry/);
    refused(home.run(['export', 'markdown', '--for', 'coach', '--person', 'lee']), 2, /--person/);
    refused(home.run(['export', 'markdown', '--for', 'boss']), 2, /--for is "boss"/);
    refused(home.run(['export', 'markdown', '--entry', id]), 2, /--entry goes with/);
  });

  test('asks at a terminal which reflections go along', async () => {
    using other = new Home();
    build(other);
    using terminal = new Terminal(other, [
      'export',
      'markdown',
      '--for',
      'coach',
      '--out',
      'coach.md',
    ]);
    await terminal.until('a private thought about p02');
    terminal.type('n');
    await terminal.until('Marek knows');
    terminal.type('y');
    expect(await terminal.end()).toBe(0);
    const text = readFileSync(join(other.path, 'coach.md'), 'utf8');
    expect(text).toContain('Marek');
    expect(text).not.toContain('private thought');
  });
});

test('nobody else reads an export, whatever the umask; a link in its place is not written through', () => {
  using other = new Home();
  build(other);
  writeFileSync(join(other.path, 'mine'), 'my own words');
  symlinkSync(join(other.path, 'mine'), join(other.path, 'link.md'));
  symlinkSync('nowhere', join(other.path, 'link.csv'));
  const out = other.shell(`umask 000
    praxis export markdown --per day --out a/days && praxis export csv --out a/csv &&
    praxis export jsonl --out a/journal.jsonl && praxis export markdown --for coach --out a/coach.md &&
    praxis export markdown --redact --out a/redacted.md`);
  expect(out.code, out.stderr).toBe(0);
  const made = readdirSync(join(other.path, 'a'), { recursive: true, encoding: 'utf8' });
  expect(made.length).toBeGreaterThan(10);
  for (const name of ['.', ...made]) {
    const path = join(other.path, 'a', name);
    expect(mode(path), name).toBe(statSync(path).isDirectory() ? 0o700 : 0o600);
  }
  for (const args of [
    ['markdown', '--out', 'link.md'],
    ['markdown', '--for', 'coach', '--out', 'link.md'],
    ['jsonl', '--out', 'link.md'],
    ['csv', '--view', 'v_tally', '--out', 'link.csv'],
  ])
    refused(other.run(['export', ...args]), 5, /is a link/);
  expect(readFileSync(join(other.path, 'mine'), 'utf8')).toBe('my own words');
});

test('nothing half-written is left where an export cannot be finished', () => {
  using other = new Home();
  build(other);
  refused(other.run(['export', 'csv', '--out', '/proc/csv']), 1);
  writeFileSync(join(other.path, 'file'), '');
  refused(other.run(['export', 'csv', '--view', 'v_tally', '--out', 'file/x.csv']), 1);
  expect(existsSync(join(other.path, 'file/x.csv'))).toBe(false);
  expect(readdirSync(other.path).filter((name) => name.endsWith('.half'))).toEqual([]);
});
