import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { HOSTILE, OBEYED, refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

/** Sessions on some days from 1 September on, the first with words of its own. */
function practice(home: Home, days: readonly number[], words = 'I answered too fast.'): void {
  for (const away of days) {
    const on = addDays('2026-09-01' as Day, away);
    const input = JSON.stringify({
      answers: { tallies: { a: 3, c: away < 28 ? 1 : 5 }, ...(away === 0 ? { note: words } : {}) },
    });
    home.ask(['reflect', '--answers', '-'], { now: `${on}T18:10:00Z`, input });
  }
}

describe('praxis finish', () => {
  test('closes with what was, and stores that it is over', () => {
    using home = new Home();
    practice(home, [0, 1, 7, 60, 61]);
    home.ask(['person', 'add', 'lee'], { now: '2026-10-20T10:00:00Z' });
    home.ask(['promise', 'the budget line', '@lee'], { now: '2026-10-21T10:00:00Z' });
    const closing = home.ask(['finish', '--yes']);
    expect(closing).toMatchObject({
      schema: 'praxis.closing/1',
      first: '2026-09-01',
      last: '2026-11-01',
      sessions: 5,
      days: 5,
      exercises: 0,
      plans: { x: 0, n: 0 },
      promises: { x: 0, n: 0 },
      counts: {
        first: [{ pair: 'stance', x: 3, n: 12, warranted: 0 }],
        last: [{ pair: 'stance', x: 10, n: 16, warranted: 0 }],
      },
      people: { then: { people: 0, known: null }, now: { people: 1, known: 0 } },
      words: { on: '2026-09-01', text: 'I answered too fast.' },
      finished: '2026-11-20',
    });
    expect(home.rows('SELECT kind, from_day, until_day FROM pause')).toEqual([
      { kind: 'finish', from_day: '2026-11-20', until_day: null },
    ]);
    const before = home.counts();
    expect(home.ask(['finish', '--yes'])['finished']).toBe('2026-11-20');
    expect(home.counts()).toEqual(before);
    home.ask(['undo']);
    expect(home.rows('SELECT * FROM pause')).toEqual([]);
  });

  test('is asked about first, and no is no', async () => {
    using home = new Home();
    practice(home, [0]);
    refused(home.run(['finish']), 2, 'asked about first');
    using terminal = new Terminal(home, ['finish'], { columns: 80 });
    await terminal.until('1 session on 1 day');
    await terminal.until('I answered too fast.');
    await terminal.until('Finish here?');
    await terminal.until('n no');
    terminal.type('n');
    expect(await terminal.end()).toBe(0);
    expect(home.rows('SELECT * FROM pause')).toEqual([]);

    using again = new Terminal(home, ['finish'], { columns: 80 });
    await again.until('n no');
    again.type('y');
    await again.until('Nothing is due');
    expect(await again.end()).toBe(0);
    expect(home.rows('SELECT kind FROM pause')).toEqual([{ kind: 'finish' }]);
    for (const line of again.text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('ends today, though a check-in stands on the Sunday to come; turned back, it says what holds', () => {
    using home = new Home();
    home.run(['checkin', '--answers', '-'], { input: '{"answers":{"R4":3}}' });
    expect(home.ask(['finish', '--yes'])).toMatchObject({
      first: '2026-11-20',
      last: '2026-11-20',
    });
    const { stdout } = home.run(['undo']);
    expect(stdout).toContain('No pause any more: what waits for you is due again.');
    expect(stdout).not.toContain('--until');
  });

  test('there has to be something to finish', () => {
    using home = new Home();
    refused(home.run(['finish', '--yes']), 1, 'nothing to finish');
  });

  test('hostile words of the first evening are shown, not obeyed', () => {
    using home = new Home();
    practice(home, [0], HOSTILE.replaceAll('\0', ''));
    const { stdout } = home.run(['finish', '--yes']);
    expect(stdout.split('\n').filter((line) => OBEYED.test(line))).toEqual([]);
    expect(stdout).toContain('owned');
  });
});

describe('praxis break', () => {
  test('cuts the series once, lists the cuts, and takes one back', () => {
    using home = new Home();
    practice(home, [0]);
    const kept = home.ask(['break', '2026-11-16', 'new', 'team']);
    expect(kept).toMatchObject({ schema: 'praxis.break/1', on: '2026-11-16', reason: 'new team' });
    expect(home.ask(['break', '2026-11-16', 'new team'])['id']).toBe(kept['id']);
    home.ask(['break', 'yesterday', 'a changed habit']);
    const { breaks } = home.ask<{ breaks: { on: string; reason: string }[] }>(['break']);
    expect(breaks.map(({ on, reason }) => [on, reason])).toEqual([
      ['2026-11-16', 'new team'],
      ['2026-11-19', 'a changed habit'],
    ]);
    expect(home.run(['break']).stdout).toContain('Mon 16 Nov');
    expect(home.run(['search', 'habit']).stdout).toContain('a changed habit');
    home.ask(['delete', String(kept['id']), '--yes']);
    expect(home.rows('SELECT reason FROM series_break')).toEqual([{ reason: 'a changed habit' }]);
  });

  test.each([
    [['tomorrow', 'a new team'], 'has not come'],
    [['2026-11-16'], 'a day and a reason'],
    [['2026-11-16', '  '], 'a day and a reason'],
    [['someday', 'a new team'], 'is not a day'],
  ])('refuses %j', (words, says) => {
    using home = new Home();
    practice(home, [0]);
    const before = home.hash();
    refused(home.run(['break', ...words]), 2, says);
    expect(home.hash()).toBe(before);
  });

  test('says so where there is none', () => {
    using home = new Home();
    expect(home.run(['break']).stdout).toContain('No series is cut.');
    expect(home.ask(['break'])).toEqual({ schema: 'praxis.breaks/1', breaks: [] });
  });
});
