import { type Index, indexOf, type Part, type PartShare, partShares } from './composite.ts';
import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';

export interface TrustPractice extends Index {
  readonly parts: readonly PartShare[];
}

/**
 * Trust practice, 0 to 100: what I did (promises kept, loops met, playbacks accepted, open questions). It is not trust,
 * and never called so. Source: a convention of this project; interval by MOVER from Wilson limits.
 */
export function trustPractice(ratios: readonly Part[]): Measured<TrustPractice> {
  const least = THRESHOLDS.trust;
  const parts = partShares(ratios, least.ratio);
  const used = parts.filter((part) => part.used);
  if (used.length < least.ratios) {
    const missing = least.ratios - used.length;
    const each = missing > 1 ? ' each' : '';
    return needs(`${more(missing, 'ratio')} with ${least.ratio} counts${each}`);
  }
  const index = indexOf(used);
  if (index.n < least.counts) return needs(more(least.counts - index.n, 'count'));
  return { kind: 'value', ...index, parts };
}
