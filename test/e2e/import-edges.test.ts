import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { entries, fixture, type Report } from '../support/imports.ts';
import { Home } from '../support/praxis.ts';

// What people bring that is no plain journal: exports of other programs in their other shapes, notes among
// other files, and praxis's own files that were never meant to come back.

/** Imports in earnest after a rehearsal that said the same. */
function bring(home: Home, ...args: string[]): Report {
  const before = home.ask<{ sessions: unknown[] }>(['list']).sessions.length;
  const dry = home.ask<Report>(['import', ...args, '--dry-run']);
  expect(home.ask<{ sessions: unknown[] }>(['list']).sessions).toHaveLength(before);
  const report = home.ask<Report>(['import', ...args]);
  expect({ ...report, dryRun: true }).toEqual(dry);
  const again = home.ask<Report>(['import', ...args]);
  expect(again).toMatchObject({ added: 0, unchanged: report.added + report.unchanged });
  return report;
}

function folder(home: Home, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(home.path, 'notes', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return join(home.path, 'notes');
}

describe("praxis's own Markdown", () => {
  test('a day on which only a talk was noted comes back as no entry, and the talk is told', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['tally', 'c', '@lee'], { now: '2026-11-18T18:00:00Z' });
    home.run(['person', 'contact', 'lee']);
    for (const per of ['day', 'month']) {
      home.ask(['export', 'markdown', '--per', per, '--out', per]);
      using other = new Home();
      const report = bring(other, 'markdown', join(home.path, per));
      expect(entries(other)).toEqual(entries(home));
      expect(report.leftOut.first).toMatchObject([{ text: '- Talked with lee' }]);
    }
  });

  test('what was redacted or made for a coach does not come back, and says why', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['note', 'Lee was here', '@lee']);
    home.run(['export', 'markdown', '--redact', '--per', 'day', '--out', 'days']);
    home.run(['export', 'markdown', '--redact', '--per', 'month', '--out', 'months']);
    home.run(['export', 'markdown', '--for', 'coach', '--out', 'coach.md']);
    using other = new Home();
    for (const name of ['days', 'months', 'coach.md']) {
      const outcome = other.run(['import', 'markdown', join(home.path, name)]);
      refused(outcome, 2, /written by praxis without what lets it come back/);
    }
  });
});

