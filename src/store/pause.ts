import { addDays, type Day } from '../domain/day.ts';
import type { Pause, PauseKind } from '../domain/pause.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

/** Every pause, the earliest first. */
export function listPauses({ db }: Pick<Journal, 'db'>): Pause[] {
  return rows(
    db,
    'SELECT id, kind, from_day AS "from", until_day AS until FROM pause ORDER BY from_day, id',
  );
}

export function addPause(tx: Tx, kind: PauseKind, from: Day, until: Day | null): string {
  const id = tx.newId();
  tx.insert('pause', { id, kind, from_day: from, until_day: until });
  return id;
}

/** Ends every pause that lies over a day, the evening before it; one that had not begun before it goes. */
export function endPauses(tx: Tx, on: Day): number {
  const over = listPauses(tx).filter(({ until }) => until === null || until >= on);
  for (const { id, from } of over) {
    if (from < on) tx.update('pause', id, { until_day: addDays(on, -1) });
    else tx.remove('pause', id);
  }
  return over.length;
}

/** Ends a finish that stands on a day: whoever writes again has begun again. A pause with an end stays. */
export function endFinish(tx: Tx, on: Day): void {
  for (const { id, from } of listPauses(tx).filter(({ until }) => until === null)) {
    if (from < on) tx.update('pause', id, { until_day: addDays(on, -1) });
    else tx.remove('pause', id);
  }
}
