import { existsSync } from 'node:fs';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const on = (day: string) => ({ now: `${day}T18:10:00Z` });
/** What an argument can hold: no NUL. */
const EVIL = HOSTILE.replaceAll('\u0000', '');

interface Said {
  readonly id: string;
  readonly on: string;
  readonly text: string;
  readonly because: string | null;
}
interface Milestone {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  readonly state: string;
  readonly daysLeft: number | null;
}
interface Focus {
  readonly focus: Said | null;
  readonly milestones: readonly Milestone[];
  readonly choice: Said | null;
  readonly way: { version: number; on: string } | null;
  readonly direction: { last: number | null; before: number | null; rises: boolean };
  readonly effort: { linked: number; earlier: number; all: number };
}
const focusOf = (home: Home, day = '2026-11-20') => home.ask<Focus>(['focus'], on(day));
const milestonesOf = (home: Home) =>
  home.ask<{ milestones: Milestone[] }>(['focus', 'milestone']).milestones;

test('an empty journal has no focus, says how to set one, and stays unmade', () => {
  using home = new Home();
  expect(home.run(['focus']).stdout).toContain('praxis focus set');
  expect(home.ask(['focus', 'show'])).toEqual({
    schema: 'praxis.focus/1',
    focus: null,
    milestones: [],
    choice: null,
    way: null,
    direction: { last: null, before: null, rises: false },
    effort: { linked: 0, earlier: 0, all: 0 },
  });
  expect(home.ask(['focus', 'choice'])).toEqual({ schema: 'praxis.choices/1', choices: [] });
  expect(home.ask(['focus', 'milestone'])).toEqual({
    schema: 'praxis.milestones/1',
    milestones: [],
  });
  expect(existsSync(home.journal)).toBe(false);
});

describe('focus set', () => {
  test('keeps the sentence with its day and its reason; a new one stands in front of the old', () => {
    using home = new Home();
    const first = home.ask<Said>([
      'focus',
      'set',
      'We answer within a day',
      '--because',
      'they waited',
    ]);
    expect(first).toMatchObject({
      schema: 'praxis.statement/1',
      kind: 'focus',
      on: '2026-11-20',
      text: 'We answer within a day',
      because: 'they waited',
    });
    expect(focusOf(home).focus).toMatchObject({ id: first.id, because: 'they waited' });
    // The same day, the same moment of a stopped clock: the last word counts.
    const second = home.ask<Said>(['focus', 'set', 'We', 'answer', 'at', 'once']);
    expect(focusOf(home).focus).toMatchObject({ id: second.id, text: 'We answer at once' });
    expect(home.rows('SELECT text FROM v_statement')).toHaveLength(2);
  });

  test('the same sentence again is the same record, unless it comes with another reason', () => {
    using home = new Home();
    const set = (...more: string[]) => home.ask<Said>(['focus', 'set', 'We ship weekly', ...more]);
    const { id } = set('--because', 'we waited');
    expect(set().id).toBe(id);
    expect(set('--because', 'we waited').id).toBe(id);
    expect(home.counts()).toMatchObject({ statement: 1, action: 1 });
    expect(set('--because', 'they asked').id).not.toBe(id);
    expect(home.counts()['statement']).toBe(2);
  });

  test.each([
    [['focus', 'set'], /no sentence/],
    [['focus', 'set', '  '], /no sentence/],
    [['focus', 'set', 'x'.repeat(201)], /201 characters/],
    [['focus', 'set', 'one\ntwo'], /several/],
    [['focus', 'set', 'We ship', '--because', ' '], /--because/],
    [['focus', 'choice', 'x'.repeat(300)], /300 characters/],
    [['focus', 'choice', '--because', 'x'], /--because goes with a sentence/],
    [['focus', 'shwo'], /Did you mean "show"/],
    [['focus', 'milestone', 'Two teams'], /needs a day/],
    [['focus', 'milestone', 'Two teams', '--due', 'soon'], /not a day to come/],
    [['focus', 'milestone', 'Two teams', '--due', 'yesterday'], /has passed/],
    [['focus', 'milestone', 'Two\nteams', '--due', 'friday'], /several/],
    [['focus', 'milestone', '--due', 'friday'], /Which milestone/],
    [['focus', 'milestone', '--reached'], /Which milestone/],
    [['focus', 'milestone', 'x', '--reached', '--dropped'], /Either/],
    [['focus', 'milestone', 'x', '--due', 'friday', '--on', 'today'], /--on goes with/],
    [['focus', 'milestone', '01234567', '--reached', '--due', 'friday'], /--due goes with/],
    [['focus', 'milestone', '01234567', '--reached', '--on', 'tomorrow'], /has not come yet/],
    [['focus', 'scene', ' '], /no scene/],
    [['focus', 'way', '--draft', '--history'], /One thing at a time/],
    [['focus', 'way', '--version', 'two'], /whole number/],
    [['focus', 'way', '--version', '1'], /no version 1/],
    [['focus', 'way', '--set', 'gone.md'], /cannot be read/],
    [['focus', 'way', '--set', '-'], /no page/],
    [['focus', 'way', '--edit'], /needs a terminal/],
  ])('%j is refused, and nothing is stored', (args, says) => {
    using home = new Home();
    refused(home.run(args), 2, says);
    refusedAsJson(home.run([...args, '--json']), 2, says);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('at a terminal it is asked for, and what is no sentence yet can be mended', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['focus', 'set']);
    await terminal.until('Where are you heading?');
    terminal.type(`${'x'.repeat(205)}\r`);
    await terminal.until('This has 205 characters');
    await terminal.until('In one sentence, then.');
    terminal.type(`${'\u007f'.repeat(10)}\r`);
    await terminal.until('Focus kept.');
    expect(await terminal.end()).toBe(0);
    expect(focusOf(home).focus?.text).toBe('x'.repeat(195));
  });

  test('enter keeps nothing', async () => {
    using home = new Home();
    using terminal = new Terminal(home, ['focus', 'set']);
    await terminal.answer('Where are you heading?', '');
    await terminal.until('Nothing kept.');
    expect(await terminal.end()).toBe(0);
    expect(existsSync(home.journal)).toBe(false);
  });

  test('a script is told when the sentence touches what is better left out', () => {
    using home = new Home();
    const { code, stderr } = home.run(['focus', 'set', 'Nobody works while sick']);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('health') });
    expect(stderr).not.toContain('sick');
  });
});

