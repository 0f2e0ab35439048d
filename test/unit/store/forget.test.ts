import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/person.ts';
import { calledIn, forget, toForget } from '../../../src/store/forget.ts';
import { addHold } from '../../../src/store/hold.ts';
import { names } from '../../../src/store/holding.ts';
import { addPerson, editPerson, listPeople } from '../../../src/store/person.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const ON = '2026-11-20';
const lee = { code: 'lee', name: 'Lee Wong', cadenceDays: null, addedOn: day(ON) };

const personIn = ({ journal }: TestJournal, code: string): Person => {
  const found = listPeople(journal).find((each) => each.code === code);
  if (!found) throw new Error(`no person ${code}`);
  return found;
};

/** Somebody of whom something was noted, before they were given another code and their name was taken out. */
function renamed(): TestJournal {
  const own = new TestJournal();
  const id = write(own.journal, 'person add', (tx) => addPerson(tx, lee));
  write(own.journal, 'note', (tx) => {
    addSession(tx, newSession('2026-11-18', { note: 'lee was late' }));
    addSession(tx, newSession('2026-11-19', { note: 'Wong was late again' }));
    addSession(tx, newSession(ON, { note: 'p02 was early' }));
  });
  write(own.journal, 'person edit', (tx) => editPerson(tx, id, { code: 'p02', name: null }));
  return own;
}

const notes = ({ journal }: TestJournal) =>
  journal.db.prepare('SELECT text FROM answer ORDER BY on_day').pluck().all();

describe('somebody who is forgotten', () => {
  test('goes under the code and the name of before too', () => {
    using own = renamed();
    const person = personIn(own, 'p02');
    expect(toForget(own.journal, person).texts.map(({ text }) => text)).toEqual([
      'lee was late',
      'Wong was late again',
      'p02 was early',
    ]);
    forget(own.journal, 'person forget', person);
    expect(notes(own)).toEqual([]);
  });

  test('is looked for in backups under the code of before too', () => {
    using own = renamed();
    using older = new TestJournal();
    write(older.journal, 'note', (tx) => addSession(tx, newSession(ON, { note: 'lee was late' })));
    expect(names(calledIn(own.journal, personIn(own, 'p02')))(older.journal.db)).toBe(true);
  });

  test('leaves what names another person who has that code now', () => {
    using own = renamed();
    write(own.journal, 'person add', (tx) => addPerson(tx, { ...lee, name: null }));
    forget(own.journal, 'person forget', personIn(own, 'p02'));
    expect(notes(own)).toEqual(['lee was late']);
  });

  test('stays when a hold came before the lock was taken', () => {
    using own = renamed();
    write(own.journal, 'hold', (tx) => addHold(tx, day(ON), null));
    const before = own.tables();
    const person = personIn(own, 'p02');
    expect(refusalOf(() => forget(own.journal, 'person forget', person)).message).toContain('hold');
    expect(own.tables()).toEqual(before);
  });
});
