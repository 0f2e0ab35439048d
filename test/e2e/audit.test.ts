import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../src/content/facets.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

interface Facet {
  readonly facet: string;
  readonly area: string;
  readonly state: string;
  readonly fresh: boolean;
  readonly text: string | null;
  readonly checkedOn: string | null;
}

interface Audit {
  readonly person: string;
  readonly ac: number | null;
  readonly al: number | null;
  readonly unknown: number | null;
  readonly needs: string | null;
  readonly facets: readonly Facet[];
  readonly more: readonly Facet[];
  readonly bets: Bets;
}

interface Bets {
  readonly n: number;
  readonly hits: number;
  readonly hitRate: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly brier: number | null;
  readonly overConfidence: number | null;
  readonly call: string | null;
  readonly needs: string | null;
}

interface Team {
  readonly team: {
    ac: number | null;
    unknown: number | null;
    minimum: { person: string; ac: number } | null;
  };
  readonly audits: readonly { person: string; ac: number; counts: object; due: string }[];
  readonly queue: readonly {
    person: string;
    facet: string;
    state: string;
    question: { id: string | null; text: string };
    due: string;
  }[];
  readonly felt: { n: number; felt: number | null; ahead: boolean; needs: string | null };
  readonly bets: Bets;
}

const facet = (i: number) => FACETS[i]?.id ?? '';
const know = (home: Home, i: number, how: string, ...more: string[]) =>
  home.ask(['know', 'lee', facet(i), 'x', '--how', how, ...more]);

function withPeople(...codes: string[]): Home {
  const home = new Home();
  for (const code of codes) home.ask(['person', 'add', code]);
  return home;
}

describe('coverage', () => {
  it('5 fresh, 2 stale, 6 assumed and 5 unknown of 18', () => {
    using home = withPeople('lee');
    for (let i = 0; i < 5; i++) know(home, i, i % 2 === 0 ? 'told' : 'seen');
    for (const i of [5, 12]) know(home, i, 'told', '--on', '2026-05-23');
    for (let i = 6; i < 12; i++) know(home, i, 'assumed');
    const audit = home.ask<Audit>(['audit', 'lee']);
    expect(audit.ac).toBeCloseTo(27.77777777777778, 10);
    expect(audit.al).toBeCloseTo(61.53846153846154, 10);
    expect(audit.unknown).toBeCloseTo(27.77777777777778, 10);
    expect(audit.facets.map((each) => [each.facet, each.area])).toEqual(
      FACETS.map(({ id, area }) => [id, area]),
    );
    expect(audit.facets[0]).toMatchObject({
      state: 'told',
      fresh: true,
      text: 'x',
      checkedOn: '2026-11-20',
    });
    expect(audit.facets[5]).toMatchObject({ state: 'told', fresh: false });
    expect(audit.facets[17]).toMatchObject({
      state: 'unknown',
      fresh: false,
      text: null,
      checkedOn: null,
    });
    const text = home.run(['audit', 'lee']).stdout;
    expect(text).toContain('5 confirmed, 2 assumed again, 6 assumed, 5 unknown: 28 % known.');
    expect(text).toContain('Of what you believe, 62 % is a guess.');
    expect(text).toContain('assumed again: told Sat 23 May');
    expect(home.run(['audit']).stdout).toMatch(/^ {2}lee +28 % +5 +2 +6 +5 +62 % +Fri 27 Nov$/m);
  });

  it('keeps 180 days in workstyle and followership, 365 in values', () => {
    using home = withPeople('lee');
    const on = '2026-01-10' as Day;
    for (const i of [0, 6, 12]) know(home, i, 'told', '--on', on);
    const fresh = (days: number) =>
      home
        .ask<Audit>(['audit', 'lee'], { now: `${addDays(on, days)}T18:00:00Z` })
        .facets.filter((each) => each.fresh)
        .map(({ area }) => area);
    expect(fresh(180)).toEqual(['workstyle', 'values', 'followership']);
    expect(fresh(181)).toEqual(['values']);
    expect(fresh(365)).toEqual(['values']);
    expect(fresh(366)).toEqual([]);
  });

  it('is defined from six facets that apply', () => {
    using home = withPeople('lee');
    for (let i = 0; i < 12; i++) home.ask(['know', 'lee', facet(i), '--how', 'na']);
    expect(home.ask<Audit>(['audit', 'lee']).ac).toBe(0);
    home.ask(['know', 'lee', facet(12), '--how', 'na']);
    const audit = home.ask<Audit>(['audit', 'lee']);
    expect(audit).toMatchObject({
      ac: null,
      al: null,
      unknown: null,
      needs: '1 more facet that applies',
    });
    expect(audit.facets).toHaveLength(18);
    expect(home.ask<Team>(['audit'])).toMatchObject({
      team: { ac: null, minimum: null },
      queue: [],
    });
  });

  it('of a pack, facets are shown and asked about, and are in no figure', () => {
    using home = withPeople('lee');
    const folder = join(home.path, '.config/praxis/packs');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'mine.yaml'),
      `pack: mine
facets:
  - id: tools
    version: 1
    area: workstyle
    title: Tools they like
    ask: Which tools help you?
    freshDays: 90
`,
    );
    home.ask(['know', 'lee', 'tools', 'a whiteboard', '--how', 'told']);
    const audit = home.ask<Audit>(['audit', 'lee']);
    expect({ ac: audit.ac, facets: audit.facets.length }).toEqual({ ac: 0, facets: 18 });
    expect(audit.more).toMatchObject([{ facet: 'tools', state: 'told', fresh: true }]);
    expect(home.run(['audit', 'lee']).stdout).toContain('Tools they like');
    expect(home.rows("SELECT fresh_until FROM v_facet WHERE facet = 'tools'")).toEqual([
      { fresh_until: '2027-02-18' },
    ]);
  });
});

