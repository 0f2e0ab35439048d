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

/** What a unit of a series is: points of 0 to 100, steps of a rating 1 to 5, or a share of 0 to 1. */
export const SERIES_UNITS = ['points', 'steps', 'share'] as const;
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
  /** Further points, where they are what is missing. */
  readonly needs: number | null;
  readonly notes: readonly string[];
}

/** Whether a value read back is such a report, as far as it is shown and reckoned with. */
export function isVerdictReport(value: unknown): value is VerdictReport {
  if (typeof value !== 'object' || value === null) return false;
  const { series, unit, window, n, ci95, verdict, issued, next, notes } =
    value as Partial<VerdictReport>;
  const ends = (each: unknown) => each === null || typeof each === 'number';
  const placed = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  return (
    [series, issued, next].every((each) => typeof each === 'string') &&
    SERIES_UNITS.some((each) => each === unit) &&
    VERDICTS.some((each) => each === verdict) &&
    typeof n === 'number' &&
    (window === null || (typeof window === 'object' && placed(window.from) && placed(window.to))) &&
    Array.isArray(ci95) &&
    ci95.length === 2 &&
    ci95.every(ends) &&
    Array.isArray(notes) &&
    notes.every((each) => typeof each === 'string')
  );
}

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
  /** Change in 12 weeks that counts as steady. */
  readonly zone: number;
}
