import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLOUR, refused, refusedAsJson } from '../support/checks.ts';
import { Home, PROGRAM } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

describe('colour', () => {
  const commands = [
    [],
    ['list'],
    ['show'],
    ['person'],
    ['why'],
    ['config'],
    ['query', 'SELECT 1'],
    ['tally', '--explain'],
  ];

  test('is for terminals: a pipe gets text', () => {
    using home = new Home();
    home.run(['note', 'x']);
    home.run(['person', 'add', 'lee']);
    for (const args of commands) {
      expect(home.run(args).stdout).not.toContain('\u001b');
      const forced = home.run(args, { env: { FORCE_COLOR: '1' } });
      expect({ args, coloured: COLOUR.test(forced.stdout), stderr: forced.stderr }).toEqual({
        args,
        coloured: true,
        stderr: '',
      });
      for (const env of [
        { NO_COLOR: '1' },
        { NO_COLOR: '1', FORCE_COLOR: '1' },
        { FORCE_COLOR: '0' },
      ] as Record<string, string>[])
        expect(home.run(args, { env })).toMatchObject({
          stdout: home.run(args).stdout,
          stderr: '',
        });
      expect(home.run([...args, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
        '\u001b',
      );
    }
    expect(home.run(['list', '--json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      '\u001b',
    );
    expect(home.run(['export', 'markdown'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      '\u001b',
    );
    expect(
      home.run(['query', 'SELECT 1', '--csv'], { env: { FORCE_COLOR: '1' } }).stdout,
    ).not.toContain('\u001b');
  });

  test('is shown at a terminal, unless it is refused there', async () => {
    using home = new Home();
    home.run(['note', 'x']);
    for (const [args, env, coloured] of [
      [['list'], {}, true],
      [['list'], { NO_COLOR: '1' }, false],
      [['list'], { TERM: 'dumb' }, false],
      [['list', '--no-color'], {}, false],
    ] as [string[], Record<string, string>, boolean][]) {
      using terminal = new Terminal(home, args, { env });
      expect(await terminal.end()).toBe(0);
      expect({ args, env, coloured: COLOUR.test(terminal.raw) }).toEqual({ args, env, coloured });
    }
  });

  test('adds nothing to what is said', async () => {
    using home = new Home();
    home.run(['note', 'a thought']);
    using terminal = new Terminal(home, ['show'], { columns: 80 });
    expect(await terminal.end()).toBe(0);
    expect(terminal.text).toBe(home.run(['show']).stdout);
  });
});

test('tables fit the width of the terminal', async () => {
  using home = new Home();
  home.run(['note', '長い文章は端で切られる。'.repeat(20)]);
  home.run(['intend', 'a moment that takes many words to be told '.repeat(5), 'more words']);
  for (const columns of [60, 100])
    for (const args of [
      ['list'],
      [],
      ['intentions'],
      ['query', 'SELECT * FROM v_session'],
      ['search', 'words'],
      ['why'],
      ['config'],
    ]) {
      using terminal = new Terminal(home, args, { columns });
      expect(await terminal.end()).toBe(0);
      const wide = (line: string) =>
        [...line].reduce((sum, c) => sum + (/\p{sc=Han}|\p{sc=Hiragana}|。/u.test(c) ? 2 : 1), 0);
      for (const line of terminal.text.split('\n'))
        expect({ args, columns, line, fits: wide(line) <= columns }).toEqual({
          args,
          columns,
          line,
          fits: true,
        });
    }
});

describe('the environment', () => {
  test('HOME and PATH are enough', () => {
    using home = new Home();
    const bare = { TZ: undefined, PRAXIS_NOW: undefined };
    for (const args of [['tally', 'c'], [], ['list'], ['query', 'SELECT 1'], ['--help']])
      expect(home.run(args, { env: bare })).toMatchObject({ code: 0, stderr: '' });
    const line = `env -i HOME="$HOME" PATH="$PATH" "$NODE" "$PROGRAM" show --json`;
    expect(home.shell(line)).toMatchObject({ code: 0, stderr: '' });
  });

  test('without HOME a journal that is named is used', () => {
    using home = new Home();
    const journal = join(home.path, 'named.db');
    const env = { HOME: undefined, XDG_CONFIG_HOME: join(home.path, 'config') };
    expect(home.run(['note', 'x', '--journal', journal], { env })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(home.run(['list'], { env: { ...env, PRAXIS_JOURNAL: journal } }).stdout).toContain(
      'moment',
    );
  });

  test('an account without a home is told so in two lines, or works where the journal is named', () => {
    using home = new Home();
    if (process.getuid?.() !== 0) return;
    // An account that the machine does not know, as in a container.
    const unknown = { uid: 54_321, cwd: '/', env: { HOME: undefined } };
    const outcome = home.run(['list', '--journal', '/nowhere/journal.db'], unknown);
    expect(outcome.stderr).not.toMatch(/\n {4}at /);
    expect(outcome.code).not.toBe(null);
    expect(outcome.stderr === '' || /^praxis: .+\n.+\n$/.test(outcome.stderr)).toBe(true);
  });

  test('a clock that is none is refused in two lines', () => {
    using home = new Home();
    for (const now of ['yesterday', '2026-11-20', '2026-13-40T00:00:00Z']) {
      refused(home.run(['list'], { now }), 2, /PRAXIS_NOW/);
      refusedAsJson(home.run(['list', '--json'], { now }), 2, /PRAXIS_NOW/);
    }
  });

  test('settings that cannot be used are said, not guessed', () => {
    using home = new Home();
    home.run(['config', 'set', 'editor', 'nano']);
    for (const broken of ['{', '[]', '{"editr":"x"}', '{"day_ends":7}']) {
      home.shell(`printf %s '${broken}' > .config/praxis/config.json`);
      refused(home.run(['list']), 2);
      refused(home.run(['note', 'x']), 2);
    }
    expect(existsSync(home.journal)).toBe(false);
  });

  test('private files lie in folders of praxis’s own', () => {
    using home = new Home();
    home.run(['note', 'x']);
    expect(readdirSync(home.path).sort()).toEqual(['.cache', '.local']);
    expect(readdirSync(join(home.path, '.cache'))).toEqual(['praxis']);
  });

  test('a cache that others may write is not used, and is no reason to fail', () => {
    using home = new Home();
    home.shell('mkdir -p .cache/praxis && chmod 777 .cache/praxis');
    expect(home.run(['list'])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(join(home.path, '.cache/praxis'))).toEqual([]);
    expect(home.run(['list'], { env: { XDG_CACHE_HOME: PROGRAM } })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('days', () => {
  const keptOn = (home: Home) => home.rows('SELECT on_day, week FROM v_session ORDER BY id');

  test('after midnight it is still the evening before, until the day ends', () => {
    using home = new Home();
    home.run(['note', 'x'], { now: '2026-11-21T01:30:00Z' });
    home.run(['note', 'x'], { now: '2026-11-21T03:59:59Z' });
    home.run(['note', 'x'], { now: '2026-11-21T04:00:00Z' });
    expect(keptOn(home).map((row) => row['on_day'])).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-21',
    ]);
    expect(home.run([], { now: '2026-11-21T01:30:00Z' }).stdout).toContain('Friday 20 November');
  });

  test('a day ends when the setting says', () => {
    using home = new Home();
    home.run(['config', 'set', 'day_ends', '00:00']);
    home.run(['note', 'x'], { now: '2026-11-21T01:30:00Z' });
    home.run(['config', 'set', 'day_ends', '06:00']);
    home.run(['note', 'x'], { now: '2026-11-21T05:59:00Z' });
    expect(keptOn(home).map((row) => row['on_day'])).toEqual(['2026-11-21', '2026-11-20']);
  });

  test('are those of the zone, and entries keep theirs', () => {
    using home = new Home();
    home.run(['note', 'x'], { env: { TZ: 'Pacific/Apia' }, now: '2026-11-20T18:09:00Z' });
    home.run(['note', 'x'], { env: { TZ: 'America/Los_Angeles' } });
    expect(home.rows('SELECT on_day, zone, started_at FROM v_session ORDER BY id')).toEqual([
      { on_day: '2026-11-21', zone: 'Pacific/Apia', started_at: '2026-11-20T18:09:00.000Z' },
      { on_day: '2026-11-20', zone: 'America/Los_Angeles', started_at: '2026-11-20T18:10:00.000Z' },
    ]);
    const { sessions } = home.ask<{ sessions: { on: string }[] }>(['list'], {
      env: { TZ: 'Asia/Kolkata' },
    });
    expect(sessions.map(({ on }) => on)).toEqual(['2026-11-21', '2026-11-20']);
  });

  test('a calendar that skipped a day is reckoned through', () => {
    using home = new Home();
    // Apia went from 29 to 31 December 2011.
    const apia = { env: { TZ: 'Pacific/Apia' } };
    home.run(['note', 'x'], { ...apia, now: '2011-12-30T09:00:00Z' });
    home.run(['note', 'x'], { ...apia, now: '2011-12-30T20:00:00Z' });
    expect(keptOn(home)).toEqual([
      { on_day: '2011-12-29', week: '2011-W52' },
      { on_day: '2011-12-31', week: '2011-W52' },
    ]);
    expect(
      home.ask<{ on: string }>(['note', 'x', '--on', 'yesterday'], {
        ...apia,
        now: '2011-12-30T20:00:00Z',
      }).on,
    ).toBe('2011-12-30');
  });
});

describe('twenty at once', () => {
  for (const begun of [false, true]) {
    test(begun ? 'on a journal that is there' : 'on a new machine', async () => {
      using home = new Home();
      if (begun) home.run(['tally', 'p']);
      const runs = Array.from({ length: 20 }, () => home.start(['tally', 'c']));
      const outcomes = await Promise.all(runs.map(({ ended }) => ended));
      expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
        outcomes.map(() => ({ code: 0, stderr: '' })),
      );
      expect(home.files()).toEqual(['journal.db']);
      expect(
        home.rows("SELECT sum(n) AS n, count(*) AS rows FROM v_tally WHERE code = 'c'"),
      ).toEqual([{ n: 20, rows: 20 }]);
      expect(home.rows("SELECT count(*) AS n FROM action WHERE command = 'tally'")).toEqual([
        { n: begun ? 21 : 20 },
      ]);
      expect(home.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    });
  }

  test('of the same evening: one record', async () => {
    using home = new Home();
    const input = '{"answers":{"tallies":{"a":1},"prompt":"the same"}}';
    const runs = Array.from({ length: 8 }, () =>
      home.start(['reflect', '--answers', '-'], { input }),
    );
    const outcomes = await Promise.all(runs.map(({ ended }) => ended));
    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 0));
    expect(home.rows('SELECT revision FROM v_session')).toEqual([{ revision: 1 }]);
  });
});
