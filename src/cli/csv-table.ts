import { CsvError, parse } from 'csv-parse/sync';
import { weekNumber } from '../analysis/weekly.ts';
import { firstDayOf, isDay, isWeek } from '../domain/day.ts';
import { LARGEST_VALUE } from '../domain/series.ts';
import { EXIT, UserError } from '../errors.ts';
import { visibleLine } from '../render/text.ts';
import { dayNumber } from './days.ts';

// Reading tables of a time and values, as spreadsheets write them: each refusal names its line.

/** One row, with the line it ends on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a t tells time. */
export type Kind = 'week' | 'day' | 'number';

export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The rows of a CSV file, separated by commas, semicolons or tabs, whichever its first line has. Where the comma does not
 * separate it may stand for the point: 52,5. @throws UserError (usage) for what is no CSV.
 */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  // What stands in quotation marks separates nothing.
  const [first = ''] = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split('\n', 1);
  const delimiter = [';', '\t'].find((each) => first.includes(each));
  try {
    parse(text, {
      bom: true,
      trim: true,
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells: delimiter ? cells.map(withPoint) : cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : rows.length + 1;
    throw refusal(
      `Line ${line} cannot be read as CSV.`,
      'Look for a quotation mark that is not closed.',
    );
  }
  return rows;
}

function withPoint(cell: string): string {
  return /^[+-]?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell;
}

/** What kind of time a cell tells, or null. */
export function kindOf(t: string): Kind | null {
  if (NUMBER.test(t)) return 'number';
  if (isDay(t)) return 'day';
  return isWeek(t) ? 'week' : null;
}

/** A t as a number: weeks and days as they are counted from 1970 on. */
export function timeOf(t: string, kind: Kind): number {
  if (kind === 'number') return Number(t);
  if (isDay(t)) return dayNumber(t);
  return isWeek(t) ? weekNumber(dayNumber(firstDayOf(t))) : Number.NaN;
}

/** A value. @throws UserError (usage) for what is none, or too large to reckon with. */
export function readNumber(cell: string, line: number): number {
  if (cell === '') {
    throw refusal(
      `Line ${line} has no value.`,
      'Leave the row out: a gap is a row that is missing.',
    );
  }
  if (!NUMBER.test(cell)) {
    throw refusal(`Line ${line}: "${short(cell)}" is no number.`, 'A value is 52 or 52.5.');
  }
  const value = Number(cell);
  if (Math.abs(value) <= LARGEST_VALUE) return value;
  throw refusal(`Line ${line}: a number is too large.`, 'Take another unit.');
}

/** A cell as a message may show it. */
export function short(cell: string): string {
  const line = visibleLine(cell);
  return line.length > 30 ? `${line.slice(0, 30)}...` : line;
}

/** What is refused in a row is refused with its line. */
export function atLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint, exitCode } = error;
    throw new UserError(`Line ${line}: ${message}`, hint, exitCode);
  }
}

export function refusal(message: string, hint: string): UserError {
  return new UserError(message, hint, EXIT.usage);
}
