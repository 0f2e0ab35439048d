import { type Day, inShort } from '../domain/day.ts';
import type { OwnPoint, OwnSeries } from '../domain/series.ts';
import { sparklineOf } from './spark-weeks.ts';
import { counted, INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

/** A series of one's own with its values, as JSON has it. */
export function ownSeriesDocument(
  series: OwnSeries,
  points: readonly OwnPoint[],
): Record<string, unknown> {
  return { schema: 'praxis.own-series/1', ...series, points };
}

/** The same in a list: how many values it has, and the last one. */
export function listedSeries(
  series: OwnSeries,
  points: readonly OwnPoint[],
): Record<string, unknown> {
  return { ...series, weeks: points.length, last: points.at(-1) ?? null };
}

/** Weeks of the small picture beside a name. */
const SHOWN = 12;

/** Series of one's own, a line each. */
export function ownSeriesListText(
  all: readonly { readonly series: OwnSeries; readonly points: readonly OwnPoint[] }[],
  ids: ReadonlyMap<string, string>,
  today: Day,
  style: Style,
): string {
  if (all.length === 0) {
    return paragraph(
      'No series of your own yet. praxis series add rework 12 keeps a number of this week; praxis series import FILE.csv brings those of before.',
      style.width,
    );
  }
  return table(
    all.map(({ series, points }) => {
      const last = points.at(-1);
      return [
        style.dim(ids.get(series.id) ?? series.id),
        visibleLine(series.name),
        counted(points.length, 'week'),
        sparklineOf({ points, weeks: 1, unit: series.unit }, SHOWN, today, style),
        last ? `${number(last.value)} in ${last.week}` : '',
        series.about ? visibleLine(series.about) : '',
      ];
    }),
    style.width,
    '  ',
  );
}

/** One of them, and its latest values. */
export function ownSeriesText(
  series: OwnSeries,
  points: readonly OwnPoint[],
  today: Day,
  style: Style,
): string {
  const { name, about, unit, zone, addedOn } = series;
  const facts = [
    `in ${unit === 'number' ? 'a unit of its own' : unit}`,
    zone === null
      ? 'no change named that would not matter'
      : `a change of ${number(zone)} in twelve weeks would not matter`,
    `since ${inShort(addedOn, today)}`,
  ];
  const values = points
    .slice(-SHOWN)
    .map(({ week, value, n }) => [week, number(value), n > 1 ? style.dim(`of ${n}`) : '']);
  return [
    `${INDENT}${style.bold(visibleLine(name))}`,
    ...(about ? [paragraph(visibleLine(about), style.width)] : []),
    style.dim(paragraph(`${facts.join('; ')}.`, style.width)),
    '',
    values.length > 0
      ? table(values, style.width)
      : `${INDENT}No value yet: praxis series add ${visibleLine(name)} 12`,
    ...(points.length > SHOWN ? [style.dim(`${INDENT}and ${points.length - SHOWN} before`)] : []),
  ].join('\n');
}

/** As it was written; what reckoning in binary has added to it is left out. */
export function number(value: number): string {
  return String(Number(value.toPrecision(12)));
}