describe('bets', () => {
  const SIX = [
    ['0.9', 'right'],
    ['0.8', 'right'],
    ['0.7', 'wrong'],
    ['0.9', 'half'],
    ['0.6', 'right'],
    ['0.8', 'right'],
  ] as const;
  const bet = (home: Home, i: number) => {
    const [sure = '', was = ''] = SIX[i] ?? [];
    know(home, i, 'assumed', '--sure', sure);
    know(home, i, 'told', '--was', was);
  };

  it('six of them: hit rate, Brier score, over-confidence, and too few to call', () => {
    using home = withPeople('lee');
    for (let i = 0; i < 4; i++) bet(home, i);
    expect(home.ask<Audit>(['audit', 'lee']).bets).toMatchObject({
      n: 4,
      hitRate: null,
      brier: null,
      needs: '1 more settled guess',
    });
    for (let i = 4; i < 6; i++) bet(home, i);
    for (const { bets } of [home.ask<Audit>(['audit', 'lee']), home.ask<Team>(['audit'])]) {
      expect(bets).toMatchObject({ n: 6, hits: 4, open: 0, call: 'too few to call', needs: null });
      expect(bets.hitRate).toBeCloseTo(0.6666666666666666, 12);
      expect(bets.ci95?.[0]).toBeCloseTo(0.2999933151383921, 9);
      expect(bets.ci95?.[1]).toBeCloseTo(0.9032285888942196, 9);
      expect(bets.brier).toBeCloseTo(0.25833333333333336, 12);
      expect(bets.overConfidence).toBeCloseTo(0.1166666666666667, 12);
    }
    for (const args of [['audit'], ['audit', 'lee']])
      expect(home.run(args).stdout.replaceAll(/\s+/g, ' ')).toContain(
        'Bets: 4 of 6 right, 67 % [30-90]; Brier 0.258; over-confidence +0.117; too few to call.',
      );
  });
});

describe('the team', () => {
  it('weighs people the same, names the least known, and leaves out who is gone or quiet', () => {
    using home = withPeople('ann', 'bob', 'cat');
    for (let i = 0; i < 9; i++) home.ask(['know', 'ann', facet(i), 'x', '--how', 'told']);
    home.meddle("UPDATE person SET state = 'quiet' WHERE code = 'cat'");
    const audit = home.ask<Team>(['audit']);
    expect(audit.team).toMatchObject({ ac: 25, unknown: 75, minimum: { person: 'bob', ac: 0 } });
    expect(audit.audits.map(({ person }) => person)).toEqual(['ann', 'bob']);
    expect(home.run(['audit']).stdout).toContain('Least known: bob, 0 %.');
  });

  it('proposes three talks at most: whom, about what, how to begin, and by when', () => {
    using home = withPeople('ann', 'bob', 'cat', 'dan');
    home.ask(['person', 'contact', 'cat', '--on', '2026-11-15']);
    home.ask(['know', 'dan', 'best', 'x', '--how', 'told']);
    const { queue } = home.ask<Team>(['audit']);
    expect(queue.map(({ person, due }) => [person, due])).toEqual([
      ['cat', '2026-11-22'],
      ['ann', '2026-11-27'],
      ['bob', '2026-11-27'],
    ]);
    for (const { facet: id, state, question } of queue) {
      expect({ id, state }).toEqual({ id: 'best-hours', state: 'unknown' });
      expect(home.run(['audit']).stdout.replaceAll(/\s+/g, ' ')).toContain(question.text);
    }
    expect(home.ask<Team>(['audit']).queue).toEqual(queue);
    home.ask(['question', 'asked', queue[0]?.question.id ?? '', 'cat']);
    expect(home.ask<Team>(['audit']).queue[0]?.question).not.toEqual(queue[0]?.question);
  });

  it('with nobody says how to begin', () => {
    using home = new Home();
    expect(home.run(['audit']).stdout).toContain('praxis person add lee');
    expect(home.ask<Team>(['audit'])).toMatchObject({ audits: [], queue: [], team: { ac: null } });
  });
});

