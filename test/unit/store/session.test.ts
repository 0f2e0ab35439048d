import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, sameAnswers } from '../../../src/domain/session.ts';
import { parseTallyKey, TALLY_KEYS, tallyKey } from '../../../src/domain/tally.ts';
import {
  addIntention,
  intentionToSettle,
  latestIntention,
  listIntentions,
  settleIntention,
} from '../../../src/store/intention.ts';
import { addContact, addPerson, listPeople } from '../../../src/store/person.ts';
import { dailySession, listSessions } from '../../../src/store/session.ts';
import {
  addSession,
  type NewSession,
  removeSession,
  replaceSession,
} from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { anyCharacter } from '../../support/characters.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

class People extends TestJournal {
  constructor() {
    super();
    this.journal.db.pragma('synchronous = OFF');
    write(this.journal, 'person', (tx) => {
      for (const code of ['kim', 'lee'])
        addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    });
  }

  store(session: NewSession): string {
    return write(this.journal, 'reflect', (tx) => addSession(tx, session));
  }

  /** Replaces the session of that day, which is there. */
  replace(on: string, answers: Answers): void {
    const old = dailySession(this.journal, day(on));
    if (!old) throw new Error(`no session on ${on}`);
    write(this.journal, 'reflect', (tx) => replaceSession(tx, old, newSession(on, answers)));
  }

  remove(id: string): void {
    write(this.journal, 'delete', (tx) => removeSession(tx, id));
  }

  answers(on: string): Answers | undefined {
    return dailySession(this.journal, day(on))?.answers;
  }
}

