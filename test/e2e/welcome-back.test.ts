import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const on = (day: string) => ({ now: `${day}T18:10:00Z` });

/** A session on 1 October with a plan for the next day. */
function left(home: Home, plan = { if: 'Lee asks', then: 'ask back' }): void {
  const input = JSON.stringify({ answers: { tallies: { a: 2, c: 1 }, intention: plan } });
  home.ask(['reflect', '--answers', '-'], { ...on('2026-10-01'), input });
}

/** Answers the counts with one each and the plan with nothing. */
async function threeSteps(terminal: Terminal): Promise<void> {
  await terminal.until('What became of it?');
  terminal.type('d');
  await terminal.answer('you answered or decided', '1');
  await terminal.answer('of these, it had to be you', '0');
  await terminal.answer('you handed back', '1');
  await terminal.answer('bare', '1');
  await terminal.answer('with a proposal', '1');
  await terminal.answer('Tomorrow, if', '');
  await terminal.until('Kept.');
}

const pauses = (home: Home) => home.rows('SELECT kind, from_day, until_day FROM pause');
const breaks = (home: Home) => home.rows('SELECT on_day, reason FROM series_break');

describe('coming back', () => {
  test('after six days is an evening as any other', async () => {
    using home = new Home();
    left(home);
    using terminal = new Terminal(home, ['reflect'], on('2026-10-07'));
    await terminal.until('Thursday: if Lee asks, then ask back.');
    expect(terminal.text).not.toContain('Welcome back');
    terminal.type('\u0003');
    expect(await terminal.end()).toBe(130);
  });

  test('after a week: a welcome, three steps, and the days between left alone if one likes', async () => {
    using home = new Home();
    left(home);
    using terminal = new Terminal(home, ['reflect'], on('2026-10-08'));
    await terminal.until('Welcome back. You last meant to: if Lee asks, then ask back.');
    await terminal.until('6 days without a session lie between.');
    await terminal.until('c count from today');
    expect(terminal.text).not.toContain('fresh baseline');
    terminal.type('c');
    await threeSteps(terminal);
    expect(await terminal.end()).toBe(0);
    expect(terminal.text).not.toMatch(/thinking moved|\?.*1 mine alone/);
    expect(pauses(home)).toEqual([
      { kind: 'pause', from_day: '2026-10-02', until_day: '2026-10-07' },
    ]);
    expect(breaks(home)).toEqual([]);
    expect(home.rows("SELECT outcome FROM intention WHERE if_text = 'Lee asks'")).toEqual([
      { outcome: 'done' },
    ]);
  });

  test('after four weeks: a fresh baseline cuts the series and keeps them', async () => {
    using home = new Home();
    left(home);
    using terminal = new Terminal(home, ['reflect'], on('2026-11-05'));
    await terminal.until('Welcome back.');
    await terminal.until('f a fresh baseline');
    terminal.type('f');
    await terminal.until('A fresh baseline from today.');
    await threeSteps(terminal);
    expect(await terminal.end()).toBe(0);
    expect(breaks(home)).toEqual([{ on_day: '2026-11-05', reason: 'back after 35 days' }]);
    expect(pauses(home)).toHaveLength(1);
    expect(home.rows('SELECT count(*) AS n FROM tally')).toEqual([{ n: 7 }]);
    const undone = home.run(['undo', '--json']);
    expect(undone.code).toBe(0);
    home.ask(['undo']);
    expect([pauses(home), breaks(home)]).toEqual([[], []]);
  });

  test('the offer is not made twice, and enter leaves the days as they are', async () => {
    using home = new Home();
    left(home);
    const first = new Terminal(home, ['reflect'], on('2026-11-05'));
    await first.until('f a fresh baseline');
    first.type('f');
    await first.until('What became of it?');
    first.type('\u0003');
    expect(await first.end()).toBe(130);
    const second = new Terminal(home, ['reflect'], on('2026-11-05'));
    await second.until('Welcome back.');
    await second.until('What became of it?');
    expect(second.text).not.toContain('fresh baseline');
    second.type('\u0003');
    expect(await second.end()).toBe(130);

    using other = new Home();
    left(other);
    const third = new Terminal(other, ['reflect'], on('2026-11-05'));
    await third.until('l leave the days');
    third.type('\r');
    await third.until('What became of it?');
    third.type('\u0003');
    await third.end();
    expect([pauses(other), breaks(other)]).toEqual([[], []]);
  });

  test('a rehearsal greets and stores nothing', async () => {
    using home = new Home();
    left(home);
    const before = home.counts();
    using terminal = new Terminal(home, ['reflect', '--dry-run'], on('2026-11-05'));
    await terminal.until('Welcome back.');
    await terminal.until('What became of it?');
    expect(terminal.text).not.toContain('fresh baseline');
    terminal.type('\u0003');
    await terminal.end();
    expect(home.counts()).toEqual(before);
  });

  test('a hostile plan is shown, not obeyed', async () => {
    using home = new Home();
    left(home, { if: HOSTILE.replaceAll('\0', ''), then: 'ask' });
    using terminal = new Terminal(home, ['reflect', '--no-color'], on('2026-10-20'));
    await terminal.until('Welcome back.');
    await terminal.until('c count from today');
    expect(terminal.raw).not.toContain('\u001b]0;owned');
    expect(terminal.text.split('\n').filter((line) => OBEYED.test(line))).toEqual([]);
    terminal.type('\u0003');
    await terminal.end();
  });

  test('in a script nothing changes', () => {
    using home = new Home();
    left(home);
    const template = home.run(['reflect', '--template'], on('2026-11-05'));
    expect(template.stdout).toContain('"R');
    expect([pauses(home), breaks(home)]).toEqual([[], []]);
  });
});
