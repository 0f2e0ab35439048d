import { type Day, daysBetween, inShort } from '../domain/day.ts';
import type { Heard } from '../domain/heard.ts';
import { counted, INDENT, paragraph, type Style, table, visible, visibleLine } from './text.ts';

export function heardDocument(heard: Heard, today: Day): Record<string, unknown> {
  const { id, on, person, about, text, answeredOn, answer } = heard;
  return { id, on, person, about, text, ageDays: daysBetween(on, today), answeredOn, answer };
}

/** Questions in their words, each under what it is; one on the fit stands over the focus. */
export function heardText(
  list: readonly Heard[],
  focus: string | null,
  shortIds: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (list.length === 0) {
    return paragraph(
      'No question waits. praxis tally w:fit @sam --quote "How does this fit?" keeps one in its words.',
      style.width,
    );
  }
  const heads = table(
    list.map(({ id, on, person, about }) => [
      style.dim(shortIds.get(id) ?? id),
      ageText(daysBetween(on, today)),
      [...(person ? [visibleLine(person)] : []), about].join(', '),
    ]),
    style.width,
  ).split('\n');
  return list.map((each, i) => `${heads[i]}\n${bodyText(each, focus, today, style)}`).join('\n\n');
}

function bodyText(
  { about, text, answeredOn, answer }: Heard,
  focus: string | null,
  today: Day,
  style: Style,
): string {
  const indent = `${INDENT}  `;
  const lines = [style.bold(paragraph(visible(text), style.width, indent))];
  if (about === 'fit' && focus !== null)
    lines.push(style.dim(paragraph(`the focus: ${visibleLine(focus)}`, style.width, indent)));
  if (answeredOn !== null) {
    const said = answer === null ? '' : `: ${visibleLine(answer)}`;
    lines.push(paragraph(`answered ${inShort(answeredOn, today)}${said}`, style.width, indent));
  }
  return lines.join('\n');
}

function ageText(days: number): string {
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`;
}
