import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

const mode = (path: string) => statSync(path).mode & 0o777;

/** Three days in two months, two people, a revision, a plan that was settled, a text with everything in it. */
function build(): Home {
  const home = new Home();
  const at = (now: string) => ({ now: `${now}T18:00:00Z` });
  home.run(['person', 'add', 'lee', '--cadence', '7', '--name', 'Lee'], at('2026-10-01'));
  home.run(['person', 'add', 'sam'], at('2026-10-01'));
  const evening = (text: string) =>
    JSON.stringify({
      answers: {
        tallies: { a: 3, 'a!': 1, c: 2, b: null, p: 0 },
        R1: 3,
        R2: null,
        prompt: { id: 'stance-question', text, person: null },
        intention: { if: 'Lee asks', then: 'ask back' },
        note: null,
      },
    });
  home.run(['reflect', '--answers', '-'], { input: evening('first words'), ...at('2026-10-30') });
  home.run(['reflect', '--answers', '-', '--replace'], {
    input: evening('| pipe\n---\n# cafe\u0301 \u0000\u2028\ud83d\ude00 end'),
    ...at('2026-10-30'),
  });
  home.run(['reflect', '--answers', '-'], {
    input: '{"answers":{"yesterday":"partly"}}',
    ...at('2026-10-31'),
  });
  home.run(
    ['tally', 'c', 'w:challenge', '@lee', '--met', 'thanked', '--minutes', '10', '--contact'],
    at('2026-11-02'),
  );
  home.run(['note', 'about sam', '@sam'], at('2026-11-20'));
  home.run(['tally', 'c', '--on', '2026-11-10', '--late'], at('2026-11-20'));
  home.run(['intend', 'Sam calls', 'listen'], at('2026-11-20'));
  return home;
}

let template: Home;
beforeAll(() => {
  template = build();
});
afterAll(() => template[Symbol.dispose]());

/** A home of its own with that journal. */
function journal(): Home {
  const home = new Home();
  cpSync(template.path, home.path, { recursive: true });
  return home;
}

