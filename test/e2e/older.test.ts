import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const OLD = { now: '2024-10-10T18:10:00Z' };
const NEW = { now: '2026-11-20T18:10:00Z' };

/** A journal with entries of two years ago and of today, and 24 months to keep. */
function aged(): Home {
  const home = new Home();
  home.run(['person', 'add', 'lee'], OLD);
  home.run(['reflect', '--answers', '-'], {
    ...OLD,
    input:
      '{"answers":{"note":"Quarzit","R1":3,"tallies":{"c":2},"intention":{"if":"Quarzit","then":"y"}}}',
  });
  home.run(['person', 'contact', 'lee'], OLD);
  home.run(['promise', 'Basalt kept open', '--to', 'lee'], OLD);
  home.run(['focus', 'set', 'Feldspat leads'], OLD);
  home.run(['note', 'Feldspat', '@lee'], NEW);
  home.run(['config', 'set', 'keep_months', '24']);
  return home;
}

const bytesWith = (home: Home, word: string) => {
  const folder = dirname(home.journal);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(word);
  });
};

describe('praxis delete --older', () => {
  test('needs a time that is set, and sets itself nothing', () => {
    using home = new Home();
    home.run(['note', 'x'], OLD);
    refused(home.run(['delete', '--older', '--yes']), 2, 'not set');
    for (const value of ['0', '24.5', 'two', '-3', '1201'])
      refused(
        home.run(['config', 'set', 'keep_months', value]),
        2,
        'a whole number from 1 to 1200',
      );
    home.ask(['config', 'set', 'keep_months', '24']);
    home.ask(['note', 'y']);
    expect(home.counts()['session'], 'a setting removes nothing').toBe(2);
  });

  test('shows what would go, and removes it to the last byte once that was said', () => {
    using home = aged();
    const before = home.hash();
    const shown = home.ask(['delete', '--older', '--dry-run']);
    expect(shown).toMatchObject({
      before: '2024-11-20',
      dryRun: true,
      removed: { session: 1, intention: 1, contact: 1 },
    });
    expect(home.hash()).toBe(before);
    refused(home.run(['delete', '--older']), 2, 'asked about first');
    const { removed, backups, removedBackups } = home.ask<{
      removed: object;
      backups: string[];
      removedBackups: string[];
    }>(['delete', '--older', '--yes', '--backups']);
    expect(removed).toEqual({ session: 1, intention: 1, contact: 1 });
    expect(backups).toEqual([]);
    expect(removedBackups).toHaveLength(1);
    expect(home.counts()).toMatchObject({
      session: 1,
      person: 1,
      promise: 1,
      statement: 1,
      tally: 0,
    });
    expect(home.rows<{ text: string }>('SELECT text FROM promise')[0]?.text).toBe(
      'Basalt kept open',
    );
    expect(bytesWith(home, 'Quarzit')).toEqual([]);
    expect(home.ask<{ removed: object }>(['delete', '--older', '--yes']).removed).toEqual({});
  });

  test('what was deleted before goes from the history too, to the last byte', () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['note', 'Quarzit'], OLD);
    home.ask(['delete', id, '--yes'], OLD);
    home.ask(['note', 'Feldspat'], NEW);
    home.run(['config', 'set', 'keep_months', '24']);
    expect(bytesWith(home, 'Quarzit')).toHaveLength(2);
    expect(home.run(['delete', '--older', '--dry-run']).stdout).toContain(
      '1 record that was deleted before',
    );
    const gone = home.ask(['delete', '--older', '--yes', '--backups']);
    expect(gone).toMatchObject({ removed: { change: 1 } });
    expect(bytesWith(home, 'Quarzit')).toEqual([]);
    expect(home.counts()['session']).toBe(1);
    expect(home.ask(['delete', '--older', '--yes'])).toMatchObject({ removed: {} });
  });

  test('what is open or in force stays, however old; and it says how much went', () => {
    using home = aged();
    const gone = home.run(['delete', '--older', '--yes'], { now: '2036-01-01T12:00:00Z' });
    expect(gone.stdout).toContain('Removed for good: 2 entries, 1 plan, 1 talk.');
    for (const line of gone.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(home.counts()).toMatchObject({
      session: 0,
      promise: 1,
      statement: 1,
      person: 1,
      change: 0,
    });
    expect(home.run(['doctor', '--json'], { now: '2036-01-01T12:00:00Z' }).code).toBe(0);
  });

  test('asks at a terminal, with what would go, and waits under a hold', async () => {
    using home = aged();
    const terminal = new Terminal(home, ['delete', '--older']);
    await terminal.until('1 entry, 1 plan, 1 talk');
    await terminal.until('Remove it for good?');
    terminal.type('\r');
    expect(await terminal.end()).toBe(0);
    expect(home.counts()['session']).toBe(2);
    home.ask(['hold', 'on']);
    refused(home.run(['delete', '--older', '--yes']), 1, 'A hold stands');
    expect(home.ask(['delete', '--older', '--dry-run'])).toMatchObject({ removed: { session: 1 } });
  });

  test.each([
    ['delete'],
    ['delete', '019a2b3c', '--older'],
    ['delete', '--older', '--for-good'],
    ['delete', '019a2b3c', '--dry-run'],
  ])('%s %s %s is refused', (...args) => {
    using home = aged();
    refused(home.run([...args.filter((arg) => arg !== undefined), '--yes']), 2);
  });
});
