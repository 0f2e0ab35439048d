import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Stored {
  readonly id: string;
  readonly on: string;
  readonly week: string;
  readonly revision: number;
  readonly late?: boolean;
  readonly answers: Record<string, unknown>;
}

interface Week {
  readonly stored: boolean;
  readonly revision: number | null;
  readonly counted: { pair: string; right: number; all: number; warranted: number }[];
  readonly fourWeeks: { pair: string; x: number; n: number; ci95: number[] }[];
  readonly trust: Record<string, { x: number; n: number } | null>;
  readonly people: {
    due: { person: string }[];
    drifting: { person: string }[];
    leastKnown: { person: string; ac: number } | null;
  };
  readonly due: { kind: string }[];
  readonly verdict: unknown;
  readonly next?: unknown;
}

const at = (day: string) => ({ now: `${day}T18:10:00Z` });
const put = (home: Home, answers: object, ...flags: string[]) =>
  home.ask<Stored>(['checkin', '--answers', '-', ...flags], {
    input: JSON.stringify({ answers }),
  });
const week = (home: Home, ...flags: string[]) => home.ask<Week>(['checkin', ...flags]);

/** Every text that a journal can hold around a check-in says `zebra`, and so does a name. */
function withTexts(): Home {
  const home = new Home();
  home.run(['person', 'add', 'lee', '--name', 'Zebra Leonora'], at('2026-10-01'));
  home.run(['note', 'zebra'], at('2026-10-01'));
  home.run(['promise', 'the zebra line', '@lee', '--due', '2026-11-18'], at('2026-11-16'));
  home.run(['focus', 'set', 'zebra first'], at('2026-10-01'));
  home.run(['focus', 'milestone', 'zebra done', '--due', '2026-11-19'], at('2026-11-16'));
  home.run(['focus', 'scene', 'a zebra walks in'], at('2026-10-19'));
  home.run(['exercise', 'do', 'X6', 'decision=zebra'], at('2026-11-10'));
  return home;
}

const ZEBRA = {
  tallies: { a: 3, 'a!': 1, c: 9 },
  kept: { yes: 4, due: 5 },
  R4: 4,
  contacts: ['lee'],
  movement: { stage: 'two', joined: 'zebra' },
  exercise: { id: 'X5', state: 'planned' },
  choice: 'zebra',
  copied: 'zebra',
  norm: 'zebra',
  improved: 'zebra',
  threatened: 'zebra',
  intention: { if: 'zebra', then: 'zebra' },
  note: 'zebra',
};

