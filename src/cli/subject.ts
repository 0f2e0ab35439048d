import { FACETS, MIRROR } from '../content/facets.ts';
import type { Facet } from '../domain/facet.ts';
import type { Library } from '../domain/library.ts';
import { type Person, SELF } from '../domain/person.ts';
import { oneNamed } from '../domain/prefix.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { findPerson } from './args.ts';

/** Whom knowledge is about: somebody in the journal, or oneself. */
export interface Subject {
  /** Null: oneself. */
  readonly person: Person | null;
  /** What is shown: the person's code, or `me`. */
  readonly code: string;
  /** What can be known of them: the eighteen facets, then those of the user's packs; of oneself, six. */
  readonly facets: readonly Facet[];
}

/** The six facets of followership as they read about oneself. */
const MIRRORED: readonly Facet[] = FACETS.flatMap((facet) => {
  const words = MIRROR[facet.id];
  return words ? [{ ...facet, ...words }] : [];
});

/** @throws UserError (usage) for a person that there is not. */
export function subjectNamed(
  journal: Pick<Journal, 'db'>,
  { facets }: Pick<Library, 'facets'>,
  given: string,
  looking = false,
): Subject {
  if (given.replace(/^@/, '').toLowerCase() === SELF) {
    return { person: null, code: SELF, facets: MIRRORED };
  }
  const person = findPerson(given, listPeople(journal), looking);
  return { person, code: person.code, facets };
}

/** @throws UserError (usage) for a facet that they do not have, naming the nearest. */
export function facetNamed(given: string, { facets, person, code }: Subject): Facet {
  const hint =
    person === null
      ? `Of yourself there are ${facets.map(({ id }) => id).join(', ')}. Nothing was stored.`
      : `praxis audit ${code} lists them. Nothing was stored.`;
  return oneNamed(given, facets, 'facet', hint);
}
