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
  /** Session days fell by half or more: what was counted may not be the same. */
  readonly fell: boolean;
  /** The cut from which on days are compared, if one lies in the two periods. */
  readonly cut: { readonly on: Day; readonly reason: string } | null;
}