describe('storing a week', () => {
  test('it stands on its Sunday, with all that follows from it, and one undo takes all back', () => {
    using home = withTexts();
    const before = home.counts();
    const stored = put(home, ZEBRA, '--summary', 'full');
    expect(stored).toMatchObject({
      kind: 'weekly',
      on: '2026-11-22',
      week: '2026-W47',
      revision: 1,
      answers: ZEBRA,
    });
    expect(home.rows('SELECT on_day, person FROM v_contact')).toEqual([
      { on_day: '2026-11-20', person: 'lee' },
    ]);
    expect(
      home.rows("SELECT exercise, state, on_day FROM v_exercise_run WHERE state = 'planned'"),
    ).toEqual([{ exercise: 'X5', state: 'planned', on_day: '2026-11-20' }]);
    expect(home.rows('SELECT item, x, n FROM v_ratio')).toEqual([{ item: 'kept', x: 4, n: 5 }]);
    home.run(['undo']);
    const after = home.counts();
    for (const table of ['session', 'contact', 'exercise_run', 'intention', 'ratio', 'tally'])
      expect(after[table], table).toBe(before[table]);
  });

  test('the same again is the same record; another is exit 5; --replace keeps the old', () => {
    using home = withTexts();
    const first = put(home, ZEBRA);
    const hash = home.hash();
    expect(put(home, ZEBRA)).toEqual(first);
    expect(home.hash()).toBe(hash);
    const input = JSON.stringify({ answers: { ...ZEBRA, R4: 5 } });
    refused(home.run(['checkin', '--answers', '-'], { input }), 5, 'has its check-in already');
    expect(home.hash()).toBe(hash);
    expect(put(home, { ...ZEBRA, contacts: [], R4: 5 }, '--replace')).toMatchObject({
      id: first.id,
      revision: 2,
    });
    expect(home.rows('SELECT revision FROM revision')).toEqual([{ revision: 1 }]);
    expect(home.rows('SELECT * FROM contact')).toEqual([]);
    expect(home.rows("SELECT count(*) AS n FROM exercise_run WHERE exercise_id = 'X5'")).toEqual([
      { n: 1 },
    ]);
  });

  test('flags say the same as a file', () => {
    using home = new Home();
    home.ask(['person', 'add', 'lee']);
    home.ask(['person', 'add', 'sam']);
    const flags = [
      ...['--kept', '4/5', '--loops', '1/2', '--listening', '2/2', '--questions', '7/11'],
      ...['--bad-news', '1/2', '--clarity', '4', '--tally', 'a3 c9', 'a1!'],
      ...['--contact', 'lee', 'sam', '--exercise', 'X5=done', '--movement', 'one'],
      ...['--choice', 'no', '--note', 'n', '--if', 'x', '--then', 'y', '--summary', 'full'],
    ];
    const stored = home.ask<Stored>(['checkin', ...flags]);
    expect(stored.answers).toEqual({
      tallies: { a: 3, 'a!': 1, c: 9 },
      kept: { yes: 4, due: 5 },
      loops: { met: 1, offered: 2 },
      listening: { accepted: 2, rounds: 2 },
      questions: { open: 7, all: 11 },
      badNews: { early: 1, all: 2 },
      R4: 4,
      movement: { stage: 'one', joined: null },
      contacts: ['lee', 'sam'],
      exercise: { id: 'X5', state: 'done' },
      choice: 'no',
      intention: { if: 'x', then: 'y' },
      note: 'n',
    });
    expect(put(home, stored.answers)).toMatchObject({ id: stored.id, revision: 1 });
  });

  test('an exercise is taken up once, whatever the week knows of it already', () => {
    using home = new Home();
    const runs = () => home.rows('SELECT exercise, state FROM v_exercise_run');
    home.run(['exercise', 'plan', 'X5', '--if', 'x', '--then', 'y'], at('2026-11-17'));
    put(home, { exercise: { id: 'X5', state: 'planned' } });
    expect(runs()).toEqual([{ exercise: 'X5', state: 'planned' }]);
    put(home, { exercise: { id: 'X5', state: 'done' } }, '--replace');
    expect(runs()).toEqual([{ exercise: 'X5', state: 'done' }]);
    home.run(['exercise', 'do', 'X3', 'rounds=2', 'accepted=1']);
    put(home, { exercise: { id: 'X3', state: 'done' } }, '--replace');
    put(home, { exercise: { id: 'X4', state: 'skipped' } }, '--replace');
    expect(home.rows('SELECT exercise, state FROM v_exercise_run ORDER BY exercise')).toEqual([
      { exercise: 'X3', state: 'done' },
      { exercise: 'X4', state: 'skipped' },
      { exercise: 'X5', state: 'done' },
    ]);
  });

  test('counts of the week stand back where it was counted day by day, and say so', () => {
    using home = new Home();
    home.run(['tally', 'a2', 'c1']);
    const { stderr, code } = home.run(['checkin', '--tally', 'a5 c5']);
    expect({ code, told: stderr.includes('counted day by day') }).toEqual({ code: 0, told: true });
    expect(week(home).counted).toEqual([{ pair: 'stance', right: 1, all: 3, warranted: 0 }]);
  });

  test('a week that ended more than a week ago is stored late, in no index, and says so', () => {
    using home = new Home();
    const args = ['checkin', '--week', '2026-W45', '--tally', 'a5 c5', '--kept', '1/1', '--json'];
    const { stdout, stderr } = home.run(args);
    expect(stderr).toContain('stays out of every index');
    expect(JSON.parse(stdout)).toMatchObject({ on: '2026-11-08', late: true });
    expect(home.rows('SELECT * FROM v_tally_week')).toEqual([]);
    const shown = week(home, '--week', '2026-W45');
    expect({ counted: shown.counted, kept: shown.trust['kept'] }).toEqual({
      counted: [],
      kept: null,
    });
    expect(home.run(['checkin', '--week', 'last', '--tally', 'c1']).stderr).toBe('');
  });

  test('mending the words of a week that was stored in time leaves its numbers in the index', () => {
    using home = new Home();
    put(home, { tallies: { a: 1, c: 1 }, note: 'x' });
    const later = (answers: object) =>
      home.ask<Stored>(['checkin', '--week', '2026-W47', '--answers', '-', '--replace'], {
        ...at('2026-12-20'),
        input: JSON.stringify({ answers }),
      });
    expect(later({ tallies: { a: 1, c: 1 }, note: 'mended' }).late).toBeUndefined();
    expect(later({ tallies: { a: 1, c: 2 }, note: 'mended' }).late).toBe(true);
  });

  test('edit mends a part, keeps a revision, and refuses what is no part of a check-in', () => {
    using home = new Home();
    put(home, { tallies: { a: 3, c: 1 }, kept: { yes: 4, due: 5 }, choice: 'no' });
    const mend = (item: string, to: string) =>
      home.ask<Stored>(['edit', 'last', '--item', item, '--to', to]);
    expect(mend('kept', '3/5')).toMatchObject({
      revision: 2,
      answers: { kept: { yes: 3, due: 5 } },
    });
    expect(mend('c', '2').answers).toMatchObject({ tallies: { a: 3, c: 2 }, choice: 'no' });
    expect(mend('R4', '5').answers).toMatchObject({ R4: 5 });
    expect(mend('choice', '').answers).toMatchObject({ choice: null });
    expect(mend('R4', '5').revision).toBe(5);
    const hash = home.hash();
    refused(home.run(['edit', 'last', '--item', 'kept', '--to', '5']), 2, 'two counts');
    refused(home.run(['edit', 'last', '--item', 'kept', '--to', '6/5']), 2, '6 of 5');
    refused(home.run(['edit', 'last', '--item', 'R4', '--to', '7']), 2, '"R4" is 7');
    refused(home.run(['edit', 'last', '--item', 'prompt', '--to', 'x']), 2, 'no "prompt"');
    refused(home.run(['edit', 'last', '--item', 'if', '--to', 'x']), 2, 'two halves');
    expect(home.hash()).toBe(hash);
  });

  test('a check-in ends a finish', () => {
    using home = new Home();
    home.run(['note', 'x']);
    home.meddle(
      "INSERT INTO pause VALUES ('00000000-0000-0000-0000-000000000001', 'finish', '2026-11-01', NULL)",
    );
    put(home, { R4: 3 });
    expect(home.rows('SELECT until_day FROM pause')).toEqual([{ until_day: '2026-11-19' }]);
  });

  test('whatever JSON comes in, the built program says so in two lines and by its exit code', () => {
    using home = new Home();
    const inputs = [
      'null',
      '7',
      '"x"',
      '{"answers":[]}',
      '{"answers":{"kept":[1,2]}}',
      '{"week":7}',
    ];
    for (const input of [...inputs, '{"answers":{"contacts":[null]}}', '{"answers":{"R4":1e99}}'])
      refused(home.run(['checkin', '--answers', '-'], { input }), 2);
    expect(() => home.rows('SELECT 1')).toThrow();
  });

  test('a dry run says what would be, and a new machine gets no journal from it', () => {
    using home = new Home();
    const dry = home.ask<Stored & { dryRun: true }>(['checkin', '--kept', '1/2', '--dry-run']);
    expect(dry).toMatchObject({ id: null, dryRun: true, revision: 1 });
    expect(() => home.rows('SELECT 1')).toThrow();
  });

  test('the template is taken back as it is printed, from a file too', () => {
    using home = new Home();
    const template = home.run(['checkin', '--template']).stdout;
    const file = join(home.path, 'week.json');
    writeFileSync(file, template);
    const stored = home.ask<Stored>(['checkin', '--answers', file, '--summary', 'full']);
    expect(stored.answers['kept']).toBeNull();
    expect(stored.answers).toEqual(JSON.parse(template).answers);
    expect(home.run(['checkin', '--schema']).stdout).toBe(
      home.run(['schema', 'weekly-answers']).stdout,
    );
  });
});

