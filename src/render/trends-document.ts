import type { Chart } from '../domain/chart.ts';
import type { MeasuredSeries, MeasureText, Trends } from '../domain/measure.ts';
import type { VerdictReport } from '../domain/verdict.ts';

/** Everything, as JSON has it: numbers are never rounded, and what may not be shown is null with what it needs. */
export function trendsDocument({
  on,
  measures,
  feltGap,
  jointWork,
  comparison,
}: Trends): Record<string, unknown> {
  return {
    schema: 'praxis.trends/1',
    on,
    series: measures,
    feltGap,
    jointWork,
    comparison,
  };
}

/** One series or a few, with all that was said of them. */
export function namedTrendsDocument(
  on: string,
  named: readonly {
    readonly measure: MeasuredSeries;
    readonly chart: Chart;
    readonly verdicts: readonly VerdictReport[];
  }[],
): Record<string, unknown> {
  return {
    schema: 'praxis.trends/1',
    on,
    series: named.map(({ measure, chart, verdicts }) => ({
      ...measure,
      line: chart.line && { perMonth: chart.line.perMonth, ci95: chart.line.ci95 },
      breaks: chart.breaks,
      verdicts,
    })),
  };
}

export function explainDocument(
  texts: readonly (MeasureText | (Omit<MeasureText, 'series'> & { series: string }))[],
): Record<string, unknown> {
  return { schema: 'praxis.measures/1', measures: texts };
}
