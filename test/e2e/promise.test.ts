import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, OWN_COLOURS, refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface PromiseDocument {
  id: string;
  text: string;
  by: string | null;
  to: string | null;
  dueOn: string | null;
  outcome: string | null;
  settledOn: string | null;
  onTime: boolean | null;
  why: string | null;
  wording: string | null;
  proposedBy: string | null;
  success: string | null;
  together: string[];
  focus: string | null;
}
interface List {
  promises: PromiseDocument[];
  kept: { x: number; n: number; value: number; ci95: [number, number] } | null;
}

function withPeople(...codes: string[]): Home {
  const home = new Home();
  for (const code of codes) home.run(['person', 'add', code]);
  return home;
}
const at = (day: string) => ({ now: `${day}T18:10:00Z` });
const promised = (home: Home, args: readonly string[], day = '2026-11-20') =>
  home.ask<PromiseDocument>(['promise', ...args], at(day));
const list = (home: Home, args: readonly string[] = [], day = '2026-11-20') =>
  home.ask<List>(['promises', ...args], at(day));

describe('a promise', () => {
  test('is noted with everything that was said of it', () => {
    using home = withPeople('lee', 'sam', 'kim');
    const flags = '--by sam --to lee --due friday --result --proposed-by owner'.split(' ');
    const made = promised(home, [
      ...['signups', 'work', 'alone', ...flags, '--success', 'a stranger signs up'],
      ...['--with', 'kim', '--with', '@lee', '--with', 'kim'],
    ]);
    expect(made).toEqual({
      schema: 'praxis.promise/1',
      id: made.id,
      text: 'signups work alone',
      madeOn: '2026-11-20',
      by: 'sam',
      to: 'lee',
      dueOn: '2026-11-27',
      outcome: null,
      settledOn: null,
      onTime: null,
      why: null,
      wording: 'result',
      proposedBy: 'owner',
      success: 'a stranger signs up',
      together: ['kim', 'lee'],
      focus: null,
    });
    expect(home.run(['show', made.id]).stdout).toContain('sam promised lee, Friday 20 November');
    expect(home.ask(['show', made.id])).toEqual(made);
    expect(home.rows('SELECT by_person, to_person, together FROM v_promise')).toEqual([
      { by_person: 'sam', to_person: 'lee', together: 'kim lee' },
    ]);
  });

  test('is mine, to whom @ names, without a day', () => {
    using home = withPeople('lee');
    expect(promised(home, ['the budget line', '@Lee'])).toMatchObject({
      text: 'the budget line',
      by: null,
      to: 'lee',
      dueOn: null,
    });
    expect(home.run(['promise', 'the budget line', '@lee', '--due', 'tomorrow']).stdout).toBe(
      '  Noted: you promised lee: the budget line. Due Saturday 21 November.\n',
    );
  });

  test('serves the focus in force, the newest; without one it cannot', () => {
    using home = withPeople('lee');
    const before = home.hash();
    refused(home.run(['promise', 'x', '--focus']), 1, 'No focus is set');
    expect(home.hash()).toBe(before);
    home.run(['focus', 'set', 'every signup by hand'], at('2026-11-01'));
    home.run(['focus', 'set', 'signups without us'], at('2026-11-10'));
    home.run(['focus', 'choice', 'I ask first'], at('2026-11-15'));
    expect(promised(home, ['x', '--focus']).focus).toBe('signups without us');
  });

  test.each<[args: string[], code: number, says: string]>([
    [[], 2, 'The promise is empty'],
    [['@lee'], 2, 'The promise is empty'],
    [[' '], 2, 'The promise is empty'],
    [['x', '@lee', '@sam'], 2, 'One person a command'],
    [['x', '@lee', '--to', 'sam'], 2, 'To @lee, and --to says sam'],
    [['x', '--to', 'leee'], 2, 'Did you mean "lee"?'],
    [['x', '--by', 'nobody'], 2, 'There is no person "nobody"'],
    [['x', '--by', 'lee', '--to', 'lee'], 2, 'lee stands on both sides'],
    [['x', '--by', 'lee', '--with', 'lee'], 2, 'lee stands on both sides'],
    [['x', '--result', '--activity'], 2, 'a result or an activity'],
    [['x', '--proposed-by', 'onwer'], 2, 'Did you mean "owner"?'],
    [['x', '--due', 'yesterday'], 2, '2026-11-19 has passed'],
    [['x', '--due', 'soon'], 2, '"soon" is not a day to come'],
    [['x', '--due', '2026-02-30'], 2, 'There is no day 2026-02-30'],
  ])('%j is refused, and nothing is stored', (args, code, says) => {
    using home = withPeople('lee', 'sam');
    const before = home.hash();
    refused(home.run(['promise', ...args]), code, says);
    refusedAsJson(home.run(['promise', ...args, '--json']), code, says);
    expect(home.hash()).toBe(before);
  });

  test('refused on a new machine makes no journal', () => {
    using home = new Home();
    refused(home.run(['promise', 'x', '--due', 'soon']), 2);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('warns a script of what had better not be written', () => {
    using home = new Home();
    const { code, stderr } = home.run(['promise', 'visit the hospital', '--success', 'surgery']);
    expect(code).toBe(0);
    expect(stderr).toContain('health');
    expect(stderr).not.toContain('hospital');
  });
});

describe('promises', () => {
  test('lists what is open, mine and theirs, overdue first', () => {
    using home = withPeople('lee', 'sam');
    promised(home, ['later', '@lee', '--due', '2026-12-24'], '2026-11-02');
    promised(home, ['no day'], '2026-11-02');
    promised(home, ['overdue', '--due', '2026-11-16'], '2026-11-02');
    promised(home, ['theirs', '--by', 'sam', '--due', 'tomorrow']);
    const { stdout } = home.run(['promises']);
    expect(stdout.replaceAll(/01[0-9a-f-]+ +/g, 'ID  ')).toBe(
      [
        '  Yours',
        '  ID  due since Monday          overdue',
        '  ID  due Thu 24 Dec    to lee  later',
        '  ID  no day                    no day',
        '',
        '  Theirs',
        '  ID  due tomorrow  sam  theirs',
        '',
        '  kept on time 0 of 1 in eight weeks   0 % [0-79]',
        '',
      ].join('\n'),
    );
  });

  test('one due today is due: in promises --due, and in what today holds', () => {
    using home = withPeople('lee');
    const { id } = promised(home, ['the budget line', '@lee', '--due', 'friday']);
    const texts = (day: string) => list(home, ['--due'], day).promises.map(({ text }) => text);
    expect(texts('2026-11-26')).toEqual([]);
    expect(texts('2026-11-27')).toEqual(['the budget line']);
    expect(texts('2026-12-05')).toEqual(['the budget line']);
    const due = (day: string) =>
      home
        .ask<{ due: { kind: string }[] }>(['today'], at(day))
        .due.filter(({ kind }) => kind === 'promise');
    expect(due('2026-11-26')).toEqual([]);
    expect(due('2026-11-29')).toEqual([
      {
        kind: 'promise',
        on: '2026-11-27',
        id,
        by: null,
        to: 'lee',
        text: 'the budget line',
        days: 2,
      },
    ]);
    expect(home.run([], at('2026-11-29')).stdout).toContain(
      'promise to lee: the budget line, due since Friday',
    );
    home.run(['keep', id], at('2026-11-29'));
    expect(texts('2026-12-05')).toEqual([]);
    expect(due('2026-12-05')).toEqual([]);
  });

  test('with one person are those both ways; --all has the settled ones too', () => {
    using home = withPeople('lee', 'sam');
    promised(home, ['to lee', '@lee']);
    promised(home, ['by lee', '--by', 'lee']);
    promised(home, ['with lee', '--by', 'sam', '--with', 'lee']);
    promised(home, ['to sam', '@sam']);
    const { id } = promised(home, ['kept', '@lee']);
    home.run(['keep', id]);
    const texts = (...args: string[]) => list(home, args).promises.map(({ text }) => text);
    expect(texts()).toEqual(['to lee', 'by lee', 'with lee', 'to sam']);
    expect(texts('--person', 'lee')).toEqual(['to lee', 'by lee', 'with lee']);
    expect(texts('--person', 'lee', '--all')).toEqual(['to lee', 'by lee', 'with lee', 'kept']);
    refused(home.run(['promises', '--person', 'leee']), 2, 'Did you mean "lee"?');
  });

  test('end with how many of mine were kept on time, of those due in eight weeks', () => {
    using home = withPeople('lee');
    for (let i = 0; i < 16; i++) {
      const day = `2026-11-${String(i + 1).padStart(2, '0')}`;
      const { id } = promised(home, [`p${i}`, '@lee', '--due', day], '2026-10-30');
      if (i < 13) home.run(['keep', id], at(day));
    }
    const { kept } = list(home);
    expect(kept).toMatchObject({ x: 13, n: 16, value: 0.8125 });
    expect(kept?.ci95[0]).toBeCloseTo(0.5699, 3);
    expect(home.run(['promises']).stdout).toContain(
      '\n  kept on time 13 of 16 in eight weeks   81 % [57-93]\n',
    );
    expect(home.run(['promises', '--person', 'lee']).stdout).not.toContain('kept on time');
    expect(list(home, [], '2027-03-01').kept).toBeNull();
  });

  test('of a new journal are none, and it says how to note one', () => {
    using home = new Home();
    expect(list(home)).toEqual({ schema: 'praxis.promises/1', promises: [], kept: null });
    expect(home.run(['promises']).stdout).toContain('praxis promise "TEXT"');
    expect(existsSync(home.journal)).toBe(false);
  });
});

describe('keep and drop', () => {
  test('on time is on its day or before; a day can be named', () => {
    using home = new Home();
    const ids = [1, 2, 3].map((n) => promised(home, [`p${n}`, '--due', 'friday']).id);
    const [one = '', two = '', three = ''] = ids;
    expect(home.ask(['keep', one], at('2026-11-27'))).toMatchObject({
      outcome: 'kept',
      settledOn: '2026-11-27',
      onTime: true,
    });
    expect(home.run(['keep', two], at('2026-11-29')).stdout).toBe(
      '  Kept, 2 days after its day: p2.\n',
    );
    expect(home.ask(['keep', three, '--on', '2026-11-27'], at('2026-11-29'))).toMatchObject({
      settledOn: '2026-11-27',
      onTime: true,
    });
    expect(list(home, [], '2026-11-30').kept).toMatchObject({ x: 2, n: 3 });
  });

  test('taken back in advance it leaves the count, and says why; undo brings it back', () => {
    using home = withPeople('lee');
    const { id } = promised(home, ['x', '@lee', '--due', 'tomorrow']);
    expect(home.run(['drop', id]).stdout).toBe(
      '  Taken back: x. If lee does not know yet, say so.\n',
    );
    expect(list(home, ['--all'], '2026-12-01').kept).toBeNull();
    home.run(['undo']);
    expect(home.ask(['drop', id, '--why', 'not needed'], at('2026-11-25'))).toMatchObject({
      outcome: 'dropped',
      onTime: false,
      why: 'not needed',
    });
    expect(home.run(['show', id]).stdout).toContain('Taken back because: not needed');
  });

  test('of a settled one are refused, and nothing changes', () => {
    using home = new Home();
    const { id } = promised(home, ['x']);
    home.run(['keep', id]);
    const before = home.hash();
    refused(home.run(['keep', id]), 1, 'This promise was kept on Friday 20 November');
    refused(home.run(['drop', id]), 1, 'This promise was kept');
    refusedAsJson(home.run(['keep', id, '--json']), 1, 'was kept');
    expect(home.hash()).toBe(before);
  });

  test.each<[args: string[], says: string]>([
    [['--on', 'tomorrow'], 'has not come yet'],
    [['--on', '2026-11-01'], 'It was made on Friday 20 November'],
  ])('%j is refused', (args, says) => {
    using home = new Home();
    const { id } = promised(home, ['x']);
    refused(home.run(['keep', id, ...args]), 2, says);
    refused(home.run(['drop', id, ...args]), 2, says);
  });

  test('take a promise only', () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['note', 'a thought']);
    refused(home.run(['keep', id]), 2, 'is no entry');
    refused(home.run(['drop', 'last']), 2, 'is no entry');
  });
});

