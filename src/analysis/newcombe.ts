import { type Estimate, moverDifference } from './mover.ts';
import { type Counted, estimateShare } from './share.ts';
import { Z } from './wilson.ts';

/**
 * Difference of two independent shares, `later - earlier`, within -1 and 1, with its interval from their Wilson limits
 * (Newcombe 1998, Stat. Med. 17, method 10), each on its effective n.
 * @throws RangeError where a side is no share.
 */
export function newcombe(later: Counted, earlier: Counted, z: number = Z[95]): Estimate {
  return moverDifference(estimateShare(later, z), estimateShare(earlier, z));
}
