/** How much of the daily session there is time for. */
export type Pace = 'full' | 'without-rating' | 'short';

/** The daily session is meant to stay below this, in seconds (measures B7). */
export const DAILY_LIMIT_SECONDS = 180;
/** So far above the limit that dropping the rating does not bring it back. */
const WELL_ABOVE_SECONDS = 240;
/** Sessions that are looked at, and the fewest that say something. */
export const PACE_SESSIONS = 10;
const FEWEST = 5;

/**
 * From the lengths of the last ten sessions at a terminal (seconds): above 3 minutes in the median the
 * rating is dropped, well above it the prompt also asks for one sentence only. Fewer than five say nothing.
 */
export function paceFor(seconds: readonly number[]): Pace {
  const recent = seconds.slice(0, PACE_SESSIONS);
  if (recent.length < FEWEST) return 'full';
  const sorted = [...recent].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const median = (upper + lower) / 2;
  if (median > WELL_ABOVE_SECONDS) return 'short';
  return median > DAILY_LIMIT_SECONDS ? 'without-rating' : 'full';
}