describe('felt against counted', () => {
  const rate = (home: Home, day: Day, value: number) =>
    home.run(['reflect', '--answers', '-'], {
      now: `${day}T18:00:00Z`,
      input: JSON.stringify({ answers: { R3: value } }),
    });

  it('is said, kindly, from five ratings in four weeks and twenty points on', () => {
    using home = withPeople('lee');
    const days = Array.from({ length: 5 }, (_, i) => addDays('2026-10-24' as Day, 3 * i));
    for (const day of days.slice(1)) rate(home, day, 4);
    expect(home.ask<Team>(['audit']).felt).toMatchObject({
      n: 4,
      felt: null,
      ahead: false,
      needs: '1 more rating of closeness',
    });
    rate(home, days[0] as Day, 4);
    expect(home.ask<Team>(['audit']).felt).toMatchObject({ n: 5, felt: 75, ahead: true });
    expect(home.run(['audit']).stdout).toContain('asking is how to know');
    // A day later the first of them is 28 days old, and four are left.
    expect(home.ask<Team>(['audit'], { now: '2026-11-21T18:00:00Z' }).felt.n).toBe(4);
    for (let i = 0; i < 10; i++) know(home, i, 'told');
    expect(home.ask<Team>(['audit']).felt).toMatchObject({ ahead: false });
    expect(home.run(['audit']).stdout).not.toContain('asking is how to know');
  });
});

describe('one person', () => {
  it('shows whom I lead beside what was counted with them, without a share', () => {
    using home = withPeople('lee');
    home.ask(['know', 'lee', '--rate', '3']);
    home.ask(['tally', 'c2', 'a1', 'a!1', 'i3', 's1', 'p5', '@lee']);
    const text = home.run(['audit', 'lee']).stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Whom I lead 3 of 5 on Fri 20 Nov: asks, with a view of their own');
    expect(text).toContain(
      '2 handed back, 1 answered or decided, 1 that had to be you, 3 started unprompted, 1 started because you said so since Sat 29 Aug',
    );
    expect(text).not.toContain('with a proposal');
  });

  it('marks a word without a moment as assumed', () => {
    using home = withPeople('lee');
    const [{ id } = { id: '' }] = home.rows<{ id: string }>('SELECT id FROM person');
    const label = (n: number, word: string, moment: string | null) =>
      home.meddle(
        'INSERT INTO label (id, person_id, on_day, word, side, moment) VALUES (?, ?, ?, ?, ?, ?)',
        `0190000${n}-0000-7000-8000-000000000000`,
        id,
        '2026-11-03',
        word,
        'leader',
        moment,
      );
    label(1, 'careful', null);
    label(2, 'curious', 'asked the customer herself');
    const text = home.run(['audit', 'lee']).stdout;
    expect(text).toContain('careful: assumed, no moment noted');
    expect(text).toContain('curious: Tue 3 Nov, asked the customer herself');
    expect(home.ask(['audit', 'lee'])['labels']).toMatchObject([
      { word: 'careful', side: 'leader', assumed: true },
      { word: 'curious', assumed: false },
    ]);
  });

  it('has its history with --history, each with an id that show takes', () => {
    using home = withPeople('lee');
    know(home, 0, 'assumed', '--sure', '0.8');
    know(home, 0, 'told', '--was', 'right');
    expect(home.ask(['audit', 'lee'])).not.toHaveProperty('history');
    const { history } = home.ask<{ history: { id: string; state: string }[] }>([
      ...['audit', 'lee', '--history'],
    ]);
    expect(history.map(({ state }) => state)).toEqual(['assumed', 'told']);
    const text = home.run(['audit', 'lee', '--history']).stdout;
    expect(text).toContain('best-hours: assumed, 80 % sure, right');
    const [id = ''] = /\b[0-9a-f]{8}[0-9a-f-]*\b/.exec(text) ?? [];
    expect(home.ask(['show', id])['id']).toBe(history[0]?.id);
  });

  it('of oneself there are the six facets of followership', () => {
    using home = new Home();
    home.ask(['know', 'me', 'disagreeing', 'late', '--how', 'seen']);
    const audit = home.ask<Audit>(['audit', 'me']);
    expect(audit.person).toBe('me');
    expect(audit.facets).toHaveLength(6);
    expect(audit.ac).toBeCloseTo(100 / 6, 10);
    expect(home.run(['audit', 'me']).stdout).toContain('How I follow my own lead');
  });

  it('that there is not is refused, and looking writes nothing', () => {
    using home = withPeople('lee');
    refused(home.run(['audit', 'leo']), 2, 'Did you mean "lee"?');
    const before = home.hash();
    home.run(['audit', '--read-only']);
    home.run(['audit', 'lee', '--history']);
    expect(home.hash()).toBe(before);
  });
});

it('fits 80 columns', () => {
  using home = withPeople('lee', 'somebody-with-a-rather-long-code');
  for (let i = 0; i < 18; i++) {
    know(home, i, 'assumed', '--sure', '0.8', '--on', '2025-11-20');
    if (i % 2 === 0) know(home, i, 'told', '--on', '2025-12-20');
  }
  for (const args of [['audit'], ['audit', 'lee'], ['audit', 'lee', '--history'], ['question']]) {
    for (const line of home.run(args).stdout.split('\n'))
      expect(line.length).toBeLessThanOrEqual(80);
  }
});
