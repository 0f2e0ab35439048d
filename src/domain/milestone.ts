import { type Day, daysBetween } from './day.ts';

/** A dated step on the way to the focus. */
export interface Milestone {
  readonly id: string;
  readonly madeOn: Day;
  readonly text: string;
  readonly dueOn: Day;
  readonly reachedOn: Day | null;
  readonly droppedOn: Day | null;
}

/** More steps ahead than this are a plan, not a direction. */
export const MOST_OPEN = 5;

export type MilestoneState = 'open' | 'reached' | 'dropped';

export function milestoneState({ reachedOn, droppedOn }: Milestone): MilestoneState {
  if (reachedOn !== null) return 'reached';
  return droppedOn === null ? 'open' : 'dropped';
}

export function openMilestones(milestones: readonly Milestone[]): Milestone[] {
  return milestones.filter((each) => milestoneState(each) === 'open');
}

/** Days until it is due, below 0 when that has passed; null for what is settled. */
export function daysLeft(milestone: Milestone, today: Day): number | null {
  return milestoneState(milestone) === 'open' ? daysBetween(today, milestone.dueOn) : null;
}
