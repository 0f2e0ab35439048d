import { existsSync } from 'node:fs';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const on = (day: string) => ({ now: `${day}T18:10:00Z` });
const EVIL = HOSTILE.replaceAll('\u0000', '');

interface Heard {
  readonly id: string;
  readonly text: string;
  readonly ageDays: number;
  readonly answeredOn: string | null;
  readonly answer: string | null;
}
const heardIn = (home: Home, ...more: string[]) =>
  home.ask<{ heard: Heard[] }>(['question', 'heard', ...more]).heard;
const theOne = (home: Home) => heardIn(home, '--all')[0]?.id ?? '';

/** A journal with Sam in it, and one question of his. */
function asked(kind = 'fit', text = 'How does this fit the roadmap?', day = '2026-11-20'): Home {
  const home = new Home();
  home.run(['person', 'add', 'sam'], on('2026-10-01'));
  const { code, stderr } = home.run(['tally', `w:${kind}`, '@sam', '--quote', text], on(day));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return home;
}

describe('a question kept in its words', () => {
  test('is counted and kept as one action, waits by age, and goes with undo', () => {
    using home = asked('fit', 'How does this fit?', '2026-11-08');
    home.run(['tally', 'w:customer', '--quote', 'Whom do we miss?', '--on', '2026-11-19']);
    expect(home.ask(['question', 'heard'])).toEqual({
      schema: 'praxis.heard/1',
      heard: [
        {
          id: expect.any(String),
          on: '2026-11-08',
          person: 'sam',
          about: 'fit',
          text: 'How does this fit?',
          ageDays: 12,
          answeredOn: null,
          answer: null,
        },
        expect.objectContaining({ on: '2026-11-19', person: null, about: 'customer', ageDays: 1 }),
      ],
    });
    expect(home.rows('SELECT code, subtype, n FROM v_tally')).toHaveLength(2);
    home.run(['undo']);
    expect(heardIn(home)).toHaveLength(1);
    expect(home.rows('SELECT code, subtype, n FROM v_tally')).toEqual([
      { code: 'w', subtype: 'fit', n: 1 },
    ]);
  });

  test('goes with the moment it was counted with, and comes back with it', () => {
    using home = asked();
    const [session] = home.rows<{ id: string }>('SELECT id FROM v_session');
    home.run(['delete', session?.id ?? '', '--yes']);
    expect(heardIn(home)).toEqual([]);
    expect(home.counts()).toMatchObject({ session: 0, heard: 0, tally: 0 });
    home.run(['undo']);
    expect(heardIn(home)).toHaveLength(1);
  });

  test('stays when the count beside it is mended', () => {
    using home = asked();
    expect(home.run(['edit', 'last', '--item', 'w:fit', '--to', '2']).code).toBe(0);
    expect(heardIn(home)).toHaveLength(1);
  });

  test.each([
    [['tally', 'c', '--quote', 'x'], /goes with one question/],
    [['tally', 'w', '--quote', 'x'], /goes with one question/],
    [['tally', 'w:fit', 'w:reason', '--quote', 'x'], /goes with one question/],
    [['tally', 'w:fit2', '--quote', 'x'], /goes with one question/],
    [['tally', 'w:fit0', '--quote', 'x'], /goes with one question/],
    [['tally', 'w:fit', '--quote', '  '], /no words/],
    [['question', 'answer', '01234567', ' '], /no words/],
    [['question', 'answer', '01234567', '--on', 'tomorrow'], /has not come yet/],
    [['question', 'answer', '01234567'], /no entry/],
    [['question', 'answer'], /argument/],
  ])('%j is refused, and nothing is stored', (args, says) => {
    using home = new Home();
    refused(home.run(args), 2, says);
    expect(existsSync(home.journal) ? home.counts()['action'] : 0).toBe(0);
  });

  test('beside other counters of the command', () => {
    using home = new Home();
    home.run(['tally', 'c', 'w:reason', 'd2', '--quote', 'Why now?']);
    expect(heardIn(home)).toMatchObject([{ text: 'Why now?' }]);
    expect(home.rows('SELECT code FROM v_tally')).toHaveLength(3);
  });

  test('a script is told when it touches what is better left out', () => {
    using home = new Home();
    const { code, stderr } = home.run([
      'tally',
      'w:reason',
      '--quote',
      'Is it because Kim is pregnant?',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('pregnancy');
    expect(stderr).not.toContain('Kim');
  });
});

describe('the list', () => {
  test('says when nothing waits, without making a journal', () => {
    using home = new Home();
    expect(home.run(['question', 'heard']).stdout).toContain('No question waits.');
    expect(heardIn(home)).toEqual([]);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('puts a question on the fit over the focus, and no other', () => {
    using home = asked();
    expect(home.run(['question', 'heard']).stdout).not.toContain('the focus');
    home.run(['focus', 'set', 'We answer within a day']);
    home.run(['tally', 'w:reason', '--quote', 'Why now?']);
    const { stdout } = home.run(['question', 'heard']);
    expect(stdout).toContain(
      'How does this fit the roadmap?\n    the focus: We answer within a day\n',
    );
    expect(stdout.match(/the focus/g)).toHaveLength(1);
  });

  test('shows hostile words and obeys them nowhere, within the width', async () => {
    using home = asked('fit', `${EVIL} ${'long '.repeat(40)}`);
    home.run(['focus', 'set', EVIL]);
    home.run(['question', 'answer', theOne(home), EVIL]);
    const { stdout } = home.run(['question', 'heard', '--all']);
    expect(stdout).toContain('answered');
    expect(OBEYED.exec(stdout)?.[0]).toBeUndefined();
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(
      OBEYED.exec(home.run(['question', 'heard', '--all', '--json']).stdout)?.[0],
    ).toBeUndefined();
  });
});

describe('answering', () => {
  test('settles it with its day; the same again is the same, another answer is a conflict', () => {
    using home = asked();
    const id = theOne(home);
    expect(
      home.ask(['question', 'answer', id.slice(0, 24), 'It is step two.', '--on', 'thursday']),
    ).toMatchObject({
      schema: 'praxis.heard/1',
      heard: [{ id, answeredOn: '2026-11-19', answer: 'It is step two.' }],
    });
    expect(heardIn(home)).toEqual([]);
    expect(heardIn(home, '--all')).toHaveLength(1);
    const { action } = home.counts();
    expect(home.run(['question', 'answer', id, 'It is step two.']).code).toBe(0);
    refused(home.run(['question', 'answer', id, 'No.']), 5, /answered already/);
    expect(home.counts()['action']).toBe(action);
    home.run(['undo']);
    expect(heardIn(home)).toHaveLength(1);
  });

  test('without words it is answered all the same', () => {
    using home = asked();
    home.run(['question', 'answer', theOne(home)]);
    expect(heardIn(home, '--all')).toMatchObject([{ answeredOn: '2026-11-20', answer: null }]);
  });

  test('at a terminal the answer is asked for', async () => {
    using home = asked();
    using terminal = new Terminal(home, ['question', 'answer', theOne(home)]);
    await terminal.until('How does this fit the roadmap?');
    await terminal.answer('your answer', 'It is step two.');
    await terminal.until('Answered:');
    expect(await terminal.end()).toBe(0);
    expect(heardIn(home, '--all')).toMatchObject([{ answer: 'It is step two.' }]);
  });
});

test('a question about success points to the promise it belongs to, at a terminal only', async () => {
  using home = asked('success', 'How would we know?');
  using terminal = new Terminal(home, ['tally', 'w:success', '--quote', 'By when?']);
  await terminal.until('praxis promise');
  expect(await terminal.end()).toBe(0);
  expect(terminal.text.match(/--success/g)).toHaveLength(1);
  using other = new Terminal(home, ['tally', 'w:reason', '--quote', 'Why?']);
  expect(await other.end()).toBe(0);
  expect(other.text).not.toContain('--success');
});

test('show, edit, delete and export know it', () => {
  using home = asked();
  const id = theOne(home);
  expect(home.ask(['show', id])).toMatchObject({ schema: 'praxis.heard/1', heard: [{ id }] });
  home.run(['edit', id, '--item', 'text', '--to', 'How does that fit?']);
  refused(home.run(['edit', id, '--item', 'answer', '--to', 'x']), 2, /no "answer"/);
  home.run(['question', 'answer', id, 'Step two.']);
  home.run(['edit', id, '--item', 'answer', '--to', 'It is step two.']);
  expect(heardIn(home, '--all')).toMatchObject([
    { text: 'How does that fit?', answer: 'It is step two.' },
  ]);
  for (const more of [[], ['--person', 'sam']]) {
    const { stdout } = home.run(['export', 'markdown', ...more]);
    expect(stdout).toContain('- Asked by sam (fit): How does that fit?');
    expect(stdout).toContain('- Answered (fit): How does that fit? It is step two.');
  }
  refused(home.run(['delete', id]), 2, /the question is asked about first/);
  home.run(['delete', id, '--yes']);
  expect(heardIn(home, '--all')).toEqual([]);
  expect(home.rows('SELECT n FROM v_tally')).toEqual([{ n: 1 }]);
});
