import { basename, extname } from 'node:path';
import { median } from '../analysis/theil-sen.ts';
import { type Day, isWeek, type Week, weekOf } from '../domain/day.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { type OwnPoint, readSeriesName } from '../domain/series.ts';
import { checkBegun } from '../domain/week.ts';
import { counted } from '../render/text.ts';
import {
  atLine,
  kindOf,
  NUMBER,
  type Row,
  readNumber,
  refusal,
  rowsOf,
  short,
} from './csv-table.ts';
import { MOST_POINTS } from './series-file.ts';

/** One series of a file: its name and its values, week by week. */
export interface Column {
  readonly name: string;
  readonly points: readonly (OwnPoint & { readonly line: number })[];
}

/** What a heading is called that names no series. */
const NAMELESS = ['value', 'y'];

/**
 * A table of weeks (or days) and one or more columns of values; several need headings, which are the names. Days of one
 * week become its median. An empty cell among several columns is a gap.
 * @param given the name for a single column, if one was given. @param file the file's name, `-` for stdin.
 * @throws UserError (usage) that names the line of the first row that cannot be used.
 */
export function readColumns(
  text: string,
  given: string | undefined,
  file: string,
  today: Day,
): Column[] {
  const rows = rowsOf(text);
  const [first] = rows;
  if (!first) throw refusal('There is nothing in it.', 'Write one row a week: 2026-W47,52.5.');
  const heading = isHeading(first) ? first : null;
  const held = heading ? rows.slice(1) : rows;
  if (held.length === 0) throw refusal('There are no values in it.', 'Write one row a week.');
  if (held.length > MOST_POINTS) {
    throw refusal(`It has ${held.length} rows; ${MOST_POINTS} is the most.`, 'Take fewer.');
  }
  const names = namesOf(first, heading !== null, given, file);
  const times = held.map((row) => weekIn(row, names.length + 1, today));
  return names.map((name, i) => ({
    name,
    points: pointsIn(
      held.flatMap((row, at) => {
        const cell = row.cells[i + 1] ?? '';
        const { week, whole } = times[at] ?? times[0] ?? never();
        if (cell === '' && names.length > 1) return [];
        return [{ week, whole, value: readNumber(cell, row.line), line: row.line }];
      }),
    ),
  }));
}

/** A first row that tells no time and holds no value: with a slip in its week it is a row, and refused. */
function isHeading({ cells: [t = '', ...values] }: Row): boolean {
  return kindOf(t) === null && values.every((cell) => cell !== '' && !NUMBER.test(cell));
}

function namesOf(
  { line, cells }: Row,
  headed: boolean,
  given: string | undefined,
  file: string,
): string[] {
  const columns = cells.length - 1;
  if (columns < 1) {
    throw refusal(`Line ${line} has one column; a row is t,value.`, 'Write it as 2026-W47,52.5.');
  }
  if (columns > 1 && given !== undefined) {
    throw refusal('--name is for a file of one series.', 'Write the names over the columns.');
  }
  if (columns > 1 && !headed) {
    throw refusal(
      `Line ${line}: ${columns} columns of values, and no names over them.`,
      'Write a first row: week,rework,lead-time.',
    );
  }
  const names = headed ? cells.slice(1) : [''];
  const [only = ''] = names;
  const named = columns > 1 || (only !== '' && !NAMELESS.includes(only.toLowerCase()));
  const read = (given !== undefined ? [given] : named ? names : [nameOf(file)]).map((name) =>
    readSeriesName(name),
  );
  const twice = read.find((name, i) => read.indexOf(name) !== i);
  if (twice) throw refusal(`Two columns are called ${twice}.`, 'Give each a name of its own.');
  return read;
}

function nameOf(file: string): string {
  if (file === '-') {
    throw refusal('The values have no name.', 'Say it: --name rework, or write it over them.');
  }
  return basename(file, extname(file));
}

function weekIn(
  { line, cells }: Row,
  columns: number,
  today: Day,
): { readonly week: Week; readonly whole: boolean } {
  const [t = ''] = cells;
  if (cells.length !== columns) {
    throw refusal(
      `Line ${line} has ${counted(cells.length, 'column')}, and the first row ${columns}.`,
      'Write every row the same way.',
    );
  }
  const kind = kindOf(t);
  if (kind === null || kind === 'number') {
    throw refusal(
      t === '' ? `Line ${line} has no week.` : `Line ${line}: "${short(t)}" is no week and no day.`,
      'A series of yours goes by weeks: 2026-W47, or a day in it.',
    );
  }
  return atLine(line, () => {
    if (isWeek(t)) {
      checkBegun(t, today);
      return { week: t, whole: true };
    }
    return { week: weekOf(parsePastDay(t, today)), whole: false };
  });
}

interface Value {
  readonly week: Week;
  /** Said of the whole week. */
  readonly whole: boolean;
  readonly value: number;
  readonly line: number;
}

function pointsIn(values: readonly Value[]): Column['points'] {
  const weeks = [...Map.groupBy(values, ({ week }) => week)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return weeks.map(([week, own]) => {
    const twice = own.length > 1 && own.find(({ whole }) => whole);
    if (twice) {
      throw refusal(`Line ${twice.line}: ${week} stands twice.`, 'Keep one row for each week.');
    }
    const value = median(Float64Array.from(own.map((each) => each.value)).sort()) ?? 0;
    return { week, value, n: own.length, line: own[0]?.line ?? 0 };
  });
}

function never(): never {
  throw new Error('a row without a week');
}
