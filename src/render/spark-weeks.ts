import { type Day, daysBetween, firstDayOf, weekOf } from '../domain/day.ts';
import type { MeasurePoint } from '../domain/measure.ts';
import type { SeriesUnit } from '../domain/verdict.ts';
import { scaleOf } from './scale.ts';
import { sparkline } from './sparkline.ts';
import type { Style } from './text.ts';

/**
 * The last points of a series as a small picture with so many places: the last one is the week under way, or the last
 * block of weeks that is over, so that pictures under each other show the same weeks. A gap keeps its place; before the
 * first point, and in a week that is not over, there is nothing yet.
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
  const now = firstDayOf(weekOf(on));
  const weeksSince = daysBetween(firstDayOf(last.week), now) / 7;
  // Blocks are counted from the last one that has a point: their own weeks say when the next one is over.
  const late = Math.max(0, weeks === 1 ? weeksSince : Math.floor(weeksSince / weeks) - 1);
  const values: (number | null)[] = Array.from({ length: places }, () => null);
  for (const { week, value } of points) {
    const back = Math.round(daysBetween(firstDayOf(week), firstDayOf(last.week)) / (7 * weeks));
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
  const open = weeks === 1 && values.at(-1) === null ? 1 : 0;
  const told = values.slice(first, places - open);
  return `${' '.repeat(first)}${sparkline(told, unicode, [least, most])}${' '.repeat(open)}`;
}
