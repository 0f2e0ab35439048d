import { DAYS, NUMBERS, type Time, WEEKS } from '../analysis/report.ts';
import type { Point } from '../analysis/theil-sen.ts';
import { LARGEST_VALUE } from '../domain/series.ts';
import {
  type Kind,
  kindOf,
  NUMBER,
  type Row,
  readNumber,
  refusal,
  rowsOf,
  short,
  timeOf,
} from './csv-table.ts';

/** Twenty years of weeks, and a second of work. */
export const MOST_POINTS = 1000;
export const MOST_BYTES = 1_000_000;

/** A series read from a file, in order of time. */
export interface SeriesFile {
  /** The heading over the values; null without one. */
  readonly heading: string | null;
  readonly time: Time;
  readonly points: readonly Point[];
  /** First and last time as they stand in the file. */
  readonly window: { readonly from: string | number; readonly to: string | number };
}

interface Read extends Point {
  readonly kind: Kind;
  readonly line: number;
  readonly label: string | number;
}

const TIMES: Readonly<Record<Kind, { readonly time: Time; readonly called: string }>> = {
  week: { time: WEEKS, called: 'a week' },
  day: { time: DAYS, called: 'a day' },
  number: { time: NUMBERS, called: 'a number' },
};

/**
 * Two columns: t (a number, a day or an ISO week, one kind a file) and a value. A first row that is neither is a heading.
 * Rows may stand in any order.
 * @throws UserError (usage) that names the line of the first row that cannot be used.
 */
export function readSeries(text: string): SeriesFile {
  const rows = rowsOf(text);
  const [first] = rows;
  const heading = first && isHeading(first) ? first : null;
  const read = rows.slice(heading ? 1 : 0).map(readRow);
  const [begin] = read;
  if (!begin) {
    throw refusal('There are no points in it.', 'Write one row a point: 2026-W47,52.5.');
  }
  if (read.length > MOST_POINTS) {
    throw refusal(
      `It has ${read.length} points; ${MOST_POINTS} is the most.`,
      'Take fewer, or one value a week.',
    );
  }
  const odd = read.find(({ kind }) => kind !== begin.kind);
  if (odd) {
    throw refusal(
      `Line ${odd.line}: t is ${TIMES[odd.kind].called}, and in line ${begin.line} it is ${TIMES[begin.kind].called}.`,
      'Write every t the same way.',
    );
  }
  const points = [...read].sort((one, other) => one.t - other.t || one.line - other.line);
  const twice = points.find((point, i) => point.t === points[i - 1]?.t);
  if (twice) {
    throw refusal(`Line ${twice.line}: ${twice.label} stands twice.`, 'Keep one row for each t.');
  }
  const [from = begin, to = from] = [points[0], points.at(-1)];
  return {
    heading: heading?.cells[1] ?? null,
    time: TIMES[begin.kind].time,
    points: points.map(({ t, y }) => ({ t, y })),
    window: { from: from.label, to: to.label },
  };
}

function isHeading({ cells }: Row): boolean {
  const [t = '', value = ''] = cells;
  return cells.length === 2 && kindOf(t) === null && value !== '' && !NUMBER.test(value);
}

function readRow({ line, cells }: Row): Read {
  const [t = '', value = ''] = cells;
  if (cells.length !== 2) {
    const found = `${cells.length} ${cells.length === 1 ? 'column' : 'columns'}`;
    throw refusal(`Line ${line} has ${found}; a row is t,value.`, 'Write it as 2026-W47,52.5.');
  }
  const kind = kindOf(t);
  if (kind === null) {
    throw refusal(
      t === ''
        ? `Line ${line} has no t.`
        : `Line ${line}: "${short(t)}" is no number, day or week.`,
      't is 12, 2026-11-20 or 2026-W47.',
    );
  }
  const y = readNumber(value, line);
  const time = timeOf(t, kind);
  if (!(Math.abs(time) <= LARGEST_VALUE)) {
    throw refusal(`Line ${line}: a number is too large.`, 'Take another unit.');
  }
  const point = { t: time, y };
  return { ...point, kind, line, label: kind === 'number' ? point.t : t };
}