describe('mending', () => {
  test('edit changes one part, an empty value takes it away, undo brings it back', () => {
    using home = withPeople('lee', 'sam');
    const { id } = promised(home, ['x', '@lee', '--due', 'friday', '--success', 's']);
    const mended = (item: string, to: string, day?: string) =>
      home.ask<PromiseDocument>(['edit', id, '--item', item, '--to', to], at(day ?? '2026-11-20'));
    expect(mended('text', 'the budget line').text).toBe('the budget line');
    expect(mended('to', 'sam').to).toBe('sam');
    expect(mended('by', 'lee').by).toBe('lee');
    expect(mended('due', 'tomorrow').dueOn).toBe('2026-11-21');
    expect(mended('due', '2026-11-22', '2026-11-30').dueOn).toBe('2026-11-22');
    expect(mended('due', '').dueOn).toBeNull();
    expect(mended('success', '').success).toBeNull();
    expect(mended('wording', 'activity').wording).toBe('activity');
    expect(mended('proposed-by', 'me').proposedBy).toBe('me');
    home.run(['undo']);
    expect(home.ask(['show', id])).toMatchObject({ proposedBy: null, wording: 'activity' });
    const before = home.hash();
    for (const [item, to, says] of [
      ['txet', 'x', 'Did you mean "text"?'],
      ['text', ' ', 'The promise is empty'],
      ['to', 'lee', 'lee stands on both sides'],
      ['due', '2026-11-01', 'has passed'],
      ['wording', 'outcome', 'It takes result, activity'],
      ['why', 'x', 'This promise has no "why"'],
    ] as const) {
      const outcome = home.run(['edit', id, '--item', item, '--to', to]);
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toContain(says);
    }
    expect(home.hash()).toBe(before);
  });

  test('delete takes it away with its owners, and undo brings them back', () => {
    using home = withPeople('lee');
    const made = promised(home, ['x', '--with', 'lee']);
    refused(home.run(['delete', made.id]), 2, 'Removing this promise');
    expect(home.ask(['delete', made.id, '--yes'])).toMatchObject({ noun: 'promise' });
    expect(home.counts()).toMatchObject({ promise: 0, promise_owner: 0 });
    home.run(['undo']);
    expect(home.ask(['show', made.id])).toEqual(made);
  });

  test('search and the exports have it', () => {
    using home = withPeople('lee', 'sam');
    const { id } = promised(home, ['the budget line', '@lee', '--due', 'friday']);
    promised(home, ['a draft', '--by', 'sam']);
    home.run(['drop', id, '--why', 'moved'], at('2026-11-21'));
    expect(home.ask(['search', 'budget'])).toMatchObject({ results: [{ id, noun: 'promise' }] });
    const { stdout } = home.run(['export', 'markdown']);
    expect(stdout).toContain('- Promise by you to lee: the budget line, by 2026-11-27\n');
    expect(stdout).toContain('- Promise by sam: a draft\n');
    expect(stdout).toContain(
      '## 2026-11-21 Saturday\n\n- Promise taken back: the budget line (moved)',
    );
    const lees = home.run(['export', 'markdown', '--person', 'lee']).stdout;
    expect(lees).toContain('the budget line');
    expect(lees).not.toContain('a draft');
    const lines = home.run(['export', 'jsonl']).stdout;
    using other = new Home();
    expect(other.run(['import', 'jsonl', '-'], { input: lines }).code).toBe(0);
    expect(other.run(['export', 'jsonl']).stdout).toBe(lines);
  });
});

