import type { Day } from './day.ts';

/**
 * Whose turn it is: what was asked longest ago, never asked first, equals in the order given.
 * Counting turns by the calendar would ask a Monday-and-Thursday person the same thing for weeks.
 */
export function nextInTurn<T extends string>(
  items: readonly T[],
  lastAsked: ReadonlyMap<string, Day>,
): T {
  const [first, ...rest] = items;
  if (first === undefined) throw new RangeError('nothing to take turns');
  const since = (item: T) => lastAsked.get(item) ?? '';
  return rest.reduce((oldest, item) => (since(item) < since(oldest) ? item : oldest), first);
}
