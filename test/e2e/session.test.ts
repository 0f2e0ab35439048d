import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLOUR } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const NEXT_EVENING = '2026-11-21T18:10:00Z';

const at = (home: Home, args: string[] = ['reflect'], env: Record<string, string> = {}) =>
  new Terminal(home, args, { env });

/** Enter until the session is kept. The rating's key and the prompt are left by Enter too. */
async function skipAll(terminal: Terminal): Promise<void> {
  for (const question of [
    'you answered or decided',
    'you handed back',
    '    bare ',
    'with a proposal',
    'asked where, when or how hard',
    'asked why, or challenged you',
    'theirs, I only learned of it',
    'ctrl-o opens your editor',
    'Tomorrow, if',
  ])
    await terminal.answer(question, '');
}

test('from the first run to the second evening', async () => {
  using home = new Home();
  using first = at(home);
  await first.until('Your journal is ~/.local/share/praxis/journal.db. Only you can read it;');
  await first.until('Leave out health, family, faith, politics and guesses about character');
  await first.until('Friday 20 November');
  await first.until('Am I leading leaders or followers?');
  await first.until('Decisions and answers that were theirs');
  await first.answer('you answered or decided', '3');
  await first.answer('of these, it had to be you', '1');
  await first.answer('you handed back', '2');
  await first.until('Problems that reached you');
  await first.answer('    bare ', '1');
  await first.answer('with a proposal', '4');
  await first.until('Questions they asked you');
  await first.answer('asked where, when or how hard', '0');
  await first.answer('asked why, or challenged you', '');
  await first.until('Whose thinking moved the work you touched today?');
  await first.until('theirs, I only learned of it');
  first.type('3');
  await first.answer(
    'ctrl-o opens your editor',
    'I told Lee which vendor to call. She had a shortlist.',
  );
  await first.answer('Tomorrow, if', 'Lee brings the vendor');
  await first.answer('then I', 'ask what she would do if I were away');
  await first.until(
    'Say it once in your head: if Lee brings the vendor, then I ask what she would do if I were away.',
  );
  await first.until(/Kept\. \d+ s\. +Handed back 2 of 4 that were theirs\./);
  expect(await first.end()).toBe(0);

  expect(home.files()).toEqual(['journal.db']);
  expect(home.rows('SELECT kind, on_day, source, revision FROM v_session')).toEqual([
    { kind: 'daily', on_day: '2026-11-20', source: 'terminal', revision: 1 },
  ]);
  expect(home.rows('SELECT code, n, warranted FROM v_tally ORDER BY code, warranted')).toEqual([
    { code: 'a', n: 2, warranted: 0 },
    { code: 'a', n: 1, warranted: 1 },
    { code: 'b', n: 1, warranted: 0 },
    { code: 'c', n: 2, warranted: 0 },
    { code: 'd', n: 0, warranted: 0 },
    { code: 'p', n: 4, warranted: 0 },
  ]);
  // Asked and skipped is a row, not asked is none, none is a count of 0.
  expect(home.rows("SELECT item, skipped FROM asked WHERE item IN ('d', 'w', 's', 'i')")).toEqual([
    { item: 'd', skipped: 0 },
    { item: 'w', skipped: 1 },
  ]);
  expect(home.rows('SELECT item, value FROM v_rating')).toEqual([{ item: 'R1', value: 3 }]);
  expect(home.rows('SELECT item, text FROM v_answer')).toEqual([
    { item: 'prompt', text: 'I told Lee which vendor to call. She had a shortlist.' },
  ]);
  expect(home.rows('SELECT if_text, then_text, outcome FROM v_intention')).toEqual([
    {
      if_text: 'Lee brings the vendor',
      then_text: 'ask what she would do if I were away',
      outcome: null,
    },
  ]);
  expect(home.counts()['draft']).toBe(0);

  using second = new Terminal(home, ['reflect'], { now: NEXT_EVENING });
  await second.until('Saturday 21 November');
  await second.until(
    'Yesterday: if Lee brings the vendor, then ask what she would do if I were away.',
  );
  await second.until('skipped');
  second.type('d');
  await second.answer('you answered or decided', '0');
  await second.answer('you handed back', '1');
  await second.answer('    bare ', '');
  await second.answer('with a proposal', '');
  // Another pair and another rating than the evening before.
  await second.until('Work that started');
  await second.answer('started because you said so', '');
  await second.answer('started unprompted', '');
  await second.until('When you could have answered and did not, how was it?');
  await second.until('it no longer felt like holding back');
  second.type('\r');
  await second.answer('ctrl-o opens your editor', '');
  await second.answer('Tomorrow, if', '');
  await second.until('Kept.');
  expect(await second.end()).toBe(0);
  expect(second.text).not.toContain('Your journal is');
  expect(second.text).not.toContain('of these, it had to be you');
  expect(home.rows('SELECT made_on, outcome, settled_on FROM v_intention')).toEqual([
    { made_on: '2026-11-20', outcome: 'done', settled_on: '2026-11-21' },
  ]);
});

