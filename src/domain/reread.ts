import { addDays, type Day } from './day.ts';
import { hash } from './hash.ts';

/** Entries read again at a monthly review, and how old they are at least, in days. */
export const REREAD = { entries: 10, oldEnough: 21 } as const;

/** An entry that can be read again. */
export interface Rereadable {
  readonly id: string;
  readonly on: Day;
}

/**
 * Entries to read again, the earliest first: one out of each tenth of all that are old enough, so that they are spread
 * over time. A hash of the month and the id decides, so the same month shows the same ones and nothing is random.
 * Entries fall in two halves that take turns month by month: what was read in one month does not come back in the next,
 * unless there are too few to choose from.
 */
export function entriesToReread<T extends Rereadable>(entries: readonly T[], on: Day): T[] {
  const month = on.slice(0, 7);
  const latest = addDays(on, -REREAD.oldEnough);
  const old = entries.filter((entry) => entry.on <= latest).sort(inTime);
  const turn = monthNumber(on) % 2;
  const ours = old.filter(({ id }) => half(id) === turn);
  const chosen = spread(ours, month);
  const missing = REREAD.entries - chosen.length;
  if (missing <= 0) return chosen;
  const others = old.filter(({ id }) => half(id) !== turn);
  return [...chosen, ...spread(others, month, missing)].sort(inTime);
}

function spread<T extends Rereadable>(
  sorted: readonly T[],
  month: string,
  most: number = REREAD.entries,
): T[] {
  if (sorted.length <= most) return [...sorted];
  return Array.from({ length: most }, (_, i) => {
    const from = Math.floor((i * sorted.length) / most);
    const to = Math.floor(((i + 1) * sorted.length) / most);
    return sorted
      .slice(from, to)
      .reduce((one, other) => (rank(other, month) < rank(one, month) ? other : one));
  });
}

function rank({ id }: Rereadable, month: string): number {
  return hash(`${month} ${id}`);
}

/** Which half an entry is in, for good. The high bits of the hash: its lowest one follows the last character alone. */
function half(id: string): number {
  return (hash(`half ${id}`) >>> 16) % 2;
}

function monthNumber(on: Day): number {
  return 12 * Number(on.slice(0, 4)) + Number(on.slice(5, 7));
}

function inTime(a: Rereadable, b: Rereadable): number {
  return a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1;
}
