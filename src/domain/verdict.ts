import { type Day, isDay } from './day.ts';

/** What may be said of a series, and nothing else (statistics C1). */
export const VERDICTS = [
  'rising',
  'falling',
  'hint-rising',
  'hint-falling',
  'steady',
  'no-evidence',
  'no-variation',
  'too-few',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** True for a verdict that says a series moves, or may. */
export function moves(verdict: Verdict): boolean {
  return verdict.endsWith('rising') || verdict.endsWith('falling');
}

/** What a unit of a series is: points of 0 to 100, steps of a rating 1 to 5, a share of 0 to 1, or a number of its own. */
export const SERIES_UNITS = ['points', 'steps', 'share', 'number'] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

/** Lower and upper end; null where the data do not bound it. */
export type Ends = readonly [lower: number | null, upper: number | null];

/** One verdict with what it stands on, as `--json` has it and as a review keeps it. Null: not defined for so few points. */
export interface VerdictReport {
  readonly series: string;
  readonly unit: SeriesUnit;
  /** First and last point, in the series' own way of telling time. */
  readonly window: { readonly from: string | number; readonly to: string | number } | null;
  readonly n: number;
  /** Points missing between the first and the last. */
  readonly gaps: number;
  readonly S: number | null;
  readonly tauB: number | null;
  readonly slopePer4Weeks: number | null;
  /** Of the slope. */
  readonly ci95: Ends;
  readonly pExact: number | null;
  /** What the verdict goes by: corrected for autocorrelation, and for several series where they are judged at once. */
  readonly pAdjusted: number | null;
  /** The autocorrelation reckoned with. */
  readonly phi: number | null;
  readonly verdict: Verdict;
  readonly issued: string;
  readonly next: string;
  /** A change in a quarter that would not matter, in the unit; null where that was not said. Missing in old ones. */
  readonly zone?: number | null;
  /** Further points, where they are what is missing. */
  readonly needs: number | null;
  readonly notes: readonly string[];
}

/** What a review last said of a series. */
export interface IssuedVerdict {
  readonly series: string;
  readonly verdict: Verdict;
  readonly issuedOn: Day;
  readonly nextOn: Day;
  /** Points that it stood on; null where that was not kept. */
  readonly points: number | null;
}

/** What a report is made of. What another program, or another praxis, has put beside it is not passed on. */
const REPORT_KEYS: ReadonlySet<string> = new Set<keyof VerdictReport>([
  'series',
  'unit',
  'window',
  'n',
  'gaps',
  'S',
  'tauB',
  'slopePer4Weeks',
  'ci95',
  'pExact',
  'pAdjusted',
  'phi',
  'verdict',
  'issued',
  'next',
  'zone',
  'needs',
  'notes',
]);

/**
 * A stored verdict as far as it can be shown, or null for what is none: another program may have written it.
 */
export function readReport(value: unknown): VerdictReport | null {
  if (typeof value !== 'object' || value === null) return null;
  const report = value as Readonly<Record<string, unknown>>;
  const number = (key: string) => report[key] === null || Number.isFinite(report[key]);
  const ends = report['ci95'];
  const fits =
    VERDICTS.some((each) => each === report['verdict']) &&
    SERIES_UNITS.some((each) => each === report['unit']) &&
    ['series', 'issued', 'next'].every((key) => typeof report[key] === 'string') &&
    [report['issued'], report['next']].every((day) => isDay(String(day))) &&
    ['n', 'gaps'].every((key) => Number.isSafeInteger(report[key])) &&
    ['S', 'tauB', 'slopePer4Weeks', 'pExact', 'pAdjusted', 'phi', 'needs'].every(number) &&
    (report['zone'] === undefined || number('zone')) &&
    Array.isArray(ends) &&
    ends.length === 2 &&
    ends.every((end) => end === null || Number.isFinite(end)) &&
    Array.isArray(report['notes']) &&
    isWindow(report['window']);
  const known = Object.entries(value).filter(([key]) => REPORT_KEYS.has(key));
  return fits ? (Object.fromEntries(known) as unknown as VerdictReport) : null;
}

function isWindow(window: unknown): boolean {
  if (window === null) return true;
  if (typeof window !== 'object' || window === undefined) return false;
  const ends = Object.values(window as object);
  return ends.length === 2 && ends.every((end) => ['string', 'number'].includes(typeof end));
}

/** What of a trend is told every day: the last verdict on a series, or the points towards its first one. */
export type TodayTrend =
  | {
      readonly series: string;
      readonly verdict: Verdict;
      /** Points that it stood on. */
      readonly points: number;
      readonly issuedOn: Day;
      readonly nextOn: Day;
    }
  | {
      readonly series: string;
      readonly verdict: null;
      readonly points: number;
      /** Points that are missing for a verdict; 0: a monthly review may issue one. */
      readonly needs: number;
    };

/** A report on a series that praxis does not keep, with more of the working. Here `ci95` is that of `slope`. */
export interface SeriesTest extends VerdictReport {
  /** Of `slopePer4Weeks`. */
  readonly ci95Per4Weeks: Ends;
  readonly V0: number | null;
  readonly r1: number | null;
  readonly inflation: number | null;
  readonly z: number | null;
  /** Median slope a unit of t: a week, a day, or 1. */
  readonly slope: number | null;
}