describe('focus choice', () => {
  test('is never edited: each is put in front of the one before, and all are kept', () => {
    using home = new Home();
    home.run(['focus', 'choice', 'I answer fast'], on('2026-10-02'));
    home.run(['focus', 'choice', 'I ask first', '--because', 'they knew'], on('2026-11-19'));
    const { choices } = home.ask<{ choices: Said[] }>(['focus', 'choice']);
    expect(choices).toEqual([
      expect.objectContaining({ on: '2026-11-19', text: 'I ask first', because: 'they knew' }),
      expect.objectContaining({ on: '2026-10-02', text: 'I answer fast', because: null }),
    ]);
    const { stdout } = home.run(['focus', 'choice']);
    expect(stdout.indexOf('I ask first')).toBeLessThan(stdout.indexOf('What I believed then'));
    expect(stdout.indexOf('What I believed then')).toBeLessThan(stdout.indexOf('I answer fast'));
    const [latest] = choices;
    refused(
      home.run(['edit', latest?.id ?? '', '--item', 'text', '--to', 'x']),
      1,
      /stays as it was/,
    );
    expect(focusOf(home).choice?.text).toBe('I ask first');
  });
});

describe('milestones', () => {
  const add = (home: Home, text: string, due: string, day = '2026-11-20') =>
    home.ask<Milestone>(['focus', 'milestone', text, '--due', due], on(day));

  test('are added with a day to come, reached, dropped, and listed', () => {
    using home = new Home();
    expect(add(home, 'Two teams on call', 'in 3 weeks')).toMatchObject({
      schema: 'praxis.milestone/1',
      madeOn: '2026-11-20',
      dueOn: '2026-12-11',
      reachedOn: null,
      droppedOn: null,
      state: 'open',
      daysLeft: 21,
    });
    const pricing = add(home, 'Pricing', 'tomorrow');
    const idea = add(home, 'An idea', '2026-W50');
    const settle = (id: string, ...flags: string[]) =>
      home.ask(['focus', 'milestone', id, ...flags]);
    expect(settle(pricing.id, '--reached', '--on', 'thursday')).toMatchObject({
      state: 'reached',
      reachedOn: '2026-11-19',
      daysLeft: null,
    });
    expect(settle(idea.id, '--dropped')).toMatchObject({
      state: 'dropped',
      droppedOn: '2026-11-20',
    });
    expect(milestonesOf(home).map(({ text, state }) => [text, state])).toEqual([
      ['Two teams on call', 'open'],
      ['An idea', 'dropped'],
      ['Pricing', 'reached'],
    ]);
    expect(focusOf(home).milestones.map(({ text }) => text)).toEqual(['Two teams on call']);
    home.run(['undo']);
    expect(milestonesOf(home).filter(({ state }) => state === 'open')).toHaveLength(2);
  });

  test('the same one again is the same; at most five are open', () => {
    using home = new Home();
    const { id } = add(home, 'step 1', 'friday');
    expect(add(home, 'step 1', 'friday').id).toBe(id);
    for (const n of [2, 3, 4, 5]) add(home, `step ${n}`, 'friday');
    const sixth = ['focus', 'milestone', 'step 6', '--due', 'friday'];
    refused(home.run(sixth), 1, /5 milestones are open already/);
    expect(home.counts()['milestone']).toBe(5);
    home.run(['focus', 'milestone', id, '--reached']);
    expect(home.run(sixth).code).toBe(0);
  });

  test('an id with --due is not a text: it says how to move the day', () => {
    using home = new Home();
    const { id } = add(home, 'step 1', 'friday');
    refused(home.run(['focus', 'milestone', id.slice(0, 13), '--due', 'monday']), 2, /already/);
    expect(home.ask(['edit', id, '--item', 'due', '--to', 'in 2 weeks'])).toMatchObject({
      schema: 'praxis.milestone/1',
      dueOn: '2026-12-04',
    });
    refused(home.run(['edit', id, '--item', 'due', '--to', 'yesterday']), 2, /has passed/);
    refused(home.run(['edit', id, '--item', 'do', '--to', 'friday']), 2, /Did you mean "due"/);
  });

  test('one that was missed is marked, and nobody is scolded', () => {
    using home = new Home();
    add(home, 'Pricing', '2026-11-13', '2026-11-02');
    expect(focusOf(home).milestones[0]?.daysLeft).toBe(-7);
    for (const args of [['focus'], ['focus', 'milestone']])
      expect(home.run(args).stdout).toContain('due Fri 13 Nov, overdue by 7 days');
  });
});

