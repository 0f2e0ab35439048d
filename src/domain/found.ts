import type { Day } from './day.ts';

/** What a text that was found is part of. */
export type FoundNoun =
  | 'session'
  | 'intention'
  | 'exercise'
  | 'person'
  | 'knowledge'
  | 'question'
  | 'statement'
  | 'milestone'
  | 'promise'
  | 'decision'
  | 'heard';

/** A text that a search found. `id` is what `show` takes: the session's id, or the plan's or record's own. */
export interface Found {
  readonly id: string;
  readonly noun: FoundNoun;
  readonly on: Day;
  readonly item: string;
  readonly person: string | null;
  readonly text: string;
}