test('an evening of nothing but Enter is kept as skipped', async () => {
  using home = new Home();
  using terminal = at(home);
  await skipAll(terminal);
  await terminal.until('Kept.');
  expect(await terminal.end()).toBe(0);
  expect(home.rows('SELECT count(*) AS n FROM asked WHERE skipped = 1')).toEqual([{ n: 9 }]);
  expect(home.counts()).toMatchObject({ session: 1, tally: 0, rating: 0, answer: 0, intention: 0 });
});

test('? explains a question, and the answer is still to be given', async () => {
  using home = new Home();
  using terminal = at(home);
  await terminal.answer('you answered or decided', '?');
  await terminal.until('You gave the answer or took the decision, and it was theirs');
  terminal.type('2\r');
  await terminal.answer('of these, it had to be you', '?');
  await terminal.until('An emergency, safety, a first week in the role');
  terminal.type('0\r');
  for (const counter of [
    'you handed back',
    '    bare ',
    'with a proposal',
    'how hard',
    'asked why',
  ])
    await terminal.answer(counter, '');
  await terminal.until('theirs, I only learned of it');
  terminal.type('?');
  await terminal.until('Your own reading of today');
  terminal.type('5');
  await terminal.answer('ctrl-o opens your editor', '?');
  await terminal.until('Write what happened, was said, or will be done.');
  terminal.type('It went well\r');
  await terminal.answer('Tomorrow, if', '?');
  await terminal.until('A moment you will recognise when it comes');
  terminal.type('\r');
  expect(await terminal.end()).toBe(0);
  expect(home.rows('SELECT code, n, warranted FROM v_tally ORDER BY id')).toEqual([
    { code: 'a', n: 2, warranted: 0 },
    { code: 'a', n: 0, warranted: 1 },
  ]);
  expect(home.rows('SELECT value FROM v_rating')).toEqual([{ value: 5 }]);
  expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: 'It went well' }]);
});

test('what is no count is asked for again, and no more can be warranted than there were', async () => {
  using home = new Home();
  using terminal = at(home, ['reflect', '--quick']);
  await terminal.answer('you answered or decided', 'three');
  await terminal.until('a whole number from 0 to 999');
  // What was typed stands there, to be mended.
  terminal.type('\u0015' + '3\r');
  await terminal.answer('of these, it had to be you', '4');
  await terminal.until('a whole number from 0 to 3');
  terminal.type('\u0015' + '3\r');
  await terminal.until('you handed back');
  terminal.type('\u0003');
  expect(await terminal.end()).toBe(130);
  const [draft] = home.rows<{ content: string }>('SELECT content FROM draft');
  expect(JSON.parse(draft?.content ?? '{}')).toMatchObject({
    answers: { tallies: { a: 0, 'a!': 3 } },
  });
});

test('--quick asks the plan, the counts and the next plan', async () => {
  using home = new Home();
  home.run(['intend', 'Lee asks', 'ask back'], { now: '2026-11-19T18:00:00Z' });
  using terminal = at(home, ['reflect', '--quick']);
  await terminal.until('about a minute');
  await terminal.until('Yesterday: if Lee asks, then ask back.');
  await terminal.until('skipped');
  terminal.type('n');
  await terminal.answer('you answered or decided', '1');
  await terminal.answer('of these, it had to be you', '');
  for (const counter of [
    'you handed back',
    '    bare ',
    'with a proposal',
    'how hard',
    'asked why',
  ])
    await terminal.answer(counter, '1');
  await terminal.answer('Tomorrow, if', 'when Sam calls');
  await terminal.answer('then I', 'then I listen');
  await terminal.until('Say it once in your head: if Sam calls, then I listen.');
  expect(await terminal.end()).toBe(0);
  expect(home.counts()).toMatchObject({ rating: 0, answer: 1 });
  expect(home.rows('SELECT outcome FROM v_intention ORDER BY made_on')).toEqual([
    { outcome: 'no-cue' },
    { outcome: null },
  ]);
});

test('moments logged during the day are shown, and the evening asks for the rest', async () => {
  using home = new Home();
  home.run(['tally', 'c2', 'a']);
  using terminal = at(home, ['reflect', '--quick']);
  await terminal.until('(logged already: 1 you answered or decided, 2 you handed back)');
  terminal.type('\u0003');
  expect(await terminal.end()).toBe(130);
});

