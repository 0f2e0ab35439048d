import { type Day, daysBetween, weekdayOf } from './day.ts';
import type { Outcome, Plan } from './session.ts';

/** An if-then plan in the journal. `outcome` is null while it is open. */
export interface Intention extends Plan {
  readonly id: string;
  readonly madeOn: Day;
  readonly outcome: Outcome | null;
  readonly settledOn: Day | null;
  /** The session it was made in; null when a command made it. */
  readonly sessionId: string | null;
  /** The focus it serves, or null. */
  readonly focusId: string | null;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  done: 'done',
  partly: 'partly',
  'no-cue': 'the moment never came',
  skipped: 'skipped',
};

/**
 * `if Lee asks, then ask back`, or with `who`: `then I ask back`. What the user wrote of "if" and "then I" is not said twice.
 */
export function planInWords(plan: Plan, who: 'I' | '' = ''): string {
  const cue = plain(plan.if).replace(/^(if|when)\s+/i, '');
  const said = plain(plan.then).replace(/^then\s+/i, '');
  const act = who ? said.replace(/^(?!I\b)/, 'I ') : said.replace(/^I\s+/, '');
  const then = said === '' ? '…' : act;
  return cue === '' ? `then ${then}` : `if ${cue}, then ${then}`;
}

// Without the full stop that the sentence around it brings.
function plain(half: string): string {
  return half.trim().replace(/(?<!\.)\.$/, '');
}

/** How to speak of the day an intention was made: `Yesterday`, `Friday`, `On 2 November`. */
export function madeWhen(madeOn: Day, today: Day): string {
  const days = daysBetween(madeOn, today);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return days < 7 ? weekdayOf(madeOn) : `${days} days ago`;
}
