import { describe, expect, test } from 'vitest';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const at = (day: string) => ({ now: `${day}T18:10:00Z` });

function withWeek(): Home {
  const home = new Home();
  home.run(['person', 'add', 'lee'], at('2026-11-01'));
  home.run(['person', 'add', 'sam'], at('2026-11-19'));
  home.run(['promise', 'the budget line', '@lee', '--due', '2026-11-18'], at('2026-11-16'));
  home.run(['promise', 'the staffing plan', '--due', '2026-11-21'], at('2026-11-16'));
  return home;
}

/** Answers everything, in the order it is asked. */
async function answerAll(terminal: Terminal): Promise<void> {
  await terminal.until('No focus is set yet');
  await terminal.answer('you answered or decided', '3');
  await terminal.answer('it had to be you', '1');
  await terminal.answer('you handed back', '9');
  await terminal.answer('bare', '');
  await terminal.answer('with a proposal', '2');
  await terminal.until('the budget line, due since Wednesday');
  await terminal.until('d taken back');
  terminal.type('l');
  await terminal.until('the staffing plan, due tomorrow');
  await terminal.until('d taken back');
  terminal.type('\r');
  // What was just said of the promises is what the ledger says.
  await terminal.until('noted: 0 of 1, enter takes that');
  await terminal.answer('came due', '');
  await terminal.answer('offered', '2');
  await terminal.answer('met with one of theirs', '1');
  await terminal.answer('times you gave it back', '');
  await terminal.answer(/ {4}questions /, '11');
  await terminal.answer('of these, open ones', '7');
  await terminal.answer('pieces', '0');
  await terminal.until('who could state the focus');
  terminal.type('4');
  await terminal.until('who is with it by now?');
  await terminal.until('it is normal now');
  terminal.type('3');
  await terminal.answer('Who joined, and whom?', 'Kim joined Lee');
  await terminal.until('lee: no talk noted yet, you wanted one in 7 days');
  terminal.type('t');
  await terminal.answer('Which one choice did you make on purpose', 'I let them choose the date.');
  await terminal.answer('What did people see you do', 'I said I was wrong.');
  await terminal.answer('Which norm did that show', 'candour');
  await terminal.until('One thing to try next week?');
  terminal.type('o');
  await terminal.until('One thing to try next week?');
  terminal.type('p');
  await terminal.answer('If …', 'Lee asks what to do');
  await terminal.answer('then I …', 'ask back');
  await terminal.answer('If …', 'the vendor calls');
  await terminal.answer('then I …', 'hand it to Sam');
}

