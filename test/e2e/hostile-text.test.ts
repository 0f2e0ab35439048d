import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, OWN_COLOURS } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

/** Everything a command line can say of a journal as text. */
const COMMANDS: readonly string[][] = [
  [],
  ['list'],
  ['show'],
  ['show', 'today'],
  ['show', 'yesterday'],
  ['search', 'owned'],
  ['person'],
  ['person', 'show', 'lee'],
  ['intentions'],
  ['history'],
  ['why'],
  ['audit'],
  ['audit', 'me', '--history'],
  ['question', 'list'],
  ['audit', 'lee', '--history'],
  ['question', 'draw', 'lee'],
  ['query', 'SELECT * FROM v_facet'],
  ['query', 'SELECT * FROM v_answer'],
  ['query', 'SELECT if_text, then_text FROM v_intention'],
  [`query`, `SELECT text AS "\u001b]0;x\u0007\u202e" FROM v_answer`],
  ['query', 'SELECT * FROM v_person'],
];

/** Every text a user can write, hostile. */
function wordsOf(home: Home): void {
  home.run(['person', 'add', 'lee', '--name', 'Lee']);
  home.run(['reflect', '--answers', '-', '--on', 'yesterday'], {
    input: JSON.stringify({
      answers: {
        prompt: { id: 'stance-question', text: HOSTILE, person: 'lee' },
        note: HOSTILE,
        intention: { if: HOSTILE, then: HOSTILE },
      },
    }),
  });
  home.run(['note', '-', '@lee'], { input: HOSTILE });
  home.run(['tally', 'w:challenge', '@lee']);
  home.run(['know', 'lee', 'done', '-', '--how', 'assumed', '--sure', '0.8'], { input: HOSTILE });
  home.run(['know', 'lee', 'done', '-', '--how', 'told'], { input: HOSTILE });
  home.run(['know', 'me', 'context', '-', '--how', 'told'], { input: HOSTILE });
  home.run(['question', 'add', '-', '--facet', 'best-hours'], { input: HOSTILE });
  const learned = ['question', 'asked', 'best-hours-thinking', 'lee', '--learned', '-'];
  home.run(learned, { input: HOSTILE });
}

/** What of a terminal's output it would obey, apart from line ends and praxis's own colours. */
const obeyedIn = (raw: string) =>
  OBEYED.exec(raw.replaceAll(/\r+\n/g, '\n').replaceAll(OWN_COLOURS, ''))?.[0];

const doors: readonly [what: string, fill: (home: Home) => void][] = [
  ['that was written through praxis', wordsOf],
  [
    'that another program wrote into the file',
    (home) => {
      wordsOf(home);
      home.meddle('UPDATE asked SET question = ?', HOSTILE);
      home.meddle('UPDATE person SET name = ?', HOSTILE);
      home.meddle('UPDATE tally SET subtype = ?, met = NULL', HOSTILE);
      home.meddle('UPDATE action SET command = ?', HOSTILE);
      home.meddle('UPDATE session SET zone = ?', HOSTILE);
      home.meddle('UPDATE knowledge SET source = ?', HOSTILE);
      home.meddle("UPDATE knowledge SET facet = ? WHERE state = 'told'", HOSTILE);
      home.meddle('UPDATE question SET facets_json = json_array(?)', HOSTILE);
      home.meddle('UPDATE question_asked SET text = ?', HOSTILE);
    },
  ],
  [
    'that stands in place of a code',
    (home) => {
      wordsOf(home);
      home.meddle('UPDATE person SET code = ?', HOSTILE);
    },
  ],
];

