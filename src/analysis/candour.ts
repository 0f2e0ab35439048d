import type { Index } from './composite.ts';
import { indexOf } from './composite.ts';
import { THRESHOLDS } from './constants.ts';
import { type Measured, more, needs } from './measured.ts';
import type { Counted } from './share.ts';

/**
 * Candour, 0 to 100: bad news they brought before I found out, among all bad news.
 * Source: a share with its Wilson interval.
 * @param least counts that it takes.
 */
export function candour(
  earlyNews: Counted,
  least: number = THRESHOLDS.candour.counts,
): Measured<Index> {
  const missing = least - earlyNews.n;
  if (missing > 0) return needs(`${more(missing, 'piece', 'pieces')} of bad news`);
  return { kind: 'value', ...indexOf([earlyNews]) };
}
