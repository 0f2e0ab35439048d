import type { Day, Week } from './day.ts';
import type { Due, DueTalk } from './due.ts';
import type { Share } from './facts.ts';
import type { Plan } from './session.ts';
import type { Pair, PairCount } from './tally.ts';
import type { TrustRatios } from './trust.ts';
import type { IssuedVerdict } from './verdict.ts';

/** A week as its check-in looks at it: raw counts, what is due, who is waiting. No verdict of its own. */
export interface WeekSummary {
  readonly week: Week;
  readonly from: Day;
  readonly to: Day;
  /** The check-in of the week, or null. */
  readonly stored: { readonly revision: number; readonly late: boolean } | null;
  readonly counted: readonly PairCount[];
  /** The four weeks that end with this one. */
  readonly fourWeeks: readonly (Share & { readonly pair: Pair })[];
  readonly trust: TrustRatios;
  readonly people: {
    readonly due: readonly DueTalk[];
    /** Of those due, the ones twice as long out of touch as was wanted. */
    readonly drifting: readonly DueTalk[];
    readonly leastKnown: { readonly person: string; readonly ac: number } | null;
  };
  /** All that is due, people included. */
  readonly due: readonly Due[];
  readonly verdict: IssuedVerdict | null;
  readonly next: Plan | null;
}
