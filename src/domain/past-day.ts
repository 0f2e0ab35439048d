import { type Day, parseDay } from './day.ts';
import { recallLag } from './session.ts';

/**
 * Reads the day on which something was, as `parseDay` does looking back; today if none is named.
 * @throws UserError (usage) for what is no day, and for a day that has not come yet.
 */
export function parsePastDay(text: string | undefined, today: Day): Day {
  const on = text === undefined ? today : parseDay(text, today);
  recallLag(on, today);
  return on;
}
