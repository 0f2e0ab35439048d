import { THRESHOLDS } from '../analysis/constants.ts';
import { jointWork } from '../analysis/joint-work.ts';
import { feltGap } from '../analysis/leading-index.ts';
import { needs } from '../analysis/measured.ts';
import { WEEKS } from '../analysis/report.ts';
import { type Course, type CoursePoint, weekNumber } from '../analysis/weekly.ts';
import { addDays, type Day, laterOf, weekOf } from '../domain/day.ts';
import type {
  FeltGap,
  JointWorkFigure,
  Measure,
  MeasuredSeries,
  MeasurePoint,
  Trends,
} from '../domain/measure.ts';
import {
  asSeriesName,
  type OwnSeries,
  SERIES,
  SERIES_IDS,
  type SeriesId,
} from '../domain/series.ts';
import type { VerdictReport } from '../domain/verdict.ts';
import { pairCountsByDay } from '../store/by-day.ts';
import type { Journal } from '../store/journal.ts';
import { listSeries } from '../store/series.ts';
import { verdictsUpTo } from '../store/verdict.ts';
import { courseOf, cutsOf, lookBack } from './course.ts';
import { dayNumber, dayNumbered, weekNumbered } from './days.ts';
import { countsOf } from './index-parts.ts';
import { READERS } from './measure-values.ts';
import { stanceFelt } from './month-figures.ts';
import { comparisonOn } from './period-comparison.ts';
import { SeriesDays } from './series-days.ts';
import { ownPoints, seriesPoints, timeOf } from './series-points.ts';

/** Points that a small picture shows. */
const PICTURED = 12;

/**
 * Every measure and what belongs to it, as it stands at the end of a day.
 * @param weeks of the points; `pictured` for as many as the small pictures show, `all` for ten years.
 */
export function trendsOn(journal: Journal, on: Day, weeks: number | 'pictured' | 'all'): Trends {
  const outlook = new Outlook(journal, on, (step) => {
    if (typeof weeks === 'number') return weeks;
    return weeks === 'all' ? THRESHOLDS.weekly.most : PICTURED * step;
  });
  const shipped = SERIES_IDS.map((series) => outlook.shipped(series));
  const own = listSeries(journal).map((series) => outlook.own(series));
  const lli = shipped.find(({ series }) => series === 'lli');
  return {
    on,
    measures: [...shipped, ...own],
    feltGap: feltGapOn(journal, on, lli),
    jointWork: jointWorkOn(journal, on),
    comparison: outlook.course ? comparisonOn(journal, on) : null,
  };
}

/** One series with all its points, up to ten years back. */
export function seriesOn(journal: Journal, on: Day, series: SeriesId | OwnSeries): MeasuredSeries {
  const outlook = new Outlook(journal, on, () => THRESHOLDS.weekly.most);
  return typeof series === 'string' ? outlook.shipped(series) : outlook.own(series);
}

/** The same with the points of the last weeks alone: of several weeks, those that end in them. */
export function ofLastWeeks(measure: MeasuredSeries, weeks: number, on: Day): MeasuredSeries {
  const first = weekNumbered(weekNumber(dayNumber(on)) - weeks + 1 - (measure.weeks - 1));
  return { ...measure, points: measure.points.filter(({ week }) => week >= first) };
}

/** A journal as it is looked at on a day: what several series need of it is read once. */
class Outlook {
  readonly course: Course | undefined;
  readonly #journal: Journal;
  readonly #on: Day;
  readonly #weeksOf: (step: number) => number;
  readonly #verdicts: ReadonlyMap<string, VerdictReport>;
  readonly #days = new Map<Day, SeriesDays>();