const prompt = {
  id: 'knowing-belief',
  version: 2,
  question: 'What of lee?',
  person: 'lee',
  text: 'She waits.',
};
const text = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 20 });
const codes = [
  ...new Set(
    TALLY_KEYS.flatMap((key) => {
      const parsed = parseTallyKey(key);
      return parsed ? [tallyKey(parsed)] : [];
    }),
  ),
];
const rating = fc.option(fc.constantFrom(1, 2, 3, 4, 5));
const answers = fc.record(
  {
    yesterday: fc.option(fc.constantFrom('done', 'partly', 'no-cue', 'skipped')),
    tallies: fc.dictionary(fc.constantFrom(...codes), fc.option(fc.integer({ min: 0, max: 999 })), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    R1: rating,
    R2: rating,
    R3: rating,
    prompt: fc.option(
      fc.record({
        ...Object.fromEntries(
          Object.entries(prompt).map(([key, value]) => [key, fc.constant(value)]),
        ),
        person: fc.constantFrom(null, 'kim', 'lee'),
        text: fc.option(text),
        question: text,
      }),
    ),
    intention: fc.option(fc.record({ if: text, then: text })),
    note: fc.option(text),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

describe('a session', () => {
  test('comes back with exactly the answers it was stored with, absent, skipped and none apart', () => {
    using own = new People();
    fc.assert(
      fc.property(answers, (given) => {
        const id = own.store(newSession('2026-11-20', given));
        expect(own.answers('2026-11-20')).toEqual(given);
        own.remove(id);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('replaced by other answers says only the other answers, and again its own when replaced back', () => {
    using own = new People();
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const id = own.store(newSession('2026-11-20', one));
        own.replace('2026-11-20', other);
        expect(own.answers('2026-11-20')).toEqual(other);
        own.replace('2026-11-20', one);
        expect(own.answers('2026-11-20')).toEqual(one);
        own.remove(id);
        for (const [table, rows] of Object.entries(own.tables())) {
          if (table !== 'person') expect(rows, table).toEqual([]);
        }
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test('keeps its id, its day and what it said before when it is replaced', () => {
    using own = new People();
    const id = own.store(
      newSession('2026-11-20', { note: 'first', R1: 2 }, { source: 'terminal', seconds: 120 }),
    );
    own.replace('2026-11-20', { note: 'second' });
    own.replace('2026-11-20', { note: 'third' });
    expect(dailySession(own.journal, day('2026-11-20'))).toMatchObject({
      id,
      on: '2026-11-20',
      week: '2026-W47',
      revision: 3,
      seconds: 120,
    });
    const former = own.journal.db
      .prepare('SELECT revision, source, answers FROM revision ORDER BY revision')
      .all();
    expect(former).toEqual([
      { revision: 1, source: 'terminal', answers: JSON.stringify({ note: 'first', R1: 2 }) },
      { revision: 2, source: 'script', answers: JSON.stringify({ note: 'second' }) },
    ]);
  });

  test('is one a day', () => {
    using own = new People();
    own.store(newSession('2026-11-20', { R1: 1 }));
    expect(() => own.store(newSession('2026-11-20', { R1: 2 }))).toThrow(/UNIQUE/);
    expect(own.answers('2026-11-20')).toEqual({ R1: 1 });
  });

  test('about somebody unknown is not stored at all', () => {
    using own = new People();
    expect(() =>
      own.store(newSession('2026-11-20', { prompt: { ...prompt, person: 'zoe' } })),
    ).toThrow('no person zoe');
    expect(listSessions(own.journal)).toEqual([]);
  });

  test('that is removed takes the contact and the plan of it along', () => {
    using own = new People();
    const id = own.store(
      newSession('2026-11-20', { note: 'x', intention: { if: 'a', then: 'b' } }),
    );
    const [kim] = listPeople(own.journal);
    write(own.journal, 'contact', (tx) => kim && addContact(tx, kim.id, day('2026-11-20'), id));
    own.remove(id);
    expect(listPeople(own.journal)[0]?.lastContact).toBeNull();
    expect(listIntentions(own.journal)).toEqual([]);
  });
});

describe('a moment', () => {
  test('keeps whom it was with, the minutes and how it was met, and was never asked', () => {
    using own = new People();
    own.store(
      newSession(
        '2026-11-20',
        { tallies: { c: 1, 'w:challenge': 2 } },
        { kind: 'moment', person: 'lee', minutes: 15, met: 'explored' },
      ),
    );
    const [moment] = listSessions(own.journal, { kind: 'moment' });
    expect(moment).toMatchObject({
      person: 'lee',
      minutes: 15,
      met: 'explored',
      answers: { tallies: { c: 1, 'w:challenge': 2 } },
    });
    expect(own.tables()['asked']).toEqual([]);
    expect(
      own.journal.db.prepare('SELECT code, minutes, met FROM tally ORDER BY id').all(),
    ).toEqual([
      { code: 'c', minutes: 15, met: null },
      { code: 'w', minutes: null, met: 'explored' },
    ]);
  });

  test('with a note keeps whom it is about', () => {
    using own = new People();
    own.store(newSession('2026-11-20', { note: 'settled it' }, { kind: 'moment', person: 'kim' }));
    expect(listSessions(own.journal)[0]).toMatchObject({
      person: 'kim',
      answers: { note: 'settled it' },
    });
  });
});

describe('the sessions of a journal', () => {
  test('come the latest day first, and within a day the latest entry', () => {
    using own = new People();
    const ids = [
      own.store(newSession('2026-11-19', { R1: 1 })),
      own.store(newSession('2026-11-20', { note: 'a' }, { kind: 'moment' })),
      own.store(newSession('2026-11-20', { R1: 2 })),
      own.store(newSession('2026-11-18', { R1: 3 })),
    ];
    const order = [ids[2], ids[1], ids[0], ids[3]];
    expect(listSessions(own.journal).map(({ id }) => id)).toEqual(order);
    expect(listSessions(own.journal, { limit: 2 }).map(({ id }) => id)).toEqual(order.slice(0, 2));
    expect(listSessions(own.journal, { kind: 'daily' }).map(({ on }) => on)).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
    ]);
    expect(
      listSessions(own.journal, { from: day('2026-11-19'), to: day('2026-11-19') }).map(
        ({ on }) => on,
      ),
    ).toEqual(['2026-11-19']);
  });
});

describe('a plan', () => {
  const plan = { if: 'Lee asks', then: 'ask back' };

  test('is settled by the session that says what became of it, and open again without that session', () => {
    using own = new People();
    own.store(newSession('2026-11-19', { intention: plan }));
    const id = own.store(newSession('2026-11-20', { yesterday: 'partly' }));
    expect(listIntentions(own.journal)[0]).toMatchObject({
      outcome: 'partly',
      settledOn: '2026-11-20',
    });
    own.replace('2026-11-20', { yesterday: 'done' });
    expect(listIntentions(own.journal)[0]?.outcome).toBe('done');
    own.replace('2026-11-20', { yesterday: null });
    expect(listIntentions(own.journal)[0]?.outcome).toBeNull();
    own.replace('2026-11-20', { yesterday: 'no-cue' });
    own.remove(id);
    expect(listIntentions(own.journal)[0]).toMatchObject({
      ...plan,
      outcome: null,
      settledOn: null,
    });
  });

  test('of the day itself is not what this evening asks about; the one before is', () => {
    using own = new People();
    write(own.journal, 'intend', (tx) => {
      addIntention(tx, { if: 'old', then: 'x' }, day('2026-11-18'), null);
      addIntention(tx, { if: 'last', then: 'x' }, day('2026-11-19'), null);
      addIntention(tx, { if: 'today', then: 'x' }, day('2026-11-20'), null);
    });
    expect(intentionToSettle(own.journal, day('2026-11-20'))?.if).toBe('last');
    expect(latestIntention(own.journal, day('2026-11-20'))?.if).toBe('today');
    expect(intentionToSettle(own.journal, day('2026-11-18'))).toBeUndefined();
  });

  test('that is settled is asked about no more, and no older one in its place', () => {
    using own = new People();
    write(own.journal, 'intend', (tx) => {
      addIntention(tx, { if: 'old', then: 'x' }, day('2026-11-18'), null);
      const id = addIntention(tx, plan, day('2026-11-19'), null);
      settleIntention(tx, id, 'done', day('2026-11-19'), null);
    });
    expect(intentionToSettle(own.journal, day('2026-11-20'))).toBeUndefined();
  });

  test('keeps its id and its outcome when its session is replaced with the same words, and loses the outcome with others', () => {
    using own = new People();
    own.store(newSession('2026-11-19', { intention: plan }));
    own.store(newSession('2026-11-20', { yesterday: 'done' }));
    const [made] = listIntentions(own.journal);
    own.replace('2026-11-19', { intention: plan, note: 'more' });
    expect(listIntentions(own.journal)).toEqual([made]);
    own.replace('2026-11-19', { intention: { ...plan, then: 'wait' } });
    expect(listIntentions(own.journal)).toEqual([
      { ...made, then: 'wait', outcome: null, settledOn: null },
    ]);
  });
});

describe('people', () => {
  test('have a week between talks, two when there are more than eight, or what was wanted', () => {
    using own = new People();
    expect(listPeople(own.journal).map(({ cadenceDays }) => cadenceDays)).toEqual([7, 7]);
    write(own.journal, 'person', (tx) => {
      for (let i = 0; i < 7; i++)
        addPerson(tx, {
          code: `p${i}`,
          name: null,
          cadenceDays: i === 0 ? 30 : null,
          addedOn: day('2026-11-10'),
        });
    });
    const people = listPeople(own.journal);
    expect(people.find(({ code }) => code === 'lee')?.cadenceDays).toBe(14);
    expect(people.find(({ code }) => code === 'p0')?.cadenceDays).toBe(30);
  });

  test('as a day began are those added before it, with the contacts before it', () => {
    using own = new People();
    const [kim] = listPeople(own.journal);
    write(own.journal, 'contact', (tx) => {
      if (!kim) return;
      addContact(tx, kim.id, day('2026-11-10'), null);
      addContact(tx, kim.id, day('2026-11-20'), null);
      addPerson(tx, { code: 'new', name: null, cadenceDays: null, addedOn: day('2026-11-20') });
    });
    const before = listPeople(own.journal, day('2026-11-20'));
    expect(before.map(({ code, lastContact }) => [code, lastContact])).toEqual([
      ['kim', '2026-11-10'],
      ['lee', null],
    ]);
    expect(listPeople(own.journal).map(({ code, lastContact }) => [code, lastContact])).toEqual([
      ['kim', '2026-11-20'],
      ['lee', null],
      ['new', null],
    ]);
  });

  test('met twice on a day were met once', () => {
    using own = new People();
    const [kim] = listPeople(own.journal);
    const meet = () =>
      write(
        own.journal,
        'contact',
        (tx) => kim !== undefined && addContact(tx, kim.id, day('2026-11-20'), null),
      );
    expect(meet()).toBe(true);
    expect(meet()).toBe(false);
    expect(own.tables()['contact']).toHaveLength(1);
  });
});

test('the same answers are the same after a way through the journal', () => {
  using own = new People();
  const given: Answers = { tallies: { c: 2, a: 0 }, prompt, R2: 4 };
  own.store(newSession('2026-11-20', given));
  expect(sameAnswers(own.answers('2026-11-20') ?? {}, given)).toBe(true);
});
