import { type Day, inShort } from '../domain/day.ts';
import type { Found } from '../domain/found.ts';
import { INDENT, type Style, table, visibleLine } from './text.ts';

export function foundText(
  results: readonly Found[],
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (results.length === 0) return `${INDENT}Nothing found.`;
  return table(
    results.map(({ id, on, person, text }) => [
      style.dim(shortIds.get(id) ?? id),
      inShort(on, today),
      visibleLine(person ?? ''),
      visibleLine(text),
    ]),
    style.width,
    '  ',
  );
}