describe('export markdown', () => {
  test('writes one private file a month, in a private folder', () => {
    using home = journal();
    const out = join(home.path, 'notes/praxis journal');
    const { code, stdout, stderr } = home.run(['export', 'markdown', '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      '  ~/notes/praxis journal/2026-10.md\n  ~/notes/praxis journal/2026-11.md\n',
    );
    expect(readdirSync(out)).toEqual(['2026-10.md', '2026-11.md']);
    expect([mode(out), mode(join(out, '2026-10.md'))]).toEqual([0o700, 0o600]);
    const text = readFileSync(join(out, '2026-10.md'), 'utf8');
    expect(text).toMatch(
      /^---\ngenerator: praxis\ntitle: October 2026\nfrom: 2026-10-30\nto: 2026-10-31\n/,
    );
    for (const part of [
      '## 2026-10-30 Friday',
      '| you handed back | 2 |',
      '| you answered or decided, it had to be you | 1 |',
      '| with a proposal | 0 |',
      'Stance felt: 3 of 5',
      '> | pipe\n> ---\n> # cafe\u0301 \u0000\u2028\ud83d\ude00 end',
      'Next: if Lee asks, then ask back.',
      'The plan before: partly.',
    ])
      expect(text).toContain(part);
    const { files } = home.ask<{ files: string[] }>(['export', 'markdown', '--out', out]);
    expect(files).toEqual([join(out, '2026-10.md'), join(out, '2026-11.md')]);
  });

  test('a file a day, a part of the days, one person', () => {
    using home = journal();
    const names = (...flags: string[]) =>
      home
        .ask<{ files: string[] }>(['export', 'markdown', '--out', 'md', ...flags])
        .files.map((file) => file.slice(file.lastIndexOf('/') + 1));
    expect(names('--per', 'day')).toEqual([
      '2026-10-30.md',
      '2026-10-31.md',
      '2026-11-02.md',
      '2026-11-10.md',
      '2026-11-20.md',
    ]);
    expect(names('--per', 'day', '--from', '2026-10-31', '--to', '2026-11-02')).toEqual([
      '2026-10-31.md',
      '2026-11-02.md',
    ]);
    expect(names('--per', 'day', '--person', 'lee')).toEqual(['2026-11-02.md']);
    expect(names('--per', 'day', '--person', '@sam')).toEqual(['2026-11-20.md']);
    expect(names('--from', '2027-01-01')).toEqual([]);
    expect(home.run(['export', 'markdown', '--person', 'sam']).stdout).not.toContain('cafe');
  });

  test('to one file, or to stdout', () => {
    using home = journal();
    const { stdout, code } = home.run(['export', 'markdown']);
    expect(code).toBe(0);
    expect(home.run(['export', 'markdown', '--out', 'all.md']).code).toBe(0);
    expect(readFileSync(join(home.path, 'all.md'), 'utf8')).toBe(stdout);
    expect(stdout.match(/^## \d{4}-\d{2}-\d{2} /gm)).toHaveLength(5);
    expect(mode(join(home.path, 'all.md'))).toBe(0o600);
  });

  test('replaces its own files, and nobody else’s without --force', () => {
    using home = journal();
    const out = join(home.path, 'md');
    mkdirSync(out, { mode: 0o755 });
    writeFileSync(join(out, '2026-11.md'), 'my own notes');
    refused(
      home.run(['export', 'markdown', '--out', out]),
      5,
      /2026-11\.md is there already, and praxis did not write it/,
    );
    expect(readdirSync(out)).toEqual(['2026-11.md']);
    expect(readFileSync(join(out, '2026-11.md'), 'utf8')).toBe('my own notes');
    expect(home.run(['export', 'markdown', '--out', out, '--force']).code).toBe(0);
    const first = readFileSync(join(out, '2026-11.md'), 'utf8');
    expect(home.run(['export', 'markdown', '--out', out]).code).toBe(0);
    expect(readFileSync(join(out, '2026-11.md'), 'utf8')).toBe(first);
    // A folder that was there keeps its mode.
    expect([mode(out), mode(join(out, '2026-11.md'))]).toEqual([0o755, 0o600]);
  });

  test('refusals', () => {
    using home = journal();
    refused(home.run(['export', 'markdown', '--per', 'week']), 2, /--per is "week"/);
    refused(home.run(['export', 'markdown', '--from', 'whenever']), 2, /"whenever" is not a day/);
    refused(home.run(['export', 'markdown', '--person', 'le']), 2, /Did you mean "lee"/);
    refusedAsJson(home.run(['export', 'markdown', '--person', 'nobody', '--json']), 2);
    writeFileSync(join(home.path, 'file'), '');
    refused(home.run(['export', 'markdown', '--out', 'file/inside']), 1);
  });
});

describe('export jsonl', () => {
  test('is the same for the same journal, one record a line, private', () => {
    using home = journal();
    const { stdout } = home.run(['export', 'jsonl']);
    expect(home.run(['export', 'jsonl'], { now: '2027-01-01T00:00:00Z' }).stdout).toBe(stdout);
    expect(home.ask(['export', 'jsonl', '--out', 'journal.jsonl'])).toEqual({
      schema: 'praxis.export/1',
      files: [join(home.path, 'journal.jsonl')],
    });
    expect(readFileSync(join(home.path, 'journal.jsonl'), 'utf8')).toBe(stdout);
    expect(mode(join(home.path, 'journal.jsonl'))).toBe(0o600);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema?: string; record?: string });
    expect(lines[0]).toEqual({ schema: 'praxis.journal/1' });
    const kinds = lines.slice(1).map(({ record }) => record);
    expect(new Set(kinds)).toEqual(
      new Set([
        'person',
        'session',
        'asked',
        'answer',
        'tally',
        'rating',
        'intention',
        'contact',
        'revision',
      ]),
    );
    expect(stdout).not.toContain('\u2028');
    mkdirSync(join(home.path, 'folder'));
    expect(home.ask<{ files: string[] }>(['export', 'jsonl', '--out', 'folder']).files).toEqual([
      join(home.path, 'folder/journal.jsonl'),
    ]);
  });

  test('replaces its own file, and nobody else’s without --force', () => {
    using home = journal();
    writeFileSync(join(home.path, 'x.jsonl'), '{"mine":true}\n');
    refused(home.run(['export', 'jsonl', '--out', 'x.jsonl']), 5, /praxis did not write it/);
    expect(readFileSync(join(home.path, 'x.jsonl'), 'utf8')).toBe('{"mine":true}\n');
    expect(home.run(['export', 'jsonl', '--out', 'x.jsonl', '--force']).code).toBe(0);
    expect(home.run(['export', 'jsonl', '--out', 'x.jsonl']).code).toBe(0);
  });

  test('a place that cannot be written is said in two lines', () => {
    using home = journal();
    for (const format of ['jsonl', 'markdown']) {
      refused(home.run(['export', format, '--out', 'no/such/folder/journal.md']), 1);
      refusedAsJson(home.run(['export', format, '--out', '/proc/journal.md', '--json']), 1);
    }
  });

  test('a part of it can be imported', () => {
    using home = journal();
    for (const flags of [
      ['--person', 'lee'],
      ['--from', '2026-11-01'],
      ['--to', '2026-10-30'],
    ]) {
      const { stdout } = home.run(['export', 'jsonl', ...flags]);
      using other = new Home();
      expect(other.run(['import', 'jsonl', '-'], { input: stdout })).toMatchObject({
        code: 0,
        stderr: '',
      });
    }
  });
});

describe('import jsonl', () => {
  const TABLES = [
    'person',
    'session',
    'asked',
    'answer',
    'tally',
    'rating',
    'intention',
    'contact',
    'revision',
  ];
  const said = (home: Home) => TABLES.map((name) => home.rows(`SELECT * FROM ${name} ORDER BY id`));

  test('brings the same journal back, and twice changes nothing', () => {
    using home = journal();
    home.run(['export', 'jsonl', '--out', 'journal.jsonl']);
    const file = join(home.path, 'journal.jsonl');
    using other = new Home();
    const dry = other.ask<{ added: number }>(['import', 'jsonl', file, '--dry-run']);
    expect(dry).toMatchObject({ schema: 'praxis.import/1', unchanged: 0, dryRun: true });
    expect(existsSync(other.journal)).toBe(false);
    expect(other.ask(['import', 'jsonl', file])).toEqual({
      schema: 'praxis.import/1',
      added: dry.added,
      unchanged: 0,
    });
    expect(said(other)).toEqual(said(home));
    expect(other.run(['export', 'jsonl']).stdout).toBe(readFileSync(file, 'utf8'));
    expect(other.ask<{ results: unknown[] }>(['search', 'café']).results).toHaveLength(1);
    const before = other.hash();
    expect(other.ask(['import', 'jsonl', file])).toEqual({
      schema: 'praxis.import/1',
      added: 0,
      unchanged: dry.added,
    });
    expect(other.ask(['import', 'jsonl', file, '--dry-run'])).toMatchObject({
      added: 0,
      unchanged: dry.added,
    });
    expect(other.hash()).toBe(before);
    expect(other.run(['undo']).stdout).toContain('Undone: import');
    expect(said(other).flat()).toEqual([]);
  });

  test('takes a file with a byte order mark, Windows line ends and empty lines', () => {
    using home = journal();
    const lines = home.run(['export', 'jsonl']).stdout;
    using other = new Home();
    const input = `\ufeff${lines.replaceAll('\n', '\r\n\r\n')}`;
    expect(other.run(['import', 'jsonl', '-'], { input }).code).toBe(0);
    expect(said(other)).toEqual(said(home));
  });

  test('one bad line and nothing is stored', () => {
    using home = journal();
    const lines = home.run(['export', 'jsonl']).stdout.trimEnd().split('\n');
    const last = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
    const answer = lines.find((line) => line.includes('"record":"answer"')) ?? '';
    const withLine = (line: unknown) =>
      [...lines, typeof line === 'string' ? line : JSON.stringify(line)].join('\n');
    const n = lines.length + 1;
    const bad: readonly [what: string, input: string | Uint8Array, code: number, says: RegExp][] = [
      ['half a line', withLine('{"record":'), 2, new RegExp(`Line ${n} .*not JSON`)],
      ['no record', withLine({ id: 1 }), 2, new RegExp(`Line ${n} .*"record"`)],
      ['an unknown record', withLine({ record: 'dream' }), 2, /"dream" is no kind of record/],
      ['an unknown key', withLine({ ...last, mood: 1 }), 2, /"mood" is no key of a revision/],
      ['a missing key', withLine({ record: 'person', id: last['id'] }), 2, /"code" of this person/],
      [
        'a day that is none',
        withLine(answer.replace(/"on_day":"[^"]+"/, '"on_day":"2026-02-30"')),
        2,
        /"on_day" of this answer/,
      ],
      [
        'an id that is none',
        withLine(answer.replace(/"id":"[^"]+"/, '"id":"../x"')),
        2,
        /"id" of this answer/,
      ],
      [
        'an orphan',
        withLine(
          answer
            .replace(/"id":"........-/, '"id":"ffffffff-')
            .replace(/"session_id":"[^"]+"/, '"session_id":"ffffffff-0000-7000-8000-000000000000"'),
        ),
        2,
        /belongs to a session that is missing/,
      ],
      [
        'the same id with other words',
        withLine(answer.replace(/"text":"[^"]*"/, '"text":"other"')),
        5,
        new RegExp(`Line ${n} .*says something else`),
      ],
      ['no first line', lines.slice(1).join('\n'), 2, /Line 1 .*first line of a praxis export/],
      ['nothing', '', 2, /nothing in it|first line/],
      ['no text', Uint8Array.of(0xff, 0xfe), 2, /not UTF-8/],
      ['another format', '# my diary\n', 2, /Line 1/],
    ];
    using other = new Home();
    other.run(['note', 'there already']);
    const before = other.hash();
    for (const [what, input, code, says] of bad) {
      const outcome = other.run(['import', 'jsonl', '-'], { input });
      expect({ what, code: outcome.code }).toEqual({ what, code });
      refused(outcome, code, says);
      refusedAsJson(other.run(['import', 'jsonl', '-', '--json'], { input }), code, says);
      refused(other.run(['import', 'jsonl', '-', '--dry-run'], { input }), code, says);
      expect(other.hash()).toBe(before);
    }
    refused(other.run(['import', 'jsonl', 'nowhere.jsonl']), 2, /nowhere\.jsonl cannot be read/);
    refused(other.run(['import', 'jsonl', '.']), 2);
  });

  test('a day that has another session is a conflict', () => {
    using home = journal();
    using other = new Home();
    other.run(['reflect', '--answers', '-'], {
      input: '{"answers":{"R1":5}}',
      now: '2026-10-30T18:00:00Z',
    });
    const before = other.hash();
    refused(
      other.run(['import', 'jsonl', '-'], { input: home.run(['export', 'jsonl']).stdout }),
      5,
      /another session in its place/,
    );
    expect(other.hash()).toBe(before);
  });

  test('what is imported may hold nothing that a screen would obey', () => {
    using home = journal();
    const evil = '\\u001b]0;x\\u0007';
    const { stdout } = home.run(['export', 'jsonl']);
    using other = new Home();
    for (const input of [
      stdout.replace('"code":"lee"', `"code":"${evil}"`),
      stdout.replace('"subtype":"challenge"', `"subtype":"${evil}"`),
    ]) {
      expect(input).not.toBe(stdout);
      refused(other.run(['import', 'jsonl', '-'], { input }), 2);
    }
  });
});

test('an export follows no link out of its folder', () => {
  using home = journal();
  mkdirSync(join(home.path, 'md'));
  writeFileSync(join(home.path, 'precious'), 'generator: praxis');
  symlinkSync(join(home.path, 'precious'), join(home.path, 'md/2026-11.md'));
  refused(home.run(['export', 'markdown', '--out', 'md']), 5, /is a link/);
  // What is forced takes the place of the link, and leaves what it led to.
  expect(home.run(['export', 'markdown', '--out', 'md', '--force']).code).toBe(0);
  expect(readFileSync(join(home.path, 'precious'), 'utf8')).toBe('generator: praxis');
  expect(readFileSync(join(home.path, 'md/2026-11.md'), 'utf8')).toContain('# November 2026');
});
