import { type Day, inWords } from '../domain/day.ts';
import type { Pause } from '../domain/pause.ts';

/** The pause that a day lies in, in a sentence. */
export function pauseText(pause: Pause | null, today: Day): string {
  if (pause === null) return 'No pause. praxis pause --until DAY makes one.';
  const { from, until } = pause;
  if (until === null) return `Finished on ${inWords(from, today)}. A session begins again.`;
  return `A pause until ${inWords(until, today)}.`;
}
