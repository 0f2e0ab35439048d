import type { Day } from './day.ts';
import type { Counted } from './facts.ts';
import type { PairCount } from './tally.ts';

/** Weeks at either end of a practice that stand side by side. */
export const CLOSING_DAYS = 28;

/** What is known of the people at a time: how many there are, and the mean coverage, 0 to 100; null where none counts. */
export interface PeopleKnown {
  readonly people: number;
  readonly known: number | null;
}

/** A practice from its first day to its last, as facts: no verdict, and nothing to keep up. */
export interface Closing {
  readonly first: Day;
  readonly last: Day;
  readonly sessions: number;
  /** Days with a session or a count. */
  readonly days: number;
  /** Exercises done, each time counted. */
  readonly exercises: number;
  /** Plans that were carried out, of those of which it was said. */
  readonly plans: Counted;
  /** Own promises that were kept, of those that are settled. */
  readonly promises: Counted;
  /** The first four weeks and the last four; null when the practice is too short for two of them. */
  readonly counts: {
    readonly first: readonly PairCount[];
    readonly last: readonly PairCount[];
  } | null;
  readonly people: { readonly then: PeopleKnown; readonly now: PeopleKnown };
  /** What was written on the first evening. */
  readonly words: {
    readonly on: Day;
    readonly question: string | null;
    readonly text: string;
  } | null;
}
