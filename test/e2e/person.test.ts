import { describe, expect, test } from 'vitest';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

interface PersonDocument {
  code: string;
  cadence: number;
  state: string;
  overdue: number;
  roleSince: string | null;
  futureRole: string | null;
  brought: {
    badNews: { early: number; all: number };
    openings: { met: number; all: number };
    cameFor: { cameFor: string; n: number }[];
    challenges: { explored: number; all: number };
  };
  departure: { on: string; reason: string | null } | null;
  benefits: { text: string }[];
}
const show = (home: Home, code: string) => home.ask<PersonDocument>(['person', 'show', code]);
const people = (home: Home) =>
  home.ask<{ people: PersonDocument[]; oneLabel: string[] }>(['person', 'list']);

function withPeople(...codes: string[]): Home {
  const home = new Home();
  for (const code of codes) home.run(['person', 'add', code]);
  return home;
}

test('somebody who is only looked for is not offered to be added', () => {
  using home = withPeople('lee');
  for (const line of ['person show bo', 'prep bo', 'audit bo', 'question draw bo'])
    refused(home.run(line.split(' ')), 2, /"bo".*\npraxis person list shows who is there\.\n/);
  refused(home.run(['export', 'markdown', '--person', 'bo']), 2, 'person list');
  refused(
    home.run(['tally', 'c', '@bo']),
    2,
    'praxis person add bo adds them. Nothing was stored.',
  );
});

describe('what a talk brought', () => {
  test('is counted: bad news early or late, openings met or not, what they came for', () => {
    using home = withPeople('lee');
    home.ask(['person', 'contact', 'lee', '--bad-news', 'early', '--opening', 'met']);
    home.ask(['person', 'contact', 'lee', '--bad-news', 'late', '--came-for', 'sparring']);
    home.ask(['person', 'contact', 'lee']);
    home.ask(['person', 'contact', 'lee', '--opening', 'unmet', '--on', 'yesterday']);
    const { brought } = show(home, 'lee');
    expect(brought.badNews).toEqual({ early: 1, all: 2 });
    expect(brought.openings).toEqual({ met: 1, all: 2 });
    expect(brought.cameFor).toEqual([{ cameFor: 'sparring', n: 1 }]);
    expect(home.counts()['contact'], 'two bad news of one day are two rows').toBe(3);
  });

  test('is added to the talk of the day that was noted plainly', () => {
    using home = withPeople('lee');
    home.ask(['person', 'contact', 'lee']);
    home.ask(['person', 'contact', 'lee', '--bad-news', 'early']);
    expect(home.rows('SELECT on_day, bad_news FROM v_contact')).toEqual([
      { on_day: '2026-11-20', bad_news: 'early' },
    ]);
  });

  test('counts twelve weeks back, and challenges with how they were met', () => {
    using home = withPeople('lee');
    home.ask(['person', 'contact', 'lee', '--bad-news', 'early'], { now: '2026-08-01T12:00:00Z' });
    home.ask(['tally', 'w:challenge2', '@lee', '--met', 'explored']);
    home.ask(['tally', 'w:challenge', '@lee', '--met', 'deflected']);
    const { brought } = show(home, 'lee');
    expect(brought.badNews.all).toBe(0);
    expect(brought.challenges).toEqual({ explored: 2, all: 3 });
  });

  test.each([
    [['--bad-news', 'erly'], 'Did you mean "early"'],
    [['--opening', 'mett'], 'Did you mean "met"'],
    [['--came-for', 'advice'], '--came-for is "advice"'],
    [['--on', 'tomorrow'], 'has not come yet'],
  ])('%s is refused, and nothing is stored', (flags, says) => {
    using home = withPeople('lee');
    const before = home.hash();
    refused(home.run(['person', 'contact', 'lee', ...flags]), 2, says);
    expect(home.hash()).toBe(before);
  });
});

