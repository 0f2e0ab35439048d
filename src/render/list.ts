import { type Day, inShort } from '../domain/day.ts';
import type { Session } from '../domain/session.ts';
import { sessionLine } from './session.ts';
import { INDENT, type Style, table } from './text.ts';

/** Entries, one a line, the latest first. */
export function listText(
  sessions: readonly Session[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (sessions.length === 0) return `${INDENT}No entry yet. praxis reflect makes the first.`;
  return table(
    sessions.map((each) => [
      style.dim(shortIds.get(each.id) ?? each.id),
      inShort(each.on, today),
      each.kind,
      sessionLine(each),
    ]),
    style.width,
    '  ',
  );
}
