import { addDays, type Day, daysBetween } from './day.ts';
import type { Counted } from './facts.ts';

export const PROMISE_OUTCOMES = ['kept', 'dropped'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** Whether a commitment names a result or an activity. */
export const WORDINGS = ['result', 'activity'] as const;
export type Wording = (typeof WORDINGS)[number];

export const PROPOSED_BY = ['owner', 'me'] as const;
export type ProposedBy = (typeof PROPOSED_BY)[number];

/** A promise in the journal, mine or somebody else's. People by their codes. */
export interface PromiseMade {
  readonly id: string;
  readonly text: string;
  readonly madeOn: Day;
  /** Who promised; null: me. */
  readonly by: string | null;
  /** To whom; null: to nobody in particular, and me where somebody else promised. */
  readonly to: string | null;
  readonly dueOn: Day | null;
  /** Null while it is open. */
  readonly outcome: PromiseOutcome | null;
  readonly settledOn: Day | null;
  /** Why it was taken back, if that was said. */
  readonly why: string | null;
  readonly wording: Wording | null;
  readonly proposedBy: ProposedBy | null;
  /** How one will recognise that it is there. */
  readonly success: string | null;
  /** Who owns it together with its owner. */
  readonly together: readonly string[];
  /** The focus sentence it serves. */
  readonly focus: string | null;
}

type Course = Pick<PromiseMade, 'dueOn' | 'outcome' | 'settledOn'>;

/**
 * Whether a promise was kept on time, as it counts on a day: kept on its due day or before is true. Kept later, still
 * open after it, or taken back on it or later is false. Null is no verdict: not due yet, taken back in advance, or
 * without a due day. One without a day is in no count: it could only ever raise the share, because nothing can make it
 * late.
 */
export function onTime({ dueOn, outcome, settledOn }: Course, today: Day): boolean | null {
  if (dueOn === null) return null;
  if (outcome === 'kept' && settledOn !== null) return settledOn <= dueOn;
  if (outcome === 'dropped' && settledOn !== null) return settledOn < dueOn ? null : false;
  return today > dueOn ? false : null;
}

/** Days over which kept promises are counted: eight weeks, today included (measures B4). */
export const KEPT_WINDOW_DAYS = 56;

/**
 * K: of my promises that came due in the last eight weeks, how many were kept on time. Each counts once, when its due
 * day has come: one kept early waits for it, or a run of early ones would look better than it is.
 */
export function keptOnTime(promises: readonly PromiseMade[], today: Day): Counted {
  const from = addDays(today, 1 - KEPT_WINDOW_DAYS);
  const verdicts = promises
    .filter(({ by, dueOn }) => by === null && dueOn !== null && dueOn >= from && dueOn <= today)
    .map((promise) => onTime(promise, today))
    .filter((verdict) => verdict !== null);
  return { x: verdicts.filter((verdict) => verdict).length, n: verdicts.length };
}

/** What somebody else promised: what one holds others to. One's own promises are counted by K. */
export function isCommitment({ by }: Pick<PromiseMade, 'by'>): boolean {
  return by !== null;
}

/** OUT, and the commitments of which too little was said to count them. */
export interface OutcomeShare extends Counted {
  readonly unsaid: number;
}

/**
 * OUT: of the commitments made from one day to another, how many name a result and were proposed by their owner. Only
 * those of which both were said: not asked is not no. What became of them plays no part.
 */
export function outcomeWorded(promises: readonly PromiseMade[], from: Day, to: Day): OutcomeShare {
  const made = promises.filter(
    (promise) => isCommitment(promise) && promise.madeOn >= from && promise.madeOn <= to,
  );
  const said = made.filter(({ wording, proposedBy }) => wording !== null && proposedBy !== null);
  return {
    x: said.filter(({ wording, proposedBy }) => wording === 'result' && proposedBy === 'owner')
      .length,
    n: said.length,
    unsaid: made.length - said.length,
  };
}

/** Open ones first, by the day they are due and those without a day last; then settled ones, the latest first. */
export function inPromiseOrder(promises: readonly PromiseMade[]): PromiseMade[] {
  const never = '9999';
  return [...promises].sort((a, b) => {
    if ((a.outcome === null) !== (b.outcome === null)) return a.outcome === null ? -1 : 1;
    if (a.outcome !== null) return order(b.settledOn ?? '', a.settledOn ?? '') || order(b.id, a.id);
    return order(a.dueOn ?? never, b.dueOn ?? never) || order(a.id, b.id);
  });
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** True when somebody made it, was promised it, or owns it with others. */
export function concerns({ by, to, together }: PromiseMade, code: string): boolean {
  return by === code || to === code || together.includes(code);
}

/** Days after its due day that a promise was kept; 0 for one on time or without a day. */
export function daysLate({ dueOn, settledOn }: Course): number {
  if (dueOn === null || settledOn === null) return 0;
  return Math.max(0, daysBetween(dueOn, settledOn));
}