describe('the check-in at a terminal', () => {
  test('asks in minutes, keeps what was said, settles promises and ends with the week', async () => {
    using home = withWeek();
    using terminal = new Terminal(home, ['checkin'], { columns: 80 });
    await answerAll(terminal);
    await terminal.until(/Kept\. \d+ s\./);
    await terminal.until('Weekly check-in  2026-W47');
    await terminal.until('if the vendor calls, then hand it to Sam');
    expect(await terminal.end()).toBe(0);

    const [session] = home.ask<{ sessions: { answers: object; seconds: number }[] }>([
      'list',
    ]).sessions;
    expect(session?.answers).toMatchObject({
      tallies: { a: 2, 'a!': 1, c: 9, b: null, p: 2 },
      loops: { met: 1, offered: 2 },
      listening: null,
      questions: { open: 7, all: 11 },
      badNews: { early: 0, all: 0 },
      R4: 4,
      movement: { stage: 'two', joined: 'Kim joined Lee' },
      contacts: ['lee'],
      choice: 'I let them choose the date.',
      copied: 'I said I was wrong.',
      norm: 'candour',
      exercise: { state: 'planned' },
      intention: { if: 'the vendor calls', then: 'hand it to Sam' },
    });
    expect(session?.answers).not.toHaveProperty('kept');
    expect(home.rows('SELECT text, outcome, settled_on FROM promise ORDER BY due_on')).toEqual([
      { text: 'the budget line', outcome: 'kept', settled_on: '2026-11-20' },
      { text: 'the staffing plan', outcome: null, settled_on: null },
    ]);
    expect(
      home.rows(
        'SELECT run.state, plan.then_text FROM exercise_run AS run JOIN intention AS plan ON plan.id = run.intention_id',
      ),
    ).toEqual([{ state: 'planned', then_text: 'ask back' }]);
    expect(home.rows('SELECT * FROM draft')).toEqual([]);
    // One command, one undo.
    home.run(['undo']);
    expect(home.rows('SELECT * FROM session')).toEqual([]);
    expect(home.rows('SELECT outcome FROM promise WHERE outcome IS NOT NULL')).toEqual([]);
  });

  test('interrupted, it goes on where it was; every line fits the screen', async () => {
    using home = withWeek();
    using first = new Terminal(home, ['checkin'], { columns: 80 });
    await first.answer('you answered or decided', '0');
    await first.answer('you handed back', '4');
    await first.answer('bare', '1');
    await first.until('with a proposal');
    first.type('\u0003');
    await first.until('praxis checkin goes on from here');
    expect(await first.end()).toBe(130);
    expect(home.rows('SELECT kind, on_day FROM draft')).toEqual([
      { kind: 'weekly', on_day: '2026-11-22' },
    ]);
    expect(home.run([]).stdout).toContain('praxis checkin goes on from there');
    // Another evening is no part of it.
    expect(home.run(['reflect', '--answers', '-'], { input: '{"answers":{"R1":3}}' }).code).toBe(0);

    using second = new Terminal(home, ['checkin'], { columns: 80 });
    await second.until('a check-in was left unfinished');
    await second.until('d discard');
    second.type('r');
    await second.answer('with a proposal', '2');
    await second.until('the budget line');
    second.type('k');
    await second.until('the staffing plan');
    second.type('\u0003');
    expect(await second.end()).toBe(130);
    // A line that is typed into is drawn again with every key.
    const lines = [first, second].flatMap(({ text }) => text.split('\n'));
    // What stands at and below a line of input is written over.
    for (const line of lines.filter((each) => !/›|one key, or enter/.test(each)))
      expect(line.length, line).toBeLessThanOrEqual(80);

    using third = new Terminal(home, ['checkin'], { columns: 80 });
    await third.until('d discard');
    third.type('k');
    await third.until('Kept.');
    expect(await third.end()).toBe(0);
    expect(home.rows('SELECT code, n FROM tally WHERE weekly = 1 ORDER BY code')).toEqual([
      { code: 'a', n: 0 },
      { code: 'b', n: 1 },
      { code: 'c', n: 4 },
      { code: 'p', n: 2 },
    ]);
    expect(home.rows("SELECT settled_on FROM promise WHERE outcome = 'kept'")).toEqual([
      { settled_on: '2026-11-18' },
    ]);
    expect(home.rows('SELECT * FROM draft')).toEqual([]);
  });

  test('one that was left can be discarded, and it begins again', async () => {
    using home = new Home();
    using first = new Terminal(home, ['checkin']);
    await first.answer('you answered or decided', '3');
    await first.until('it had to be you');
    first.type('\u0003');
    expect(await first.end()).toBe(130);
    using second = new Terminal(home, ['checkin']);
    await second.until('d discard');
    second.type('d');
    await second.until('Discarded.');
    await second.answer('you answered or decided', '7');
    await second.until('it had to be you');
    second.type('\u0003');
    expect(await second.end()).toBe(130);
    const [draft] = home.rows<{ content: string }>('SELECT content FROM draft');
    expect(JSON.parse(draft?.content ?? '').answers.tallies).toEqual({ a: 7 });
    expect(home.rows('SELECT * FROM session')).toEqual([]);
  });

  test('a second one of the week amends: what stands there stays where nothing is typed', async () => {
    using home = new Home();
    home.run(['tally', 'c2']);
    home.run([
      'checkin',
      '--kept',
      '4/5',
      '--clarity',
      '4',
      '--choice',
      'no',
      '--if',
      'x',
      '--then',
      'y',
    ]);
    using terminal = new Terminal(home, ['checkin']);
    await terminal.until('has its check-in already');
    terminal.type('a');
    await terminal.answer('came due', '6');
    await terminal.answer('kept on time', '');
    for (const asked of ['offered', 'times you gave it back', / {4}questions /, 'pieces'])
      await terminal.answer(asked, '');
    await terminal.answer('who could state the focus', '');
    await terminal.answer('who is with it by now?', '');
    await terminal.answer('Which one choice', '');
    await terminal.answer('What did people see you do', '');
    await terminal.answer('One thing to try next week?', '');
    await terminal.answer('If …', '');
    await terminal.answer('then I …', '');
    await terminal.until('stored, revision 2');
    expect(await terminal.end()).toBe(0);
    const [session] = home.ask<{ sessions: { answers: object }[] }>(['list']).sessions;
    expect(session?.answers).toMatchObject({
      kept: { yes: 4, due: 6 },
      R4: 4,
      choice: 'no',
      intention: { if: 'x', then: 'y' },
    });
    using left = new Terminal(home, ['checkin']);
    await left.answer('has its check-in already', '');
    expect(await left.end()).toBe(0);
    expect(home.rows("SELECT revision FROM session WHERE kind = 'weekly'")).toEqual([
      { revision: 2 },
    ]);
  });

  test('a text that touches what had better not be written is asked about, and can be changed', async () => {
    using home = new Home();
    home.run(['checkin', '--kept', '1/1']);
    using terminal = new Terminal(home, ['checkin', '--dry-run']);
    await terminal.answer('you answered or decided', '');
    for (const asked of ['you handed back', 'bare', 'with a proposal', 'came due', 'offered'])
      await terminal.answer(asked, '');
    for (const asked of ['times you gave it back', / {4}questions /, 'pieces', 'who could state'])
      await terminal.answer(asked, '');
    await terminal.answer('who is with it by now?', '');
    await terminal.answer('Which one choice', 'I spared Lee, who is pregnant');
    await terminal.until('This touches');
    await terminal.until('c change it');
    terminal.type('c');
    await terminal.until('Which one choice');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.rows('SELECT * FROM draft')).toEqual([]);
  });
});
