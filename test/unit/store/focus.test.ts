import { describe, expect, test } from 'vitest';
import { addRun } from '../../../src/store/exercise.ts';
import {
  directionAsked,
  effortFor,
  openPromises,
  ownQuestions,
} from '../../../src/store/focus-facts.ts';
import { addHeard, answerHeard, heardById, listHeard } from '../../../src/store/heard.ts';
import { undo } from '../../../src/store/history.ts';
import { addIntention, listIntentions } from '../../../src/store/intention.ts';
import { addMilestone, listMilestones, settleMilestone } from '../../../src/store/milestone.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addSession, removeSession } from '../../../src/store/session-write.ts';
import {
  addStatement,
  latestStatement,
  listStatements,
  removeStatement,
  sceneDue,
} from '../../../src/store/statement.ts';
import type { Rows } from '../../../src/store/tables.ts';
import { type Tx, write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const FROM = day('2026-10-24');
const TODAY = day('2026-11-20');

const say = (
  tx: Tx,
  on: string,
  text: string,
  kind: 'focus' | 'choice' | 'way' | 'scene' = 'focus',
) => addStatement(tx, { kind, on: day(on), text, because: null }).id;

function promise(tx: Tx, more: Partial<Rows['promise']>): string {
  const id = tx.newId();
  tx.insert('promise', {
    id,
    made_on: TODAY,
    text: 'x',
    by_id: null,
    to_id: null,
    due_on: null,
    outcome: null,
    settled_on: null,
    why: null,
    wording: null,
    proposed_by: null,
    success: null,
    focus_id: null,
    ...more,
  });
  return id;
}

function run(tx: Tx, more: Partial<Rows['exercise_run']>): string {
  return addRun(tx, {
    exercise_id: 'X5',
    exercise_version: 1,
    state: 'doing',
    step: 0,
    person_id: null,
    state_on: TODAY,
    ...more,
  });
}

describe('statements', () => {
  test('are listed by kind, the latest first: by day, and within a day as they were written', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) => {
      say(tx, '2026-11-20', 'second');
      say(tx, '2026-11-20', 'third');
      say(tx, '2026-11-02', 'first');
      say(tx, '2026-11-21', 'another kind', 'choice');
    });
    expect(listStatements(own.journal, 'focus').map(({ text }) => text)).toEqual([
      'third',
      'second',
      'first',
    ]);
    expect(latestStatement(own.journal, 'focus')?.text).toBe('third');
    expect(latestStatement(own.journal, 'way')).toBeUndefined();
  });

  test('a focus that is removed leaves what served it, and undo ties it again', () => {
    using own = new TestJournal();
    const focus = write(own.journal, 'x', (tx) => {
      const id = say(tx, '2026-11-20', 'a');
      const other = say(tx, '2026-11-20', 'b');
      addIntention(tx, { if: 'a', then: 'b' }, TODAY, null, id);
      addIntention(tx, { if: 'c', then: 'd' }, TODAY, null, other);
      run(tx, { focus_id: id });
      promise(tx, { focus_id: id });
      return id;
    });
    const before = own.tables();
    write(own.journal, 'x', (tx) => removeStatement(tx, focus));
    const linked = (table: string) =>
      own.journal.db.prepare(`SELECT count(focus_id) FROM ${table}`).pluck().get();
    expect([linked('intention'), linked('exercise_run'), linked('promise')]).toEqual([1, 0, 0]);
    expect(listIntentions(own.journal)).toHaveLength(2);
    undo(own.journal);
    expect(own.tables()).toEqual(before);
  });

  test('the scene is due in the week after its thirtieth day, the latest one only', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) => say(tx, '2026-10-21', 'imagined', 'scene'));
    expect(sceneDue(own.journal, day('2026-11-19'))).toBeUndefined();
    expect(sceneDue(own.journal, TODAY)?.text).toBe('imagined');
    expect(sceneDue(own.journal, day('2026-11-27'))?.text).toBe('imagined');
    expect(sceneDue(own.journal, day('2026-11-28'))).toBeUndefined();
    write(own.journal, 'x', (tx) => say(tx, '2026-11-01', 'again', 'scene'));
    expect(sceneDue(own.journal, TODAY)).toBeUndefined();
  });
});

test('milestones: open ones by their day, then the settled, the latest first', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    const [early, late] = ['2026-11-01', '2026-11-10'].map((on) => {
      const id = addMilestone(tx, `settled ${on}`, day('2026-11-15'), TODAY);
      settleMilestone(tx, id, 'reached', day(on));
      return id;
    });
    addMilestone(tx, 'later', day('2026-12-24'), TODAY);
    addMilestone(tx, 'sooner', day('2026-12-01'), TODAY);
    if (late) settleMilestone(tx, late, 'dropped', day('2026-11-10'));
    return early;
  });
  expect(
    listMilestones(own.journal).map(({ text, reachedOn, droppedOn }) => [
      text,
      reachedOn,
      droppedOn,
    ]),
  ).toEqual([
    ['sooner', null, null],
    ['later', null, null],
    ['settled 2026-11-10', null, '2026-11-10'],
    ['settled 2026-11-01', '2026-11-01', null],
  ]);
});