describe('what serves the focus', () => {
  test('--focus needs a focus: without one the command cannot be done', () => {
    using home = new Home();
    for (const args of [
      ['intend', 'Lee asks', 'ask back', '--focus'],
      ['exercise', 'plan', 'X5', '--if', 'a', '--then', 'b', '--focus'],
      ['exercise', 'do', 'X3', 'rounds=1', '--focus'],
    ]) {
      refused(home.run(args), 1, /No focus is set/);
    }
    expect(existsSync(home.journal) ? home.counts()['intention'] : 0).toBe(0);
  });

  test('plans and exercises are linked to the focus in force, shown as such, and counted', () => {
    using home = new Home();
    home.run(['focus', 'set', 'We answered late']);
    home.run(['intend', 'old', 'plan', '--focus']);
    const { id } = home.ask<Said>(['focus', 'set', 'We answer within a day']);
    expect(home.ask(['intend', 'Lee asks', 'ask back', '--focus'])).toMatchObject({ focusId: id });
    expect(home.ask(['intend', 'it is late', 'go home'])).toMatchObject({ focusId: null });
    home.run(['exercise', 'plan', 'X5', '--if', 'a', '--then', 'b', '--focus']);
    home.run(['exercise', 'do', 'X3', 'rounds=1', '--focus']);
    home.run(['exercise', 'skip', 'X4']);
    expect(focusOf(home).effort).toEqual({ linked: 3, earlier: 1, all: 5 });
    expect(home.run(['focus']).stdout).toContain('3 of 5 serve it');
    expect(home.run(['intentions']).stdout).toMatch(/open \(focus\) +if Lee asks/);
    expect(home.run(['intentions']).stdout).toMatch(/open +if it is late/);
    const list = home.run(['exercise', 'list']).stdout;
    expect(list).toMatch(/X5 .*planned \(focus\)/);
    expect(list).toMatch(/X3 .*done Fri 20 Nov \(focus\)/);
    expect(list).not.toMatch(/X4 .*\(focus\)/);
    expect(home.rows("SELECT focus FROM v_exercise_run WHERE exercise = 'X5'")).toEqual([
      { focus: 'We answer within a day' },
    ]);
    // Four weeks on, other things count.
    expect(focusOf(home, '2026-12-17').effort.all).toBe(5);
    expect(focusOf(home, '2026-12-18').effort.all).toBe(0);
  });

  test('an exercise under way keeps its focus, and takes one when it is done', () => {
    using home = new Home();
    const { id } = home.ask<Said>(['focus', 'set', 'We ship']);
    home.run(['exercise', 'plan', 'X5', '--if', 'a', '--then', 'b', '--focus']);
    home.run(['exercise', 'plan', 'X3', '--if', 'a', '--then', 'b']);
    expect(home.ask(['exercise', 'do', 'X5'])).toMatchObject({ focusId: id });
    expect(home.ask(['exercise', 'do', 'X3', 'rounds=1', '--focus'])).toMatchObject({
      focusId: id,
    });
  });

  test('deleting the focus leaves what served it; undo ties it again', () => {
    using home = new Home();
    const { id } = home.ask<Said>(['focus', 'set', 'We ship']);
    home.run(['intend', 'a', 'b', '--focus']);
    refused(home.run(['delete', id]), 2, /the focus is asked about first/);
    expect(home.ask(['delete', id, '--yes'])).toMatchObject({ noun: 'statement', id });
    expect(home.rows('SELECT focus FROM v_intention')).toEqual([{ focus: null }]);
    home.run(['undo']);
    expect(home.rows('SELECT focus FROM v_intention')).toEqual([{ focus: 'We ship' }]);
  });

  test('more questions for direction than before point to the roadmap', () => {
    using home = new Home();
    home.run(['focus', 'set', 'We ship']);
    home.run(['tally', 'd4'], on('2026-10-20'));
    home.run(['tally', 'd3']);
    expect(focusOf(home).direction).toEqual({ last: 3, before: 4, rises: false });
    expect(home.run(['focus']).stdout).toContain(
      'Asked for direction 3 times in four weeks; no milestone',
    );
    expect(home.run(['focus']).stdout).not.toContain('roadmap');
    home.run(['tally', 'd6']);
    expect(focusOf(home).direction).toEqual({ last: 9, before: 4, rises: true });
    expect(home.run(['focus']).stdout).toMatch(/before it was 4: is there a gap on the roadmap\?/);
  });
});

