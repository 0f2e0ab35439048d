import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import { type Interval, wilson } from './wilson.ts';

/** A guess with a confidence, settled. Half right counts as 0. */
export interface Bet {
  /** Said before the answer was known, 0.5 to 1. */
  readonly confidence: number;
  readonly outcome: 0 | 1;
}

/** What may be said of the confidence: nothing yet, or on which side of the hits it lies, if on any. */
export type BetCall = 'too few to call' | 'surer than right' | 'less sure than right' | 'in line';

export interface Bets {
  readonly n: number;
  /** Share that was right, 0 to 1, and its 95 % interval. */
  readonly hitRate: number;
  readonly ci95: Interval;
  readonly meanConfidence: number;
  /** Mean squared distance of confidence and outcome: 0 is perfect, 0.25 is what always saying 0.5 gets. */
  readonly brier: number;
  /** Mean confidence less hit rate, -1 to 1; above 0 is surer than right. */
  readonly overConfidence: number;
  readonly call: BetCall;
}

/**
 * How good the guesses were and how good the confidence in them.
 * Sources: Brier 1950 (Mon. Weather Rev. 78) for the score; Wilson 1927 for the interval of the hit rate.
 * Too sure, or not sure enough, is said only where the interval of the hit rate leaves the mean confidence out.
 * @throws RangeError for a confidence outside 0 and 1.
 */
export function bets(settled: readonly Bet[]): Measured<Bets> {
  for (const { confidence } of settled) {
    if (!(confidence >= 0 && confidence <= 1)) throw new RangeError(`no confidence: ${confidence}`);
  }
  const n = settled.length;
  const missing = THRESHOLDS.bets.settled - n;
  if (missing > 0) return needs(more(missing, 'settled guess', 'settled guesses'));
  const mean = (of: (bet: Bet) => number) => settled.reduce((sum, bet) => sum + of(bet), 0) / n;
  const hits = settled.filter(({ outcome }) => outcome === 1).length;
  const meanConfidence = mean(({ confidence }) => confidence);
  const ci95 = wilson(hits, n);
  return {
    kind: 'value',
    n,
    hitRate: hits / n,
    ci95,
    meanConfidence,
    brier: mean(({ confidence, outcome }) => (confidence - outcome) ** 2),
    overConfidence: meanConfidence - hits / n,
    call: callOf(n, meanConfidence, ci95),
  };
}

function callOf(n: number, meanConfidence: number, { lower, upper }: Interval): BetCall {
  if (n < THRESHOLDS.bets.toCall) return 'too few to call';
  if (meanConfidence > upper) return 'surer than right';
  return meanConfidence < lower ? 'less sure than right' : 'in line';
}
