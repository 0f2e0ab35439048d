import type { MeasureText } from '../domain/measure.ts';
import { SERIES } from '../domain/series.ts';
import { INDENT, padEnd, paragraph, type Style, table, visibleLine } from './text.ts';

/** What a series of one's own is made of, and what it takes. */
export const OWN_TEXT: Omit<MeasureText, 'series'> = {
  formula: 'The value that you keep for a week.',
  window: 'the last week that has one',
  minimum: '1 value',
  point: 'the value of a week',
  not: 'Beside what praxis counts it shows what moved when, and never what moved what.',
};

/** When a series is said to rise, fall or stay. */
const VERDICTS =
  'Verdicts come from praxis review month alone, and stand until the next one: looked at every week, a plain test finds a trend in nothing but noise in four to six years of ten. In between, the data and the last verdict are shown.';

const LABEL = 10;

/** One measure: what it is made of, over which days, what it takes, and what it does not mean. */
export function explainText(
  title: string,
  { formula, window, minimum, point, not }: Omit<MeasureText, 'series'>,
  style: Style,
): string {
  const row = (label: string, text: string) => {
    const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + LABEL));
    return INDENT + style.dim(padEnd(label, LABEL)) + wrapped.trimStart();
  };
  return [
    paragraph(style.bold(visibleLine(title.charAt(0).toUpperCase() + title.slice(1))), style.width),
    '',
    row('formula', formula),
    row('window', window),
    row('takes', minimum),
    row('a point', point),
    row('but', not),
    '',
    style.dim(
      paragraph(
        `${VERDICTS} Names, windows and cut points are conventions of praxis, checked by no study.`,
        style.width,
      ),
    ),
  ].join('\n');
}

/** All measures, a line each. */
export function explainAllText(texts: readonly MeasureText[], style: Style): string {
  const rows = texts.map(({ series, window }) => [
    style.bold(series),
    SERIES[series].title,
    style.dim(window),
  ]);
  return [
    table(rows, style.width, '  '),
    '',
    style.dim(
      paragraph(`praxis trends NAME --explain says what one is made of. ${VERDICTS}`, style.width),
    ),
  ].join('\n');
}
