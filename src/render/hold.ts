import { type Day, inShort, inWords } from '../domain/day.ts';
import type { Hold } from '../domain/hold.ts';
import { INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

export function holdDocument(holds: readonly Hold[]): Record<string, unknown> {
  const standing = holds.find(({ liftedOn }) => liftedOn === null);
  return {
    standing: standing !== undefined,
    since: standing?.on ?? null,
    reason: standing?.reason ?? null,
    holds,
  };
}

/** Whether a hold stands, and what that means. */
export function standingText(holds: readonly Hold[], today: Day): string {
  const standing = holds.find(({ liftedOn }) => liftedOn === null);
  return standing
    ? `A hold stands since ${inWords(standing.on, today)}${standing.reason === null ? '' : `: ${visibleLine(standing.reason)}`}. Nothing is deleted, forgotten, undone or pruned. Writing and mending go on. praxis hold off lifts it.`
    : 'No hold stands. If a dispute starts, stop deleting and ask for advice: praxis hold on "REASON".';
}

/** The same, then the former ones. */
export function holdText(holds: readonly Hold[], today: Day, style: Style): string {
  const says = standingText(holds, today);
  const former = holds.filter(({ liftedOn }) => liftedOn !== null);
  if (former.length === 0) return paragraph(says, style.width);
  const rows = former.map(({ on, liftedOn, reason }) => [
    `${inShort(on, today)} to ${inShort(liftedOn ?? today, today)}`,
    reason === null ? style.dim('no reason given') : visibleLine(reason),
  ]);
  const lifted = style.dim(`${INDENT}Lifted`);
  return `${paragraph(says, style.width)}\n\n${lifted}\n${table(rows, style.width)}`;
}
