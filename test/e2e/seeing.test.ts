import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Session {
  id: string;
  kind: string;
  on: string;
  person?: string | null;
  answers: Record<string, unknown>;
}

const EVENING = JSON.stringify({
  answers: {
    tallies: { a: 3, 'a!': 1, c: 2, b: 1, p: 4 },
    R1: 3,
    prompt: { id: 'stance-question', text: 'I named the vendor. Lee had a shortlist.' },
    intention: { if: 'Lee brings the vendor', then: 'ask what she would do' },
    note: 'quiet day',
  },
});

/** A journal of two days: an evening, and the day after with two moments and a plan. */
function twoDays(): Home {
  const home = new Home();
  home.run(['person', 'add', 'lee', '--cadence', '7', '--name', 'Lee Secret'], {
    now: '2026-11-10T09:00:00Z',
  });
  home.run(['reflect', '--answers', '-'], { input: EVENING, now: '2026-11-19T18:00:00Z' });
  home.run(['tally', 'handed-back', '@lee'], { now: '2026-11-20T09:30:00Z' });
  home.run(['note', 'Sam settled the outage', '@lee'], { now: '2026-11-20T10:00:00Z' });
  return home;
}

describe('on a new machine', () => {
  const empty: readonly [args: string[], says: RegExp][] = [
    [[], /^ {2}Friday 20 November\n\n {2}Nothing is written yet\. praxis reflect/],
    [['today'], /Nothing is written yet/],
    [['list'], /No entry yet\. praxis reflect makes the first\./],
    [['search', 'vendor'], /Nothing found\./],
    [['intentions'], /No plan yet\./],
    [['person'], /Nobody yet\./],
    [['history'], /Nothing was written yet\./],
    [['why'], /together/],
    [['query', 'SELECT * FROM v_session'], /0 rows/],
    [['export', 'markdown'], /generator: praxis/],
    [['export', 'jsonl'], /praxis\.journal\/1/],
    [['config'], /day_ends/],
    [['tally', '--explain'], /handed-back/],
  ];
  for (const [args, says] of empty) {
    test(`praxis ${args.join(' ')} says so and makes nothing`, () => {
      using home = new Home();
      const { code, stdout, stderr } = home.run(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(says);
      expect(() => home.files()).toThrow();
    });
  }

  test('there is no last entry to show', () => {
    using home = new Home();
    refused(home.run(['show']), 1, /no entry yet/);
    refusedAsJson(home.run(['show', 'last', '--json']), 1);
    expect(() => home.files()).toThrow();
  });
});

describe('reading a journal', () => {
  let home: Home;
  let sessions: Session[];
  beforeAll(() => {
    home = twoDays();
    sessions = home.ask<{ sessions: Session[] }>(['list']).sessions;
  });
  afterAll(() => home[Symbol.dispose]());

  test('every --json is one document that names its schema', () => {
    const [{ id = '' } = {}] = sessions;
    const documents: readonly [args: string[], schema: string, list?: string][] = [
      [[], 'praxis.today/1'],
      [['today'], 'praxis.today/1'],
      [['list'], 'praxis.sessions/1', 'sessions'],
      [['show', 'last'], 'praxis.session/1'],
      [['show', id], 'praxis.session/1'],
      [['show', '2026-11-20'], 'praxis.sessions/1', 'sessions'],
      [['search', 'vendor'], 'praxis.results/1', 'results'],
      [['intentions'], 'praxis.intentions/1', 'intentions'],
      [['person'], 'praxis.people/1', 'people'],
      [['person', 'list'], 'praxis.people/1', 'people'],
      [['person', 'show', 'lee'], 'praxis.person/1'],
      [['history'], 'praxis.actions/1', 'actions'],
      [['why'], 'praxis.why/1', 'candidates'],
      [['query', 'SELECT 1 AS one'], 'praxis.query/1', 'rows'],
      [['query', '--schema'], 'praxis.views/1', 'views'],
      [['config'], 'praxis.config/1', 'settings'],
      [['config', 'get', 'day_ends'], 'praxis.setting/1'],
      [['tally', '--explain'], 'praxis.counters/1', 'counters'],
      [['reflect'], 'praxis.answers/1'],
    ];
    for (const [args, schema, list] of documents) {
      const { code, stdout, stderr } = home.run([...args, '--json']);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      const document = JSON.parse(stdout) as Record<string, unknown>;
      expect(document['schema']).toBe(schema);
      expect(Object.keys(document)[0]).toBe('schema');
      if (list) expect(Array.isArray(document[list])).toBe(true);
    }
  });

  test('praxis says what today holds', () => {
    const { stdout } = home.run([]);
    expect(stdout).toContain('Friday 20 November');
    expect(stdout).toMatch(/Tonight +if Lee brings the vendor, then ask what she would do/);
    expect(stdout).toMatch(/Logged +1 handed back \(lee\)/);
    expect(stdout).toMatch(/Due +lee: no talk noted yet, you wanted one in 7 days/);
    expect(stdout).toMatch(/Counted +handed back 3 of 6 in four weeks +50 % \[19-81\]/);
    expect(home.run(['today']).stdout).toBe(stdout);
    const today = home.ask(['today']);
    expect(today).toMatchObject({
      on: '2026-11-20',
      intention: { if: 'Lee brings the vendor', madeOn: '2026-11-19' },
      due: [{ person: 'lee', days: 10, cadence: 7, lastContact: null }],
      handedBack: { x: 3, n: 6, value: 0.5 },
      reflected: false,
      unfinished: [],
    });
  });

  test('list has the latest entry first, short ids, and all of them as JSON', () => {
    expect(sessions.map(({ kind, on }) => ({ kind, on }))).toEqual([
      { kind: 'moment', on: '2026-11-20' },
      { kind: 'moment', on: '2026-11-20' },
      { kind: 'daily', on: '2026-11-19' },
    ]);
    const { stdout } = home.run(['list']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^ {2}[0-9a-f]{8}\S* +Fri 20 Nov +moment +.*Sam settled the outage/);
    expect(lines[2]).toMatch(/Thu 19 Nov +daily +handed back 2 of 5 · I named the vendor/);
    expect(home.run(['list', '--limit', '1']).stdout.split('\n')).toHaveLength(2);
    refused(home.run(['list', '--limit', '0']), 2, /--limit/);
    refused(home.run(['list', '--limit', 'ten']), 2, /--limit is "ten"/);
  });

  test('show finds an entry by its id, by any prefix that is no other, and by its short id', () => {
    for (const { id } of sessions) {
      expect(home.ask<Session>(['show', id]).id).toBe(id);
      const short = home.run(['list']).stdout.split('\n')[sessions.findIndex((s) => s.id === id)];
      const [shortId = ''] = short?.trim().split(' ') ?? [];
      expect(id.startsWith(shortId)).toBe(true);
      expect(home.ask<Session>(['show', shortId]).id).toBe(id);
    }
    using other = new Home();
    other.run(['note', 'alone']);
    const { id } = other.ask<Session>(['show']);
    for (const length of [4, 6, 8, 13])
      expect(other.ask<Session>(['show', id.slice(0, length)]).id).toBe(id);
  });

  test('show finds a day, in the order it was written', () => {
    for (const day of [['2026-11-20'], ['today'], ['friday'], ['0', 'days', 'ago']]) {
      const { sessions: shown } = home.ask<{ sessions: Session[] }>(['show', ...day]);
      expect(shown.map(({ answers }) => Object.keys(answers))).toEqual([['tallies'], ['note']]);
    }
    expect(home.run(['show', 'yesterday']).stdout).toContain('I named the vendor.');
    refused(home.run(['show', '2026-11-18']), 1, /no entry for 2026-11-18/);
    refused(home.run(['show', '2026-02-30']), 2, /no day 2026-02-30/);
    refused(home.run(['show', 'whenever']), 2, /"whenever" is not a day/);
    refused(home.run(['show', 'ffffffff']), 2, /"ffffffff" is no entry/);
  });

  test('show last is the latest entry in full', () => {
    const { stdout } = home.run(['show', sessions[2]?.id ?? '']);
    for (const part of [
      'Thursday 19 November',
      '3 you answered or decided',
      '1 you answered or decided, it had to be you',
      'Stance felt 3 of 5',
      'Which answer of yours today would have been better as a question?',
      'I named the vendor. Lee had a shortlist.',
      'quiet day',
      'Next: if Lee brings the vendor, then ask what she would do',
    ])
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(part);
    expect(home.ask<Session>(['show'])).toMatchObject({ kind: 'moment', person: 'lee' });
  });

  test('search finds words, beginnings of words, and plans, whatever their case', () => {
    const found = (...words: string[]) =>
      home.ask<{ results: { id: string; noun: string; text: string }[] }>(['search', ...words])
        .results;
    expect(
      found('VENDOR')
        .map(({ noun }) => noun)
        .sort(),
    ).toEqual(['intention', 'session']);
    expect(found('short').map(({ text }) => text)).toEqual([
      'I named the vendor. Lee had a shortlist.',
    ]);
    expect(found('vendor', 'shortlist')).toHaveLength(1);
    expect(found('vendor', 'outage')).toEqual([]);
    expect(found('"vendor" OR outage')).toEqual([]);
    expect(found('vendor', '--limit', '1')).toHaveLength(1);
    expect(found('vendor').every(({ id }) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
    expect(home.run(['search', 'vendor']).stdout).toMatch(/Thu 19 Nov .*I named the vendor/);
    refused(home.run(['search', '...']), 2, /"\.\.\." holds no word/);
  });

  test('intentions say what became of each plan', () => {
    const { intentions } = home.ask<{ intentions: object[] }>(['intentions']);
    expect(intentions).toMatchObject([
      {
        madeOn: '2026-11-19',
        if: 'Lee brings the vendor',
        then: 'ask what she would do',
        outcome: null,
        settledOn: null,
      },
    ]);
    expect(home.run(['intentions']).stdout).toMatch(/Thu 19 Nov +open +if Lee brings the vendor/);
  });

  test('why shows the terms of the choice, and they add up', () => {
    const { candidates } = home.ask<{
      candidates: { score: number; terms: Record<string, number> }[];
    }>(['why']);
    const [chosen] = candidates;
    const sum = Object.values(chosen?.terms ?? {}).reduce((total, term) => total + term, 0);
    expect(chosen?.score).toBeCloseTo(sum, 10);
    expect(home.run(['why']).stdout).toBe(home.run(['why']).stdout);
  });

  test('a name is shown at a terminal only', () => {
    for (const args of [
      ['person'],
      ['person', 'show', 'lee'],
      ['list'],
      [],
      ['export', 'markdown'],
    ]) {
      expect(home.run(args).stdout).not.toContain('Secret');
      if (args[0] !== 'export')
        expect(home.run([...args, '--json']).stdout).not.toContain('Secret');
    }
  });

  test('history lists the commands that changed the journal, the latest first', () => {
    const { actions } = home.ask<{
      actions: { command: string; undone: boolean; changes: object }[];
    }>(['history']);
    expect(actions.map(({ command }) => command)).toEqual(['note', 'tally', 'reflect', 'person']);
    expect(actions[1]?.changes).toEqual({ session: 1, tally: 1 });
    expect(home.run(['history', '--limit', '2']).stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(home.run(['history']).stdout).toMatch(
      /2026-11-20 10:00 +note +1 count|2026-11-20 10:00 +note/,
    );
  });
});

test('list shows the last 20 as text', () => {
  using home = new Home();
  const lines = Array.from({ length: 25 }, (_, i) => i + 1);
  for (const n of lines.slice(0, 21)) home.run(['note', `thought ${n}`]);
  expect(home.run(['list']).stdout.trimEnd().split('\n')).toHaveLength(20);
  expect(home.ask<{ sessions: unknown[] }>(['list']).sessions).toHaveLength(21);
});

test('a reader that has seen enough is no error', () => {
  using home = new Home();
  home.run(['reflect', '--answers', '-'], {
    input: JSON.stringify({ answers: { note: 'x'.repeat(300_000) } }),
  });
  const outcome = home.shell('set -o pipefail; praxis list --json | head -c 20');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toHaveLength(20);
});