test('a day that memory does not reach is asked for words only', async () => {
  using home = new Home();
  using terminal = at(home, ['reflect', '--on', '2026-11-10']);
  await terminal.until('Tuesday 10 November');
  await terminal.answer('ctrl-o opens your editor', 'I remember the meeting');
  await terminal.answer('Tomorrow, if', '');
  expect(await terminal.end()).toBe(0);
  expect(terminal.text).not.toContain('you handed back');
  expect(home.rows('SELECT on_day, text FROM v_answer')).toEqual([
    { on_day: '2026-11-10', text: 'I remember the meeting' },
  ]);
});

describe('long answers', () => {
  test('pasted lines stay in one answer', async () => {
    using home = new Home();
    using terminal = at(home, ['reflect', '--on', '2026-11-10']);
    await terminal.until('ctrl-o opens your editor');
    terminal.type('\u001b[200~first line\rsecond: 3\r\r  fourth, indented\u001b[201~');
    await terminal.until('fourth, indented');
    terminal.type(', typed\r');
    await terminal.answer('Tomorrow, if', '');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([
      { text: 'first line\nsecond: 3\n\n  fourth, indented, typed' },
    ]);
  });

  test('a pasted tab is part of the text', async () => {
    using home = new Home();
    using terminal = at(home, ['reflect', '--on', '2026-11-10']);
    await terminal.until('ctrl-o opens your editor');
    terminal.type('\u001b[200~name\tcount\rlee\t2\u001b[201~\r');
    await terminal.answer('Tomorrow, if', '');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: 'name\tcount\nlee\t2' }]);
  });

  /** An editor that notes what it was given and how private that is, and leaves a page behind. */
  function editor(home: Home, leaves: string, status = 0): string {
    const script = join(home.path, 'my editor.sh');
    writeFileSync(join(home.path, 'page.txt'), leaves);
    writeFileSync(
      script,
      `#!/bin/sh\nfor f; do :; done\ncp "$f" "$HOME/given.txt"\n{ echo "$f"; stat -c %a "$f"; stat -c %a "$(dirname "$f")"; } > "$HOME/seen.txt"\ncat "$HOME/page.txt" > "$f"\nexit ${status}\n`,
    );
    chmodSync(script, 0o700);
    return `"${script}" --wait`;
  }

  test('come from the editor, through a file that nobody else can read and that is gone afterwards', async () => {
    using home = new Home();
    const page = 'First paragraph.\n\n- a point\n- مرحبا\n';
    const EDITOR = editor(home, page);
    using terminal = at(home, ['reflect', '--on', '2026-11-10'], { EDITOR });
    await terminal.until('ctrl-o opens your editor');
    terminal.type('begun here');
    await terminal.until('begun here');
    terminal.type('\u000f');
    await terminal.until('First paragraph.');
    await terminal.answer('Tomorrow, if', '');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: page.slice(0, -1) }]);
    expect(readFileSync(join(home.path, 'given.txt'), 'utf8')).toBe('begun here');
    const [file = '', mode, folderMode] = readFileSync(join(home.path, 'seen.txt'), 'utf8').split(
      '\n',
    );
    expect({ mode, folderMode, left: existsSync(file) }).toEqual({
      mode: '600',
      folderMode: '700',
      left: false,
    });
    expect(file.startsWith(join(home.path, '.cache/praxis/'))).toBe(true);
    expect(existsSync(join(file, '..'))).toBe(false);
  });

  test('an editor that fails takes nothing away', async () => {
    using home = new Home();
    const EDITOR = editor(home, 'half', 1);
    using terminal = at(home, ['reflect', '--on', '2026-11-10'], { EDITOR });
    await terminal.until('ctrl-o opens your editor');
    terminal.type('begun here\u000f');
    // The question comes back, with what was typed.
    await terminal.until(/begun here[\s\S]*begun here/);
    terminal.type(', ended here\r');
    await terminal.answer('Tomorrow, if', '');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: 'begun here, ended here' }]);
    const [file = ''] = readFileSync(join(home.path, 'seen.txt'), 'utf8').split('\n');
    expect(existsSync(join(file, '..'))).toBe(false);
  });

  test('without an editor the key says how to set one', async () => {
    using home = new Home();
    using terminal = at(home, ['reflect', '--on', '2026-11-10']);
    await terminal.until('ctrl-o opens your editor');
    terminal.type('\u000f');
    await terminal.until('No editor is set.');
    terminal.type('typed then\r');
    await terminal.answer('Tomorrow, if', '');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: 'typed then' }]);
  });
});

