import type { Day } from './day.ts';

/** What a text that was found is part of. */
export const FOUND_NOUNS = [
  'session',
  'intention',
  'exercise',
  'person',
  'knowledge',
  'question',
  'statement',
  'milestone',
  'promise',
  'decision',
  'heard',
  'break',
  'series',
] as const;
export type FoundNoun = (typeof FOUND_NOUNS)[number];

/** A text that a search found. `id` is what `show` takes: the session's id, or the plan's or record's own. */
export interface Found {
  readonly id: string;
  readonly noun: FoundNoun;
  readonly on: Day;
  readonly item: string;
  readonly person: string | null;
  readonly text: string;
}
