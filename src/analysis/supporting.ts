import { THRESHOLDS } from './constants.ts';
import type { Measured } from './measured.ts';
import { type Counted, type Share, share } from './share.ts';

// Shares with Wilson intervals, each a convention of this project.

/** Challenges that were explored or acted on, among those received. */
export function challengesExplored(counted: Counted): Measured<Share> {
  return share(counted, THRESHOLDS.challenges.counts, 'challenge');
}

/** Names that matched in a blind comparison of the three things that matter most. */
export function alignment(counted: Counted): Measured<Share> {
  return share(counted, 1, 'compared name');
}

/** Blocks of time spent on the three most valuable items. */
export function valuableBlocks(counted: Counted): Measured<Share> {
  return share(counted, 1, 'counted block');
}

/** Commitments that name an outcome and were proposed by their owner. */
export function ownedOutcomes(counted: Counted): Measured<Share> {
  return share(counted, 1, 'commitment');
}

/** Plans that were done or partly done, among those whose moment came. */
export function plansKept(counted: Counted): Measured<Share> {
  return share(counted, THRESHOLDS.plans.settled, 'settled plan');
}
