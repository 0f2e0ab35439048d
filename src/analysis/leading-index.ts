import {
  combined,
  type Index,
  indexOf,
  type Part,
  type PartShare,
  partShares,
} from './composite.ts';
import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import { type Estimate, moverDifference } from './mover.ts';
import { median } from './theil-sen.ts';
import { Z } from './wilson.ts';

/**
 * A pair of counters: `x` moments on the leader side among `n`, warranted answers left out, and the dispersion of the days
 * they come from.
 */
export type PairCount = Part;

/** The pair without which there is no index. */
export const STANCE = 'stance';

export type LeadingWord = 'mostly leading followers' | 'mixed' | 'mostly leading leaders';

export interface LeadingIndex extends Index {
  readonly parts: readonly PartShare[];
  /** Null where the 80 % interval does not lie in one band: then it is between `ci80.lower` and `ci80.upper`. */
  readonly word: LeadingWord | null;
}

/** What was counted in a window, and on how many session days. */
export interface LeadingWindow {
  readonly pairs: readonly PairCount[];
  readonly sessionDays: number;
}

/**
 * Leading index: 0 where every counted moment was on the follower side, 100 where all were on the leader side.
 * Source: a convention of this project; interval by MOVER from Wilson limits.
 */
export function leadingIndex({ pairs, sessionDays }: LeadingWindow): Measured<LeadingIndex> {
  const least = THRESHOLDS.leading;
  const parts = partShares(pairs, least.pair);
  const used = parts.filter((part) => part.used);
  const short = shortOf(parts, used, sessionDays);
  if (short) return needs(short);
  const index = indexOf(used);
  return { kind: 'value', ...index, parts, word: leadingWord(index.ci80) };
}

function shortOf(
  parts: readonly PartShare[],
  used: readonly PartShare[],
  sessionDays: number,
): string | null {
  const least = THRESHOLDS.leading;
  if (sessionDays < least.sessionDays) return more(least.sessionDays - sessionDays, 'session day');
  const stance = parts.find(({ part }) => part === STANCE);
  if (!stance?.used) return `${more(least.pair - (stance?.n ?? 0), 'count')} of ${STANCE}`;
  if (used.length < least.pairs) {
    return `${more(least.pairs - used.length, 'pair')} with ${least.pair} counts`;
  }
  const n = used.reduce((sum, part) => sum + part.n, 0);
  return n < least.counts ? more(least.counts - n, 'count') : null;
}

/** The word for an index whose whole 80 % interval lies in one band; else null. */
export function leadingWord({
  lower,
  upper,
}: {
  readonly lower: number;
  readonly upper: number;
}): LeadingWord | null {
  const { followers, leaders } = THRESHOLDS.leading;
  if (upper < followers) return 'mostly leading followers';
  if (lower > leaders) return 'mostly leading leaders';
  return lower >= followers && upper <= leaders ? 'mixed' : null;
}

/** One side of a comparison. */
export interface LeadingPeriod extends LeadingWindow {
  readonly weeks: number;
}

export interface LeadingDifference extends Estimate {
  /** The pairs it is made of. */
  readonly pairs: readonly string[];
}

/**
 * `later - earlier` in points, with its 95 % interval, over the pairs that both periods have: a pair that enters the
 * set moves the index by itself. The windows must not overlap: the caller sees to that.
 * Source: MOVER difference (Donner & Zou 2012).
 */
export function compareLeading(
  later: LeadingPeriod,
  earlier: LeadingPeriod,
): Measured<LeadingDifference> {
  const least = THRESHOLDS.periods.weeks;
  const has = ({ pairs }: LeadingPeriod, name: string) =>
    pairs.some(({ part, n }) => part === name && n >= THRESHOLDS.leading.pair);
  const pairs = later.pairs
    .map(({ part }) => part)
    .filter((name) => has(later, name) && has(earlier, name));
  const [one, other] = [later, earlier].map((side) =>
    pairs.flatMap((name) => side.pairs.filter(({ part }) => part === name)),
  );
  for (const [name, { sessionDays, weeks }, common = []] of [
    ['later', later, one],
    ['earlier', earlier, other],
  ] as const) {
    const parts = partShares(common, THRESHOLDS.leading.pair);
    const short =
      shortOf(parts, parts, sessionDays) ?? (weeks < least ? more(least - weeks, 'week') : null);
    if (short) return needs(`${short} in the ${name} period, over pairs that both have`);
  }
  const of = (common: readonly PairCount[] = []) => combined(common, Z[95]);
  return { kind: 'value', ...moverDifference(of(one), of(other)), pairs };
}

export interface FeltGap {
  /** Points that the felt stance lies above the counted one; above 0 is the expected direction. */
  readonly gap: number;
  /** True where the felt stance lies outside the 95 % interval of the index. */
  readonly mention: boolean;
}

/** Felt stance (median of ratings 1 to 5, stretched to 0 to 100) less the index. Source: a convention of this project. */
export function feltGap(
  ratings: readonly number[],
  index: Measured<Pick<Index, 'value' | 'ci95'>>,
): Measured<FeltGap> {
  const missing = THRESHOLDS.leading.feltRatings - ratings.length;
  if (missing > 0) return needs(more(missing, 'rating'));
  if (index.kind === 'needs') return index;
  const felt = 25 * ((median(Float64Array.from(ratings).sort()) ?? 1) - 1);
  const { lower, upper } = index.ci95;
  return { kind: 'value', gap: felt - index.value, mention: felt < lower || felt > upper };
}
