import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused, refusedAsJson } from '../support/checks.ts';
import { entries, fixture, type Remarks, type Report } from '../support/imports.ts';
import { Home, type RunOptions } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const jrnl = (name: string) => fixture('jrnl', name);

const texts = (home: Home) => entries(home).map(({ answers }) => answers.note);

/** Imports into a new journal and shows what stands in it. */
function imported(args: readonly string[], options: RunOptions = {}) {
  using home = new Home();
  home.run(['person', 'add', 'lee']);
  const report = home.ask<Report>(['import', ...args], options);
  return { report, held: entries(home) };
}

describe('import jrnl', () => {
  test('takes texts byte for byte, with tags, stars and the person that a tag names', () => {
    const { report, held } = imported(['jrnl', jrnl('plain.txt')]);
    expect(report).toMatchObject({
      added: 6,
      unchanged: 0,
      linked: 2,
      dateFormat: '%Y-%m-%d %H:%M',
    });
    expect(held.map(({ on, startedAt, answers }) => [on, startedAt, answers.note])).toEqual([
      [
        '2026-11-02',
        '2026-11-02T09:00:00.000Z',
        'Monday [draft] plan.\nAsked @lee for a proposal, and #hiring waits.\n- [x] done\n[1] a footnote\n' +
          '[link](https://example.org) stays text\n\nAnother paragraph, with @Sam\nand @lee again on\n#next-line',
      ],
      ['2026-11-02', '2026-11-02T18:05:00.000Z', 'No body here'],
      [
        '2026-11-03',
        '2026-11-03T00:10:00.000Z',
        'Past midnight, no empty line before it\nstill past midnight',
      ],
      ['2026-11-04', '2026-11-04T09:00:00.000Z', ''],
      [
        '2026-11-05',
        '2026-11-05T09:00:00.000Z',
        '[2026-11-31 10:00] There is no such day\n\n2026-11-06 09:00 looks like the old format',
      ],
      [
        '2026-11-07',
        '2026-11-07T07:30:15.000Z',
        '**All bold**\nmail lee@example.org is no tag, @lee, is one; 100 % and # alone are none\n\n' +
          '   indented, with trailing spaces   ',
      ],
    ]);
    expect(held[0]).toMatchObject({
      kind: 'imported',
      source: 'import',
      zone: 'UTC',
      tags: ['@lee', '#hiring', '@Sam', '#next-line'],
      starred: true,
      person: 'lee',
    });
    expect(held.map(({ starred = false }) => starred)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(report.doubtful.first.map(({ line, why }) => [line, why])).toEqual([
      [17, 'looks like a header, but its date cannot be read: kept as text'],
      [19, 'looks like a header of jrnl 1: kept as text'],
    ]);
  });

  test.each([
    [
      'little-endian.txt',
      '%d.%m.%Y %H:%M',
      ['2013-06-09T15:39', '2013-06-10T15:40', '2013-12-25T08:00'],
    ],
    [
      'twelve-hours.txt',
      '%m/%d/%Y %I:%M %p',
      ['2026-11-02T00:00', '2026-11-02T09:00', '2026-11-02T12:30', '2026-11-22T18:05'],
    ],
    [
      'words.txt',
      '%a %B %d, %Y %I:%M %p',
      ['2026-11-02T18:05', '2026-11-03T07:00', '2026-11-04T12:00'],
    ],
    ['old.txt', '%Y-%m-%d %H:%M', ['2012-03-29T09:00', '2012-03-30T17:16']],
    ['windows.txt', '%Y-%m-%d %H:%M', ['2026-11-02T09:00', '2026-11-03T09:00']],
  ])('reads the dates of %s as %s', (name, format, starts) => {
    const { report, held } = imported(['jrnl', jrnl(name)]);
    expect(report.dateFormat).toBe(format);
    expect(held.map(({ startedAt }) => startedAt.slice(0, 16)).sort()).toEqual(starts);
  });

  test('says that day and month could be the other way round, unless it is told', () => {
    const { report, held } = imported(['jrnl', jrnl('ambiguous.txt')]);
    expect(held.map(({ on }) => on)).toEqual(['2026-04-03', '2026-04-05']);
    expect(report.doubtful.first).toMatchObject([
      { line: 1, why: expect.stringMatching(/^day or month first\?/) },
    ]);
    const told = imported(['jrnl', jrnl('ambiguous.txt'), '--date-format', '%m/%d/%Y %H:%M']);
    expect(told.held.map(({ on }) => on)).toEqual(['2026-03-04', '2026-05-04']);
    expect(told.report.doubtful.count).toBe(0);
  });

  test('names the date that is in doubt, and one that is still to come', () => {
    const input = '[2026-09-01 09:15] One.\n\n[10/11/2026] Two.\n\n[2027-05-01 09:00] Three.\n';
    const { report } = imported(['jrnl', '-'], { input });
    expect(report.doubtful.first).toMatchObject([
      {
        line: 3,
        text: '10/11/2026',
        why: expect.stringMatching(/^day or month first\? Read as %d/),
      },
      { why: '2027-05-01 is still to come', text: 'Three.' },
    ]);
    const sure = imported(['jrnl', '-'], {
      input: '[2026-09-01 09:15] One.\n\n[99/99/2026] Two.\n',
    });
    expect(sure.report.doubtful.first.map(({ why }) => why)).not.toContain(/day or month/);
  });

  test('keeps what stands before the first entry, and says so', () => {
    const { report, held } = imported(['jrnl', jrnl('before.txt')]);
    expect(held.map(({ on, answers }) => [on, answers.note]).sort()).toEqual([
      ['2026-11-02', 'First.'],
      ['2026-11-02', 'These words came before any entry.'],
    ]);
    expect(report.doubtful.first).toMatchObject([
      { line: 1, why: expect.stringMatching(/before/) },
    ]);
  });

  test('tells a header without an empty line before it, where the others have one', () => {
    const lines = (n: number) => `[2026-11-0${n} 09:00] Day ${n}.\n`;
    const input = `${lines(1)}\n${lines(2)}text\n${lines(3)}\n${lines(4)}`;
    const { report } = imported(['jrnl', '-'], { input });
    expect(report).toMatchObject({ added: 4, doubtful: { count: 1, first: [{ line: 5 }] } });
    const habit = imported(['jrnl', '-'], { input: [1, 2, 3].map(lines).join('') });
    expect(habit.report).toMatchObject({ added: 3, doubtful: { count: 0 } });
  });

  test('takes a folder of days, where the path may be the date', () => {
    const { report, held } = imported(['jrnl', jrnl('folder')]);
    expect(held.map(({ startedAt, answers }) => [startedAt.slice(0, 16), answers.note])).toEqual([
      ['2026-11-02T09:00', 'A folder.\nwith days'],
      ['2026-11-03T09:30', 'Only a time.'],
      ['2026-11-03T10:30', 'And another.'],
      ['2026-11-04T12:00', 'No header at all.'],
      ['2026-11-06T09:00', 'Another day than its name.'],
    ]);
    expect(report.doubtful.first.map(({ file }) => file)).toEqual([
      '2026/11/04.txt',
      '2026/11/05.txt',
    ]);
    expect(report.leftOut.first).toMatchObject([{ file: 'notes.pdf' }]);
  });

  test('bytes that are no UTF-8 are refused with the line, unless it is told what they are', () => {
    using home = new Home();
    refused(
      home.run(['import', 'jrnl', jrnl('latin1.txt')]),
      2,
      /Line 1 of .*latin1\.txt is not UTF-8/,
    );
    const late = Buffer.concat([Buffer.from('[2026-11-02 09:00] a\nb\n'), Buffer.of(0xe9, 10)]);
    refused(home.run(['import', 'jrnl', '-'], { input: late }), 2, /Line 3 of the input/);
    expect(existsSync(home.journal)).toBe(false);
    home.ask(['import', 'jrnl', jrnl('latin1.txt'), '--encoding', 'latin1']);
    expect(texts(home)).toEqual(['Café “quoted”\nGrüße an @jürgen']);
    expect(entries(home)[0]?.tags).toEqual(['@jürgen']);
  });

  test('tags begin with the symbols that are named', () => {
    const input = '[2026-11-02 09:00] +one @two ^three #c++ [four';
    const tagged = (...more: string[]) => imported(['jrnl', '-', ...more], { input }).held[0]?.tags;
    expect(tagged()).toEqual(['@two', '#c++']);
    expect(tagged('--tags', '+^]-[')).toEqual(['+one', '^three', '[four']);
    expect(tagged('--tags', '')).toBeUndefined();
  });

  test('twins stay two, and importing again changes nothing, from anywhere', () => {
    using home = new Home();
    const input =
      '[2026-11-02 09:00] Same.\n\n[2026-11-02 09:00] Same.\n\n[2026-11-02 09:01] Same.\n';
    const run = (env = {}) => home.ask<Report>(['import', 'jrnl', '-'], { input, env });
    expect(run()).toMatchObject({ added: 3, unchanged: 0 });
    const before = home.hash();
    expect(run({ TZ: 'Asia/Tokyo' })).toMatchObject({ added: 0, unchanged: 3 });
    expect(home.hash()).toBe(before);
    const more = `${input}\n[2026-11-03 09:00] New.\n`;
    expect(home.ask(['import', 'jrnl', '-'], { input: more })).toMatchObject({
      added: 1,
      unchanged: 3,
    });
    expect(home.run(['undo']).stdout).toContain('Undone: import');
    expect(texts(home)).toEqual(['Same.', 'Same.', 'Same.']);
    home.run(['undo']);
    expect(texts(home)).toEqual([]);
    home.run(['redo']);
    expect(run()).toMatchObject({ added: 0, unchanged: 3 });
  });

  test('a dry run says the same and stores nothing', () => {
    using home = new Home();
    const dry = home.ask<Report>(['import', 'jrnl', jrnl('plain.txt'), '--dry-run']);
    expect(existsSync(home.journal)).toBe(false);
    const { stdout } = home.run(['import', 'jrnl', jrnl('plain.txt'), '--dry-run']);
    expect(stdout).toContain('6 entries would come, 2026-11-02 to 2026-11-07; 0 there already.');
    expect(stdout).toContain('Doubtful: 2');
    expect(stdout).toContain('Nothing was stored.');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const real = home.ask<Report>(['import', 'jrnl', jrnl('plain.txt')]);
    expect({ ...real, dryRun: true }).toEqual(dry);
    expect(home.ask(['import', 'jrnl', jrnl('plain.txt'), '--dry-run'])).toMatchObject({
      added: 0,
      unchanged: 6,
    });
  });

  test('what came in is found, shown, listed and exported', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['import', 'jrnl', jrnl('plain.txt')]);
    const { results } = home.ask<{ results: { item: string; text: string }[] }>([
      'search',
      'hiring',
    ]);
    // Once, though the tag is kept beside the text.
    expect(results.map(({ item }) => item)).toEqual(['note']);
    expect(home.run(['list']).stdout).toMatch(/imported {2}\* Monday \[draft\] plan\./);
    const shown = home.run(['show', '2026-11-02']).stdout;
    expect(shown).toContain('imported, lee, starred');
    expect(shown).toContain('Tags: @lee, #hiring, @Sam, #next-line');
    expect(home.run(['person', 'show', 'lee']).stdout).not.toMatch(/^ +@lee$/m);
    const { rows } = home.ask<{ rows: unknown[] }>([
      'query',
      "SELECT text, person FROM v_answer WHERE item IN ('tag', 'star') AND on_day = '2026-11-02' ORDER BY text",
    ]);
    expect(rows).toEqual([
      { text: '#hiring', person: null },
      { text: '#next-line', person: null },
      { text: '*', person: null },
      { text: '@Sam', person: null },
      { text: '@lee', person: 'lee' },
    ]);
    const jsonl = home.run(['export', 'jsonl']).stdout;
    using other = new Home();
    expect(other.run(['import', 'jsonl', '-'], { input: jsonl }).code).toBe(0);
    expect(entries(other)).toEqual(entries(home));
    // The same file in the other journal: it is there already.
    expect(other.ask(['import', 'jrnl', jrnl('plain.txt')])).toMatchObject({
      added: 0,
      unchanged: 6,
    });
  });

  test('an edited entry keeps its tags and its star, and is not brought back by another import', () => {
    using home = new Home();
    home.run(['import', 'jrnl', jrnl('plain.txt')]);
    const [{ id }] = home.rows<{ id: string }>(
      "SELECT session_id AS id FROM answer WHERE item = 'star' ORDER BY id LIMIT 1",
    ) as [{ id: string }];
    expect(home.run(['edit', id, '--item', 'note', '--to', 'other words']).code).toBe(0);
    expect(entries(home)[0]).toMatchObject({
      answers: { note: 'other words' },
      tags: ['@lee', '#hiring', '@Sam', '#next-line'],
      starred: true,
      revision: 2,
    });
    expect(home.ask(['import', 'jrnl', jrnl('plain.txt')])).toMatchObject({
      added: 0,
      unchanged: 6,
    });
  });

  test('refusals: nothing is stored', () => {
    using home = new Home();
    const cases: readonly (readonly [string[], RegExp, string?])[] = [
      [['nowhere.txt'], /nowhere\.txt cannot be read/],
      [['-'], /no entry to take in/, ''],
      [['-'], /no entry to take in/, 'just words\n'],
      [['-', '--date-format', 'DD.MM.YYYY'], /--date-format is "DD\.MM\.YYYY"/, 'x'],
      [['-', '--date-format', '%Q'], /"%Q" names no date/, 'x'],
      [['-', '--date-format', '%d.%m'], /names no date/, 'x'],
      [['-', '--encoding', 'latin'], /--encoding is "latin".*Did you mean "latin1"/, 'x'],
    ];
    for (const [args, says, input = ''] of cases) {
      refused(home.run(['import', 'jrnl', ...args], { input }), 2, says);
      refused(home.run(['import', 'jrnl', ...args, '--dry-run'], { input }), 2, says);
      refusedAsJson(home.run(['import', 'jrnl', ...args, '--json'], { input }), 2, says);
    }
    mkdirSync(join(home.path, 'empty'));
    refused(home.run(['import', 'jrnl', 'empty']), 2, /no file to read/);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('what a screen would obey is shown and not obeyed', () => {
    using home = new Home();
    const input = `[2026-11-02 09:00] ${HOSTILE}\n[2026-11-99 09:00] ${HOSTILE}\n`;
    const name = 'evil\u001b[2J.txt';
    writeFileSync(join(home.path, name), input);
    const { stdout } = home.run(['import', 'jrnl', name, '--dry-run']);
    expect(stdout).toContain('Doubtful: 1');
    expect(stdout).not.toMatch(OBEYED);
    home.ask(['import', 'jrnl', name]);
    expect(texts(home)).toEqual([`${HOSTILE}\n[2026-11-99 09:00] ${HOSTILE}`]);
  });
});

describe('import dayone', () => {
  test.each(['Journal.json', 'export.zip'])('takes %s with zones, tags, stars and ids', (name) => {
    const { report, held } = imported(['dayone', fixture('dayone', name)]);
    expect(report).toMatchObject({ added: 8, linked: 1 });
    expect(held.map(({ on, startedAt, zone }) => [on, startedAt, zone])).toEqual([
      ['2018-12-06', '2018-12-06T21:04:39.000Z', 'Europe/Zurich'],
      ['2026-11-01', '2026-11-02T02:30:00.000Z', 'America/Los_Angeles'],
      ['2026-11-03', '2026-11-03T08:00:00.000Z', 'Europe/Zurich'],
      ['2026-11-04', '2026-11-04T08:00:00.000Z', 'UTC'],
      ['2026-11-05', '2026-11-05T08:00:00.000Z', 'UTC'],
      ['2026-11-06', '2026-11-06T08:00:00.000Z', 'Asia/Kolkata'],
      ['2026-11-07', '2026-11-07T07:00:00.250Z', 'Europe/Zurich'],
      ['2026-11-07', '2026-11-07T07:00:00.250Z', 'Europe/Zurich'],
    ]);
    expect(held[0]).toMatchObject({
      answers: { note: '# Foo\nBar\\. ü 😀\n' },
      tags: ['lee', 'two words', '#own'],
      starred: true,
      origin: '65A6F350C04E496DB775971441E41FBA',
      person: 'lee',
    });
    expect(held[2]?.answers.note).toBe(
      '# A heading\n- first item\n![](dayone-moment://AAAA)\n- [x] done\n',
    );
    expect(held[1]?.starred).toBeUndefined();
    expect(held[5]?.answers.note).toBe('');
    const why = ({ first }: Remarks) => first.map((remark) => remark.why).join('\n');
    expect(why(report.doubtful)).toMatch(
      /rich text[\s\S]*"Mars\/Olympus" is unknown[\s\S]*no time zone: 1/,
    );
    expect(why(report.leftOut)).toMatch(/entry 7 .*no date[\s\S]*places: 1[\s\S]*photos: 2/);
  });

  test('the JSON and the ZIP are the same entries; a changed one is told and kept beside', () => {
    using home = new Home();
    home.ask(['import', 'dayone', fixture('dayone', 'export.zip')]);
    const json = readFileSync(fixture('dayone', 'Journal.json'), 'utf8');
    expect(home.ask(['import', 'dayone', '-'], { input: json })).toMatchObject({
      added: 0,
      unchanged: 8,
    });
    const changed = json.replace('No zone.', 'No zone, changed.');
    const report = home.ask<Report>(['import', 'dayone', '-'], { input: changed });
    expect(report).toMatchObject({ added: 1, unchanged: 7 });
    expect(JSON.stringify(report.doubtful)).toContain('came before with other words');
    expect(
      home.ask<{ results: unknown[] }>(['search', 'A5A6F350C04E496DB775971441E41FBE']).results,
    ).toHaveLength(2);
  });

  test('refusals: nothing is stored', () => {
    using home = new Home();
    const cases: readonly (readonly [string | Buffer, RegExp])[] = [
      ['', /no entry|not the JSON/],
      ['[1, 2]', /no entry/],
      ['{"entries": [{"text": "x"', /not the JSON/],
      ['{"entries": [}', /not the JSON/],
      ['{"entries": {"a": 1}}', /no entry/],
      ['{"entries": [{"creationDate": "2026-02-30T10:00:00Z", "text": "x"}, 7, null]}', /no entry/],
      [
        Buffer.concat([Buffer.from('{"a":\n"'), Buffer.of(0xff)]),
        /Line 2 of the input is not UTF-8/,
      ],
    ];
    for (const [input, says] of cases) {
      refused(home.run(['import', 'dayone', '-'], { input }), 2, says);
    }
    writeFileSync(
      join(home.path, 'half.zip'),
      readFileSync(fixture('dayone/export.zip')).subarray(0, 300),
    );
    refused(home.run(['import', 'dayone', 'half.zip']), 2, /damaged, or no ZIP/);
    refused(home.run(['import', 'dayone', 'nowhere.zip']), 2, /not there/);
    refused(home.run(['import', 'dayone', '.']), 2, /is a folder/);
    expect(existsSync(home.journal)).toBe(false);
  });
});

describe('import markdown', () => {
  /** A vault as Obsidian keeps it. */
  function vault(home: Home): string {
    const files: Record<string, string> = {
      '2026-11-02.md': 'Plain, with #work and @lee.\n',
      '2026-11-03 Tuesday.md':
        '---\ntags: [work, "two words", "#lee"]\ncreated: 2026-11-03 07:45\nstarred: true\n---\n\n# Title\n\n---\n\nText.\n',
      '2026-11-04.md': '---\nmood: 3\ntags: a, b\n---\nMore than praxis reads.\n',
      'Offsite.md': '---\ndate: 2026-11-05T18:30:00+01:00\n---\nDated inside.\n',
      '2026-11-06 1830.md': 'A time in its name.\n',
      '2026/11/07.md': 'A folder of days.\n',
      'Ideas.md': 'No date.\n',
      '2026-11-08.md': '',
      '2026-11-09.md': '---\nbroken: [\n---\nKept whole.\n',
      '.obsidian/2026-11-10.md': 'Hidden.\n',
      'picture.png': 'x',
    };
    const folder = join(home.path, 'vault');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync('/etc', join(folder, 'link'));
    return folder;
  }

  test('takes dated files with their front matter, and tells what it leaves', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    const report = home.ask<Report>(['import', 'markdown', vault(home)]);
    expect(report).toMatchObject({ added: 7, linked: 2 });
    expect(
      entries(home).map(({ startedAt, answers, tags }) => [
        startedAt.slice(0, 16),
        answers.note,
        tags,
      ]),
    ).toEqual([
      ['2026-11-02T12:00', 'Plain, with #work and @lee.', ['#work', '@lee']],
      ['2026-11-03T07:45', '# Title\n\n---\n\nText.', ['work', 'two words', '#lee']],
      ['2026-11-04T12:00', '---\nmood: 3\ntags: a, b\n---\nMore than praxis reads.', ['a', 'b']],
      ['2026-11-05T17:30', 'Dated inside.', undefined],
      ['2026-11-06T18:30', 'A time in its name.', undefined],
      ['2026-11-07T12:00', 'A folder of days.', undefined],
      ['2026-11-09T12:00', '---\nbroken: [\n---\nKept whole.', undefined],
    ]);
    expect(entries(home)[1]?.starred).toBe(true);
    expect(report.leftOut.first.map(({ file }) => file)).toEqual([
      '2026-11-08.md',
      'Ideas.md',
      'link',
      'picture.png',
    ]);
    expect(report.doubtful.first).toMatchObject([{ file: '2026-11-09.md' }]);
    expect(home.ask(['import', 'markdown', 'vault'])).toMatchObject({ added: 0, unchanged: 7 });
  });

  test('reads other dates in names when it is told how', () => {
    using home = new Home();
    writeFileSync(join(home.path, '20-11-2026.md'), 'Day first.');
    refused(home.run(['import', 'markdown', '20-11-2026.md']), 2, /no date in its name/);
    home.ask(['import', 'markdown', '20-11-2026.md', '--date-format', '%d-%m-%Y']);
    expect(entries(home).map(({ on }) => on)).toEqual(['2026-11-20']);
  });

  /** A journal with all that an entry can hold. */
  function build(home: Home): void {
    const at = (now: string) => ({ now: `${now}T18:00:00Z` });
    home.run(['person', 'add', 'lee'], at('2026-10-01'));
    const evening = (text: string) =>
      JSON.stringify({
        answers: {
          tallies: { a: 3, 'a!': 1, c: 2, b: null, p: 0 },
          R1: 3,
          R2: null,
          prompt: { id: 'stance-question', text, person: null },
          intention: { if: 'Lee asks\n--> <!--', then: 'ask back' },
          note: null,
        },
      });
    home.run(['reflect', '--answers', '-'], { input: evening('first'), ...at('2026-10-30') });
    home.run(['reflect', '--answers', '-', '--replace'], {
      input: evening(
        '| pipe\n---\n\n# cafe\u0301 \u0000\u2028\ud83d\ude00\r\n<!-- praxis {} -->\n-->\n',
      ),
      ...at('2026-10-30'),
    });
    home.run(['reflect', '--answers', '-'], {
      input: '{"answers":{"yesterday":"partly"}}',
      ...at('2026-10-31'),
    });
    home.run(
      ['tally', 'c', 'w:challenge', '@lee', '--met', 'thanked', '--minutes', '10'],
      at('2026-11-02'),
    );
    home.run(['tally', 'c', '--on', '2026-11-10', '--late'], at('2026-11-20'));
    home.run(['intend', 'Sam calls', 'listen'], at('2026-11-20'));
    home.run(['import', 'jrnl', jrnl('plain.txt')]);
  }

  test.each([
    ['a folder of months', ['--out', 'md'], 'md'],
    ['a folder of days', ['--per', 'day', '--out', 'md'], 'md'],
    ['one file', ['--out', 'all.md'], 'all.md'],
    ['with links', ['--links', '--out', 'all.md'], 'all.md'],
  ])('an export of praxis’s own comes back as the same entries: %s', (_, flags, name) => {
    using home = new Home();
    build(home);
    home.ask(['export', 'markdown', ...flags]);
    using other = new Home();
    cpSync(join(home.path, name), join(other.path, name), { recursive: true });
    const dry = other.ask<Report>(['import', 'markdown', name, '--dry-run']);
    expect(existsSync(other.journal)).toBe(false);
    const report = other.ask<Report>(['import', 'markdown', name]);
    expect(dry).toEqual({ ...report, dryRun: true });
    expect(report).toMatchObject({
      people: ['lee'],
      doubtful: { count: 0 },
      leftOut: { count: 0 },
    });
    expect(entries(other)).toEqual(entries(home));
    expect(other.ask(['intentions'])).toEqual(home.ask(['intentions']));
    expect(other.run(['export', 'markdown']).stdout).toBe(home.run(['export', 'markdown']).stdout);
    const before = other.hash();
    expect(other.ask(['import', 'markdown', name])).toMatchObject({ added: 0 });
    expect(other.hash()).toBe(before);
    expect(home.ask(['import', 'markdown', name])).toMatchObject({ added: 0 });
    expect(other.run(['undo']).stdout).toContain('Undone: import');
    expect(entries(other)).toEqual([]);
  });

  test('what was changed in an export is told; what no longer fits is refused', () => {
    using home = new Home();
    build(home);
    const text = home.run(['export', 'markdown']).stdout;
    const into = (input: string) => {
      using other = new Home();
      const outcome = other.run(['import', 'markdown', '-', '--json'], { input });
      return {
        outcome,
        held: outcome.code === 0 ? texts(other) : [],
        made: existsSync(other.journal),
      };
    };
    const mended = into(text.replace('> No body here', '> A body here'));
    expect(mended.held).toContain('A body here');
    const counted = into(text.replace('| you handed back | 2 |', '| you handed back | 5 |'));
    expect(counted.outcome.json<Report>().doubtful).toMatchObject({ count: 1 });
    const added = into(text.replace('## 2026-10-31', 'A paragraph of my own.\n\n## 2026-10-31'));
    expect(added.outcome.json<Report>().leftOut).toMatchObject({
      count: 1,
      first: [{ text: 'A paragraph of my own.' }],
    });
    for (const [from, to] of [
      ['> No body here\n', ''],
      ['"kind":"daily"', '"kind":"nightly"'],
      ['"week":"2026-W44"', '"week":"2026-W45"'],
      ['"R1":3', '"R1":9'],
      ['"zone":"UTC"', '"zone":"\\u001b"'],
      ['"person":"lee"', '"person":"L E E"'],
      ['"a":3', '"zz":3'],
      ['"revision":2', '"revision":2,"extra":1'],
    ] as const) {
      const broken = text.replace(from, to);
      expect(broken).not.toBe(text);
      const { outcome, made } = into(broken);
      refusedAsJson(outcome, 2, /ends on line \d+/);
      expect(made).toBe(false);
    }
    const other = text.replace('> No body here', '> A body here');
    refused(home.run(['import', 'markdown', '-'], { input: other }), 5, /says something else/);
  });

  test.each([[[]], [['--links']]])(
    'a check-in and a review come back with all that they hold; what only jsonl brings back is told %j',
    (flags) => {
      using home = new Home();
      home.run(['person', 'add', 'lee']);
      home.run(['person', 'add', 'sam']);
      home.run(['focus', 'set', 'We answer within a day']);
      home.run(['focus', 'way', '--set', '-'], {
        input: '# Mine\n\n- I ask first\n\n> and wait\n',
      });
      home.run(['promise', 'the budget line', '@lee', '--due', '2026-11-27']);
      home.run(['decide', 'new', 'Which vendor?', '--owner', 'lee', '--option', 'Buy']);
      home.run(['intend', 'lee asks', 'ask back', '--focus']);
      const answers = {
        tallies: { a: 3, 'a!': 1, c: 9 },
        kept: { yes: 4, due: 5 },
        loops: { met: 1, offered: 2 },
        listening: { accepted: 0, rounds: 0 },
        questions: null,
        badNews: { early: 1, all: 1 },
        R4: 4,
        movement: { stage: 'two', joined: 'sam\njoined' },
        contacts: ['lee', 'sam'],
        exercise: { id: 'X5', state: 'done' },
        choice: '> one\n\n> two',
        copied: null,
        norm: '# candour',
        intention: { if: 'sam calls', then: 'listen' },
        note: '- a list\n<!-- praxis {} -->',
      };
      home.ask(['checkin', '--answers', '-'], { input: JSON.stringify({ answers }) });
      const quarter = {
        R0: { lee: 4, sam: null },
        stop: { text: 'answering', if: 'lee asks' },
        start: { text: 'asking', if: 'sam asks' },
        belief: 'one\n\ntwo',
      };
      home.ask(['review', 'quarter', '--answers', '-'], {
        input: JSON.stringify({ answers: quarter }),
      });
      const input = home.run(['export', 'markdown', ...flags]).stdout;
      using other = new Home();
      const report = other.ask<Report>(['import', 'markdown', '-'], { input });
      expect(report).toMatchObject({ added: 5, people: ['lee', 'sam'], doubtful: { count: 0 } });
      expect(report.leftOut.first.map(({ why }) => why.split(':')[0])).toEqual(
        Array(report.leftOut.count).fill('a talk, a promise or the like'),
      );
      expect(report.leftOut.count).toBeGreaterThanOrEqual(6);
      expect(entries(other)).toEqual(entries(home));
      // The focus that a plan serves does not come along, the review that made it does.
      const plans = 'SELECT id, session_id, if_text, then_text, outcome FROM intention ORDER BY id';
      expect(other.rows(plans)).toEqual(home.rows(plans));
      expect(home.ask(['import', 'markdown', '-'], { input })).toMatchObject({ added: 0 });
    },
  );

  test('a quarter as it was lived comes back as the same entries', () => {
    using home = new Home();
    home.run(['import', 'jsonl', resolve('test/fixtures/rehearsal.jsonl')]);
    const input = home.run(['export', 'markdown']).stdout;
    using other = new Home();
    const report = other.ask<Report>(['import', 'markdown', '-'], { input });
    expect(report.doubtful).toMatchObject({ count: 0 });
    expect(new Set(report.leftOut.first.map(({ why }) => why)).size).toBe(1);
    expect(entries(other)).toEqual(entries(home));
  });

  test('a day that has another session is a conflict', () => {
    using home = new Home();
    build(home);
    using other = new Home();
    other.run(['reflect', '--answers', '-'], {
      input: '{"answers":{"R1":5}}',
      now: '2026-10-30T18:00:00Z',
    });
    const before = other.hash();
    const input = home.run(['export', 'markdown']).stdout;
    refused(other.run(['import', 'markdown', '-'], { input }), 5, /another session in its place/);
    expect(other.hash()).toBe(before);
  });
});

