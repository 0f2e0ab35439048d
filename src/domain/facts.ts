import type { Code } from './tally.ts';

/** One line of what was logged at the moment on a day: a counter, how many, with whom. */
export interface Logged {
  readonly code: Code;
  readonly subtype: string | null;
  readonly warranted: boolean;
  readonly person: string | null;
  readonly n: number;
}

/** A share as it is counted: x of n. */
export interface Counted {
  readonly x: number;
  readonly n: number;
}

/** A share with what it was counted from, and where the true one may lie. */
export interface Share {
  readonly right: number;
  readonly all: number;
  /** 0 to 1. */
  readonly value: number;
  /** 95 %, 0 to 1. */
  readonly ci95: readonly [lower: number, upper: number];
}
