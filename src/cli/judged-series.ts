import { THRESHOLDS } from '../analysis/constants.ts';
import { type Time, WEEKS } from '../analysis/report.ts';
import type { WeekPoint } from '../analysis/weekly.ts';
import { type Day, laterOf } from '../domain/day.ts';
import { JUDGED, SERIES } from '../domain/series.ts';
import type { SeriesUnit } from '../domain/verdict.ts';
import type { Journal } from '../store/journal.ts';
import { listSeries } from '../store/series.ts';
import { courseOf, cutsOf, lookBack } from './course.ts';
import { dayNumbered, weekNumbered } from './days.ts';
import { SeriesDays } from './series-days.ts';
import { ownPoints, seriesPoints, timeOf } from './series-points.ts';

/** A series as the tests take it: the points that may be tested, in order of time. */
export interface Series {
  readonly series: string;
  readonly unit: SeriesUnit;
  /** A change in a quarter that would not matter; null where that was not said. */
  readonly zone: number | null;
  readonly time: Time;
  readonly points: readonly WeekPoint[];
  /** Weeks of the first and the last point. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

/** All series that verdicts are issued on, as they stand at the end of a day: praxis's own, then the user's. */
export function judgedSeries(journal: Journal, on: Day): Series[] {
  const course = courseOf(journal, on);
  const since = lookBack(on);
  const own = listSeries(journal).map((series) => {
    const { name, unit } = series;
    const points = ownPoints(journal, series, since, on, cutsOf(journal, on));
    const zone = series.zone ?? THRESHOLDS.zone[unit];
    return seriesOf(name, unit, zone, WEEKS, points);
  });
  if (!course) return own;
  const days = new SeriesDays(journal, laterOf(since, dayNumbered(course.start)), on);
  const judged = JUDGED.map((series) => {
    const { unit } = SERIES[series];
    const points = seriesPoints(series, days, course);
    return seriesOf(series, unit, THRESHOLDS.zone[unit], timeOf(series), points);
  });
  return [...judged, ...own];
}

function seriesOf(
  series: string,
  unit: SeriesUnit,
  zone: number | null,
  time: Time,
  points: readonly (WeekPoint & { readonly tested: boolean })[],
): Series {
  const usable = points.flatMap(({ t, y, n, tested }) => (tested ? [{ t, y, n }] : []));
  const [first, last] = [usable[0], usable.at(-1)];
  const window =
    first && last
      ? { from: weekNumbered(first.t), to: weekNumbered(last.t + time.step - 1) }
      : null;
  return { series, unit, zone, time, points: usable, window };
}
