import { type LeadingIndex, leadingIndex } from '../analysis/leading-index.ts';
import type { Measured } from '../analysis/measured.ts';
import { type Day, weekOf } from '../domain/day.ts';
import type { Counted } from '../domain/facts.ts';
import { PRACTICE_RATIOS, type RatioItem } from '../domain/ratio.ts';
import { countPairs, PAIRS, type Pair, type PairCount } from '../domain/tally.ts';
import type { TrustRatios } from '../domain/trust.ts';

/** A day of the leading index: what was counted on it, and whether one practised. */
export interface LeadingDay {
  readonly day: number;
  readonly counts: readonly PairCount[];
  readonly practised: boolean;
}

/** The leading index of some days. */
export function leadingOf(days: readonly LeadingDay[]): Measured<LeadingIndex> {
  return leadingIndex({
    pairs: partsOf(addUp(days.flatMap(({ counts }) => counts))),
    sessionDays: days.filter(({ practised }) => practised).length,
  });
}

/** Counts as the parts of an index. */
export function partsOf(counts: readonly PairCount[]): { part: Pair; x: number; n: number }[] {
  return counts.map(({ pair, right, all }) => ({ part: pair, x: right, n: all }));
}

/** Counts of several days as one row a pair. */
function addUp(counts: readonly PairCount[]): PairCount[] {
  return countPairs(
    counts.flatMap(({ pair, right, all, warranted }) => [
      { code: PAIRS[pair].right, warranted: false, n: right },
      { code: PAIRS[pair].left, warranted: false, n: all - right },
      ...(warranted > 0 ? [{ code: PAIRS[pair].left, warranted: true, n: warranted }] : []),
    ]),
  );
}

/** The ratios of trust practice over some weeks. */
export function trustPartsOf(
  weeks: readonly TrustRatios[],
): { part: RatioItem; x: number; n: number }[] {
  return PRACTICE_RATIOS.map((part) => ({ part, ...sumRatio(weeks, part) }));
}

/** A ratio of trust over some weeks. */
export function sumRatio(weeks: readonly TrustRatios[], item: RatioItem): Counted {
  const own = weeks.flatMap((week) => week[item] ?? []);
  const sum = (of: 'x' | 'n') => own.reduce((all, each) => all + each[of], 0);
  return { x: sum('x'), n: sum('n') };
}

/** Unprompted starts, and the weeks in which they were counted. */
export function startsIn(
  days: readonly { readonly on: Day; readonly counts: readonly PairCount[] }[],
): { readonly count: number; readonly weeks: number } {
  const counted = days.flatMap(({ on, counts }) => {
    const motion = counts.find(({ pair }) => pair === 'motion');
    return motion ? [{ week: weekOf(on), starts: motion.right }] : [];
  });
  return {
    count: counted.reduce((sum, { starts }) => sum + starts, 0),
    weeks: new Set(counted.map(({ week }) => week)).size,
  };
}
