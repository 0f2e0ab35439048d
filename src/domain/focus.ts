import type { Milestone } from './milestone.ts';
import type { Statement } from './statement.ts';
import type { Way } from './way.ts';

/** What of four weeks serves the focus: plans, exercises and promises, each counted once. */
export interface Effort {
  /** Linked to the sentence in force. */
  readonly linked: number;
  /** Linked to a sentence before it. */
  readonly earlier: number;
  readonly all: number;
}

/** Questions for direction in four weeks, and in the four weeks before them; null where they were not counted. */
export interface DirectionAsked {
  readonly last: number | null;
  readonly before: number | null;
}

/** Where one is heading, and what there is of the way. */
export interface Focus {
  readonly focus: Statement | null;
  /** Open ones, the next due first. */
  readonly milestones: readonly Milestone[];
  readonly choice: Statement | null;
  readonly way: Way | null;
  readonly direction: DirectionAsked;
  readonly effort: Effort;
}

/** True when people ask for direction more than they did: the roadmap may have a gap. Without a count before, nobody knows. */
export function directionRises({ last, before }: DirectionAsked): boolean {
  return last !== null && before !== null && last > before;
}
