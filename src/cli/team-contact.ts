import { type ContactCoverage, contactCoverage } from '../analysis/contact.ts';
import type { Measured } from '../analysis/measured.ts';
import type { Day } from '../domain/day.ts';
import { daysSinceContact, usualCadence } from '../domain/person.ts';
import { departureDays } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople, talksSince } from '../store/person.ts';
import { teamAt } from './team-coverage.ts';

/**
 * How much of the team was in contact on each of some days, in order, with the cadences of today. Those who left since
 * are taken with the usual one: theirs of today is for keeping the tie. Somebody added and never talked with counts
 * from the day they were added, as everywhere.
 */
export function contactOver(
  journal: Journal,
  days: readonly Day[],
): { readonly on: Day; readonly contact: Measured<ContactCoverage> }[] {
  const [first] = days;
  if (first === undefined) return [];
  const talks = Map.groupBy(talksSince(journal, first), ({ code }) => code);
  const left = departureDays(journal);
  const people = listPeople(journal);
  return days.map((on) => {
    const there = teamAt(people, left, on);
    const usual = usualCadence(there.length);
    const contacts = there.map((person) => {
      const last = talks.get(person.code)?.findLast((talk) => talk.on <= on);
      const tie = { ...person, lastContact: last?.on ?? null };
      const cadence = person.state === 'left' ? usual : person.cadenceDays;
      return { daysSince: daysSinceContact(tie, on), cadence };
    });
    return { on, contact: contactCoverage(contacts) };
  });
}