describe('at a terminal', () => {
  test('a promise without words is asked for; what cannot be read stays to be mended', async () => {
    using home = withPeople('lee');
    using terminal = new Terminal(home, ['promise']);
    await terminal.answer('What did you promise?', 'the budget line');
    await terminal.answer('To whom', 'leee');
    await terminal.until('Did you mean "lee"?');
    terminal.type('\u007f\r');
    await terminal.answer('By when', 'soon');
    await terminal.until('"soon" is not a day to come');
    terminal.type('\u0015friday\r');
    await terminal.until('Noted: you promised lee: the budget line. Due Friday 27 November.');
    expect(await terminal.end()).toBe(0);
    expect(list(home).promises).toMatchObject([
      { text: 'the budget line', to: 'lee', dueOn: '2026-11-27' },
    ]);
  });

  test('enter skips: without words nothing is kept, without a day it has none', async () => {
    using home = withPeople('lee');
    using nothing = new Terminal(home, ['promise', '@lee']);
    await nothing.answer('What did you promise?', '');
    await nothing.until('Nothing kept');
    expect(await nothing.end()).toBe(0);
    using plain = new Terminal(home, ['promise', '@lee']);
    await plain.answer('What did you promise?', 'x');
    await plain.answer('By when', '');
    await plain.until('Without a day');
    expect(await plain.end()).toBe(0);
    expect(list(home).promises).toMatchObject([{ text: 'x', to: 'lee', dueOn: null }]);
  });

  test('left in the middle it stores nothing', async () => {
    using home = withPeople('lee');
    using terminal = new Terminal(home, ['promise']);
    await terminal.answer('What did you promise?', 'x');
    await terminal.until('To whom');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
    expect(home.counts()['promise']).toBe(0);
  });

  test('keeping a commitment shows how it was to be recognised, and asks once what it named', async () => {
    using home = withPeople('sam');
    const { id } = promised(home, ['x', '--by', 'sam', '--success', 'a stranger signs up']);
    using terminal = new Terminal(home, ['keep', id]);
    await terminal.until('How you will recognise it: a stranger signs up');
    await terminal.until('it named an activity');
    terminal.type('r');
    await terminal.until('Kept: x.');
    expect(await terminal.end()).toBe(0);
    expect(list(home, ['--all']).promises).toMatchObject([{ outcome: 'kept', wording: 'result' }]);
  });

  test('a promise that another praxis settled meanwhile stays as it was settled', async () => {
    using home = withPeople('sam');
    const { id } = promised(home, ['x', '--by', 'sam']);
    using terminal = new Terminal(home, ['keep', id]);
    await terminal.until('it named an activity');
    home.ask(['drop', id, '--why', 'no longer needed']);
    terminal.type('r');
    await terminal.until('This promise was taken back');
    expect(await terminal.end()).toBe(1);
    expect(list(home, ['--all']).promises).toMatchObject([
      { outcome: 'dropped', why: 'no longer needed' },
    ]);
  });

  test('keeping a small promise of mine, or one that was worded, asks nothing', async () => {
    using home = withPeople('sam');
    const mine = promised(home, ['mine']).id;
    const worded = promised(home, ['worded', '--by', 'sam', '--activity']).id;
    for (const id of [mine, worded]) {
      using terminal = new Terminal(home, ['keep', id]);
      expect(await terminal.end()).toBe(0);
      expect(terminal.text).not.toContain('result or activity');
    }
  });
});

