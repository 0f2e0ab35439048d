import type { SeriesUnit } from '../domain/verdict.ts';

/** The values that a picture goes from and to, and the marks between them. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly marks: readonly number[];
}

/** A picture shows no less than this of a unit: zoomed in on little, every wiggle looks like a move. */
const LEAST_SPAN: Readonly<Record<SeriesUnit, number>> = {
  points: 40,
  steps: 4,
  share: 0.4,
  number: 0,
};

const BOUNDS: Readonly<Record<SeriesUnit, readonly [number, number]>> = {
  points: [0, 100],
  steps: [1, 5],
  share: [0, 1],
  number: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** A scale that holds all values and begins and ends at a round one. */
export function scaleOf(values: readonly number[], unit: SeriesUnit): Scale {
  const [floor, ceiling] = BOUNDS[unit];
  if (unit === 'steps') return { least: floor, most: ceiling, marks: [1, 2, 3, 4, 5] };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const middle = low / 2 + high / 2;
  const wanted = Math.max(high - low, LEAST_SPAN[unit], Math.abs(middle) * 0.2);
  // All of them nought, or as good as: any span will do.
  const span = wanted > 1e-300 ? wanted : 1;
  const step = roundStep(span / 4);
  // A share of more than all of it: practised on free days too.
  const top = Math.max(ceiling, high);
  const least = Math.max(floor, Math.floor((middle - span / 2) / step) * step);
  const most = Math.min(top, Math.ceil((middle + span / 2) / step) * step);
  // Where a bound cuts one side off, the other side keeps the span.
  const [from, to] = [
    Math.max(floor, Math.min(least, most - span)),
    Math.min(top, Math.max(most, least + span)),
  ];
  const marks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
    marks.push(Number((i * step).toPrecision(12)));
  }
  return { least: from, most: to > from ? to : from + 1, marks };
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const share = size / power;
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}
