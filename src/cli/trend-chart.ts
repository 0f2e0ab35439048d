import { blocksOf } from '../analysis/report.ts';
import { trendLine } from '../analysis/trend-line.ts';
import { weekNumber } from '../analysis/weekly.ts';
import type { Chart, ChartLine } from '../domain/chart.ts';
import { firstDayOf } from '../domain/day.ts';
import type { MeasuredSeries } from '../domain/measure.ts';
import { listBreaks } from '../store/break.ts';
import type { Journal } from '../store/open.ts';
import { listVerdicts } from '../store/verdict.ts';
import type { Context } from './context.ts';
import { dayNumber, weekNumbered } from './days.ts';

/** What is drawn of a series: its points, the line through those that may be tested, and what happened beside. */
export function chartOf(journal: Journal, measure: MeasuredSeries, { today }: Context): Chart {
  const { series, title, unit, weeks, points } = measure;
  const first = points[0]?.week;
  return {
    series,
    title,
    unit,
    weeks,
    points,
    line: lineOf(measure),
    breaks: listBreaks(journal)
      .filter(({ on }) => first !== undefined && on >= firstDayOf(first) && on <= today)
      .map(({ on, reason }) => ({ on, reason })),
    verdicts: listVerdicts(journal)
      .filter((each) => each.series === series && each.issuedOn <= today)
      .filter(({ issuedOn }) => first !== undefined && issuedOn >= firstDayOf(first))
      .map(({ issuedOn, report }) => ({ on: issuedOn, verdict: report.verdict })),
  };
}

function lineOf({ points, weeks }: MeasuredSeries): ChartLine | null {
  const tested = points
    .filter((point) => point.tested)
    .map(({ week, value }) => ({ t: weekNumber(dayNumber(firstDayOf(week))), y: value }));
  const found = trendLine(tested, blocksOf(weeks).step);
  const [first, last] = [tested[0], tested.at(-1)];
  if (found.kind === 'needs' || !first || !last) return null;
  const { slope, lower, upper, pivot } = found;
  const at = (t: number, by: number) => pivot.y + by * (t - pivot.t);
  const monthly = (x: number | null) => (x === null ? null : 4 * x);
  const over = Array.from({ length: last.t - first.t + 1 }, (_, i) => first.t + i);
  return {
    perMonth: 4 * slope,
    ci95: [monthly(lower), monthly(upper)],
    weeks: over.map((t) => {
      const ends =
        lower === null || upper === null
          ? null
          : [at(t, lower), at(t, upper)].sort((a, b) => a - b);
      return {
        week: weekNumbered(t),
        value: at(t, slope),
        band: ends && [ends[0] ?? 0, ends[1] ?? 0],
      };
    }),
  };
}
