import { type Day, inWords } from '../domain/day.ts';
import type { Statement } from '../domain/statement.ts';
import { INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** A statement inside a document that says of itself what it is. */
export function statementDocument({ id, on, text, because }: Statement): Record<string, unknown> {
  return { id, on, text, because };
}

/** The words, and what changed them, under each other. `look` is how the words themselves look. */
export function statementText(
  { text, because }: Statement,
  style: Style,
  indent = INDENT,
  look: (words: string) => string = (words) => words,
): string {
  const lines = [look(paragraph(visible(text), style.width, indent))];
  if (because !== null)
    lines.push(
      style.dim(paragraph(`because: ${visibleLine(because)}`, style.width, `${indent}  `)),
    );
  return lines.join('\n');
}

/** The choice in force, and what was believed before it. `choices` come the latest first. */
export function choicesText(choices: readonly Statement[], today: Day, style: Style): string {
  const [now, ...then] = choices;
  if (!now) {
    return paragraph(
      'No choice is kept yet. praxis focus choice "SENTENCE" makes one.',
      style.width,
    );
  }
  const lines = [
    style.dim(paragraph(`What I choose now, since ${inWords(now.on, today)}`, style.width)),
    statementText(now, style, INDENT, style.bold),
  ];
  if (then.length > 0) lines.push('', style.dim(`${INDENT}What I believed then`));
  for (const each of then) {
    lines.push(
      `${INDENT}from ${inWords(each.on, today)}`,
      statementText(each, style, `${INDENT}  `),
    );
  }
  return lines.join('\n');
}
