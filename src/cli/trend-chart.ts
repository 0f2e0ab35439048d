import { trendLine } from '../analysis/trend-line.ts';
import { weekNumber } from '../analysis/weekly.ts';
import type { Chart, ChartLine } from '../domain/chart.ts';
import { type Day, firstDayOf, type Week } from '../domain/day.ts';
import type { MeasuredSeries, MeasurePoint } from '../domain/measure.ts';
import { listBreaks } from '../store/break.ts';
import type { Journal } from '../store/journal.ts';
import type { Issued } from '../store/verdict.ts';
import { dayNumber, weekNumbered } from './days.ts';

/**
 * What is drawn of a series: some of its points, the line through all that may be tested, and what happened beside. A
 * line through the last weeks alone would be another one at every look.
 */
export function chartOf(
  journal: Journal,
  whole: MeasuredSeries,
  points: readonly MeasurePoint[],
  issued: readonly Issued[],
  on: Day,
): Chart {
  const { series, title, unit, weeks } = whole;
  const first = points[0]?.week;
  const shown = (day: Day) => first !== undefined && day >= firstDayOf(first) && day <= on;
  const line = lineOf(whole);
  return {
    series,
    title,
    unit,
    weeks,
    points,
    cut: points.length < whole.points.length,
    line: line && { ...line, weeks: line.weeks.filter(({ week }) => shown(firstDayOf(week))) },
    breaks: listBreaks(journal)
      .filter((each) => shown(each.on))
      .map((each) => ({ on: each.on, reason: each.reason })),
    verdicts: issued
      .filter(({ issuedOn }) => shown(issuedOn))
      .map(({ issuedOn, report }) => ({ on: issuedOn, verdict: report.verdict })),
  };
}

function lineOf({ points, weeks: step }: MeasuredSeries): ChartLine | null {
  const numberOf = (week: Week) => weekNumber(dayNumber(firstDayOf(week)));
  const tested = points
    .filter((point) => point.tested)
    .map(({ week, value }) => ({ t: numberOf(week), y: value }));
  const found = trendLine(tested, step);
  const [first, last] = [tested[0], tested.at(-1)];
  if (found.kind === 'needs' || !first || !last) return null;
  const { slope, lower, upper, pivot } = found;
  const at = (t: number, by: number) => pivot.y + by * (t - pivot.t);
  const monthly = (x: number | null) => (x === null ? null : 4 * x);
  const over = Array.from({ length: last.t - first.t + 1 }, (_, i) => first.t + i);
  return {
    perMonth: 4 * slope,
    ci95: [monthly(lower), monthly(upper)],
    weeks: over.map((t) => ({
      week: weekNumbered(t),
      value: at(t, slope),
      band: lower === null || upper === null ? null : ordered(at(t, lower), at(t, upper)),
    })),
  };
}

function ordered(one: number, other: number): readonly [number, number] {
  return one <= other ? [one, other] : [other, one];
}
