import type { Day } from '../domain/day.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Journal } from './open.ts';
import { rows } from './prepared.ts';

/** The last verdict on each series up to a day, as it was said then. */
export function lastVerdicts(
  { db }: Journal,
  upTo: Day,
): { readonly series: string; readonly verdict: Verdict; readonly on: Day }[] {
  return rows(
    db,
    `SELECT series, verdict, max(issued_on) AS "on" FROM verdict WHERE issued_on <= ?
     GROUP BY series ORDER BY series`,
    upTo,
  );
}
