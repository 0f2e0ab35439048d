import type { Day, Week } from '../domain/day.ts';
import type { OwnPoint, OwnSeries } from '../domain/series.ts';
import { lastDayOf } from '../domain/week.ts';
import type { Journal } from './journal.ts';
import { row, rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

type Reading = Pick<Journal, 'db'>;

const SELECT = 'SELECT id, name, about, unit, zone, added_on AS addedOn FROM series';

/** Every series of the user's own, by name. */
export function listSeries({ db }: Reading): OwnSeries[] {
  return rows(db, `${SELECT} ORDER BY name`);
}

export function seriesNamed({ db }: Reading, name: string): OwnSeries | undefined {
  return row(db, `${SELECT} WHERE name = ?`, name);
}

export function seriesById({ db }: Reading, id: string): OwnSeries {
  const found = row<OwnSeries>(db, `${SELECT} WHERE id = ?`, id);
  if (!found) throw new Error(`no series ${id}`);
  return found;
}

/** Its values, the earliest week first. */
export function pointsOf({ db }: Reading, seriesId: string, from: Week | '' = ''): OwnPoint[] {
  return rows(
    db,
    'SELECT week, value, n FROM series_point WHERE series_id = ? AND week >= ? ORDER BY week',
    seriesId,
    from,
  );
}

export function addSeries(tx: Tx, series: Omit<OwnSeries, 'id' | 'addedOn'>, on: Day): string {
  const id = tx.newId();
  tx.insert('series', { id, ...series, added_on: on });
  return id;
}

export function editSeries(
  tx: Tx,
  id: string,
  patch: Partial<Pick<OwnSeries, 'about' | 'unit' | 'zone'>>,
): void {
  tx.update('series', id, patch);
}

/** What became of a value that was given: there was none, there was the same one, or there is another. */
export type PointState = 'added' | 'unchanged' | 'differs';

/** Keeps the value of a week. Another value stays as it is unless it is to be replaced. */
export function keepPoint(tx: Tx, seriesId: string, point: OwnPoint, replace: boolean): PointState {
  const { week, value, n } = point;
  const known = row<Rows['series_point']>(
    tx.db,
    'SELECT * FROM series_point WHERE series_id = ? AND week = ?',
    seriesId,
    week,
  );
  if (known?.value === value && known.n === n) return 'unchanged';
  if (known && replace) tx.update('series_point', known.id, { value, n });
  if (known) return 'differs';
  tx.insert('series_point', {
    id: tx.newId(),
    series_id: seriesId,
    on_day: lastDayOf(week),
    week,
    value,
    n,
  });
  return 'added';
}

/** Takes the value of a week away. Returns whether there was one. */
export function removePoint(tx: Tx, seriesId: string, week: Week): boolean {
  const known = row<{ id: string }>(
    tx.db,
    'SELECT id FROM series_point WHERE series_id = ? AND week = ?',
    seriesId,
    week,
  );
  if (known) tx.remove('series_point', known.id);
  return known !== undefined;
}

/** Removes a series with its values. Verdicts that were issued on it stay: they were said. */
export function removeSeries(tx: Tx, id: string): void {
  for (const point of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM series_point WHERE series_id = ? ORDER BY id',
    id,
  )) {
    tx.remove('series_point', point.id);
  }
  tx.remove('series', id);
}
