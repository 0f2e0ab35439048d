import { addDays, type Day, daysBetween, LAST_DAY, laterOf } from './day.ts';

/** Time off, with its end; or the end of the practice, until a session begins it again. */
export const PAUSE_KINDS = ['pause', 'finish'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** Days that are not counted: they leave practice density, and cadences stand still. Both ends belong to it. */
export interface Pause {
  readonly id: string;
  readonly kind: PauseKind;
  readonly from: Day;
  /** The last day; null while a finish stands. */
  readonly until: Day | null;
}

/** The pause that a day lies in. */
export function pauseOn<T extends Pick<Pause, 'from' | 'until'>>(
  pauses: readonly T[],
  on: Day,
): T | undefined {
  return pauses.find(({ from, until }) => from <= on && (until === null || on <= until));
}

/** Days after `from` and up to `to` that lie in a pause; a day in two of them counts once. */
export function pausedDays(pauses: readonly Pause[], from: Day, to: Day): number {
  const first = addDays(from, 1);
  let counted = 0;
  let after = first;
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begin = laterOf(pause.from, after);
    const end = pause.until === null || pause.until > to ? to : pause.until;
    if (end < begin) continue;
    counted += daysBetween(begin, end) + 1;
    after = addDays(end, 1);
  }
  return counted;
}

/** The day that many days after another, without those in a pause. One that has no end puts nothing off. */
export function daysLater(pauses: readonly Pause[], from: Day, days: number): Day {
  let on = addDays(from, days);
  let after = addDays(from, 1);
  for (const { from: first, until } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (until === null) continue;
    const begin = laterOf(first, after);
    if (begin > on || until < begin) continue;
    on = addDays(on, daysBetween(begin, until) + 1);
    if (on.length > LAST_DAY.length) return LAST_DAY;
    after = addDays(until, 1);
  }
  return on;
}
