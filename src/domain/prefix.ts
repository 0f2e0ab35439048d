import { EXIT, UserError } from '../errors.ts';
import { didYouMean } from './nearest.ts';

/** How many of the ids that fit are named. */
const NAMED = 3;

/**
 * Finds the one thing that a word names: by its id, or by a beginning that no other id has.
 * @param noun what it is in a sentence: `facet`.
 * @throws UserError (usage) when none fits, naming the nearest, or several.
 */
export function oneNamed<T extends { readonly id: string }>(
  given: string,
  all: readonly T[],
  noun: string,
  hint: string,
): T {
  const word = given.trim().toLowerCase().replaceAll(/\s+/g, '-');
  const exact = all.find(({ id }) => id.toLowerCase() === word);
  if (exact) return exact;
  const begin = word === '' ? [] : all.filter(({ id }) => id.toLowerCase().startsWith(word));
  const [only, ...more] = begin;
  if (only && more.length === 0) return only;
  const ids = begin.map(({ id }) => id);
  const near = didYouMean(
    given,
    all.map(({ id }) => id),
  );
  throw new UserError(
    only
      ? `"${given}" fits more than one ${noun}: ${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ', ...' : ''}.`
      : `There is no ${noun} "${given}".${near}`,
    hint,
    EXIT.usage,
  );
}
