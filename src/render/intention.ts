import { type Day, inShort } from '../domain/day.ts';
import { type Intention, OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { type Style, table, visibleLine } from './text.ts';

export function intentionDocument(intention: Intention): Record<string, unknown> {
  const { id, madeOn, if: cue, then, outcome, settledOn, focusId } = intention;
  return { id, madeOn, if: cue, then, outcome, settledOn, focusId };
}

/** The plans, the latest first, each with what became of it. */
export function intentionsText(
  intentions: readonly Intention[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (intentions.length === 0) return '  No plan yet. praxis intend "IF" "THEN" makes one.';
  return table(
    intentions.map((each) => [
      style.dim(shortIds.get(each.id) ?? each.id),
      inShort(each.madeOn, today),
      (each.outcome ? OUTCOME_WORDS[each.outcome] : 'open') + (each.focusId ? ' (focus)' : ''),
      visibleLine(planInWords(each)),
    ]),
    style.width,
  );
}