for (const [what, fill] of doors) {
  describe(`hostile text ${what}`, () => {
    let home: Home;
    beforeAll(() => {
      home = new Home();
      fill(home);
    });
    afterAll(() => home[Symbol.dispose]());

    // Nobody can be named by a code that cannot be typed.
    const commands = COMMANDS.filter((args) => !(args.includes('lee') && what.includes('code')));
    for (const args of commands) {
      test(`praxis ${args.join(' ').replaceAll(/[^ -~]/g, '?')} shows it and obeys it nowhere`, async () => {
        const piped = home.run(args);
        expect({ code: piped.code, stderr: piped.stderr }).toEqual({ code: 0, stderr: '' });
        expect(OBEYED.exec(piped.stdout)?.[0]).toBeUndefined();
        using terminal = new Terminal(home, args);
        expect(await terminal.end()).toBe(0);
        expect(obeyedIn(terminal.raw)).toBeUndefined();
        const json = home.run([...args, '--json']);
        expect(json.code).toBe(0);
        expect(OBEYED.exec(json.stdout)?.[0]).toBeUndefined();
        JSON.parse(json.stdout);
      });
    }

    test('comes back from JSON as it was', () => {
      const { rows } = home.ask<{ rows: { text: string }[] }>([
        'query',
        "SELECT text FROM v_answer WHERE item = 'note'",
      ]);
      expect(rows.map(({ text }) => text)).toEqual([HOSTILE, HOSTILE]);
    });

    for (const args of [
      ['export', 'markdown'],
      ['query', 'SELECT text FROM v_answer', '--csv'],
    ]) {
      test(`praxis ${args.join(' ')} keeps every byte in a pipe, and shows it at a terminal`, async () => {
        expect(home.run(args).stdout).toContain(HOSTILE);
        using terminal = new Terminal(home, args);
        expect(await terminal.end()).toBe(0);
        expect(obeyedIn(terminal.raw)).toBeUndefined();
      });
    }
  });
}

test('a session shows the plan of yesterday without obeying it', async () => {
  using home = new Home();
  home.run(['intend', '--', 'x\u001b]0;owned\u0007\u001b[31m', 'y\u202ez'], {
    now: '2026-11-19T18:00:00Z',
  });
  using terminal = new Terminal(home, ['reflect', '--quick', '--no-color']);
  await terminal.until('Yesterday: if x\\x1b]0;owned\\x07\\x1b[31m, then y\\u202ez.');
  await terminal.until('skipped');
  terminal.type('s');
  await terminal.until('you answered or decided');
  terminal.type('\u0003');
  expect(await terminal.end()).toBe(130);
  for (const obeyed of ['\u001b]0;', '\u001b[31m', '\u202e'])
    expect(terminal.raw).not.toContain(obeyed);
});

test('a session shows the words to amend without obeying them', async () => {
  using home = new Home();
  const text = 'x\u001b]0;owned\u0007\u001b[31m\u202ey';
  home.run(['reflect', '--answers', '-', '--on', '2026-11-10'], {
    input: JSON.stringify({ answers: { prompt: text } }),
  });
  using terminal = new Terminal(home, ['reflect', '--no-color', '--on', '2026-11-10']);
  await terminal.until('amend it');
  terminal.type('a');
  await terminal.answer('ctrl-o opens your editor', '');
  await terminal.answer('Tomorrow, if', '');
  expect(await terminal.end()).toBe(0);
  for (const obeyed of ['\u001b]0;', '\u001b[31m', '\u202e'])
    expect(terminal.raw).not.toContain(obeyed);
  expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text }]);
});

test('an error shows what was typed, and obeys nothing of it', () => {
  using home = new Home();
  const word = 'x\u001b]0;owned\u0007\u009b31m\u202ey';
  for (const args of [
    [word],
    ['show', word],
    ['tally', word],
    ['tally', 'c', `@${word}`],
    ['list', `--${word}`],
    ['config', 'get', word],
    ['query', `SELECT "${word}" FROM nowhere`],
    ['note', 'x', '--journal', `/proc/${word}`],
  ]) {
    for (const flags of [[], ['--json']]) {
      const { code, stdout, stderr } = home.run([...args, ...flags]);
      expect({ args, refused: code !== 0 && stdout === '' }).toEqual({ args, refused: true });
      expect({ args, flags, obeyed: OBEYED.exec(stderr)?.[0] }).toEqual({
        args,
        flags,
        obeyed: undefined,
      });
    }
  }
});

test('a name of a file is shown, not obeyed', async () => {
  using home = new Home();
  const journal = `${home.path}/x\u001b]0;owned\u0007\u202e.db`;
  using terminal = new Terminal(home, ['reflect', '--no-color', '--journal', journal]);
  await terminal.until('Your journal is');
  await terminal.until('you answered or decided');
  terminal.type('\u0003');
  expect(await terminal.end()).toBe(130);
  for (const obeyed of ['\u001b]0;', '\u202e']) expect(terminal.raw).not.toContain(obeyed);
  const { stdout } = home.run(['export', 'markdown', '--out', 'x\u001b]0;owned\u0007.md']);
  expect(OBEYED.exec(stdout)?.[0]).toBeUndefined();
});