describe('the scene', () => {
  const scene = (home: Home, day = '2026-11-20') => home.ask(['focus', 'scene'], on(day));

  test('is kept, shown, and met again after a month beside what was counted', () => {
    using home = new Home();
    expect(scene(home)).toMatchObject({
      schema: 'praxis.scene/1',
      id: null,
      text: null,
      due: false,
    });
    expect(home.run(['focus', 'scene']).stdout).toContain('No scene is written yet');
    home.run(['focus', 'scene', '-'], { input: 'They speak first.\nI ask one thing.\n' });
    expect(scene(home, '2026-12-19')).toMatchObject({
      on: '2026-11-20',
      text: 'They speak first.\nI ask one thing.',
      ageDays: 29,
      due: false,
      counts: null,
    });
    home.run(['tally', 'a1', 'a!5', 'c3'], on('2026-12-18'));
    home.run(['tally', 'c50'], on('2026-11-21'));
    expect(scene(home, '2026-12-20')).toMatchObject({
      due: true,
      counts: {
        handedBack: {
          x: 3,
          n: 4,
          value: 0.75,
          ci95: [expect.closeTo(0.3006, 4), expect.closeTo(0.9544, 4)],
        },
        withProposal: null,
      },
    });
    const { stdout } = home.run(['focus', 'scene'], on('2026-12-20'));
    expect(stdout).toContain('  They speak first.\n  I ask one thing.\n');
    expect(stdout).toMatch(/handed back +3 of 4 +75 % \[30-95\]\n +with a proposal +not counted/);
    expect(scene(home, '2026-12-27')).toMatchObject({ due: true });
    expect(scene(home, '2026-12-28')).toMatchObject({
      due: false,
      counts: { handedBack: { n: 4 } },
    });
  });

  test('at a terminal it is asked for once, and shown from then on', async () => {
    using home = new Home();
    using first = new Terminal(home, ['focus', 'scene']);
    await first.answer("tomorrow's meeting, led the other way", 'They speak first.');
    await first.until('It comes back in a month');
    expect(await first.end()).toBe(0);
    using second = new Terminal(home, ['focus', 'scene']);
    await second.until('They speak first.');
    expect(await second.end()).toBe(0);
  });
});

