import type { Day } from './day.ts';

/** What a leader's question is about. */
export const HEARD_ABOUT = ['reason', 'fit', 'customer', 'success', 'challenge'] as const;
export type HeardAbout = (typeof HEARD_ABOUT)[number];

/** A leader's question put to the user, in its words. It waits until it is answered. */
export interface Heard {
  readonly id: string;
  readonly on: Day;
  readonly person: string | null;
  readonly about: HeardAbout;
  readonly text: string;
  readonly answeredOn: Day | null;
  readonly answer: string | null;
}
