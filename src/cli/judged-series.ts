import { THRESHOLDS } from '../analysis/constants.ts';
import { type Time, WEEKS } from '../analysis/report.ts';
import { type Course, testedFrom, type WeekPoint } from '../analysis/weekly.ts';
import { addDays, type Day, laterOf } from '../domain/day.ts';
import { JUDGED, SERIES } from '../domain/series.ts';
import type { SeriesUnit } from '../domain/verdict.ts';
import { listBreaks } from '../store/break.ts';
import type { Journal } from '../store/open.ts';
import { firstSessionDay } from '../store/practice.ts';
import { listSeries } from '../store/series.ts';
import { dayNumber, dayNumbered, SeriesDays, weekNumbered } from './series-days.ts';
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

/** Where the practice began, and where its series are cut, up to a day; undefined before it began. */
export function courseOf(journal: Journal, on: Day): Course | undefined {
  const first = firstSessionDay(journal, on);
  return first === undefined ? undefined : { start: dayNumber(first), breaks: cutsOf(journal, on) };
}

/** The days on which series are cut, up to a day. */
export function cutsOf(journal: Journal, on: Day): number[] {
  return listBreaks(journal)
    .filter((each) => each.on <= on)
    .map((each) => dayNumber(each.on));
}

/** Days that a test may use, of those from the first session to a day: without the warm-up, and from the last cut on. */
export function usableDays<T extends { readonly on: Day }>(
  days: readonly T[],
  course: Course,
): T[] {
  const from = dayNumbered(testedFrom(course));
  return days.filter(({ on }) => on >= from);
}

/** The first day that series look back to: no verdict stands on more than ten years. */
export function lookBack(on: Day): Day {
  return addDays(on, -7 * THRESHOLDS.weekly.most);
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
