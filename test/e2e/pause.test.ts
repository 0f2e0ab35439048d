import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

const at = (day: string) => ({ now: `${day}T18:10:00Z` });
const due = (home: Home, day: string) =>
  home.ask<{ due: { person: string; on: string; days: number }[] }>(['today'], at(day)).due;

function withLee(): Home {
  const home = new Home();
  home.ask(['person', 'add', 'lee'], at('2026-11-01'));
  home.ask(['person', 'contact', 'lee'], at('2026-11-16'));
  return home;
}

describe('pause', () => {
  test('while it lasts nothing is due, and afterwards cadences go on where they stood', () => {
    using home = withLee();
    const { pause } = home.ask<{ pause: object }>(['pause', '--until', '2027-01-05']);
    expect(pause).toMatchObject({ kind: 'pause', from: '2026-11-20', until: '2027-01-05' });
    expect(due(home, '2026-12-24')).toEqual([]);
    expect(due(home, '2027-01-08')).toEqual([]);
    expect(due(home, '2027-01-09')).toMatchObject([{ person: 'lee', on: '2027-01-09', days: 7 }]);
  });

  test('its last day is read as every day to come is', () => {
    using home = withLee();
    const ends = (until: string) =>
      home.ask<{ pause: { until: string } }>(['pause', '--until', until]);
    expect(ends('in 2 weeks').pause.until).toBe('2026-12-04');
    expect(ends('2026-W50').pause.until).toBe('2026-12-11');
  });

  test('undone or done again, what stands now is said', () => {
    using home = withLee();
    home.ask(['pause', '--until', '2027-01-05']);
    expect(home.run(['undo']).stdout).toMatch(/^ {2}Undone: pause .+\n {2}No pause any more:/);
    expect(home.run(['redo']).stdout).toMatch(/\n {2}A pause until Tuesday 5 January 2027\.\n$/);
  });

  test('praxis says so first', () => {
    using home = withLee();
    home.run(['note', 'x']);
    home.run(['pause', '--until', '2027-01-05']);
    const [, , first] = home.run([], at('2026-12-24')).stdout.split('\n');
    expect(first).toBe('  A pause until Tuesday 5 January 2027.');
    expect(home.run(['pause'], at('2026-12-24')).stdout).toContain('A pause until');
    expect(home.run(['pause'], at('2027-01-06')).stdout).toContain('No pause.');
  });

  test('--off ends it the evening before, and the same pause again is the same record', () => {
    using home = withLee();
    const once = home.ask(['pause', '--until', '2027-01-05']);
    expect(home.ask(['pause', '--until', '2027-01-05'])).toEqual(once);
    expect(home.counts()['pause']).toBe(1);
    home.run(['pause', '--off'], at('2026-12-01'));
    expect(home.rows('SELECT until_day FROM pause')).toEqual([{ until_day: '2026-11-30' }]);
    home.run(['undo'], at('2026-12-01'));
    expect(home.rows('SELECT until_day FROM pause')).toEqual([{ until_day: '2027-01-05' }]);
    expect(home.run(['pause', '--off'], at('2027-02-01')).stdout).toContain('There was no pause.');
  });

  test('one that ends before it begins, or has ended, is refused', () => {
    using home = withLee();
    const before = home.hash();
    refused(home.run(['pause', '--until', 'yesterday']), 2, 'has passed');
    refused(home.run(['pause', '--from', '2027-01-05', '--until', '2027-01-04']), 2, 'cannot end');
    refused(home.run(['pause', '--until', 'someday']), 2, 'not a day');
    refused(home.run(['pause', '--from', 'monday']), 2, '--from goes with --until');
    refused(home.run(['pause', '--off', '--until', 'friday']), 2, '--off goes alone');
    expect(home.hash()).toBe(before);
  });

  test('a session ends a finish, and leaves a pause as it is', () => {
    using home = withLee();
    home.run(['pause', '--until', '2026-12-10']);
    home.meddle(
      "INSERT INTO pause VALUES ('00000000-0000-0000-0000-000000000001', 'finish', '2026-11-18', NULL)",
    );
    expect(home.run(['pause'], at('2026-12-20')).stdout).toContain('Finished on');
    const input = '{"answers":{"note":"back again"}}';
    expect(home.run(['reflect', '--answers', '-'], { ...at('2026-12-20'), input }).code).toBe(0);
    expect(home.rows('SELECT kind, until_day FROM pause ORDER BY from_day')).toEqual([
      { kind: 'finish', until_day: '2026-12-19' },
      { kind: 'pause', until_day: '2026-12-10' },
    ]);
  });
});
