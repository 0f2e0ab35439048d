import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import type { Estimate } from './mover.ts';
import { newcombe } from './newcombe.ts';
import type { Counted } from './share.ts';

/** One side of a comparison: what was counted, on how many session days, over how many weeks. */
export interface Period extends Counted {
  readonly sessionDays: number;
  readonly weeks: number;
}

/**
 * Is this period different from the one before? Difference of the shares with its 95 % interval, -1 to 1.
 * The windows must not overlap: the caller sees to that.
 */
export function comparePeriods(later: Period, earlier: Period): Measured<Estimate> {
  const short = shortOf('the later period', later) ?? shortOf('the earlier period', earlier);
  if (short) return needs(short);
  return { kind: 'value', ...newcombe(later, earlier) };
}

function shortOf(side: string, { n, sessionDays, weeks }: Period): string | null {
  const least = THRESHOLDS.periods;
  if (n < least.counts) return `${more(least.counts - n, 'count')} in ${side}`;
  if (sessionDays < least.sessionDays)
    return `${more(least.sessionDays - sessionDays, 'session day')} in ${side}`;
  return weeks < least.weeks ? `${more(least.weeks - weeks, 'week')} in ${side}` : null;
}
