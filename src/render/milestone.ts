import { type Day, inShort } from '../domain/day.ts';
import { daysLeft, type Milestone, milestoneState } from '../domain/milestone.ts';
import { counted, INDENT, type Style, table, visibleLine } from './text.ts';

export function milestoneDocument(milestone: Milestone, today: Day): Record<string, unknown> {
  return {
    ...milestone,
    state: milestoneState(milestone),
    daysLeft: daysLeft(milestone, today),
  };
}

/** `due Fri 4 Dec, in 14 days`, `overdue by 7 days`, `reached Fri 20 Nov`. */
export function milestoneStateText(milestone: Milestone, today: Day): string {
  const { dueOn, reachedOn, droppedOn } = milestone;
  if (reachedOn !== null) return `reached ${inShort(reachedOn, today)}`;
  if (droppedOn !== null) return `dropped ${inShort(droppedOn, today)}`;
  const days = daysLeft(milestone, today) ?? 0;
  if (days < 0) return `due ${inShort(dueOn, today)}, overdue by ${counted(-days, 'day')}`;
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `due ${inShort(dueOn, today)}, ${when}`;
}

/** One a line: its id, when, what. */
export function milestonesText(
  milestones: readonly Milestone[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (milestones.length === 0)
    return `${INDENT}No milestone yet. praxis focus milestone "TEXT" --due DAY adds one.`;
  return table(
    milestones.map((each) => {
      const state = milestoneStateText(each, today);
      const left = daysLeft(each, today);
      return [
        style.dim(shortIds.get(each.id) ?? each.id),
        left !== null && left < 0 ? style.amber(state) : left === null ? style.dim(state) : state,
        visibleLine(each.text),
      ];
    }),
    style.width,
  );
}
