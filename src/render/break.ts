import type { Break } from '../domain/break.ts';
import { type Day, inShort } from '../domain/day.ts';
import { paragraph, type Style, table, visibleLine } from './text.ts';

/** The cuts in the series, the earliest first. */
export function breaksText(
  breaks: readonly Break[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (breaks.length === 0) {
    return paragraph(
      'No series is cut. praxis break DAY REASON cuts them: a new team, a long leave, a changed habit of counting.',
      style.width,
    );
  }
  return table(
    breaks.map(({ id, on, reason }) => [
      style.dim(shortIds.get(id) ?? id),
      inShort(on, today),
      visibleLine(reason),
    ]),
    style.width,
  );
}
