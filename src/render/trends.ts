import stringWidth from 'fast-string-width';
import { type Day, dateInShort, dateInWords, weekOf } from '../domain/day.ts';
import type { MeasuredSeries, Trends } from '../domain/measure.ts';
import type { Difference } from '../domain/periods.ts';
import type { RatioItem } from '../domain/ratio.ts';
import { HEADLINE } from '../domain/series.ts';
import { moves } from '../domain/verdict.ts';
import { measureText, practisedText } from './measure.ts';
import { sparklineOf } from './spark-weeks.ts';
import { clip, INDENT, inColumns, padEnd, paragraph, type Style, visibleLine } from './text.ts';
import { VERDICT_PHRASES } from './verdict.ts';
import { RATIO_WORDS } from './week.ts';

const LABEL = 21;
const VALUE = 15;
const PICTURE = 12;
const COUNT = 6;
/** Below this a row stands on several lines. */
const NARROW = 2 + LABEL + VALUE + PICTURE + 2 + COUNT;

/** Columns of the labels: on a narrow screen the longest are cut. */
function labelOf({ width }: Style): number {
  return width < NARROW ? LABEL - 3 : LABEL;
}

/** Everything on one screen: a row a measure, parts before what they make up; what was never counted has no row. */
export function trendsText(trends: Trends, style: Style): string {
  const { measures, on } = trends;
  const of = (series: string) => {
    const found = measures.find((each) => each.series === series);
    if (!found) throw new Error(`no measure ${series}`);
    return found;
  };
  if (measures.every(({ n, points }) => n === 0 && points.length === 0)) {
    return paragraph(
      'Nothing is counted yet. praxis reflect counts this evening, praxis tally handed-back a moment as it happens; praxis trends --explain says what comes of it.',
      style.width,
    );
  }
  const lines: string[] = [];
  const row = (label: string, measure: MeasuredSeries, more = '') =>
    lines.push(...rowOf(label, measure, more, on, style));
  const under = (parts: readonly string[]) => lines.push(...inColumns('', 2, parts, style.width));
  const lli = of('lli');
  row('Leading leaders', lli, lli.word ?? '');
  for (const { part } of lli.parts) row(`  ${of(part).title}`, of(part));
  row('Stance felt', of('R1'), feltText(trends));
  const tpi = of('tpi');
  row('Trust practice', tpi);
  under(
    tpi.parts
      .filter(({ n }) => (n ?? 0) > 0)
      .map(({ part, x, n }) => `${RATIO_WORDS[part as RatioItem]} ${x}/${n}`),
  );
  const cand = of('cand');
  const [news] = cand.parts;
  row('Candour', cand, news && cand.n > 0 ? `early bad news ${news.x} of ${news.n}` : '');
  const ac = of('ac');
  if (ac.n > 0) {
    row('People known', ac);
    under(peopleText(ac));
  }
  const days = of('density').parts[0];
  if (days) {
    lines.push(...labelled('Practised', practisedText(days.x ?? 0, days.n ?? 0), style));
  }
  const others = alsoText(trends);
  lines.push(...inColumns('Also', labelOf(style), others, style.width));
  for (const measure of measures.filter(({ own }) => own))
    row(visibleLine(measure.title), measure, ownText(measure, on));
  const compared = comparedText(trends);
  if (compared) lines.push('', paragraph(compared, style.width));
  lines.push(
    '',
    style.dim(
      paragraph(
        'Numbers come with their range, the last verdict with its day. What one means, and what not: praxis trends lli --explain; a picture of it: --chart.',
        style.width,
      ),
    ),
  );
  return lines.join('\n');
}

/** One row; what does not fit behind it goes under it. */
function rowOf(
  label: string,
  measure: MeasuredSeries,
  more: string,
  on: Day,
  style: Style,
): string[] {
  const { value, needs, n } = measure;
  const columns = labelOf(style);
  const name = clip(label, columns - 1);
  const told = [more, verdictText(measure, on)].filter((text) => text !== '').join(' · ');
  if (value === null) {
    const texts = [n > 0 || told === '' ? `needs ${needs}` : '', told].filter(
      (text) => text !== '',
    );
    return labelled(name, texts.join(' · '), style);
  }
  const count = `n ${n}`;
  if (style.width < NARROW) {
    const picture = sparklineOf(measure, PICTURE, on, style);
    const parts = [measureText(measure), count, picture, told].filter((text) => text !== '');
    return inColumns(name, columns, parts, style.width);
  }
  const cells =
    INDENT +
    padEnd(name, columns) +
    padEnd(`${measureText(measure)} `, VALUE) +
    padEnd(sparklineOf(measure, PICTURE, on, style), PICTURE + 2) +
    padEnd(`${count} `, COUNT);
  const line = `${cells}${told}`.trimEnd();
  if (told === '' || stringWidth(line) <= style.width) return [line];
  return [cells.trimEnd(), paragraph(told, style.width, ' '.repeat(INDENT.length + columns))];
}