describe('what is said of somebody', () => {
  test('is mended field by field, a new code takes everything along, and undo brings it back', () => {
    using home = withPeople('lee', 'sam');
    home.run(['note', 'she led the review', '@lee']);
    const edited = home.ask<PersonDocument>([
      ...['person', 'edit', 'lee', '--code', 'leonie', '--cadence', '14'],
      ...['--role-since', '2026-10-01', '--future', 'successor'],
    ]);
    expect(edited).toMatchObject({
      code: 'leonie',
      cadence: 14,
      roleSince: '2026-10-01',
      futureRole: 'successor',
    });
    expect(home.rows('SELECT person FROM v_answer')).toEqual([{ person: 'leonie' }]);
    home.ask(['person', 'edit', 'leonie', '--cadence', 'usual', '--future', '']);
    expect(show(home, 'leonie')).toMatchObject({ cadence: 7, futureRole: null });
    home.run(['undo']);
    home.run(['undo']);
    expect(people(home).people.map(({ code }) => code)).toEqual(['lee', 'sam']);
  });

  test('a code that somebody has, the code for oneself, an empty edit and a day to come are refused', () => {
    using home = withPeople('lee', 'sam');
    const before = home.hash();
    refused(home.run(['person', 'edit', 'lee', '--code', 'sam']), 5, 'in the journal already');
    refused(home.run(['person', 'edit', 'lee', '--code', 'me']), 2, 'stands for yourself');
    refused(home.run(['person', 'add', 'me']), 2, 'stands for yourself');
    refused(home.run(['person', 'edit', 'lee']), 2, 'Nothing to change');
    refused(home.run(['person', 'edit', 'lee', '--role-since', 'tomorrow']), 2, 'not come yet');
    refused(home.run(['person', 'add', 'kim', '--role-since', 'tomorrow']), 2, 'not come yet');
    expect(home.hash()).toBe(before);
  });

  test('somebody quiet is not due and not asked about until that ends', () => {
    using home = withPeople('lee');
    const later = { now: '2026-12-20T18:10:00Z' };
    const due = () => home.ask<{ due: unknown[] }>(['today'], later).due;
    expect(due()).toHaveLength(1);
    home.ask(['person', 'quiet', 'lee']);
    expect(due()).toHaveLength(0);
    home.ask(['person', 'quiet', 'lee', '--off']);
    expect(due()).toHaveLength(1);
  });

  test('noting something about somebody quiet asks nothing', async () => {
    using home = withPeople('lee');
    const later = { now: '2026-12-20T18:10:00Z' };
    using asks = new Terminal(home, ['note', 'x', '@lee'], later);
    await asks.until('Was this a talk with lee?');
    asks.type('n');
    await asks.end();
    home.ask(['person', 'quiet', 'lee']);
    using quiet = new Terminal(home, ['note', 'y', '@lee'], later);
    expect(await quiet.end()).toBe(0);
    expect(quiet.text).not.toContain('Was this a talk');
  });
});