describe('questions heard', () => {
  test('stand by age, go with their session, and come back with undo', () => {
    using own = new TestJournal();
    const session = write(own.journal, 'x', (tx) => {
      const personId = addPerson(tx, {
        code: 'sam',
        name: null,
        cadenceDays: null,
        addedOn: TODAY,
      });
      const id = addSession(
        tx,
        newSession('2026-11-20', { tallies: { 'w:fit': 1 } }, { kind: 'moment', person: 'sam' }),
      );
      addHeard(tx, { on: TODAY, about: 'fit', text: 'new', personId, sessionId: id });
      addHeard(tx, {
        on: day('2026-11-01'),
        about: 'reason',
        text: 'old',
        personId: null,
        sessionId: null,
      });
      return id;
    });
    expect(listHeard(own.journal)).toMatchObject([
      { text: 'old', person: null, about: 'reason' },
      { text: 'new', person: 'sam', about: 'fit' },
    ]);
    write(own.journal, 'x', (tx) => removeSession(tx, session));
    expect(listHeard(own.journal).map(({ text }) => text)).toEqual(['old']);
    undo(own.journal);
    expect(listHeard(own.journal)).toHaveLength(2);
  });

  test('an answer is kept with its day', () => {
    using own = new TestJournal();
    const id = write(own.journal, 'x', (tx) =>
      addHeard(tx, { on: TODAY, about: 'success', text: 'how?', personId: null, sessionId: null }),
    );
    write(own.journal, 'x', (tx) => answerHeard(tx, id, TODAY, 'so'));
    expect(heardById(own.journal, id)).toMatchObject({ answeredOn: TODAY, answer: 'so' });
  });
});

describe('what serves the focus', () => {
  const effort = (own: TestJournal, sentence: string | null = 'now') =>
    effortFor(own.journal, sentence, FROM, TODAY);

  test('nothing, in an empty journal', () => {
    using own = new TestJournal();
    expect(effort(own)).toEqual({ linked: 0, earlier: 0, all: 0 });
  });

  test('plans, exercises and promises of the window, each once, by the sentence they were linked to', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) => {
      const before = say(tx, '2026-09-01', 'before');
      const now = say(tx, '2026-10-01', 'now');
      const again = say(tx, '2026-11-01', 'now');
      const plan = (on: string, focus: string | null) =>
        addIntention(tx, { if: 'a', then: on }, day(on), null, focus);
      plan('2026-10-24', now);
      plan('2026-11-20', again);
      plan('2026-11-10', before);
      plan('2026-11-11', null);
      plan('2026-10-23', now); // before the window
      plan('2026-11-21', now); // after it
      run(tx, { intention_id: plan('2026-11-12', now), focus_id: now }); // one thing, not two
      run(tx, { state: 'skipped', focus_id: now });
      run(tx, { state_on: day('2026-10-23'), focus_id: now });
      promise(tx, { focus_id: now, outcome: 'kept', settled_on: TODAY });
      promise(tx, {});
      promise(tx, { made_on: day('2026-10-01'), focus_id: now });
    });
    expect(effort(own)).toEqual({ linked: 4, earlier: 1, all: 7 });
    expect(effort(own, 'before')).toEqual({ linked: 1, earlier: 4, all: 7 });
    expect(effort(own, null)).toEqual({ linked: 0, earlier: 5, all: 7 });
  });
});

test('questions for direction: not counted is null, counted none is 0, late counts are left out', () => {
  using own = new TestJournal();
  expect(directionAsked(own.journal, FROM, TODAY)).toBeNull();
  write(own.journal, 'x', (tx) => {
    addSession(tx, newSession('2026-11-19', { tallies: { d: 0, w: 4 } }));
    addSession(tx, newSession('2026-11-18', { tallies: { d: 7 } }, { kind: 'moment', late: true }));
  });
  expect(directionAsked(own.journal, FROM, TODAY)).toBe(0);
  write(own.journal, 'x', (tx) => {
    addSession(tx, newSession('2026-11-20', { tallies: { d: 2 } }, { kind: 'moment' }));
    addSession(tx, newSession('2026-10-23', { tallies: { d: 50 } }, { kind: 'moment' }));
  });
  expect(directionAsked(own.journal, FROM, TODAY)).toBe(2);
});

test('questions for direction of a whole week stand back where the week was counted day by day', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    addSession(tx, newSession('2026-11-15', { tallies: { d: 6 } }, { kind: 'weekly' }));
  });
  expect(directionAsked(own.journal, FROM, TODAY)).toBe(6);
  write(own.journal, 'x', (tx) => {
    addSession(tx, newSession('2026-11-12', { tallies: { d: 2 } }));
  });
  expect(directionAsked(own.journal, FROM, TODAY)).toBe(2);
});

test('open promises are counted by whose they are; own questions are those in use', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    const lee = addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: TODAY });
    promise(tx, {});
    promise(tx, { to_id: lee });
    promise(tx, { by_id: lee });
    promise(tx, { outcome: 'dropped', settled_on: TODAY });
    for (const [text, state] of [
      ['mine', 'active'],
      ['gone', 'retired'],
    ] as const) {
      tx.insert('question', {
        id: tx.newId(),
        pack_id: null,
        on_day: TODAY,
        text,
        facets_json: '[]',
        state,
      });
    }
  });
  expect(openPromises(own.journal)).toEqual({ mine: 2, theirs: 1 });
  expect(ownQuestions(own.journal)).toEqual(['mine']);
});