function labelled(label: string, text: string, style: Style): string[] {
  const columns = labelOf(style);
  const wrapped = paragraph(text, style.width, ' '.repeat(INDENT.length + columns));
  return [INDENT + padEnd(label, columns) + wrapped.trimStart()];
}

/** `hint of rising, 1 Nov`. A move of a series beside the headline ones is exploratory. */
function verdictText({ verdict, series }: MeasuredSeries, on: Day): string {
  if (!verdict) return '';
  const phrase =
    verdict.verdict === 'too-few'
      ? 'too few points'
      : VERDICT_PHRASES[verdict.verdict].replace(/^a /, '');
  const beside = moves(verdict.verdict) && !HEADLINE.includes(series) ? ', exploratory' : '';
  return `${phrase}${beside}, ${dateInShort(verdict.issued as Day, on)}`;
}

/** Whose series it is, and of which week its value, where that is not this one. */
function ownText({ window }: MeasuredSeries, on: Day): string {
  const week = weekOf(window.from);
  return week === weekOf(on) ? 'yours' : `yours, of ${week}`;
}

function feltText({ feltGap }: Trends): string {
  if (feltGap.value === null) return '';
  if (!feltGap.mention) return 'about where the counts are';
  const points = Math.round(Math.abs(feltGap.value));
  return `${points} points ${feltGap.value > 0 ? 'above' : 'below'} the counts`;
}

/** People by how well they are known, the least first. */
function peopleText({ parts }: MeasuredSeries): string[] {
  const known = parts
    .flatMap(({ part, value }) => (value === null ? [] : [{ part, value }]))
    .sort((one, other) => one.value - other.value || (one.part < other.part ? -1 : 1));
  const shown = known
    .slice(0, MOST_PEOPLE)
    .map(({ part, value }) => `${visibleLine(part)} ${Math.round(value)}`);
  const more = known.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
}

const MOST_PEOPLE = 8;

/** Measures that are told in a line together, where there is something to count. */
const ALSO = ['R2', 'R3', 'R4', 'al', 'cc', 'ir', 'chx', 'al3', 'mvw', 'out', 'intentions'];

function alsoText({ measures, jointWork }: Trends): string[] {
  const told = ALSO.flatMap((series) => {
    const measure = measures.find((each) => each.series === series);
    if (!measure || (measure.n === 0 && measure.value === null)) return [];
    const { title, n, value, needs, unit } = measure;
    if (value === null) return [`${title} needs ${needs}`];
    const percent = unit === 'points' ? ' %' : '';
    const [whole = '', range = ''] = measureText(measure).split(' [');
    return [`${title} ${whole}${percent}${range ? ` [${range}` : ''} (n ${n})`];
  });
  const corner =
    jointWork.corner === null ? [] : [`initiative and joint work: ${jointWork.corner}`];
  return [...told, ...corner];
}

/** This quarter against the last: the primary question, and what is missing where it cannot be answered. */
function comparedText({ comparison, on }: Trends): string | null {
  if (!comparison) return null;
  const { cut, pairs, leading, fell } = comparison;
  const cutText = cut
    ? ` Nothing is compared across the break of ${dateInWords(cut.on, on)} (${visibleLine(cut.reason)}).`
    : '';
  const stance = pairs.find(({ pair }) => pair === 'stance');
  const parts = [
    ...(stance ? [`handed back ${differenceText(stance.difference)}`] : []),
    ...(leading.value === null ? [] : [`leading leaders ${differenceText(leading)}`]),
  ];
  if (comparison.earlier.sessionDays === 0 || parts.length === 0) return cutText.trim() || null;
  const less = fell ? ' Session days fell by half or more: it may be what was counted.' : '';
  return `The last twelve weeks against the twelve before: ${parts.join('; ')}.${cutText}${less}`;
}

/** `+10 points [0 to +20]`. */
function differenceText(difference: Difference): string {
  if (difference.value === null) return `needs ${difference.needs}`;
  const signed = (x: number) => (Math.round(x) > 0 ? `+${Math.round(x)}` : String(Math.round(x)));
  const [lower, upper] = difference.ci95;
  const points = Math.abs(Math.round(difference.value)) === 1 ? 'point' : 'points';
  return `${signed(difference.value)} ${points} [${signed(lower)} to ${signed(upper)}]`;
}
