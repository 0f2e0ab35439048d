import { type Day, daysBetween } from './day.ts';
import type { Evidence } from './exercise.ts';

/** A short piece of what is known, with its sources and one action. */
export interface Card {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly topic: string;
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly string[];
  /** What to do with it this week. */
  readonly action: string;
}

/** A Monday to count weeks from; which one does not matter, only that it stays. */
const FIRST_MONDAY = '2026-01-05' as Day;

/** The card of the week that a day lies in: one a week, in order, and round again after the last. */
export function cardOfTheWeek(cards: readonly Card[], on: Day): Card | undefined {
  const weeks = Math.floor(daysBetween(FIRST_MONDAY, on) / 7);
  return cards.at(((weeks % cards.length) + cards.length) % cards.length);
}