  /** @param weeksOf how many weeks back points go, for a series with a point every so many weeks. */
  constructor(journal: Journal, on: Day, weeksOf: (step: number) => number) {
    this.#journal = journal;
    this.#on = on;
    this.#weeksOf = weeksOf;
    this.course = courseOf(journal, on);
    this.#verdicts = new Map(
      verdictsUpTo(journal, on).map(({ series, report }) => [series, report]),
    );
  }

  shipped(series: SeriesId): MeasuredSeries {
    const { from: begin, read } = READERS[series];
    const from = begin(this.#on);
    const { step } = timeOf(series);
    const { course } = this;
    const points = course
      ? seriesPoints(series, this.#daysFrom(this.#since(step), course), course)
      : [];
    return {
      series,
      ...SERIES[series],
      own: false,
      window: { from, to: this.#on },
      ...read(this.#journal, from, this.#on),
      verdict: this.#verdicts.get(series) ?? null,
      weeks: step,
      points: this.#shown(points, step),
    };
  }

  own(series: OwnSeries): MeasuredSeries {
    const { name, unit } = series;
    const cuts = cutsOf(this.#journal, this.#on);
    const all = ownPoints(this.#journal, series, lookBack(this.#on), this.#on, cuts);
    const last = all.at(-1);
    const monday = dayNumbered(7 * (last?.t ?? weekNumber(dayNumber(this.#on))) - 3);
    const value: Pick<Measure, 'value' | 'n' | 'needs'> = last
      ? { value: last.y, n: last.n, needs: null }
      : { value: null, n: 0, needs: '1 value' };
    return {
      series: name,
      title: name,
      unit,
      own: true,
      window: { from: monday, to: addDays(monday, 6) },
      ...value,
      ci95: null,
      parts: [],
      word: null,
      verdict: this.#verdicts.get(name) ?? null,
      weeks: WEEKS.step,
      points: this.#shown(all, WEEKS.step),
    };
  }

  #since(step: number): Day {
    return laterOf(lookBack(this.#on), addDays(this.#on, -7 * (this.#weeksOf(step) + step)));
  }

  // Series that look back equally far share their days.
  #daysFrom(since: Day, course: Course): SeriesDays {
    const from = laterOf(since, dayNumbered(course.start));
    const known = this.#days.get(from) ?? new SeriesDays(this.#journal, from, this.#on);
    this.#days.set(from, known);
    return known;
  }

  #shown(points: readonly CoursePoint[], step: number): MeasurePoint[] {
    const first = weekNumber(dayNumber(this.#on)) - this.#weeksOf(step);
    return points
      .filter(({ t }) => t > first)
      .map(({ t, y, n, tested }) => ({ week: weekNumbered(t), value: y, n, tested }));
  }
}

function feltGapOn(journal: Journal, on: Day, lli: Measure | undefined): FeltGap {
  const { value = null, ci95 = null, needs: missing = null } = lli ?? {};
  const index =
    value === null || ci95 === null
      ? needs(missing ?? 'the leading index')
      : ({ kind: 'value', value, ci95: { lower: ci95[0], upper: ci95[1] } } as const);
  const found = feltGap(stanceFelt(journal, on), index);
  return found.kind === 'value'
    ? { value: found.gap, mention: found.mention, needs: null }
    : { value: null, mention: false, needs: found.needs };
}

function jointWorkOn(journal: Journal, on: Day): JointWorkFigure {
  const from = addDays(on, 1 - THRESHOLDS.leading.windowDays);
  const days = pairCountsByDay(journal, from, on, weekOf(on));
  const found = jointWork(countsOf(days, 'motion'), countsOf(days, 'routing'));
  if (found.kind === 'needs') {
    return { initiative: null, amongThemselves: null, corner: null, needs: found.needs };
  }
  return {
    initiative: 100 * found.initiative.share,
    amongThemselves: 100 * found.amongThemselves.share,
    corner: found.corner,
    needs: null,
  };
}

/** The series that a name on the command line means: shipped ones in any case, then the user's own; undefined for none. */
export function seriesCalled(journal: Journal, given: string): SeriesId | OwnSeries | undefined {
  const name = asSeriesName(given);
  const shipped = SERIES_IDS.find((id) => id.toLowerCase() === name);
  return shipped ?? listSeries(journal).find((each) => each.name === name);
}
