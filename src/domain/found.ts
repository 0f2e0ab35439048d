import type { Day } from './day.ts';

/** A text that a search found. `id` is what `show` takes: the session's id, or the plan's or record's own. */
export interface Found {
  readonly id: string;
  readonly noun: 'session' | 'intention' | 'exercise';
  readonly on: Day;
  readonly item: string;
  readonly person: string | null;
  readonly text: string;
}
