import { describe, expect, test } from 'vitest';
import {
  lastAsked,
  loggedOn,
  ownWords,
  pairCounts,
  pastPrompts,
  recentDurations,
} from '../../../src/store/facts.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addSession, type NewSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

function holding(...sessions: NewSession[]): TestJournal {
  const own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    for (const session of sessions) addSession(tx, session);
  });
  return own;
}
const moment = (on: string, tallies: Record<string, number>, more: Partial<NewSession> = {}) =>
  newSession(on, { tallies }, { kind: 'moment', ...more });
const prompt = (id: string, text: string | null, person: string | null = null) => ({
  id,
  version: 1,
  question: `${id}?`,
  person,
  text,
});

describe('the counts of a window', () => {
  test('add up sessions and moments from its first day to its last', () => {
    using own = holding(
      newSession('2026-11-19', { tallies: { a: 2, 'a!': 1, c: 3, b: null } }),
      moment('2026-11-20', { c: 1 }),
      moment('2026-11-18', { c: 10 }),
      moment('2026-11-21', { c: 100 }),
    );
    expect(pairCounts(own.journal, day('2026-11-19'), day('2026-11-20'))).toEqual([
      { pair: 'stance', right: 4, all: 6, warranted: 1 },
    ]);
  });

  test('leave out what was counted late', () => {
    using own = holding(moment('2026-11-19', { c: 5 }, { late: true }));
    expect(pairCounts(own.journal, day('2026-11-01'), day('2026-11-30'))).toEqual([]);
  });
});

test('the moments of a day are added up by counter and person, in the order they came', () => {
  using own = holding(
    moment('2026-11-20', { c: 1 }, { person: 'lee' }),
    moment('2026-11-20', { a: 2 }),
    moment('2026-11-20', { c: 2 }, { person: 'lee' }),
    moment('2026-11-19', { c: 9 }),
    newSession('2026-11-20', { tallies: { c: 50 } }),
  );
  expect(loggedOn(own.journal, day('2026-11-20'))).toEqual([
    { code: 'c', subtype: null, warranted: false, person: 'lee', n: 3 },
    { code: 'a', subtype: null, warranted: false, person: null, n: 2 },
  ]);
});

test('the prompts of earlier evenings come the latest first, with whether they were skipped', () => {
  using own = holding(
    newSession('2026-11-17', { prompt: prompt('one', 'x', 'lee') }),
    newSession('2026-11-18', { prompt: prompt('two', null) }),
    newSession('2026-11-19', { prompt: null }),
    newSession('2026-11-20', { prompt: prompt('today', 'x') }),
  );
  expect(pastPrompts(own.journal, day('2026-11-20'))).toEqual([
    { on: '2026-11-18', id: 'two', person: null, skipped: true },
    { on: '2026-11-17', id: 'one', person: 'lee', skipped: false },
  ]);
});

test('an item was asked last when it was asked last, answered or skipped, before the day', () => {
  using own = holding(
    newSession('2026-11-17', { R1: 3, tallies: { d: 1 } }),
    newSession('2026-11-18', { R1: null }),
    newSession('2026-11-20', { R1: 3, R2: 4 }),
  );
  const last = lastAsked(own.journal, ['R1', 'R2', 'R3', 'd'], day('2026-11-20'));
  expect([...last]).toEqual([
    ['R1', '2026-11-18'],
    ['d', '2026-11-17'],
  ]);
});

test('the lengths of the last daily sessions come the latest first, scripts left out', () => {
  using own = holding(
    newSession('2026-11-17', {}, { seconds: 100 }),
    newSession('2026-11-18', {}, { seconds: null }),
    newSession('2026-11-19', {}, { seconds: 200 }),
    newSession('2026-11-20', {}, { seconds: 300 }),
  );
  expect(recentDurations(own.journal, 2)).toEqual([300, 200]);
});

test("one's own words are the latest answer to a prompt between two days", () => {
  using own = holding(
    newSession('2026-11-10', { prompt: prompt('one', 'early'), note: 'a note' }),
    newSession('2026-11-12', { prompt: prompt('two', 'late') }),
    newSession('2026-11-20', { prompt: prompt('three', 'too late') }),
  );
  expect(ownWords(own.journal, day('2026-11-01'), day('2026-11-15'))).toEqual({
    on: '2026-11-12',
    question: 'two?',
    text: 'late',
  });
  expect(ownWords(own.journal, day('2026-10-01'), day('2026-10-15'))).toBeUndefined();
});
