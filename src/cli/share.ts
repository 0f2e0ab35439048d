import { wilson } from '../analysis/wilson.ts';
import type { Counted, Share } from '../domain/facts.ts';
import type { Pair, PairCount } from '../domain/tally.ts';

/** The leader side of a pair as a share with its interval; null when nothing was counted. */
export function shareOf(counts: readonly PairCount[], pair: Pair): Share | null {
  const found = counts.find((each) => each.pair === pair);
  return found ? withInterval({ x: found.right, n: found.all }) : null;
}

/** A count as a share with its interval; null when nothing was counted. */
export function withInterval({ x, n }: Counted): Share | null {
  if (n === 0) return null;
  const { lower, upper } = wilson(x, n);
  return { right: x, all: n, value: x / n, ci95: [lower, upper] };
}
