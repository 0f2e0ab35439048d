import { wilson } from '../analysis/wilson.ts';
import type { Share } from '../domain/facts.ts';
import type { Pair, PairCount } from '../domain/tally.ts';

/** The leader side of a pair as a share with its interval; null when nothing was counted. */
export function shareOf(counts: readonly PairCount[], pair: Pair): Share | null {
  const found = counts.find((each) => each.pair === pair);
  if (!found || found.all === 0) return null;
  const { right, all } = found;
  const { lower, upper } = wilson(right, all);
  return { right, all, value: right / all, ci95: [lower, upper] };
}
