import type { Ends, SeriesUnit, VerdictReport } from '../domain/verdict.ts';
import { THRESHOLDS } from './constants.ts';
import type { Measured } from './measured.ts';
import type { OpenInterval, Point } from './theil-sen.ts';
import type { Trend } from './trend.ts';
import { type Finding, pointsNeeded, verdict } from './verdict.ts';
import { gaps } from './weekly.ts';

/** How a series tells time: units of t between neighbours and in a week, and what a neighbour is called. */
export interface Time {
  readonly step: number;
  readonly perWeek: number;
  readonly noun: string;
}

export const WEEKS: Time = { step: 1, perWeek: 1, noun: 'week' };
/** Blocks of so many weeks, each at the number of its first week. */
export const blocksOf = (weeks: number): Time => ({ step: weeks, perWeek: 1, noun: 'block' });
/** Days that stand a week apart. */
export const DAYS: Time = { step: 7, perWeek: 7, noun: 'week' };
/** Plain numbers, taken as weeks. */
export const NUMBERS: Time = { step: 1, perWeek: 1, noun: 'point' };

export interface Judged {
  readonly series: string;
  readonly unit: SeriesUnit;
  readonly time: Time;
  readonly points: readonly Point[];
  /** Of these points, at this step. */
  readonly trend: Measured<Trend>;
  readonly window: VerdictReport['window'];
  /** Change in a quarter that would not matter, null where that was not said; by default that of the unit. */
  readonly zone?: number | null;
  /** p after Holm, where several series are judged at once. */
  readonly p?: number;
  /** What the review a month before found. */
  readonly before?: Finding | null;
  readonly issued: string;
  readonly next: string;
}

/** The verdict of one review with all that it stands on. */
export function verdictReport(judged: Judged): VerdictReport {
  const { series, unit, time, points, trend, window, issued, next } = judged;
  const n = points.length;
  const found = trend.kind === 'value' ? trend : null;
  const missing = gaps(points, time.step);
  const perMonth = 4 * time.perWeek;
  const zone = judged.zone === undefined ? THRESHOLDS.zone[unit] : judged.zone;
  const said = verdict({
    trend,
    n,
    ...(judged.p === undefined ? {} : { p: judged.p }),
    before: judged.before ?? null,
    zone,
    quarter: THRESHOLDS.verdict.quarterWeeks * time.perWeek,
  });
  return {
    series,
    unit,
    window,
    n,
    gaps: missing,
    S: found?.s ?? null,
    tauB: found?.tauB ?? null,
    slopePer4Weeks: found ? found.slope * perMonth : null,
    ci95: found ? ends(found.ci95, perMonth) : [null, null],
    pExact: found?.pExact ?? null,
    pAdjusted: found ? (judged.p ?? found.p) : null,
    phi: found?.phi ?? null,
    verdict: said,
    issued,
    next,
    zone,
    // How many a change usually needs was reckoned for weeks.
    needs:
      said === 'no-evidence' && time.noun === 'block' && n >= THRESHOLDS.verdict.points
        ? null
        : pointsNeeded(said, n),
    notes: notesOn(missing, time, found),
  };
}

/** An interval in another unit of time. */
export function ends({ lower, upper }: OpenInterval, times = 1): Ends {
  return [lower === null ? null : lower * times, upper === null ? null : upper * times];
}

/**
 * What values look like they measure, for a series that does not say: shares lie within 0 and 1, ratings are whole or
 * half steps from 1 to 5, points within 0 and 100 and not all so small that the points that would not matter are more
 * than there are; everything else is a number of its own. It decides which change would not matter: of a number nobody
 * knows that, so it is never called steady unless somebody says it.
 */
export function unitOf(values: readonly number[]): SeriesUnit {
  if (values.every((y) => y >= 0 && y <= 1)) return 'share';
  if (values.every((y) => y >= 1 && y <= 5 && Number.isInteger(2 * y))) return 'steps';
  const within = values.every((y) => y >= 0 && y <= 100);
  return within && values.some((y) => y >= THRESHOLDS.zone.points) ? 'points' : 'number';
}

function notesOn(missing: number, { noun }: Time, found: Trend | null): string[] {
  const notes: string[] = [];
  if (missing > 0) notes.push(`${missing} ${noun}${missing === 1 ? '' : 's'} missing`);
  if (found && found.pairs === 0 && found.n >= 5) {
    notes.push(`no neighbours to measure what carries over: phi is taken as ${found.phi}`);
  }
  return notes;
}