describe('a rehearsal', () => {
  test("of praxis's own Markdown sees a row that does not fit", () => {
    using home = new Home();
    home.run(['exercise', 'plan', 'X3', '--if', 'we meet', '--then', 'I listen']);
    home.ask(['export', 'markdown', '--out', 'own']);
    const [name = ''] = readdirSync(join(home.path, 'own'));
    const file = join(home.path, 'own', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"id":"[0-9a-f]{8}/, '$&/x'));
    using other = new Home();
    for (const dry of [['--dry-run'], []])
      refused(
        other.run(['import', 'markdown', file, ...dry]),
        2,
        /cannot be taken: "id" of this intention is not what it should be/,
      );
  });
});

describe('plans that share an id', () => {
  test('are told, and nothing comes in', () => {
    using home = new Home();
    for (const on of ['2026-11-18', '2026-11-19']) {
      const answers = { note: on, intention: { if: on, then: 'I ask.' } };
      home.run(['reflect', '--answers', '-'], { input: JSON.stringify({ on, answers }) });
    }
    const own = home.run(['export', 'markdown']).stdout;
    const [[one = ''] = [], [other = ''] = []] = [...own.matchAll(/"plan":\{"id":"[^"]+"/g)];
    const input = own.replace(other, one);
    expect(input).not.toBe(own);
    using next = new Home();
    for (const dry of [['--dry-run'], []])
      refused(
        next.run(['import', 'markdown', '-', ...dry], { input }),
        5,
        /has another intention in its place|journal has another intention/,
      );
    expect(existsSync(next.journal)).toBe(false);
  });
});

test('a pipe can be named as a file, though it is read once only', () => {
  using home = new Home();
  writeFileSync(join(home.path, 'old.txt'), '[2026-11-02 10:00] One.\nwords\n');
  writeFileSync(join(home.path, 'one.json'), '{"entries":[{"uuid":"A","creationDate":"2026-11-03T10:00:00Z","text":"Two."}]}'); // biome-ignore format: one line
  home.ask(['note', 'Three.', '--journal', join(home.path, 'other.db')]);
  home.ask(['export', 'jsonl', '--out', 'out.jsonl', '--journal', join(home.path, 'other.db')]);
  for (const [format, file] of [
    ['jsonl', 'out.jsonl'],
    ['jrnl', 'old.txt'],
    ['dayone', 'one.json'],
  ]) {
    const { code, stderr } = home.shell(`praxis import ${format} <(cat ${file})`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
  expect(entries(home).map((each) => each.answers.note?.trim())).toEqual(expect.arrayContaining(['One.\nwords', 'Two.', 'Three.'])); // biome-ignore format: one line
});

test('what brings nothing is no step of undo, and does not say so', () => {
  using home = new Home();
  const notes = folder(home, { '2026-11-02.md': 'one\n' });
  expect(home.run(['import', 'markdown', notes]).stdout).toMatch(
    /^ {2}1 entry came in, 2026-11-02; 0 there already\.\n\n {2}praxis undo takes it out again\.\n$/,
  );
  expect(home.run(['import', 'markdown', notes]).stdout).toBe(
    '  0 entries came in; 1 there already.\n',
  );
});

describe('notes of Obsidian', () => {
  test('a link to somebody is a tag of them, a link to anything else is text', () => {
    using home = new Home();
    for (const code of ['lee', 'sam']) home.run(['person', 'add', code]);
    const notes = folder(home, {
      '2026-11-02.md': 'Talked with [[Lee]] about [[The plan]].\n![[sam]]\n',
      '2026-11-03.md': '---\ntags:\n  - sam\n---\n[[People/sam|Samir]] and [[lee#June]]\n',
      'deep/er/2026-11-04.md':
        '---\npeople:\n  - "[[lee]]"\ncreated: 2026-11-04T08:15\n---\nAlone.\n',
    });
    const report = bring(home, 'markdown', notes);
    expect(report).toMatchObject({ added: 3, linked: 3, leftOut: { count: 0 } });
    const held = entries(home).map(({ startedAt, tags, person }) => [
      startedAt.slice(0, 16),
      tags,
      person,
    ]);
    expect(held).toEqual([
      ['2026-11-02T12:00', ['[[Lee]]'], 'lee'],
      ['2026-11-03T12:00', ['sam', '[[lee]]'], undefined],
      ['2026-11-04T08:15', ['[[lee]]'], 'lee'],
    ]);
  });

  test('what is no dated note is passed over by its name, whatever else is left out', () => {
    using home = new Home();
    const pictures = Array.from({ length: 9 }, (_, n) => [`attachments/2026-11-0${n}.png`, 'x']);
    const notes = folder(home, {
      ...Object.fromEntries(pictures),
      '2026-11-02.md': 'Kept.\n',
      'README.md': '# My vault\n',
      'templates/daily.md': '{{date}}\n',
      '.obsidian/workspace.json': '{}',
    });
    const { stdout } = home.run(['import', 'markdown', notes]);
    expect(stdout).toContain('1 entry came in');
    expect(stdout).toMatch(/Left out: 11\n/);
    expect(stdout).toMatch(
      /no date in its name or its front matter: 2\n +README\.md: "# My vault"/,
    );
    expect(stdout).toContain('not a text of this kind: 9');
    expect(stdout).toContain('and 4 more: --json lists them');
    const { leftOut } = home.ask<Report>(['import', 'markdown', notes]);
    expect(leftOut.first).toHaveLength(11);
  });

  test('front matter of any shape is read, or kept as text, in no time and without a word of the parser', () => {
    using home = new Home();
    const keys = Array.from({ length: 200_000 }, (_, n) => `k${n}: 1`).join('\n');
    const notes = folder(home, {
      '2026-11-02.md': '---\ndate: {toString: 1}\n---\none\n',
      '2026-11-03.md': '---\n? {toString: 1}\n: 1\n---\ntwo\n',
      '2026-11-04.md': `---\n${keys}\n---\nthree\n`,
    });
    const { code, stderr, stdout } = home.run(['import', 'markdown', notes]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('3 entries came in');
    expect(stdout).toMatch(/Doubtful: 1\n +its front matter cannot be read: kept as text/);
    expect(entries(home)).toHaveLength(3);
  });

  test('a note that is no UTF-8 is refused with its line and how to read it', () => {
    using home = new Home();
    const notes = folder(home, { '2026-11-02.md': Buffer.from('one\ncaf\xe9\n', 'latin1') });
    const outcome = home.run(['import', 'markdown', notes]);
    refused(outcome, 2, /Line 2 of 2026-11-02\.md[\s\S]*jrnl and markdown take --encoding latin1/);
    bring(home, 'markdown', notes, '--encoding', 'latin1');
    expect(entries(home)[0]?.answers.note).toBe('one\ncafé');
  });
});

describe('what jrnl writes', () => {
  test('as JSON is the same entries as its text file', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const report = bring(home, 'jrnl', fixture('jrnl/export.json'));
    expect(report).toMatchObject({ added: 2, linked: 1 });
    expect(report.leftOut.first).toMatchObject([
      { why: 'entry 3: it has no date that can be read', text: 'No such day' },
    ]);
    expect(entries(home)).toMatchObject([
      {
        startedAt: '2026-11-02T09:00:00.000Z',
        answers: { note: 'Monday [draft] plan.\nAsked @Lee for a proposal, and #hiring waits.' },
        tags: ['@Lee', '#hiring'],
        starred: true,
        person: 'lee',
      },
      { startedAt: '2026-11-02T18:05:00.000Z', answers: { note: 'No body here' } },
    ]);
    expect(home.ask(['import', 'jrnl', fixture('jrnl/export.txt')])).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    refused(
      home.run(['import', 'jrnl', '-'], { input: '{"entries": [' }),
      2,
      /not the JSON of jrnl/,
    );
  });

  test('a list meant for the screen is told, with what to use instead', () => {
    using home = new Home();
    writeFileSync(
      join(home.path, 'screen.txt'),
      '2026-11-02 09:00 One.\n| Its body\n|\n| goes on.\n\n2026-11-03 09:00 Two.\n| Body.\n',
    );
    const { doubtful } = home.ask<Report>(['import', 'jrnl', 'screen.txt', '--dry-run']);
    expect(doubtful.first).toMatchObject([
      { line: 2, why: expect.stringContaining('jrnl --format text') },
    ]);
  });

  test('a folder of days takes what jrnl itself would, whatever the files are called', () => {
    using home = new Home();
    const days = folder(home, {
      '2026/11/02.org': '[2026-11-02 09:00] Org.\n',
      '2026/11/03.txt': '\ufeff[2026-11-03 09:00] Mark.\r\nbody\r\n',
      '2026/11/04.txt': '',
    });
    const report = bring(home, 'jrnl', days);
    expect(entries(home).map(({ answers }) => answers.note)).toEqual(['Org.', 'Mark.\nbody']);
    expect(report.leftOut.first).toMatchObject([
      { file: '2026/11/04.txt', why: 'nothing is written in it' },
    ]);
  });
});

describe('what Day One exports', () => {
  test('several journals of one archive come in, and what is beside their words is told', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const report = bring(home, 'dayone', fixture('dayone/two-journals.zip'));
    expect(report).toMatchObject({ added: 3, linked: 1 });
    expect(entries(home)).toMatchObject([
      { on: '2026-11-10', zone: 'Etc/GMT-2', startedAt: '2026-11-10T07:00:00.000Z', person: 'lee' },
      { on: '2026-11-11', zone: 'Europe/Zurich', starred: true, answers: { note: 'Only rich.\n' } },
      { on: '2026-11-13', zone: 'Asia/Tokyo', startedAt: '2026-11-12T22:30:00.123Z' },
    ]);
    const told = report.leftOut.first.map(
      ({ file, why }) => `${file?.replace(/.*zip/, '')} ${why}`,
    );
    expect(told).toEqual([
      '/Work.json photos: 1 not taken; the text goes on naming them',
      '/Work.json named in a text and not in the export: 2 pictures or files',
      '/Work.json what Day One notes of itself: editingTime, modifiedDate',
      '/Work.json its entries came in; that they were a journal of their own is not kept',
      '/Home & Garden.json its entries came in; that they were a journal of their own is not kept',
    ]);
  });
});
