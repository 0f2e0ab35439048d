import type { Chart } from '../domain/chart.ts';
import { type Day, daysBetween, firstDayOf, type Week, weekOf } from '../domain/day.ts';
import { type Scale, scaleOf } from './scale.ts';
import { INDENT, type Style } from './text.ts';
import { axisText } from './time-axis.ts';

/** What pictures are drawn with. The line has a few heights within a row, so that a gentle slope is seen as one. */
export interface Pen {
  readonly point: string;
  /** A point that no test uses: of the warm-up, or from before a break. */
  readonly untested: string;
  /** From the top of a row to its foot. */
  readonly line: readonly string[];
  readonly band: string;
  readonly cut: string;
  readonly verdict: string;
  readonly side: string;
  readonly mark: string;
  readonly corner: string;
  readonly foot: string;
}

const UNICODE: Pen = {
  point: '●',
  untested: '○',
  line: ['⎺', '⎻', '─', '⎼', '⎽'],
  band: '░',
  cut: '┊',
  verdict: '▲',
  side: '│',
  mark: '┤',
  corner: '└',
  foot: '─',
};

const ASCII: Pen = {
  point: 'o',
  untested: '.',
  line: ['-'],
  band: ':',
  cut: '|',
  verdict: '^',
  side: '|',
  mark: '+',
  corner: '+',
  foot: '-',
};

export function penFor({ unicode }: Pick<Style, 'unicode'>): Pen {
  return unicode ? UNICODE : ASCII;
}

/** Columns of the numbers at the side. */
const LABEL = 7;

/** The weeks that a picture goes over. */
export interface Weeks {
  readonly first: Week;
  readonly last: Week;
}

/** All weeks of some pictures: what stands above each other is of the same time. */
export function weeksOf(charts: readonly Chart[], today: Day): Weeks | null {
  const weeks = charts.flatMap(({ points }) => points.map(({ week }) => week)).sort();
  const [first] = weeks;
  return first === undefined ? null : { first, last: weekOf(today) };
}

/**
 * A series as a picture of characters: points, the line through them with its band, breaks, and under the axis the
 * weeks in which verdicts were issued. @param rows of the picture itself.
 */
export function chartText(
  chart: Chart,
  { first, last }: Weeks,
  rows: number,
  style: Style,
): string {
  const pen = penFor(style);
  const columns = Math.max(10, style.columns - INDENT.length - LABEL - 2);
  const count = weeksFrom(first, last) + 1;
  // The middle of a week's share of the columns.
  const at = (week: Week) =>
    Math.min(columns - 1, Math.floor(((weeksFrom(first, week) + 0.5) * columns) / count));
  const scale = scaleOf(valuesOf(chart), chart.unit);
  const canvas = new Canvas(columns, rows, scale);
  for (const { on } of chart.breaks) canvas.column(at(weekOf(on)), pen.cut);
  drawLine(canvas, chart, at, pen);
  for (const { week, value, tested } of chart.points)
    canvas.set(at(week), value, tested ? pen.point : pen.untested);
  const labels = labelsOf(scale.marks);
  const lines = canvas.lines((row) => {
    const mark = scale.marks.findIndex((value) => rowOf(value, rows, scale) === row);
    return `${(labels[mark] ?? '').padStart(LABEL - 1)} ${mark < 0 ? pen.side : pen.mark}`;
  });
  const foot = `${INDENT}${' '.repeat(LABEL)}${pen.corner}`;
  const under = new Set(chart.verdicts.map(({ on }) => at(weekOf(on))));
  const marks = Array.from({ length: columns }, (_, i) => (under.has(i) ? pen.verdict : pen.foot));
  const inset = `${INDENT}${' '.repeat(LABEL + 1)}`;
  return [
    ...lines.map((line) => INDENT + line.trimEnd()),
    foot + marks.join(''),
    `${inset}${axisText(first, count, columns)}`.trimEnd(),
  ].join('\n');
}

/** Weeks from one to another. */
function weeksFrom(first: Week, week: Week): number {
  return daysBetween(firstDayOf(first), firstDayOf(week)) / 7;
}

