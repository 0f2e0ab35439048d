import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';

/** A part of a record that can be mended, and what it says now. */
export interface Mendable {
  readonly item: string;
  readonly now: string;
}

/** Asks for, or reads from the flags, which part is to say what. */
export type Choose = (
  items: readonly Mendable[],
) => Promise<{ readonly item: string; readonly typed: string }>;

/** @throws UserError (usage) for a part that there is not, naming the nearest. */
export async function chooseOne(
  choose: Choose,
  items: readonly Mendable[],
  noun: string,
): Promise<{ readonly item: string; readonly typed: string }> {
  const chosen = await choose(items);
  const names = items.map(({ item }) => item);
  if (names.includes(chosen.item)) return chosen;
  throw new UserError(
    `This ${noun} has no "${chosen.item}".${didYouMean(chosen.item, names)}`,
    `It has ${names.join(', ')}. Nothing was changed.`,
    EXIT.usage,
  );
}
