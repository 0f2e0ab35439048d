import type { Day } from './day.ts';
import type { Pair } from './tally.ts';

/** One side of a comparison. */
export interface PeriodSide {
  readonly from: Day;
  readonly to: Day;
  readonly sessionDays: number;
}

/** A difference with its 95 % interval, in points of a hundred; or what it lacks, in words. */
export type Difference =
  | {
      readonly value: number;
      readonly ci95: readonly [number, number];
      readonly needs: null;
    }
  | { readonly value: null; readonly needs: string };

/** Unprompted starts in the weeks in which they were counted, and how many times as many a week there were later. */
export interface StartsComparison {
  readonly later: { readonly starts: number; readonly weeks: number };
  readonly earlier: { readonly starts: number; readonly weeks: number };
  /** Null where there were none before, or where `needs` says what is missing. */
  readonly ratio: number | null;
  /** 95 %, exact; null where nothing bounds it. */
  readonly ci95: readonly [lower: number, upper: number | null] | null;
  readonly p: number | null;
  readonly needs: string | null;
}

/** Twelve weeks beside the twelve before them. */
export interface PeriodComparison {
  readonly later: PeriodSide;
  readonly earlier: PeriodSide;
  /** Each pair that was counted in either: the share of each side, 0 to 100, and the difference. */
  readonly pairs: readonly {
    readonly pair: Pair;
    readonly later: { readonly x: number; readonly n: number };
    readonly earlier: { readonly x: number; readonly n: number };
    readonly difference: Difference;
  }[];
  readonly leading: Difference & { readonly pairs: readonly string[] };
  readonly initiative: StartsComparison;
  /** Session days fell by half or more: what was counted may not be the same. */
  readonly fell: boolean;
  /** The cut from which on days are compared, if one lies in the two periods. */
  readonly cut: { readonly on: Day; readonly reason: string } | null;
}
