import type { Day } from '../domain/day.ts';
import { readReport, type VerdictReport } from '../domain/verdict.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Tx } from './write.ts';

type Reading = Pick<Journal, 'db'>;

/** A verdict as it was issued: never computed again. */
export interface Issued {
  readonly series: string;
  readonly issuedOn: Day;
  readonly nextOn: Day;
  readonly report: VerdictReport;
}

/** The last verdict on each series up to a day, in the order they were issued. */
export function verdictsUpTo({ db }: Reading, on: Day): Issued[] {
  const latest = new Map<string, Issued>();
  const found = rows<Stored>(
    db,
    `${SELECT} WHERE issued_on <= ? AND ${OF_NOW} AND ${READABLE} ORDER BY issued_on, id`,
    on,
  );
  for (const each of issued(found)) latest.set(each.series, each);
  return [...latest.values()];
}

/** Every verdict on one series up to a day, the earliest first. */
export function verdictsAbout({ db }: Reading, series: string, on: Day): Issued[] {
  const found = rows<Stored>(
    db,
    `${SELECT} WHERE series = ? AND issued_on <= ? AND ${OF_NOW} AND ${READABLE} ORDER BY issued_on, id`,
    series,
    on,
  );
  return issued(found);
}

/** The last verdict on one series up to a day, or undefined. */
export function lastVerdict({ db }: Reading, series: string, on: Day): Issued | undefined {
  return issued(
    rows(
      db,
      `${SELECT} WHERE series = ? AND issued_on <= ? AND ${READABLE} ORDER BY issued_on DESC, id DESC`,
      series,
      on,
    ),
  )[0];
}

/** The verdicts that a review issued. */
export function verdictsOf({ db }: Reading, sessionId: string): VerdictReport[] {
  const found = rows<Stored>(
    db,
    `${SELECT} WHERE session_id = ? AND ${READABLE} ORDER BY id`,
    sessionId,
  );
  return issued(found).map(({ report }) => report);
}

/** Every verdict, the earliest first. One whose working cannot be read is left out: it was not issued by praxis. */
export function listVerdicts({ db }: Reading): Issued[] {
  return issued(rows(db, `${SELECT} WHERE ${READABLE} ORDER BY issued_on, id`));
}

const SELECT = 'SELECT series, issued_on AS issuedOn, next_on AS nextOn, detail FROM verdict';
/** One that was issued before a series of one's own was added was about another of that name. */
const OF_NOW = `NOT EXISTS (
  SELECT 1 FROM series WHERE series.name = verdict.series AND series.added_on > verdict.issued_on)`;
const READABLE = "json_valid(detail) AND json_type(detail) = 'object'";

interface Stored {
  readonly series: string;
  readonly issuedOn: Day;
  readonly nextOn: Day;
  readonly detail: string;
}

function issued(found: readonly Stored[]): Issued[] {
  return found.flatMap(({ detail, ...rest }) => {
    const report = readReport(JSON.parse(detail));
    return report ? [{ ...rest, report }] : [];
  });
}

/** Keeps a verdict with all that it stands on. */
export function addVerdict(
  tx: Tx,
  sessionId: string,
  on: Day,
  nextOn: Day,
  report: VerdictReport,
): void {
  tx.insert('verdict', {
    id: tx.newId(),
    session_id: sessionId,
    series: report.series,
    issued_on: on,
    next_on: nextOn,
    verdict: report.verdict,
    detail: JSON.stringify(report),
  });
}
