import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const REASON = 'told to keep everything';

/** A journal with a person, an entry and a hold. */
function held(): { home: Home; entry: string } {
  const home = new Home();
  home.run(['person', 'add', 'lee']);
  const { id } = home.ask<{ id: string }>(['note', 'about the vendor', '@lee']);
  home.ask(['hold', 'on', REASON]);
  return { home, entry: id };
}

describe('while a hold stands', () => {
  test('nothing is deleted, forgotten, undone or replaced, with one sentence each', () => {
    const { home, entry } = held();
    using _ = home;
    const { backup } = home.ask<{ backup: { file: string } }>(['backup']);
    const before = home.run(['export', 'jsonl']).stdout;
    for (const args of [
      ['delete', entry, '--yes'],
      ['person', 'forget', 'lee', '--yes'],
      ['undo'],
      ['backup', 'restore', backup.file, '--yes'],
    ]) {
      refused(home.run(args), 1, 'A hold stands since 2026-11-20');
      refusedAsJson(home.run([...args, '--json']), 1);
    }
    expect(home.run(['export', 'jsonl']).stdout).toBe(before);
    expect(home.ask<{ holds: unknown[] }>(['hold']).holds).toHaveLength(1);
  });

  test('writing and mending go on, and so does undoing what removes nothing', () => {
    const { home, entry } = held();
    using _ = home;
    home.ask(['note', 'more']);
    home.ask(['person', 'edit', 'lee', '--cadence', '14']);
    home.ask(['undo']);
    home.ask(['redo']);
    home.ask(['edit', entry, '--item', 'note', '--to', 'about the vendor, mended']);
    refused(home.run(['undo']), 1, 'A hold stands');
  });

  test('a deletion from before can be turned back, but not brought back again', () => {
    using home = new Home();
    const { id } = home.ask<{ id: string }>(['note', 'x']);
    home.ask(['delete', id, '--yes']);
    home.ask(['hold', 'on']);
    home.ask(['hold', 'off']);
    const undone = home.run(['undo']).stdout;
    expect(undone).toMatch(/^ {2}Undone: hold of .+\n {2}A hold stands since Friday 20 November\./);
    refused(home.run(['undo']), 1, 'A hold stands');
    expect(home.run(['redo']).stdout).toContain('No hold stands.');
    home.ask(['undo']);
    expect(home.ask(['hold'])).toMatchObject({ standing: true, since: '2026-11-20', reason: null });
  });

  test('what was said of a leaving stays, and so does what was left unfinished', async () => {
    using home = new Home();
    home.run(['person', 'add', 'lee']);
    home.ask(['person', 'leave', 'lee', '--reason', 'a better offer']);
    const terminal = new Terminal(home, ['reflect', '--quick']);
    await terminal.answer(/^ {4}you answered or decided +›/m, '1');
    await terminal.until('had to be you');
    terminal.kill();
    await terminal.end();
    const text = join(home.path, '.cache/praxis/edit/edit-1/praxis.md');
    mkdirSync(dirname(text), { recursive: true, mode: 0o700 });
    writeFileSync(text, 'half a thought');
    home.ask(['hold', 'on']);
    refused(home.run(['person', 'leave', 'lee', '--back']), 1, 'A hold stands');
    const discarding = new Terminal(home, ['reflect', '--discard', '--yes']);
    await discarding.until('A hold stands since 2026-11-20: discarding has to wait.');
    expect(await discarding.end()).toBe(1);
    const { findings } = home.ask<{ findings: { check: string; next: string; fixed: unknown }[] }>(
      ['doctor', '--fix', '--yes'],
      { now: '2026-12-20T12:00:00Z' },
    );
    const stay = findings.filter(({ check }) => ['drafts', 'leftovers'].includes(check));
    expect(stay).toHaveLength(2);
    for (const each of stay)
      expect(each).toMatchObject({ fixed: null, next: expect.stringContaining('A hold stands') });
    expect(home.counts()).toMatchObject({ draft: 1, departure: 1 });
    expect(existsSync(text)).toBe(true);
  });

  test('backups whose time is over stay', () => {
    const { home } = held();
    using _ = home;
    for (let day = 10; day < 28; day++)
      home.run(['note', 'x'], { now: `2027-02-${day}T12:00:00Z` });
    const names = () =>
      readdirSync(join(dirname(home.journal), 'backups')).filter((n) => n.endsWith('.db'));
    expect(names()).toHaveLength(18);
    home.ask(['hold', 'off'], { now: '2027-02-27T13:00:00Z' });
    home.run(['note', 'x'], { now: '2027-02-28T12:00:00Z' });
    expect(names().length).toBeLessThan(12);
  });
});

describe('praxis hold', () => {
  test('says what stands, and what stood', () => {
    using home = new Home();
    expect(home.run(['hold']).stdout).toMatch(/^ {2}No hold stands\./);
    expect(home.ask(['hold'])).toEqual({
      schema: 'praxis.hold/1',
      standing: false,
      since: null,
      reason: null,
      holds: [],
    });
    refused(home.run(['hold', 'off']), 1, 'No hold stands');
    expect(existsSync(home.journal)).toBe(false);
    expect(home.run(['hold', 'on', REASON]).stdout).toContain(`Friday 20 November: ${REASON}.`);
    expect(home.ask(['hold', 'on', REASON]), 'the same again is the same').toMatchObject({
      standing: true,
    });
    expect(home.ask<{ holds: unknown[] }>(['hold', 'on']).holds).toHaveLength(1);
    refused(home.run(['hold', 'on', 'another']), 5, 'A hold stands already');
    expect(home.run(['hold', 'off']).stdout).toMatch(/^ {2}Lifted\./);
    expect(home.run(['hold'], { now: '2026-12-01T12:00:00Z' }).stdout).toMatch(
      /No hold stands[\s\S]* Lifted\n {2}Fri 20 Nov to Fri 20 Nov {3}told to keep everything/,
    );
  });

  test('shows no character that a terminal obeys', () => {
    using home = new Home();
    const reason = HOSTILE.replaceAll('\u0000', '');
    home.ask(['hold', 'on', reason]);
    expect(home.run(['hold']).stdout).not.toMatch(OBEYED);
    expect(home.ask<{ reason: string }>(['hold']).reason).toBe(reason);
  });

  test('lets somebody who wrote of health think again', async () => {
    using home = new Home();
    const terminal = new Terminal(home, ['hold', 'on', 'her sick leave']);
    await terminal.until('This touches');
    terminal.type('c');
    expect(await terminal.end()).toBe(1);
    expect(home.ask(['hold'])).toMatchObject({ standing: false });
  });
});
