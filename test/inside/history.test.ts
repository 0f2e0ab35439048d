import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { OUTCOMES } from '../../src/domain/session.ts';
import { EXIT } from '../../src/errors.ts';
import { listActions, redo, undo } from '../../src/store/history.ts';
import { addIntention, listIntentions, settleIntention } from '../../src/store/intention.ts';
import type { Journal } from '../../src/store/journal.ts';
import { addContact, addPerson, listPeople } from '../../src/store/person.ts';
import { search } from '../../src/store/search.ts';
import { listSessions } from '../../src/store/session.ts';
import { addSession, removeSession, replaceSession } from '../../src/store/session-write.ts';
import { type Tx, write } from '../../src/store/write.ts';
import { day, newSession, TestJournal } from '../support/journal.ts';
import { refusalOf } from '../support/refusal.ts';

const first = day('2026-11-01');
const WORDS = ['vendor', 'Zoë', 'بيت', '#burnout', 'plan'];

/** One thing a user does: a kind, and numbers that say to what and with what. */
interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly what: number;
}
const KINDS = [
  'session',
  'replace',
  'delete',
  'settle',
  'person',
  'contact',
  'intention',
  'note',
  'tally',
  'rename',
  'reword',
  'undo',
  'redo',
] as const;

const pick = <T>(from: readonly T[], n: number): T | undefined =>
  from[n % Math.max(1, from.length)];
const words = (n: number) => `${pick(WORDS, n)} ${n}`;

function answersOf(n: number) {
  return {
    ...(n % 2 ? { yesterday: pick(OUTCOMES, n) ?? 'done' } : {}),
    tallies: { a: n % 4, c: n % 3, ...(n % 5 ? { b: null } : {}) },
    ...(n % 3 ? { R1: 3 as const } : { R2: null }),
    prompt:
      n % 7
        ? {
            id: `p${n % 3}`,
            version: 1,
            question: 'What?',
            person: null,
            text: n % 4 ? words(n) : null,
          }
        : null,
    ...(n % 2 ? { intention: { if: words(n), then: words(n + 1) } } : {}),
    ...(n % 3 === 0 ? { note: words(n + 2) } : {}),
  };
}

/** Does a step through the store, as the commands do. Some steps find nothing to do. */
function take(journal: Journal, { kind, which, what }: Step): void {
  const sessions = listSessions(journal);
  const session = pick(sessions, which);
  const on = addDays(first, which % 25) as Day;
  const person = pick(listPeople(journal), which);
  const plan = pick(listIntentions(journal), which);
  const taken = sessions.some((each) => each.kind === 'daily' && each.on === on);
  const work: Partial<Record<Step['kind'], (tx: Tx) => unknown>> = {
    session: (tx) => !taken && addSession(tx, newSession(on, answersOf(what))),
    replace: (tx) =>
      session?.kind === 'daily' &&
      replaceSession(tx, session, newSession(session.on, answersOf(what))),
    delete: (tx) => session && removeSession(tx, session.id),
    settle: (tx) => plan && settleIntention(tx, plan.id, pick(OUTCOMES, what) ?? 'done', on, null),
    person: (tx) => {
      const code = `p${what % 6}`;
      const known = listPeople(journal).some((each) => each.code === code);
      return (
        !known &&
        addPerson(tx, { code, name: what % 2 ? words(what) : null, cadenceDays: null, addedOn: on })
      );
    },
    contact: (tx) => person && addContact(tx, person.id, on, null),
    intention: (tx) => addIntention(tx, { if: words(what), then: words(which) }, on, null),
    note: (tx) => {
      const moment = newSession(
        on,
        { note: words(what) },
        { kind: 'moment', person: person?.code ?? null },
      );
      const id = addSession(tx, moment);
      if (person && what % 2) addContact(tx, person.id, on, id);
    },
    tally: (tx) =>
      addSession(
        tx,
        newSession(
          on,
          { tallies: { c: what, 'w:challenge': 1 } },
          { kind: 'moment', person: person?.code ?? null, met: 'thanked' },
        ),
      ),
    // One row several times in one action: undo has to walk it backwards.
    reword: (tx) => {
      if (!person) return;
      for (const n of [what, what + 1]) tx.update('person', person.id, { name: words(n) });
      const id = addIntention(tx, { if: words(what), then: words(which) }, on, null);
      tx.update('intention', id, { if_text: words(what + 1) });
      if (what % 2) tx.remove('intention', id);
    },
    rename: (tx) => person && tx.update('person', person.id, { name: words(what) }),
  };
  write(journal, kind, (tx) => work[kind]?.(tx));
}

function stateOf(own: TestJournal) {
  return { tables: own.tables(), found: WORDS.map((word) => search(own.journal, word, 1000)) };
}

