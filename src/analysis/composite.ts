import { type Estimate, mover } from './mover.ts';
import { type Counted, estimateShare } from './share.ts';
import { Z } from './wilson.ts';

/** One part of an index by its name: the counts behind it. */
export interface Part extends Counted {
  readonly part: string;
}

export interface PartShare extends Part {
  /** 0 to 1; null where there are too few counts. */
  readonly share: number | null;
  /** Whether it is one of those the index is made of. */
  readonly used: boolean;
}

/** Ends of an interval of an index, 0 to 100. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export interface Index {
  /** 0 to 100. */
  readonly value: number;
  readonly ci80: Range;
  readonly ci95: Range;
  /** Counts of the parts that were used. */
  readonly n: number;
}

/** The parts with at least `least` counts are used. In the order given. */
export function partShares(parts: readonly Part[], least: number): PartShare[] {
  return parts.map((part) => {
    const used = part.n >= least;
    return { ...part, share: used ? part.x / part.n : null, used };
  });
}

/**
 * Mean of shares in per cent, each with the same weight: with few data, equal weights are about as good as fitted ones,
 * and nobody can tune them to please (Dawes 1979, Am. Psychol. 34).
 */
export function indexOf(parts: readonly Counted[]): Index {
  const { value } = combined(parts, Z[95]);
  return {
    value,
    ci80: combined(parts, Z[80]),
    ci95: combined(parts, Z[95]),
    n: parts.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The same mean with one interval, 0 to 100. */
export function combined(parts: readonly Counted[], z: number): Estimate {
  const { value, lower, upper } = mover(parts.map((part) => estimateShare(part, z)));
  // The last digit may stand outside.
  return {
    value: 100 * value,
    lower: Math.max(0, 100 * lower),
    upper: Math.min(100, 100 * upper),
  };
}
