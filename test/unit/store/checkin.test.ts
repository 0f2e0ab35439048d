import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOVEMENT_STAGES } from '../../../src/domain/checkin.ts';
import { RATIO_ITEMS } from '../../../src/domain/ratio.ts';
import { type Answers, sameAnswers } from '../../../src/domain/session.ts';
import { WRITTEN_ITEMS } from '../../../src/domain/written.ts';
import { pairCounts } from '../../../src/store/facts.ts';
import { undo } from '../../../src/store/history.ts';
import { addPerson } from '../../../src/store/person.ts';
import { listSessions, sessionById } from '../../../src/store/session.ts';
import { addSession, removeSession, replaceSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const sunday = '2026-11-22';

function withPeople(): TestJournal {
  const own = new TestJournal();
  write(own.journal, 'person', (tx) => {
    for (const code of ['lee', 'sam']) {
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    }
  });
  return own;
}

const ratio = fc.nat(20).chain((n) => fc.nat(n).map((x) => ({ x, n })));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const rating = fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>;
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const checkin: fc.Arbitrary<Answers> = fc.record(
  {
    ...Object.fromEntries(RATIO_ITEMS.map((item) => [item, maybe(ratio)])),
    ...Object.fromEntries(WRITTEN_ITEMS.map((item) => [item, maybe(text)])),
    R4: maybe(rating),
    R5: fc.record({ lee: maybe(rating), sam: maybe(rating) }, { requiredKeys: ['lee'] }),
    movement: maybe(fc.record({ stage: fc.constantFrom(...MOVEMENT_STAGES), joined: maybe(text) })),
    contacts: maybe(fc.subarray(['lee', 'sam'])),
    exercise: maybe(fc.record({ id: text, state: fc.constantFrom('planned', 'done', 'skipped') })),
    note: maybe(text),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

describe('a check-in', () => {
  test('is read back as it was given: absent, skipped and answered stay apart', () => {
    using own = withPeople();
    fc.assert(
      fc.property(checkin, (answers) => {
        const id = write(own.journal, 'checkin', (tx) =>
          addSession(tx, newSession(sunday, answers, { kind: 'weekly' })),
        );
        const stored = sessionById(own.journal, id).answers;
        write(own.journal, 'delete', (tx) => removeSession(tx, id));
        expect(stored).toEqual(answers);
        expect(sameAnswers(stored, answers)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves nothing behind when it is replaced, removed or undone', () => {
    using own = withPeople();
    fc.assert(
      fc.property(checkin, checkin, (first, second) => {
        const before = own.tables();
        const id = write(own.journal, 'checkin', (tx) =>
          addSession(tx, newSession(sunday, first, { kind: 'weekly' })),
        );
        const after = own.tables();
        write(own.journal, 'checkin', (tx) =>
          replaceSession(
            tx,
            sessionById(own.journal, id),
            newSession(sunday, second, { kind: 'weekly' }),
          ),
        );
        expect(sessionById(own.journal, id).answers).toEqual(second);
        undo(own.journal);
        expect(own.tables()).toEqual(after);
        undo(own.journal);
        expect(own.tables()).toEqual(before);
      }),
      { numRuns: 30 },
    );
    expect(listSessions(own.journal)).toEqual([]);
  });
});

describe('counts of a whole week', () => {
  const stance = (own: TestJournal) =>
    pairCounts(own.journal, day('2026-11-01'), day('2026-11-30')).find(
      ({ pair }) => pair === 'stance',
    );
  const weekly = newSession(sunday, { tallies: { a: 5, c: 5 } }, { kind: 'weekly' });

  test('count where the week was not counted day by day', () => {
    using own = withPeople();
    write(own.journal, 'checkin', (tx) => addSession(tx, weekly));
    expect(stance(own)).toMatchObject({ right: 5, all: 10 });
  });

  test('stand back where it was, whichever came first, and only there', () => {
    using own = withPeople();
    write(own.journal, 'checkin', (tx) => addSession(tx, weekly));
    write(own.journal, 'reflect', (tx) =>
      addSession(tx, newSession('2026-11-12', { tallies: { a: 1, c: 0 } })),
    );
    expect(stance(own), 'another week').toMatchObject({ right: 5, all: 11 });
    write(own.journal, 'reflect', (tx) =>
      addSession(tx, newSession('2026-11-18', { tallies: { a: 1, c: 2 } })),
    );
    expect(stance(own)).toMatchObject({ right: 2, all: 4 });
    expect(
      own.journal.db
        .prepare("SELECT sum(n) FROM v_tally_week WHERE week = '2026-W47'")
        .pluck()
        .get(),
    ).toBe(3);
  });

  test('do not stand back for a day counted late', () => {
    using own = withPeople();
    write(own.journal, 'checkin', (tx) => addSession(tx, weekly));
    write(own.journal, 'reflect', (tx) =>
      addSession(tx, newSession('2026-11-18', { tallies: { a: 9 } }, { late: true })),
    );
    expect(stance(own)).toMatchObject({ right: 5, all: 10 });
  });
});
