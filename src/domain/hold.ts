import type { Day } from './day.ts';

/** While it stands, nothing is deleted, forgotten or pruned. */
export interface Hold {
  readonly id: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly liftedOn: Day | null;
}
