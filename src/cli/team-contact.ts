import { type ContactCoverage, contactCoverage } from '../analysis/contact.ts';
import type { Measured } from '../analysis/measured.ts';
import type { Day } from '../domain/day.ts';
import { daysSinceContact } from '../domain/person.ts';
import { departureDays } from '../store/departure.ts';
import type { Journal } from '../store/open.ts';
import { listPeople, talksSince } from '../store/person.ts';

/**
 * How much of the team was in contact on each of some days, in order, with the cadences of today. Somebody added and
 * never talked with counts from the day they were added, as everywhere.
 */
export function contactOver(
  journal: Journal,
  days: readonly Day[],
): { readonly on: Day; readonly contact: Measured<ContactCoverage> }[] {
  const [first] = days;
  if (first === undefined) return [];
  const talks = Map.groupBy(talksSince(journal, first), ({ code }) => code);
  const left = departureDays(journal);
  const people = listPeople(journal).filter(({ state }) => state !== 'quiet');
  return days.map((on) => {
    const there = people.filter(({ id, addedOn, state }) => {
      const gone = left.get(id);
      return addedOn <= on && (state === 'active' || (gone !== undefined && gone > on));
    });
    const contacts = there.map((person) => {
      const last = talks.get(person.code)?.findLast((talk) => talk.on <= on);
      const tie = { ...person, lastContact: last?.on ?? null };
      return { daysSince: daysSinceContact(tie, on), cadence: person.cadenceDays };
    });
    return { on, contact: contactCoverage(contacts) };
  });
}
