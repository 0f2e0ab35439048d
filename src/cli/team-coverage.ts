import { type TeamCoverage, teamCoverage } from '../analysis/coverage.ts';
import type { Measured } from '../analysis/measured.ts';
import { FACETS } from '../content/facets.ts';
import type { Day } from '../domain/day.ts';
import { coverageOf, NO_CHANGES } from '../domain/knowledge.ts';
import type { Person } from '../domain/person.ts';
import { departureDays } from '../store/departure.ts';
import type { Journal } from '../store/journal.ts';
import { changesByPerson, knowledgeFacts } from '../store/knowledge.ts';
import { listPeople } from '../store/person.ts';
import { coverageFrom } from './known.ts';

/** Whom a team held on a day, and how well they were known at its end. */
export interface TeamOn {
  readonly on: Day;
  readonly people: readonly {
    readonly code: string;
    readonly ac: number | null;
    readonly al: number | null;
  }[];
  readonly team: Measured<TeamCoverage>;
}

/**
 * Who was in the team on a day. Whoever is quiet now is left out all along, as the audit does: a day on which somebody
 * went quiet is not kept.
 */
export function teamAt(
  people: readonly Person[],
  left: ReadonlyMap<string, Day>,
  on: Day,
): Person[] {
  return people.filter(({ id, addedOn, state }) => {
    const gone = left.get(id);
    const there = state === 'active' || (state === 'left' && gone !== undefined && gone > on);
    return addedOn <= on && there;
  });
}

/** The team on each of some days, and how well it was known. */
export function teamOver(journal: Journal, days: readonly Day[]): TeamOn[] {
  const changes = changesByPerson(journal);
  const left = departureDays(journal);
  const people = listPeople(journal);
  const facts = knowledgeFacts(journal, [...days].sort().at(-1) ?? ('' as Day));
  return days.map((on) => {
    const there = teamAt(people, left, on);
    const counts = coverageOf(
      facts.filter((fact) => fact.on <= on),
      there.map(({ id }) => ({ id, changes: changes.get(id) ?? NO_CHANGES })),
      FACETS,
      on,
    );
    const known = there.map(({ id, code }) => {
      const counted = counts.get(id);
      return { code, coverage: counted ? coverageFrom(counted) : null };
    });
    return {
      on,
      people: known.map(({ code, coverage }) => ({
        code,
        ac: coverage?.kind === 'value' ? coverage.ac : null,
        al: coverage?.kind === 'value' ? coverage.al : null,
      })),
      team: teamCoverage(known.flatMap(({ coverage }) => coverage ?? [])),
    };
  });
}
