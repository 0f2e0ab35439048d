import type { Day } from './day.ts';
import { type Intention, planInWords } from './intention.ts';
import type { Plan } from './session.ts';
import type { Statement } from './statement.ts';

/** "My way of leading" as it was at one time. */
export interface Way {
  readonly id: string;
  /** Its place in the order of writing, from 1. */
  readonly version: number;
  readonly on: Day;
  readonly text: string;
}

/** Numbers the pages, the latest first. */
export function waysOf(latestFirst: readonly Statement[]): Way[] {
  const count = latestFirst.length;
  return latestFirst.map(({ id, on, text }, i) => ({ id, version: count - i, on, text }));
}

/** An if-then plan that was kept, and how often. */
export interface KeptPlan extends Plan {
  readonly times: number;
  /** How many of these were kept in part. */
  readonly partly: number;
}

/** Plans with an outcome of done or partly, those in the same words as one: the most kept first, then the latest. */
export function keptPlans(latestFirst: readonly Intention[]): KeptPlan[] {
  const groups = new Map<string, KeptPlan>();
  for (const { outcome, if: cue, then } of latestFirst) {
    if (outcome !== 'done' && outcome !== 'partly') continue;
    const key = planInWords({ if: cue, then }).toLowerCase().replaceAll(/\s+/g, ' ');
    const kept = groups.get(key) ?? { if: cue, then, times: 0, partly: 0 };
    const partly = kept.partly + (outcome === 'partly' ? 1 : 0);
    groups.set(key, { ...kept, times: kept.times + 1, partly });
  }
  // A stable sort: equals stay in the order they came, the latest first.
  return [...groups.values()].sort((a, b) => b.times - a.times || a.partly - b.partly);
}

/** What a draft of the page is put together from. */
export interface WayFacts {
  readonly on: Day;
  readonly focus: Statement | null;
  /** The choice in force, and the one before it. */
  readonly choice: Statement | null;
  readonly before: Statement | null;
  readonly plans: readonly KeptPlan[];
  /** Exercises that were done, the most often done first. */
  readonly exercises: readonly { readonly name: string; readonly times: number }[];
  readonly promises: OpenPromises;
  /** Questions of the user's own list. */
  readonly questions: readonly string[];
  /** Prompts, questions and exercises of the user's own packs. */
  readonly own: readonly string[];
}

/** Promises still open: the user's, and those made by others. */
export interface OpenPromises {
  readonly mine: number;
  readonly theirs: number;
}
