/**
 * One JSON document. Characters that a terminal would obey (DEL, C1, bidi marks) are escaped,
 * so that it reads back to the same value and is safe to look at.
 */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(OBEYED, escaped)}\n`;
}

/** The same on one line, for files of one record a line. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(OBEYED, escaped)}\n`;
}

const OBEYED =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

function escaped(match: string): string {
  return [...match.split('')]
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
