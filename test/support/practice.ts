import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Answers } from '../../src/domain/session.ts';
import type { Journal } from '../../src/store/journal.ts';
import { openToWrite } from '../../src/store/open.ts';
import { addPerson } from '../../src/store/person.ts';
import { addSession } from '../../src/store/session-write.ts';
import { write } from '../../src/store/write.ts';
import { countingClock, day, newSession } from './journal.ts';

/** What was said on the evening numbered `i`, counted from 0. */
type Evening = (i: number) => Answers;

/** Evenings on every working day from a Monday on, and the people there are: written past the program, in one action. */
export function practise(
  journal: Journal,
  from: string,
  evenings: number,
  said: Evening,
  people: readonly string[] = [],
): void {
  write(journal, 'practise', (tx) => {
    for (const code of people)
      addPerson(tx, { code, name: null, cadenceDays: 7, addedOn: day(from) });
    for (let i = 0; i < evenings; i++) {
      const on = addDays(day(from), 7 * Math.floor(i / 5) + (i % 5));
      addSession(tx, newSession(on, said(i)));
    }
  });
}

/** The same in the journal of a home, which is made. */
export function practised(
  file: string,
  from: string,
  evenings: number,
  said: Evening,
  people: readonly string[] = [],
): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const journal = openToWrite(file, countingClock('2026-01-01T00:00:00.000Z'));
  practise(journal, from, evenings, said, people);
  journal.close();
}

/** Counts of a week in five evenings, of which `right` of 20 are handed back. */
export function stance(right: number, i: number): Answers {
  const today = Math.floor((right * ((i % 5) + 1)) / 5) - Math.floor((right * (i % 5)) / 5);
  return { tallies: { a: 4 - Math.min(4, today), c: Math.min(4, today) } };
}

/** The last day of so many evenings. */
export function lastEvening(from: string, evenings: number): Day {
  const i = evenings - 1;
  return addDays(day(from), 7 * Math.floor(i / 5) + (i % 5));
}