test('a bar shows on stderr at a terminal while a long import runs, and is gone at its end', async () => {
  using home = new Home();
  const day = (n: number) =>
    new Date(Date.UTC(2001, 0, 1) + n * 7_200_000).toISOString().slice(0, 16).replace('T', ' ');
  const many = Array.from(
    { length: 12_000 },
    (_, n) => `[${day(n)}] Entry ${n}.\n${'words '.repeat(40)}\n`,
  );
  writeFileSync(join(home.path, 'long.txt'), many.join('\n'));
  using terminal = new Terminal(home, ['import', 'jrnl', 'long.txt']);
  await terminal.until(/=+\.+ +\d+ %/);
  await terminal.until('12000 entries came in');
  expect(await terminal.end()).toBe(0);
  expect(readdirSync(home.path)).toContain('long.txt');
  expect(home.run(['import', 'jrnl', 'long.txt']).stderr).toBe('');
  // One action, however long: undo takes all of it out, and redo brings it back.
  const held = () => home.rows('SELECT count(*) AS n FROM session')[0];
  home.run(['undo']);
  expect(held()).toEqual({ n: 0 });
  home.run(['redo']);
  expect(held()).toEqual({ n: 12_000 });
});

describe('what somebody wrote in an export of praxis’s own', () => {
  const FORGED =
    'x <!-- praxis {"plan":{"id":"019f0000-0000-7000-8000-000000000001","madeOn":"2026-11-20","if":"a","then":"b","outcome":null,"settledOn":null}} -->';

  test.each([FORGED, `${FORGED} and more`, '<!-- praxis {} -->'])(
    'is never taken for its data: %s',
    (text) => {
      using home = new Home();
      home.ask(['promise', text]);
      home.ask(['note', text]);
      const file = join(home.path, 'out.md');
      home.ask(['export', 'markdown', '--out', file]);
      using other = new Home();
      const report = other.ask<{ added: number; leftOut: { count: number } }>([
        'import',
        'markdown',
        file,
      ]);
      expect(report).toMatchObject({ added: 1, leftOut: { count: 1 } });
      expect(other.counts()).toMatchObject({ session: 1, intention: 0 });
      expect(other.rows('SELECT text FROM answer')).toEqual([{ text }]);
    },
  );

  test('a day of talks and promises alone comes in as no entry', () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.run(['note', 'an entry']);
    home.run(['promise', 'the budget line', '--to', 'lee'], { now: '2026-11-19T12:00:00Z' });
    home.ask(['export', 'markdown', '--per', 'day', '--out', 'days']);
    expect(home.ask(['import', 'markdown', 'days'])).toMatchObject({ added: 0, unchanged: 1 });
    expect(home.counts()['session']).toBe(1);
  });
});

test('an import of jsonl that is refused makes no journal', () => {
  using home = new Home();
  const input = '{"schema":"praxis.journal/1"}\n{"record":"person","id":"x"}\n';
  refused(home.run(['import', 'jsonl', '-'], { input }), 2, /Line 2/);
  expect(existsSync(home.journal)).toBe(false);
});
