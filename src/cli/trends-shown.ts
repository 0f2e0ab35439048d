import { THRESHOLDS } from '../analysis/constants.ts';
import { measureTexts } from '../content/measures.ts';
import type { MeasuredSeries } from '../domain/measure.ts';
import { didYouMean } from '../domain/nearest.ts';
import { type OwnSeries, SERIES_IDS, type SeriesId, seriesTitle } from '../domain/series.ts';
import { EXIT, UserError } from '../errors.ts';
import { chartText, weeksOf } from '../render/chart.ts';
import { csv } from '../render/csv.ts';
import { explainAllText, explainText, OWN_TEXT } from '../render/explain.ts';
import { legendText, seriesText } from '../render/trend-series.ts';
import { trendsText } from '../render/trends.ts';
import { explainDocument, namedTrendsDocument, trendsDocument } from '../render/trends-document.ts';
import type { Journal } from '../store/journal.ts';
import { listSeries } from '../store/series.ts';
import { verdictsAbout } from '../store/verdict.ts';
import { positive } from './args.ts';
import type { Context } from './context.ts';
import { ofLastWeeks, seriesCalled, seriesOn, trendsOn } from './measures.ts';
import { chartOf } from './trend-chart.ts';
import type { TrendsOptions } from './trends-options.ts';

/** Most series beside each other: more do not fit a screen. */
const MOST_BESIDE = 3;
/** Rows of one chart, and of each of several. */
const ROWS = 12;
const ROWS_BESIDE = 8;

/** `trends`: everything, or some series by name. */
export async function trends(
  context: Context,
  names: readonly string[],
  options: TrendsOptions,
): Promise<void> {
  checkOptions(context, names, options);
  const weeks =
    options.weeks === undefined
      ? undefined
      : positive('--weeks', options.weeks, THRESHOLDS.weekly.most);
  await context.reading((journal) => {
    const wanted = names.map((name) => called(journal, name));
    if (options.explain) return explain(context, wanted);
    if (wanted.length > 0) return named(context, journal, wanted, options, weeks);
    const whole = options.csv || context.options.json;
    const found = trendsOn(journal, context.today, weeks ?? (whole ? 'all' : 'pictured'));
    if (options.csv) return context.sayWhole(pointsCsv(found.measures));
    context.answer(trendsDocument(found), () => trendsText(found, context.style));
  });
}

function named(
  context: Context,
  journal: Journal,
  wanted: readonly (SeriesId | OwnSeries)[],
  options: TrendsOptions,
  weeks: number | undefined,
): void {
  const { today, style } = context;
  const found = wanted.map((series) => {
    const whole = seriesOn(journal, today, series);
    const measure = weeks === undefined ? whole : ofLastWeeks(whole, weeks, today);
    const issued = verdictsAbout(journal, whole.series, today);
    const testable = whole.points.some(({ tested }) => tested);
    return {
      measure,
      testable,
      chart: chartOf(journal, whole, measure.points, issued, today),
      verdicts: issued.map(({ report }) => report),
    };
  });
  if (options.csv) {
    context.sayWhole(pointsCsv(found.map(({ measure }) => measure)));
    return;
  }
  context.answer(namedTrendsDocument(today, found), () => {
    const drawn = options.chart ?? false;
    const text = ({ measure, testable }: (typeof found)[number]) =>
      seriesText(measure, THRESHOLDS, today, style, { drawn, testable });
    if (!drawn) return `${found.map(text).join('\n\n')}\n\n${hint(found, context)}`;
    const over = weeksOf(
      found.map(({ chart }) => chart),
      today,
    );
    const rows = found.length > 1 ? ROWS_BESIDE : ROWS;
    return found
      .map((each) => {
        const { chart } = each;
        return over && chart.points.length > 0
          ? [
              text(each),
              '',
              chartText(chart, over, rows, style),
              '',
              legendText(chart, today, style),
            ].join('\n')
          : `${text(each)}\n\n  There is no point to draw yet.`;
      })
      .join('\n\n');
  });
}

function hint(found: readonly { readonly measure: MeasuredSeries }[], { style }: Context): string {
  const names = found.map(({ measure }) => measure.series).join(' ');
  return style.dim(`  praxis trends ${names} --chart draws it; --explain says what it means.`);
}

function pointsCsv(measures: readonly MeasuredSeries[]): string {
  return csv({
    columns: ['series', 'week', 'value', 'n', 'tested'],
    rows: measures.flatMap(({ series, points }) =>
      points.map(({ week, value, n, tested }) => [series, week, value, n, tested ? 1 : 0]),
    ),
  });
}

function explain(context: Context, wanted: readonly (SeriesId | OwnSeries)[]): void {
  const texts = measureTexts(THRESHOLDS);
  if (wanted.length === 0) {
    context.answer(explainDocument(texts), () => explainAllText(texts, context.style));
    return;
  }
  const chosen = wanted.map((each) => {
    const series = typeof each === 'string' ? each : each.name;
    return { ...(texts.find((text) => text.series === series) ?? OWN_TEXT), series };
  });
  context.answer(explainDocument(chosen), () =>
    chosen.map((each) => explainText(seriesTitle(each.series), each, context.style)).join('\n\n'),
  );
}

/** @throws UserError (usage) for a name that is no series, naming the nearest. */
function called(journal: Journal, name: string): SeriesId | OwnSeries {
  const found = seriesCalled(journal, name);
  if (found) return found;
  const names = [...SERIES_IDS, ...listSeries(journal).map((each) => each.name)];
  throw new UserError(
    `"${name}" is no series.${didYouMean(name, names)}`,
    'praxis trends --explain names them all; praxis series list yours.',
    EXIT.usage,
  );
}

function checkOptions(
  { options: { json } }: Context,
  names: readonly string[],
  { chart, explain: explained, csv: asCsv }: TrendsOptions,
): void {
  const formats = [chart, explained, asCsv].filter(Boolean).length;
  if (formats > 1 || (json && (asCsv || chart))) {
    throw new UserError(
      '--chart, --explain, --csv and --json each say how to print.',
      'Choose one; --explain goes with --json.',
      EXIT.usage,
    );
  }
  if (chart && names.length === 0) {
    throw new UserError(
      '--chart draws a series, and none is named.',
      'praxis trends handed-back --chart.',
      EXIT.usage,
    );
  }
  if (names.length > MOST_BESIDE) {
    throw new UserError(
      `${MOST_BESIDE} series beside each other are the most.`,
      'Name fewer.',
      EXIT.usage,
    );
  }
}