describe('somebody who leaves', () => {
  test('keeps the record, with what was heard, what had grown and what it costs', () => {
    using home = withPeople('lee', 'sam');
    home.run(['tally', 'c', '@lee']);
    const left = home.ask<PersonDocument>([
      ...['person', 'leave', 'lee', '--reason', 'a bigger team', '--growth', 'on-call alone'],
      ...['--cost', 'three months'],
    ]);
    expect(left).toMatchObject({ state: 'left', cadence: 180 });
    expect(show(home, 'lee').departure).toEqual({
      on: '2026-11-20',
      reason: 'a bigger team',
      growth: 'on-call alone',
      cost: 'three months',
    });
    expect(home.rows('SELECT person FROM v_tally')).toEqual([{ person: 'lee' }]);
    expect(home.ask(['person', 'benefit', '@Lee', "sent us Ana's CV"])).toMatchObject({
      person: 'lee',
      text: "sent us Ana's CV",
    });
    const list = home.run(['person', 'list', '--left']).stdout;
    expect(list).toContain('three months');
    expect(list).toContain("sent us Ana's CV");
    expect(home.run(['person', 'list']).stdout).not.toMatch(/^ {2}lee/m);
  });

  test('is due again after half a year, and not a day before', () => {
    using home = withPeople('lee');
    home.ask(['person', 'contact', 'lee']);
    home.ask(['person', 'leave', 'lee']);
    const alumni = (now: string) => home.ask<{ due: { kind: string }[] }>(['today'], { now }).due;
    expect(alumni('2027-05-18T18:00:00Z')).toEqual([]);
    expect(alumni('2027-05-19T18:00:00Z')).toMatchObject([
      { kind: 'alumni', person: 'lee', days: 180, on: '2027-05-19' },
    ]);
  });

  test('may come back, and undo takes the leaving back whole', () => {
    using home = withPeople('lee');
    home.ask(['person', 'leave', 'lee', '--reason', 'x']);
    home.ask(['person', 'leave', 'lee', '--back']);
    expect(show(home, 'lee')).toMatchObject({ state: 'active', cadence: 7, departure: null });
    home.run(['undo']);
    expect(show(home, 'lee')).toMatchObject({ state: 'left', departure: { reason: 'x' } });
    home.run(['undo']);
    expect(show(home, 'lee')).toMatchObject({ state: 'active', departure: null });
  });

  test('is asked about only when the journal knows them', async () => {
    using home = withPeople('lee');
    using terminal = new Terminal(home, ['person', 'leave', 'leo']);
    await terminal.until('Did you mean "lee"');
    expect(await terminal.end()).toBe(2);
    expect(terminal.text).not.toContain('What did leo say');
  });

  test('what fits only those who left, or only those who did not, is refused', () => {
    using home = withPeople('lee');
    refused(home.run(['person', 'benefit', 'lee', 'x']), 1, 'has not left');
    refused(home.run(['person', 'leave', 'lee', '--back']), 1, 'has not left');
    home.ask(['person', 'leave', 'lee']);
    refused(home.run(['person', 'quiet', 'lee']), 1, 'has left');
  });
});

describe('words for people', () => {
  test('are guesses until a moment shows them, and one word for a whole person is pointed at', () => {
    using home = withPeople('lee', 'sam');
    home.ask(['person', 'label', 'lee', 'careful', '--follower']);
    home.ask(['person', 'label', 'lee', 'brave', '--leader']);
    home.ask(['person', 'label', 'sam', 'loud']);
    home.ask(['person', 'label', 'lee', 'Brave', '--moment', 'spoke up in the review']);
    expect(home.rows('SELECT person, word, side, moment FROM v_label ORDER BY id')).toEqual([
      { person: 'lee', word: 'careful', side: 'follower', moment: null },
      { person: 'lee', word: 'brave', side: 'leader', moment: 'spoke up in the review' },
      { person: 'sam', word: 'loud', side: null, moment: null },
    ]);
    expect(people(home).oneLabel).toEqual(['sam']);
    expect(home.run(['person', 'label']).stdout).toContain('One word for a whole person: sam.');
    refused(home.run(['person', 'label', 'lee', 'x', '--follower', '--leader']), 2, 'One side');
    refused(home.run(['person', 'label', 'lee']), 2, 'missing');
  });

  test('are mended into words only, and so is what came back', () => {
    using home = withPeople('lee');
    const { id } = home.ask<{ id: string }>(['person', 'label', 'lee', 'careful']);
    home.ask(['person', 'leave', 'lee']);
    const benefit = home.ask<{ id: string }>(['person', 'benefit', 'lee', 'a lead']);
    refused(home.run(['edit', id, '--item', 'word', '--to', ' ']), 2, 'missing');
    refused(home.run(['edit', id, '--item', 'word', '--to', 'x'.repeat(41)]), 2, 'at most 40');
    refused(home.run(['edit', benefit.id, '--item', 'text', '--to', '']), 2, 'is empty');
    expect(home.ask(['edit', id, '--item', 'word', '--to', 'brave '])).toMatchObject({
      word: 'brave',
    });
  });
});