describe('showing a week', () => {
  test('stores nothing, makes no journal, asks nothing', () => {
    using home = new Home();
    expect(home.run(['checkin']).code).toBe(0);
    expect(() => home.rows('SELECT 1')).toThrow();
  });

  test('counts, trust, people and what is due; what a check-in was told replaces the records', () => {
    using home = withTexts();
    home.ask(
      ['person', 'contact', 'lee', '--opening', 'met', '--bad-news', 'late'],
      at('2026-11-17'),
    );
    home.run(['exercise', 'log', 'X3', 'rounds=3', 'accepted=2'], at('2026-11-17'));
    home.run(['tally', 'a3', 'c2', 'p1'], at('2026-11-17'));
    const before = week(home);
    expect(before).toMatchObject({
      stored: false,
      revision: null,
      counted: [
        { pair: 'stance', right: 2, all: 5, warranted: 0 },
        { pair: 'arrival', right: 1, all: 1, warranted: 0 },
      ],
      trust: {
        kept: { x: 0, n: 1 },
        loops: { x: 1, n: 1 },
        listening: { x: 2, n: 3 },
        questions: null,
        badNews: { x: 0, n: 1 },
      },
      people: { due: [], drifting: [], leastKnown: { person: 'lee', ac: 0 } },
      verdict: null,
    });
    expect(before.fourWeeks[0]).toMatchObject({ pair: 'stance', x: 2, n: 5 });
    put(home, { kept: { yes: 4, due: 5 }, questions: { open: 7, all: 11 } });
    expect(week(home).trust).toEqual({
      ...before.trust,
      kept: { x: 4, n: 5 },
      questions: { x: 7, n: 11 },
    });
    const kinds = week(home).due.map(({ kind }) => kind);
    expect(kinds).toEqual(['promise', 'follow-up', 'milestone', 'review', 'scene']);
  });

  test('without a terminal no text and no name stands in it, stored, shown or due', () => {
    using home = withTexts();
    const input = JSON.stringify({ answers: ZEBRA });
    const runs = [
      ['checkin', '--answers', '-', '--json'],
      ['checkin', '--answers', '-'],
      ['checkin', '--answers', '-', '--dry-run', '--replace'],
      ['checkin'],
      ['checkin', '--json'],
      ['checkin', '--template'],
      ['due'],
      ['due', '--json'],
    ];
    for (const args of runs) {
      const { code, stdout, stderr } = home.run(args, { input });
      expect({ args, code }).toEqual({ args, code: 0 });
      expect(`${stdout}${stderr}`.toLowerCase(), args.join(' ')).not.toContain('zebra');
      expect(stdout, args.join(' ')).not.toMatch(/leonora/i);
    }
    for (const args of [['checkin'], ['due']]) {
      for (const more of [[], ['--json']])
        expect(home.run([...args, '--summary', 'full', ...more]).stdout).toContain('zebra');
    }
    expect(home.run(['due', '--summary', 'full']).stdout).not.toMatch(/leonora/i);
  });

  test('the last verdict stands in it as it was issued', () => {
    using home = withTexts();
    home.meddle(
      `INSERT INTO verdict VALUES ('00000000-0000-0000-0000-000000000001', NULL, 'stance', '2026-11-01',
       '2026-12-01', 'no-evidence', '{"n":11}')`,
    );
    expect(week(home).verdict).toEqual({
      series: 'stance',
      verdict: 'no-evidence',
      issuedOn: '2026-11-01',
      nextOn: '2026-12-01',
      points: 11,
    });
    expect(home.run(['checkin']).stdout).toContain('stance: no evidence yet (11 points, issued');
  });
});