const step = (kinds: readonly Step['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(40), what: fc.nat(60) });
const doing = KINDS.filter((kind) => kind !== 'undo' && kind !== 'redo');
// Speed only: what is asked here is what the tables hold, not whether the disk has them.
const quick = () => {
  const own = new TestJournal();
  own.journal.db.pragma('synchronous = OFF');
  return own;
};

describe('undo and redo', () => {
  test('of a command that changed one row several times walk it backwards, and forwards again', () => {
    using own = quick();
    const { journal } = own;
    write(journal, 'person', (tx) =>
      addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: first }),
    );
    const before = own.tables();
    write(journal, 'reword', (tx) => {
      const [lee] = listPeople(journal);
      for (const name of ['one', 'two', 'three']) tx.update('person', lee?.id ?? '', { name });
      const id = addIntention(tx, { if: 'a', then: 'b' }, first, null);
      tx.update('intention', id, { if_text: 'c' });
      tx.remove('intention', id);
      addIntention(tx, { if: 'd', then: 'e' }, first, null);
    });
    const after = own.tables();
    undo(journal);
    expect(own.tables()).toEqual(before);
    redo(journal);
    expect(own.tables()).toEqual(after);
  });

  test('as often as something was done give back every state on the way, byte for byte, and its search results', () => {
    fc.assert(
      fc.property(fc.array(step(doing), { minLength: 1, maxLength: 25 }), (steps) => {
        using own = quick();
        const { journal } = own;
        const states = [stateOf(own)];
        for (const each of steps) {
          const before = listActions(journal, 1000).length;
          take(journal, each);
          if (listActions(journal, 1000).length > before) states.push(stateOf(own));
        }
        for (let i = states.length - 2; i >= 0; i--) {
          undo(journal);
          expect(stateOf(own)).toEqual(states[i]);
        }
        expect(refusalOf(() => undo(journal)).exitCode).toBe(EXIT.cannot);
        for (const state of states.slice(1)) {
          redo(journal);
          expect(stateOf(own)).toEqual(state);
        }
        expect(refusalOf(() => redo(journal)).exitCode).toBe(EXIT.cannot);
      }),
      { seed: 1, numRuns: 12 },
    );
  });

  test('mixed with anything else behave like one stack of what was done and one of what was undone', () => {
    fc.assert(
      fc.property(
        fc.array(step([...doing, 'undo', 'undo', 'undo', 'redo', 'redo']), {
          minLength: 5,
          maxLength: 40,
        }),
        (steps) => {
          using own = quick();
          const { journal } = own;
          const done = [stateOf(own)];
          let undone: (typeof done)[number][] = [];
          for (const each of steps) {
            if (each.kind === 'undo') {
              if (done.length === 1) {
                expect(refusalOf(() => undo(journal)).exitCode).toBe(EXIT.cannot);
                continue;
              }
              undo(journal);
              undone.push(...done.splice(-1));
            } else if (each.kind === 'redo') {
              const next = undone.pop();
              if (!next) {
                expect(refusalOf(() => redo(journal)).exitCode).toBe(EXIT.cannot);
                continue;
              }
              redo(journal);
              done.push(next);
            } else {
              const before = listActions(journal, 1000).length;
              take(journal, each);
              if (listActions(journal, 1000).length === before) continue;
              done.push(stateOf(own));
              undone = [];
            }
            expect(stateOf(own)).toEqual(done.at(-1));
          }
          expect(journal.db.pragma('integrity_check', { simple: true })).toBe('ok');
          expect(journal.db.pragma('foreign_key_check')).toEqual([]);
        },
      ),
      { seed: 2, numRuns: 12 },
    );
  });
});

describe('the history', () => {
  test('lists commands with what they changed, the latest first, and marks what is undone', () => {
    using own = new TestJournal();
    take(own.journal, { kind: 'person', which: 0, what: 0 });
    take(own.journal, { kind: 'intention', which: 0, what: 0 });
    undo(own.journal);
    expect(listActions(own.journal, 10)).toMatchObject([
      { command: 'intention', changes: { intention: 1 }, undone: true },
      { command: 'person', changes: { person: 1 }, undone: false },
    ]);
    redo(own.journal);
    expect(listActions(own.journal, 1)).toMatchObject([{ command: 'intention', undone: false }]);
  });

  test('of an empty journal is empty, and there is nothing to turn back', () => {
    using own = new TestJournal();
    expect(listActions(own.journal, 10)).toEqual([]);
    expect(refusalOf(() => undo(own.journal)).message).toBe('There is nothing to undo.');
    expect(refusalOf(() => redo(own.journal)).message).toBe('There is nothing to redo.');
  });

  test('says what was turned back', () => {
    using own = new TestJournal();
    take(own.journal, { kind: 'session', which: 0, what: 9 });
    const { id } = listActions(own.journal, 1)[0] ?? {};
    expect(undo(own.journal)).toMatchObject({
      id,
      command: 'session',
      undone: true,
      changes: { session: 1, tally: 2 },
    });
    expect(redo(own.journal)).toMatchObject({ id, undone: false });
  });

  test('what was undone cannot come back once something new was done', () => {
    using own = new TestJournal();
    take(own.journal, { kind: 'person', which: 0, what: 0 });
    undo(own.journal);
    take(own.journal, { kind: 'person', which: 0, what: 1 });
    expect(refusalOf(() => redo(own.journal)).exitCode).toBe(EXIT.cannot);
  });
});

test('a long command says how far it is turned back, and forth again', () => {
  using own = new TestJournal();
  own.journal.db.pragma('synchronous = OFF');
  write(own.journal, 'import', (tx) => {
    for (let i = 0; i < 1_250; i++)
      addPerson(tx, { code: `p${i}`, name: null, cadenceDays: null, addedOn: day('2026-11-20') });
  });
  for (const turn of [undo, redo]) {
    const told: [number, number][] = [];
    turn(own.journal, (by, all) => told.push([by, all]));
    expect(told).toEqual([
      [1_000, 1_250],
      [250, 1_250],
    ]);
  }
});
