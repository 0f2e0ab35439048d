import stringWidth from 'fast-string-width';
import type { Rows } from '../domain/rows.ts';
import { clip, counted, INDENT, padEnd, type Style, visibleLine } from './text.ts';

/** Rows as objects by column; a column name that stands twice gets a number behind it. */
export function asObjects({ columns, rows }: Rows): Record<string, string | number | null>[] {
  const names = uniqueNames(columns);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}

function uniqueNames(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique) || (unique !== name && columns.includes(unique)); n++) {
      unique = `${name}_${n}`;
    }
    taken.add(unique);
    return unique;
  });
}

/** Widest a column of text gets while others need room. */
const FAIR = 24;
/** Narrowest that a column says something: with less room the values of a row stand below each other. */
const LEAST = 8;

/** Rows as a table that fits the width: the widest columns give way, down to where nothing could be read. */
export function rowsText({ columns, rows }: Rows, style: Style): string {
  const cells = rows.map((row) =>
    row.map((value) => (value === null ? '' : visibleLine(String(value)))),
  );
  const names = columns.map(visibleLine);
  const wanted = names.map((name, i) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[i] ?? '')), stringWidth(name)),
  );
  const room = style.width - INDENT.length - 2 * Math.max(0, names.length - 1);
  const widths = shrink(wanted, room);
  const count = style.dim(`${INDENT}${counted(rows.length, 'row')}`);
  if (widths.some((width, i) => width < Math.min(LEAST, wanted[i] ?? 0)))
    return [...cells.flatMap((row) => [...below(names, row, style), '']), count].join('\n');
  const numeric = columns.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === 'number'),
  );
  const line = (row: readonly string[]) =>
    `${INDENT}${row
      .map((cell, i) => {
        const text = clip(cell, widths[i] ?? 0);
        return numeric[i]
          ? ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(text))) + text
          : padEnd(text, widths[i] ?? 0);
      })
      .join('  ')}`.trimEnd();
  return [style.bold(line(names)), ...cells.map(line), count].join('\n');
}

function below(names: readonly string[], row: readonly string[], style: Style): string[] {
  const label = Math.min(FAIR, Math.max(...names.map((name) => stringWidth(name))));
  const room = style.width - INDENT.length - label - 2;
  return names.map((name, i) =>
    `${INDENT}${style.bold(padEnd(clip(name, label), label))}  ${clip(row[i] ?? '', room)}`.trimEnd(),
  );
}

function shrink(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const widest = Math.max(...widths);
    const at = widths.indexOf(widest);
    const over = widths.reduce((sum, each) => sum + each, 0) - room;
    if (widest <= 3) break;
    widths[at] = Math.max(
      3,
      widest - Math.max(1, Math.min(over, widest > FAIR ? widest - FAIR : 1)),
    );
  }
  return widths;
}