describe('show, edit, delete and export know them', () => {
  test('by their id', () => {
    using home = new Home();
    const { id } = home.ask<Said>(['focus', 'set', 'We shpi']);
    expect(home.ask(['show', id])).toMatchObject({
      schema: 'praxis.statement/1',
      kind: 'focus',
      text: 'We shpi',
    });
    expect(home.run(['show', id]).stdout).toContain('We shpi');
    home.run(['edit', id, '--item', 'text', '--to', 'We ship']);
    home.run(['edit', id, '--item', 'because', '--to', 'we waited']);
    expect(focusOf(home).focus).toMatchObject({ id, text: 'We ship', because: 'we waited' });
    refused(home.run(['edit', id, '--item', 'text', '--to', 'a\nb']), 2, /several/);
    home.run(['undo']);
    home.run(['undo']);
    expect(focusOf(home).focus?.text).toBe('We shpi');
    const step = home.ask<Milestone>(['focus', 'milestone', 'Pricing', '--due', 'friday']);
    expect(home.ask(['show', step.id])).toMatchObject({
      schema: 'praxis.milestone/1',
      id: step.id,
    });
    expect(home.run(['delete', step.id, '--yes']).code).toBe(0);
    expect(milestonesOf(home)).toEqual([]);
  });

  test('by their words', () => {
    using home = new Home();
    home.run(['focus', 'set', 'We ship weekly']);
    home.run(['focus', 'milestone', 'Weekly shipping', '--due', 'friday']);
    home.run(['tally', 'w:fit', '--quote', 'Why weekly?']);
    const { results } = home.ask<{ results: { noun: string; item: string }[] }>([
      'search',
      'weekly',
    ]);
    expect(results.map(({ noun, item }) => `${noun} ${item}`).sort()).toEqual([
      'heard fit',
      'milestone milestone',
      'statement focus',
    ]);
  });

  test('in the words of Markdown, pages under their line', () => {
    using home = new Home();
    home.run(['focus', 'set', 'We ship', '--because', 'we waited']);
    home.run(['focus', 'choice', 'I ask first']);
    home.run(['focus', 'scene', 'They speak first.']);
    home.run(['focus', 'way', '--set', '-'], { input: '# Mine\n\n- I ask\n' });
    const { id } = home.ask<Milestone>(['focus', 'milestone', 'Pricing', '--due', 'friday']);
    home.run(['focus', 'milestone', id, '--reached']);
    const { stdout } = home.run(['export', 'markdown']);
    for (const line of [
      '- Focus: We ship (because: we waited)',
      '- Choice: I ask first',
      '- Milestone, due 2026-11-27: Pricing',
      '- Milestone reached: Pricing',
      '- The scene, imagined\n\n  > They speak first.',
      '- My way of leading, version 1\n\n  > # Mine\n  > \n  > - I ask',
    ])
      expect(stdout).toContain(line);
    expect(home.run(['export', 'markdown', '--to', '2026-11-19']).stdout).not.toContain('We ship');
  });
});

describe('what somebody wrote', () => {
  test('is shown and obeyed nowhere, in a pipe, at a terminal and in JSON', async () => {
    using home = new Home();
    home.run(['focus', 'set', EVIL, '--because', EVIL]);
    home.run(['focus', 'choice', EVIL, '--because', EVIL]);
    home.run(['focus', 'choice', `again ${EVIL}`]);
    home.run(['focus', 'milestone', EVIL, '--due', 'friday']);
    home.run(['focus', 'scene', '-'], { input: HOSTILE, ...on('2026-10-01') });
    home.run(['focus', 'way', '--set', '-'], { input: `# ${HOSTILE}\n\n  - ${HOSTILE}` });
    home.run(['intend', EVIL, EVIL, '--focus']);
    home.run(['done']);
    for (const args of [
      ['focus'],
      ['focus', 'choice'],
      ['focus', 'milestone'],
      ['focus', 'scene'],
      ['focus', 'way'],
      ['focus', 'way', '--draft'],
      ['focus', 'way', '--history'],
    ]) {
      const piped = home.run(args);
      expect({ args, code: piped.code, stderr: piped.stderr }).toEqual({
        args,
        code: 0,
        stderr: '',
      });
      expect(OBEYED.exec(piped.stdout)?.[0]).toBeUndefined();
      expect(OBEYED.exec(home.run([...args, '--json']).stdout)?.[0]).toBeUndefined();
      for (const line of piped.stdout.split('\n'))
        expect(stringWidth(line)).toBeLessThanOrEqual(80);
    }
    expect(focusOf(home).focus?.text).toBe(EVIL);
    using terminal = new Terminal(home, ['focus'], { columns: 60, env: { NO_COLOR: '1' } });
    expect(await terminal.end()).toBe(0);
    expect(OBEYED.exec(terminal.raw.replaceAll(/\r+\n/g, '\n'))?.[0]).toBeUndefined();
  });
});

test('the help of every part fits one screen', () => {
  using home = new Home();
  for (const part of ['show', 'set', 'milestone', 'choice', 'way', 'scene']) {
    const { code, stdout } = home.run(['focus', part, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`praxis focus ${part}`);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  }
});
