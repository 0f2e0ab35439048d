import type { Day, Week } from './day.ts';
import type { MeasurePoint } from './measure.ts';
import type { SeriesUnit, Verdict } from './verdict.ts';

/** A straight line over some weeks: its value and how far it may as well lie above or below, week by week. */
export interface ChartLine {
  /** Change in four weeks, with the ends of its interval; null where the data do not bound it. */
  readonly perMonth: number;
  readonly ci95: readonly [lower: number | null, upper: number | null];
  readonly weeks: readonly {
    readonly week: Week;
    readonly value: number;
    /** Null where the data do not bound it. */
    readonly band: readonly [lower: number, upper: number] | null;
  }[];
}

/** What is drawn of one series. */
export interface Chart {
  readonly series: string;
  readonly title: string;
  readonly unit: SeriesUnit;
  /** Weeks that a point stands for. */
  readonly weeks: number;
  readonly points: readonly MeasurePoint[];
  /** True where earlier points are not shown: the line is that of all of them. */
  readonly cut?: boolean;
  /** Null while there are too few points for one. */
  readonly line: ChartLine | null;
  readonly breaks: readonly { readonly on: Day; readonly reason: string }[];
  readonly verdicts: readonly { readonly on: Day; readonly verdict: Verdict }[];
}
