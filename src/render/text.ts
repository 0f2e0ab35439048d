import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** How text is to look on this output: its width, and the few styles there are. */
export interface Style {
  /** Columns that may be used by what is read: long lines tire. */
  readonly width: number;
  /** Columns that there are: for what is looked at. */
  readonly columns: number;
  /** Whether pictures may be drawn with characters beyond ASCII. */
  readonly unicode: boolean;
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  amber(text: string): string;
}

const plain = (text: string) => text;
/** No colour: for pipes, `NO_COLOR` and files. */
export function plainStyle(
  width: number,
  { columns = width, unicode = true }: { columns?: number; unicode?: boolean } = {},
): Style {
  return { width, columns, unicode, bold: plain, dim: plain, accent: plain, amber: plain };
}

/** The indent of everything praxis says. */
export const INDENT = '  ';

// What a terminal obeys or a reader cannot see. Tab and line feed are left: the callers lay them out.
const OBEYED = new RegExp(
  `[${[
    '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f', // control characters, C0 and C1
    '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069', // marks that turn the reading direction
    '\\u200b\\u2028\\u2029\\u2060-\\u2065\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}', // unseen
  ].join('')}]`,
  'gu',
);

/**
 * Text from the journal, fit for a screen: characters that would move the cursor, colour the screen or turn the
 * reading direction are shown (`\x1b`, `\u202e`) instead of obeyed. Line feeds stay.
 */
export function visible(text: string): string {
  return text.replaceAll('\t', '    ').replace(OBEYED, shown);
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** The same on one line: line feeds become spaces. */
export function visibleLine(text: string): string {
  if (!text.includes('\n')) return visible(text);
  // Line by line: one expression with \s* on both sides of a line feed takes the square of a long gap's length.
  const lines = text.split('\n').map((line) => line.trim());
  return visible(lines.filter((line) => line !== '').join(' '));
}

/** Wraps to the width, every line indented. */
export function paragraph(text: string, width: number, indent = INDENT): string {
  return wrapAnsi(text, Math.max(20, width - indent.length), { hard: true })
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** Lines that a terminal would cut in the middle of a word, wrapped behind their indent. 0 columns: it is none. */
export function fitted(text: string, columns: number): string {
  if (columns === 0) return text;
  return text
    .split('\n')
    .map((line) => {
      if (stringWidth(line) <= columns) return line;
      const [indent = ''] = /^ */.exec(line) ?? [];
      return paragraph(line.slice(indent.length), columns, indent);
    })
    .join('\n');
}

const STYLES = /(\p{Cc}\[[\d;]*m)/u;

/** The sequences that praxis writes itself: bold, dim, cyan, yellow, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how such a sequence begins
const OWN_STYLES = /(\u001b\[(?:1|2|22|33|36|39)m)/;

/**
 * Whatever a renderer let through, the last thing before a screen: all but the styles of praxis's own is shown instead of
 * obeyed.
 */
export function guarded(text: string): string {
  return text
    .split(OWN_STYLES)
    .map((part, i) => (i % 2 === 1 ? part : visible(part)))
    .join('');
}

/** Cuts to a number of columns, with an ellipsis where something is missing. Styles that begin also end. */
export function clip(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let kept = '';
  let cut = false;
  for (const part of text.split(STYLES)) {
    if (STYLES.test(part)) kept += part;
    else if (!cut) {
      for (const character of part) {
        cut = stringWidth(kept + character) > columns - 1;
        if (cut) break;
        kept += character;
      }
      if (cut) kept = `${kept.trimEnd()}…`;
    }
  }
  return kept;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** Least columns that a column keeps while the table is made to fit. */
const LEAST = 12;

/** Columns side by side, each as wide as its widest cell; the last one is cut to the width, and so is the widest other. */
export function table(
  rows: readonly (readonly string[])[],
  width: number,
  gap = '   ',
  indent = INDENT,
): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  const beforeLast = () =>
    widths.slice(0, -1).reduce((sum, each) => sum + each + gap.length, indent.length);
  const over = beforeLast() + Math.min(LEAST, widths.at(-1) ?? 0) - width;
  if (over > 0) {
    const widest = Math.max(...widths.slice(0, -1));
    widths[widths.indexOf(widest)] = Math.max(LEAST, widest - over);
  }
  const before = beforeLast();
  return rows
    .map((row) => {
      const cells = row.map((cell, i) =>
        i === count - 1
          ? clip(cell, Math.max(LEAST, width - before))
          : padEnd(clip(cell, widths[i] ?? 0), widths[i] ?? 0),
      );
      return (indent + cells.join(gap)).trimEnd();
    })
    .join('\n');
}

/**
 * Parts side by side behind a label of so many columns, on as many lines as they take; a part that is too long is
 * wrapped alone. @param between two parts on one line.
 */
export function inColumns(
  label: string,
  columns: number,
  parts: readonly string[],
  width: number,
  between = '   ',
): string[] {
  const room = Math.max(20, width - INDENT.length - columns);
  const lines: string[] = [];
  let open = false;
  for (const part of parts) {
    const wrapped = paragraph(part, room, '').split('\n');
    const last = lines.at(-1) ?? '';
    const whole = wrapped.length === 1;
    // Behind the last words of a part that was wrapped, the next one would read as its end.
    if (open && whole && stringWidth(last + between) + stringWidth(part) <= room)
      lines[lines.length - 1] = last + between + part;
    else lines.push(...wrapped);
    open = whole;
  }
  return lines.map((line, i) => INDENT + padEnd(i === 0 ? label : '', columns) + line);
}

/** `1 entry`, `2 entries`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