/** What the scale has to hold: every point, and the line. The band may run out of the picture. */
function valuesOf({ points, line }: Chart): number[] {
  return [...points.map(({ value }) => value), ...(line?.weeks ?? []).map(({ value }) => value)];
}

function drawLine(canvas: Canvas, { line }: Chart, at: (week: Week) => number, pen: Pen): void {
  const weeks = line?.weeks ?? [];
  for (const [i, here] of weeks.entries()) {
    const next = weeks[i + 1] ?? here;
    const [from, to] = [at(here.week), at(next.week)];
    for (let column = from; column <= to; column++) {
      const share = to === from ? 0 : (column - from) / (to - from);
      const between = (one: number, other: number) => one * (1 - share) + other * share;
      if (here.band && next.band) {
        const [low, high] = here.band;
        const [nextLow, nextHigh] = next.band;
        canvas.fill(column, between(low, nextLow), between(high, nextHigh), pen.band);
      }
      canvas.stroke(column, between(here.value, next.value), pen.line);
    }
  }
}

const LARGE = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Marks of one scale, all in the same way and with as many digits as there is room for: 0.25, 130k, -1.05M, 2e-9. */
function labelsOf(marks: readonly number[]): string[] {
  const short = (x: number) => String(Number(x.toPrecision(3))).replace('e+', 'e');
  const most = Math.max(...marks.map(Math.abs));
  const large = LARGE.filter(([size]) => most >= size);
  const ways = [
    short,
    ...large.map(
      ([size, sign]) =>
        (x: number) =>
          x === 0 ? '0' : short(x / size) + sign,
    ),
    ...[2, 1, 0].map((digits) => (x: number) => x.toExponential(digits).replace(/\.?0*e\+?/, 'e')),
  ];
  return ways.map((way) => marks.map(way)).find(fits) ?? marks.map(() => '');
}

function fits(labels: readonly string[]): boolean {
  return labels.every(({ length }) => length < LABEL);
}

/** The row of a value, 0 at the top. */
function rowOf(value: number, rows: number, { least, most }: Scale): number {
  const share = (value - least) / (most - least);
  return Math.min(rows - 1, Math.max(0, Math.floor((1 - share) * rows)));
}

/** A grid of characters: what is set later stands before what was filled. */
class Canvas {
  readonly #rows: string[][];
  readonly #scale: Scale;

  constructor(columns: number, rows: number, scale: Scale) {
    this.#rows = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
    this.#scale = scale;
  }

  set(column: number, value: number, character: string): void {
    const row = this.#rows[rowOf(value, this.#rows.length, this.#scale)];
    if (row && column >= 0 && column < row.length) row[column] = character;
  }

  /** A vertical line through the whole picture. */
  column(column: number, character: string): void {
    for (const row of this.#rows) if (column >= 0 && column < row.length) row[column] = character;
  }

  /** The rows between two values, where nothing stands yet. */
  fill(column: number, from: number, to: number, character: string): void {
    const { least, most } = this.#scale;
    if (to < least || from > most) return;
    const top = rowOf(Math.min(to, most), this.#rows.length, this.#scale);
    const foot = rowOf(Math.max(from, least), this.#rows.length, this.#scale);
    for (let i = top; i <= foot; i++) {
      const row = this.#rows[i];
      if (row?.[column] === ' ') row[column] = character;
    }
  }

  /** A piece of a line, at its height within the row. */
  stroke(column: number, value: number, heights: readonly string[]): void {
    const { least, most } = this.#scale;
    if (value < least || value > most) return;
    const rows = this.#rows.length;
    const depth = (1 - (value - least) / (most - least)) * rows;
    const within = Math.min(0.999, depth - rowOf(value, rows, this.#scale));
    this.set(column, value, heights[Math.floor(Math.max(0, within) * heights.length)] ?? '-');
  }

  lines(side: (row: number) => string): string[] {
    return this.#rows.map((row, i) => side(i) + row.join(''));
  }
}