describe('due', () => {
  test('exits 3 with --fail-on due when something is, and prints it all the same', () => {
    using home = withTexts();
    const quiet = home.run(['due', '--fail-on', 'due'], at('2026-10-02'));
    expect(quiet).toMatchObject({ code: 0, stdout: '  Nothing is due.\n' });
    for (const command of [['due'], ['checkin'], ['checkin', '--clarity', '3']]) {
      const { code, stdout } = home.run([...command, '--fail-on', 'due', '--json']);
      expect({ command, code, printed: stdout !== '' }).toEqual({
        command,
        code: 3,
        printed: true,
      });
    }
    expect(home.rows("SELECT kind FROM session WHERE kind = 'weekly'")).toHaveLength(1);
  });

  test('in a pause nothing is, and it says so', () => {
    using home = withTexts();
    home.ask(['pause', '--until', '2026-12-01']);
    const { code, stdout } = home.run(['due', '--fail-on', 'due']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '  A pause until Tuesday 1 December. Nothing is due.\n',
    });
  });

  test('the check-in is due from Friday on, after seven days with a session, until it is stored', () => {
    using home = new Home();
    for (let i = 0; i < 7; i++) home.run(['note', 'x'], at(addDays('2026-11-09' as Day, i)));
    const due = (on: string) =>
      home.ask<{ due: { kind: string; week?: string }[] }>(['due'], at(on)).due;
    expect(due('2026-11-19')).toMatchObject([{ kind: 'checkin', week: '2026-W46' }]);
    expect(due('2026-11-20')).toMatchObject([{ kind: 'checkin', week: '2026-W47' }]);
    home.ask(['checkin', '--clarity', '3'], at('2026-11-20'));
    expect(due('2026-11-20')).toEqual([]);
    expect(due('2026-11-26')).toEqual([]);
    expect(home.run([], at('2026-11-27')).stdout).toContain('praxis checkin --week 2026-W48');
  });
});

