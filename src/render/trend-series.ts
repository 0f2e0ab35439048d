import type { Chart, ChartLine } from '../domain/chart.ts';
import { type Day, dateInShort, inShort, inWords } from '../domain/day.ts';
import type { MeasuredSeries } from '../domain/measure.ts';
import type { RatioItem } from '../domain/ratio.ts';
import { isShipped, JUDGED, seriesTitle } from '../domain/series.ts';
import { type Pen, penFor } from './chart.ts';
import { measureText } from './measure.ts';
import { sparklineOf } from './spark-weeks.ts';
import { counted, INDENT, inColumns, paragraph, type Style, table, visibleLine } from './text.ts';
import { sentenceOf, VERDICT_PHRASES, type VerdictRules } from './verdict.ts';
import { RATIO_WORDS } from './week.ts';

const PICTURE = 40;

/**
 * One series: its value, its parts, its points at a glance and its last verdict.
 * @param drawn below, so that it is short.
 * @param testable whether any point of the whole series may be tested, shown or not.
 */
export function seriesText(
  measure: MeasuredSeries,
  rules: VerdictRules,
  on: Day,
  style: Style,
  { drawn, testable }: { readonly drawn: boolean; readonly testable: boolean },
): string {
  const { series, title, own, points, parts } = measure;
  const name = visibleLine(title.charAt(0).toUpperCase() + title.slice(1));
  const kind = style.dim(own ? 'a series of yours' : series);
  const lines = inColumns('', 0, [style.bold(name), kind], style.width);
  lines.push(paragraph(valueLine(measure, on), style.width));
  const shown = parts.filter(({ n, value }) => (n ?? 0) > 0 || value !== null);
  if (shown.length > 0 && !drawn) lines.push('', table(shown.map(partRow), style.width));
  if (!drawn) lines.push('');
  if (points.length > 0 && !drawn) {
    const picture = sparklineOf(measure, Math.min(PICTURE, style.width - 4), on, style).trimStart();
    lines.push(`${INDENT}${picture}`, paragraph(pointsLine(measure), style.width), '');
  }
  lines.push(paragraph(verdictLine(measure, rules, on, testable), style.width));
  return lines.join('\n');
}

function valueLine(
  { value, needs, n, unit, word, window, own, ci95 }: MeasuredSeries,
  on: Day,
): string {
  const days =
    window.from === window.to
      ? inShort(window.to, on)
      : `${inShort(window.from, on)} to ${inShort(window.to, on)}`;
  if (value === null) return `needs ${needs} (${days})`;
  const [whole = '', range = ''] = measureText({ value, ci95, unit }).split(' [');
  const of = unit === 'points' && !own ? ' of 100' : '';
  const called = word === null ? '' : `, ${word}`;
  return `${whole}${of}${range ? ` [${range}` : ''}, n ${n}${called}; ${days}`;
}

function partRow({ part, x, n, value }: MeasuredSeries['parts'][number]): string[] {
  const name =
    part in RATIO_WORDS
      ? RATIO_WORDS[part as RatioItem]
      : isShipped(part)
        ? seriesTitle(part)
        : part;
  const share = value === null ? '' : `${Math.round(value)} %`;
  const count = x === null || n === null ? '' : `${x} of ${n}`;
  return [visibleLine(PART_WORDS[part] ?? name), share, count];
}

const PART_WORDS: Readonly<Record<string, string>> = {
  sessionDays: 'session days',
  within: 'inside their days',
};

function pointsLine({ points, weeks }: MeasuredSeries): string {
  const [first, last] = [points[0], points.at(-1)];
  const tested = points.filter((point) => point.tested).length;
  const what = weeks === 1 ? 'weekly point' : `point, ${weeks} weeks each`;
  const many = weeks === 1 ? 'weekly points' : `points, ${weeks} weeks each`;
  const span = first && last && first !== last ? `, ${first.week} to ${last.week}` : '';
  const left = tested < points.length ? `; ${tested} of them may be tested` : '';
  return `${counted(points.length, what, many)}${span}${left}.`;
}

function verdictLine(
  { verdict, own, series }: MeasuredSeries,
  rules: VerdictRules,
  on: Day,
  testable: boolean,
): string {
  if (verdict) {
    const [issued, next] = [verdict.issued, verdict.next].map((day) => inWords(day as Day, on));
    return `Verdict of ${issued}: ${sentenceOf(verdict, rules, on)} The next one: ${next}.`;
  }
  if (!own && !JUDGED.some((judged) => judged === series))
    return 'No verdict is issued on this one: it is shown, and not tested.';
  return testable
    ? 'No verdict yet: praxis review month issues one.'
    : 'No verdict yet: it has no point so far that may be tested.';
}

/** Verdicts that are told under a chart. */
const LAST_VERDICTS = 6;

/** What the characters of a chart mean, and what they say. */
export function legendText(chart: Chart, on: Day, style: Style): string {
  const pen = penFor(style);
  const { points, line, breaks, verdicts, weeks } = chart;
  const what = weeks === 1 ? 'a week' : `${weeks} weeks`;
  const untested = points.some(({ tested }) => !tested)
    ? [`${pen.untested} in the warm-up or before a break: in no test`]
    : [];
  const said = verdicts
    .slice(-LAST_VERDICTS)
    .map(({ on: issued, verdict }) => `${dateInShort(issued, on)} ${VERDICT_PHRASES[verdict]}`);
  const described = chart.cut ? 'the points, those before these weeks too' : 'the points';
  const note = `The line describes ${described}. Whether it means something is for the monthly review to say.`;
  return [
    ...inColumns('', 0, [`${pen.point} ${what}`, ...untested], style.width),
    ...inColumns('', 0, line ? lineTexts(line, pen) : [NO_LINE], style.width),
    ...breaks.map((each) =>
      paragraph(`${pen.cut} ${inWords(each.on, on)}: ${visibleLine(each.reason)}`, style.width),
    ),
    ...inColumns(pen.verdict, 2, said.length > 0 ? ['verdicts:', ...said] : [], style.width),
    style.dim(paragraph(note, style.width)),
  ].join('\n');
}

const NO_LINE = 'No line yet: it takes 8 points that may be tested.';

function lineTexts({ perMonth, ci95, weeks }: ChartLine, pen: Pen): string[] {
  const slope = (x: number | null) =>
    x === null ? 'open' : `${x > 0 ? '+' : ''}${Number(x.toPrecision(2))}`;
  const [lower, upper] = ci95;
  const middle = pen.line[Math.floor(pen.line.length / 2)];
  return [
    `${middle} median slope ${slope(perMonth)} in four weeks [${slope(lower)} to ${slope(upper)}]`,
    ...(weeks.some(({ band }) => band) ? [`${pen.band} 95 % range of the slope`] : []),
  ];
}
