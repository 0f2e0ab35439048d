import type { Break } from '../domain/break.ts';
import type { Day } from '../domain/day.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** Every break, the earliest first. */
export function listBreaks({ db }: Pick<Journal, 'db'>): Break[] {
  return rows(db, 'SELECT id, on_day AS "on", reason FROM series_break ORDER BY on_day, id');
}

export function breakById(journal: Pick<Journal, 'db'>, id: string): Break {
  const found = listBreaks(journal).find((each) => each.id === id);
  if (!found) throw new Error(`no break ${id}`);
  return found;
}

/** Cuts the series on a day, once: the same day for the same reason is the same cut. */
export function addBreak(tx: Tx, on: Day, reason: string): string {
  const known = listBreaks(tx).find((each) => each.on === on && each.reason === reason);
  if (known) return known.id;
  const id = tx.newId();
  tx.insert('series_break', { id, on_day: on, reason });
  return id;
}
