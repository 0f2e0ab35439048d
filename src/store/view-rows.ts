import { type Day, LAST_DAY, weekOf } from '../domain/day.ts';
import type { View } from '../domain/views.ts';
import type { Journal } from './journal.ts';
import { prepared } from './prepared.ts';
import { type Part, sessionIds } from './transfer.ts';

type Cell = string | number | null;

/** The column that places a row of a view in time, the first that it has. */
const DAYS = [
  'on_day',
  'made_on',
  'opened_on',
  'checked_on',
  'issued_on',
  'from_day',
  'due_on',
] as const;
/** Columns that hold a person's code. */
export const PEOPLE = ['person', 'by_person', 'to_person', 'owner', 'challenger'] as const;

/** A column that holds several codes, with a space between them. */
const SEVERAL = 'together';

/** Rows of a documented view that are in a part of the journal, read one at a time; null where it has none about a person. */
export function viewRows(
  { db }: Journal,
  { view, columns }: View,
  part: Part,
): (() => IterableIterator<Cell[]>) | null {
  const names = Object.keys(columns);
  const has = (name: string) => names.includes(name);
  const { from = '' as Day, to = LAST_DAY, person } = part;
  const where: string[] = [];
  const values: Record<string, string> = {};
  const day = DAYS.find(has);
  if (view !== 'v_person' && (part.from !== undefined || part.to !== undefined)) {
    if (day) {
      where.push(`${day} BETWEEN @from AND @to`);
      Object.assign(values, { from, to });
    } else if (has('week')) {
      where.push('week BETWEEN @from AND @to');
      Object.assign(values, {
        from: part.from ? weekOf(part.from) : '',
        to: part.to ? weekOf(part.to) : weekOf(LAST_DAY),
      });
    }
  }
  if (person !== undefined) {
    const about = PEOPLE.filter(has);
    if (view === 'v_person') where.push('code = @person');
    else if (about.length > 0) {
      const among = has(SEVERAL)
        ? ` OR instr(' ' || ${SEVERAL} || ' ', ' ' || @person || ' ') > 0`
        : '';
      where.push(`(@person IN (${about.join(', ')})${among})`);
    } else if (view === 'v_session') {
      where.push('id IN (SELECT value FROM json_each(@ids))');
      values['ids'] = JSON.stringify(sessionIds(db, part));
    } else return null;
    if (view !== 'v_session') values['person'] = person;
  }
  const sql = `SELECT ${names.join(', ')} FROM ${view}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}`;
  return () => prepared(db, sql).raw().iterate(values) as IterableIterator<Cell[]>;
}