describe('a year of check-ins', () => {
  interface Moment {
    readonly what: string;
    readonly now: string;
    readonly zone: string;
    readonly week: string;
    readonly dayEnds?: string;
  }
  const MOMENTS: readonly Moment[] = [
    { what: 'the night the clocks go forward', now: '2026-03-29T01:30:00Z', zone: 'Europe/Berlin', week: '2026-W13' },
    { what: 'after midnight of that Sunday', now: '2026-03-30T00:30:00Z', zone: 'Europe/Berlin', week: '2026-W13' },
    { what: 'the Monday after it', now: '2026-03-30T02:10:00Z', zone: 'Europe/Berlin', week: '2026-W14' },
    { what: 'the night the clocks go back', now: '2026-10-25T01:30:00Z', zone: 'Europe/Berlin', week: '2026-W43' },
    { what: 'a minute before the day ends', now: '2026-10-26T02:59:00Z', zone: 'Europe/Berlin', week: '2026-W43' },
    { what: 'when the day has ended', now: '2026-10-26T03:00:00Z', zone: 'Europe/Berlin', week: '2026-W44' },
    { what: 'the same with days that end at midnight', now: '2026-10-25T23:00:00Z', zone: 'Europe/Berlin', dayEnds: '00:00', week: '2026-W44' },
    { what: 'the last day of the year', now: '2026-12-31T20:00:00Z', zone: 'Europe/Berlin', week: '2026-W53' },
    { what: 'the first of the next', now: '2027-01-01T10:00:00Z', zone: 'Europe/Berlin', week: '2026-W53' },
    { what: 'its first Sunday', now: '2027-01-03T22:30:00Z', zone: 'Europe/Berlin', week: '2026-W53' },
    { what: 'the night after it', now: '2027-01-04T02:30:00Z', zone: 'Europe/Berlin', week: '2026-W53' },
    { what: 'its first Monday', now: '2027-01-04T08:00:00Z', zone: 'Europe/Berlin', week: '2027-W01' },
    { what: 'a Sunday in the west that is Monday in the east', now: '2026-11-23T07:00:00Z', zone: 'America/Los_Angeles', week: '2026-W47' },
    { what: 'the same moment in the east', now: '2026-11-23T07:00:00Z', zone: 'Europe/Berlin', week: '2026-W48' },
    { what: 'a week without its Friday', now: '2011-12-30T20:00:00Z', zone: 'Pacific/Apia', week: '2011-W52' },
  ]; // biome-ignore format: a table

  test.each(MOMENTS)('$what: $now in $zone', ({ now, zone, dayEnds, week: wanted }) => {
    using home = new Home();
    const env = { TZ: zone, LANG: undefined };
    if (dayEnds) home.run(['config', 'set', 'day_ends', dayEnds]);
    const stored = home.ask<Stored>(['checkin', '--clarity', '3'], { now, env });
    expect(stored.week).toBe(wanted);
    const [row] = home.rows<{ on_day: string; week: string; zone: string }>(
      'SELECT on_day, week, zone FROM session',
    );
    expect(row).toMatchObject({ week: wanted, zone });
    expect(new Date(`${row?.on_day}T00:00:00Z`).getUTCDay()).toBe(0);
  });

  test('every week once, through a move from Berlin to Los Angeles in the middle of one', () => {
    using home = new Home();
    const moved = '2026-07-15';
    const stored: Stored[] = [];
    for (let sunday = '2026-01-04' as Day; sunday < '2027-01-11'; sunday = addDays(sunday, 7)) {
      const zone = sunday < moved ? 'Europe/Berlin' : 'America/Los_Angeles';
      // Half past nine at night, on the wall.
      const now = sunday < moved ? `${sunday}T20:30:00Z` : `${addDays(sunday, 1)}T05:00:00Z`;
      const options = { now, env: { TZ: zone }, input: '{"answers":{"R4":3}}' };
      stored.push(home.ask<Stored>(['checkin', '--answers', '-'], options));
      expect(stored.at(-1)?.on).toBe(sunday);
    }
    expect(new Set(stored.map((each) => each.week)).size).toBe(stored.length);
    expect(stored.map((each) => each.week)).toContain('2026-W53');
    // Wednesday in Berlin, Sunday in Los Angeles: one week, one record.
    using other = new Home();
    const input = '{"answers":{"R4":3}}';
    const berlin = { now: '2026-07-15T16:00:00Z', env: { TZ: 'Europe/Berlin' }, input };
    const west = { now: '2026-07-20T06:30:00Z', env: { TZ: 'America/Los_Angeles' }, input };
    expect(other.ask(['checkin', '--answers', '-'], berlin)).toEqual(
      other.ask(['checkin', '--answers', '-'], west),
    );
  }, 120_000);
});

test('an empty environment, no language and Apia: the right week, nothing but data on stdout', () => {
  using home = new Home();
  const { code, stdout, stderr } = home.shell(
    `env -i HOME="$HOME" PATH="$PATH" TZ=Pacific/Apia PRAXIS_NOW=2026-11-22T11:30:00Z NODE="$NODE" PROGRAM="$PROGRAM" \\
       sh -c 'printf "{\\"answers\\":{\\"kept\\":{\\"yes\\":4,\\"due\\":5}}}" | "$NODE" "$PROGRAM" checkin --answers - --json'`,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // Half past midnight on Monday in Apia: the day, and so the week, has not ended.
  expect(JSON.parse(stdout)).toMatchObject({ week: '2026-W47', zone: 'Pacific/Apia' });
});

test('a check-in on the Sunday of its week is not the last entry before today’s', () => {
  using home = new Home();
  home.ask(['checkin', '--answers', '-'], { input: '{"answers":{"R4":3}}' });
  home.ask(['note', 'said today'], { now: '2026-11-20T18:20:00Z' });
  expect(home.run(['show', 'last']).stdout).toContain('said today');
});
