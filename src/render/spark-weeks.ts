import { type Day, daysBetween, firstDayOf, weekOf } from '../domain/day.ts';
import type { MeasurePoint } from '../domain/measure.ts';
import type { SeriesUnit } from '../domain/verdict.ts';
import { scaleOf } from './scale.ts';
import { sparkline } from './sparkline.ts';
import type { Style } from './text.ts';

/**
 * The last points of a series as a small picture, a place for each week (or block of weeks) up to the latest one that
 * could have a point; a gap keeps its place.
 */
export function sparklineOf(
  {
    points,
    weeks,
    unit,
  }: {
    readonly points: readonly Pick<MeasurePoint, 'week' | 'value'>[];
    readonly weeks: number;
    readonly unit: SeriesUnit;
  },
  places: number,
  on: Day,
  { unicode }: Pick<Style, 'unicode'>,
): string {
  const last = points.at(-1);
  if (!last || places === 0) return '';
  const end = firstDayOf(last.week);
  // Weeks or blocks that have come to their end since, and have no point.
  const since = Math.floor(daysBetween(end, firstDayOf(weekOf(on))) / (7 * weeks)) - 1;
  const late = Math.min(places - 1, Math.max(0, since));
  const values: (number | null)[] = Array.from({ length: places }, () => null);
  for (const { week, value } of points) {
    const back = Math.round(daysBetween(firstDayOf(week), end) / (7 * weeks));
    const place = places - 1 - late - back;
    if (place >= 0) values[place] = value;
  }
  const first = values.findIndex((value) => value !== null);
  if (first < 0) return '';
  // The scale of the unit: from the least to the largest value every wiggle would look like a move.
  const { least, most } = scaleOf(
    values.filter((value) => value !== null),
    unit,
  );
  return sparkline(values.slice(first), unicode, [least, most]);
}
