import type { Person } from '../../src/domain/person.ts';
import { day } from './journal.ts';

/** A person of whom a test says only what it is about. */
export function aPerson(code: string, more: Partial<Person> = {}): Person {
  return {
    id: code,
    code,
    name: null,
    cadenceDays: 7,
    addedOn: day('2026-01-01'),
    state: 'active',
    lastContact: null,
    roleSince: null,
    teamSince: null,
    managerSince: null,
    futureRole: null,
    pauses: [],
    ...more,
  };
}
