import { dispersion } from '../analysis/dispersion.ts';
import { type LeadingIndex, leadingIndex } from '../analysis/leading-index.ts';
import type { Measured } from '../analysis/measured.ts';
import { type Day, weekOf } from '../domain/day.ts';
import type { Counted } from '../domain/facts.ts';
import { PRACTICE_RATIOS, type RatioItem } from '../domain/ratio.ts';
import { PAIRS, type Pair, type PairCount } from '../domain/tally.ts';
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
    pairs: partsOfDays(days),
    sessionDays: days.filter(({ practised }) => practised).length,
  });
}

/** Counts of a pair on some days, with the dispersion of those days: moments of one day resemble each other. */
export function countsOf(
  days: readonly { readonly counts: readonly PairCount[] }[],
  pair: Pair,
): { readonly x: number; readonly n: number; readonly phi: number } {
  const counted = days.flatMap(({ counts }) => {
    const found = counts.find((each) => each.pair === pair);
    return found && found.all > 0 ? [{ x: found.right, n: found.all }] : [];
  });
  const found = dispersion(counted);
  const sum = (of: 'x' | 'n') => counted.reduce((all, day) => all + day[of], 0);
  return { x: sum('x'), n: sum('n'), phi: found.kind === 'value' ? found.phi : 1 };
}

/** The same of every pair that was counted, as the parts of an index. */
export function partsOfDays(days: readonly { readonly counts: readonly PairCount[] }[]) {
  const counted = new Set(days.flatMap(({ counts }) => counts.map(({ pair }) => pair)));
  return (Object.keys(PAIRS) as Pair[])
    .filter((pair) => counted.has(pair))
    .map((part) => ({ part, ...countsOf(days, part) }));
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