describe('on a screen', () => {
  test('every line fits 80 columns, whatever was promised', async () => {
    using home = withPeople('lee', 'a-person-with-a-rather-long-code');
    const long = 'a promise that goes on and on '.repeat(8);
    const { id } = promised(home, [
      ...[long, '--by', 'a-person-with-a-rather-long-code', '--to', 'lee', '--success', long],
      ...['--due', '2027-12-24', '--result', '--proposed-by', 'owner'],
    ]);
    for (const args of [['promises'], ['promises', '--all'], ['show', id], ['drop', id]]) {
      for (const line of home.run(args).stdout.split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test('hostile text is shown and obeyed nowhere', async () => {
    using home = withPeople('lee');
    home.run(['promise', 'x', '--due', 'friday', '--success', 'y', '@lee']);
    home.meddle('UPDATE promise SET text = ?, success = ?, why = ?', HOSTILE, HOSTILE, HOSTILE);
    const { id } = list(home).promises[0] ?? { id: '' };
    expect(list(home).promises[0]?.text).toBe(HOSTILE);
    for (const args of [['promises'], ['promises', '--all'], ['show', id], ['keep', id]]) {
      using terminal = new Terminal(home, args, at('2026-11-27'));
      if (args[0] === 'keep') {
        await terminal.until('it named an activity');
        terminal.type('\r');
      }
      expect(await terminal.end()).toBe(0);
      const raw = terminal.raw.replaceAll(/\r+\n/g, '\n').replaceAll(OWN_COLOURS, '');
      if (args[0] !== 'keep') expect(OBEYED.exec(raw)?.[0]).toBeUndefined();
      for (const obeyed of ['\u001b]0;', '\u001b[31m', '\u001b[2J', '\u202e'])
        expect(terminal.raw).not.toContain(obeyed);
    }
    const piped = home.run(['promises', '--all']).stdout;
    expect(OBEYED.exec(piped)?.[0]).toBeUndefined();
  });
});