describe('a second reflect on a day', () => {
  const FIRST = '{"answers":{"tallies":{"a":2,"c":1},"R1":2,"prompt":"what I said"}}';

  test('can add a note', async () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: FIRST });
    using terminal = at(home);
    await terminal.until('Today has its session already.');
    await terminal.until('amend it');
    terminal.type('n');
    await terminal.answer('ctrl-o opens your editor', 'and one thing more');
    await terminal.until('Kept.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT kind, revision FROM v_session ORDER BY kind')).toEqual([
      { kind: 'daily', revision: 1 },
      { kind: 'moment', revision: 1 },
    ]);
  });

  test('can amend: Enter keeps what was said, the rest makes a new revision', async () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: FIRST });
    using terminal = at(home);
    await terminal.until('amend it');
    terminal.type('a');
    await terminal.answer(/you answered or decided[\s\S]*now 2, enter keeps it/, '2');
    await terminal.answer('of these, it had to be you', '1');
    await terminal.answer(/you handed back[\s\S]*now 1, enter keeps it/, '5');
    for (const counter of ['    bare ', 'with a proposal', 'how hard', 'asked why'])
      await terminal.answer(counter, '');
    await terminal.until('theirs, I only learned of it');
    terminal.type('\r');
    // The words of before stand there, to be mended.
    await terminal.answer('what I said', ' and meant');
    await terminal.answer('Tomorrow, if', '');
    await terminal.until('Kept.');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT code, n, warranted FROM v_tally ORDER BY code, warranted')).toEqual([
      { code: 'a', n: 1, warranted: 0 },
      { code: 'a', n: 1, warranted: 1 },
      { code: 'c', n: 5, warranted: 0 },
    ]);
    expect(home.rows('SELECT value FROM v_rating')).toEqual([{ value: 2 }]);
    expect(home.rows('SELECT text FROM v_answer')).toEqual([{ text: 'what I said and meant' }]);
    expect(home.rows('SELECT revision FROM v_session')).toEqual([{ revision: 2 }]);
    expect(home.counts()['revision']).toBe(1);
  });

  test('can leave it as it is', async () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: FIRST });
    const before = home.hash();
    using terminal = at(home);
    await terminal.until('amend it');
    terminal.type('\r');
    expect(await terminal.end()).toBe(0);
    expect(home.hash()).toBe(before);
  });
});

describe('a rehearsal at a terminal', () => {
  test('holds the whole evening and stores nothing', async () => {
    using home = new Home();
    using terminal = at(home, ['reflect', '--dry-run']);
    await skipAll(terminal);
    await terminal.until('A rehearsal: nothing was stored.');
    expect(await terminal.end()).toBe(0);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('interrupted, leaves no draft and promises none', async () => {
    using home = new Home();
    home.run(['note', 'there already']);
    const before = home.hash();
    using terminal = at(home, ['reflect', '--dry-run']);
    await terminal.answer('you answered or decided', '3');
    await terminal.until('of these');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(terminal.text).not.toContain('is kept');
    expect(home.hash()).toBe(before);
  });

  test('leaves a day that has its session as it is', async () => {
    using home = new Home();
    home.run(['reflect', '--answers', '-'], { input: '{"answers":{"R1":2}}' });
    const before = home.counts();
    using terminal = at(home, ['reflect', '--dry-run']);
    await terminal.until('you answered or decided');
    expect(terminal.text).not.toContain('amend it');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.counts()).toEqual(before);
  });
});

test('--no-input at a terminal asks nothing', async () => {
  using home = new Home();
  using terminal = at(home, ['reflect', '--no-input']);
  await terminal.until('"schema": "praxis.answers/1"');
  expect(await terminal.end()).toBe(0);
  expect(existsSync(home.journal)).toBe(false);
});

test('a session fits a narrow terminal', async () => {
  using home = new Home();
  using terminal = new Terminal(home, ['reflect'], { columns: 50 });
  await terminal.until('Am I leading leaders or followers?');
  await skipAll(terminal);
  await terminal.until('Kept.');
  expect(await terminal.end()).toBe(0);
});

test('NO_COLOR and --no-color leave a session without colour', async () => {
  for (const [args, env] of [
    [['reflect', '--quick'], { NO_COLOR: '1' }],
    [['reflect', '--quick', '--no-color'], {}],
  ] as const) {
    using home = new Home();
    using terminal = at(home, [...args], env);
    await terminal.until('you answered or decided');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(terminal.raw).not.toMatch(COLOUR);
  }
});
