import { didYouMean } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';

/** A part of an entry that can be mended, and what it says now. */
export interface Item {
  readonly item: string;
  readonly now: string;
}

/** Which part is to be mended, and what it is to say: from the flags, or asked for. */
export type Change = (
  items: readonly Item[],
) => Promise<{ readonly item: string; readonly typed: string }>;

/** @throws UserError (usage) for a part that there is not, naming the nearest. */
export async function chooseOne(
  change: Change,
  items: readonly Item[],
  noun: string,
): Promise<{ readonly item: string; readonly typed: string }> {
  const chosen = await change(items);
  if (items.some(({ item }) => item === chosen.item)) return chosen;
  throw unknownItem(chosen.item, items, noun);
}

/** What is said to a part that there is not. */
export function unknownItem(item: string, items: readonly Item[], noun = 'entry'): UserError {
  const names = items.map((each) => each.item);
  return new UserError(
    `This ${noun} has no "${item}".${didYouMean(item, names)}`,
    `${names.length === 0 ? 'It has nothing to mend' : `It has ${names.join(', ')}`}. Nothing was changed.`,
    EXIT.usage,
  );
}
