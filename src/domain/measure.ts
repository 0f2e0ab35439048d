import type { Day, Week } from './day.ts';
import type { Corner } from './joint-work.ts';
import type { PeriodComparison } from './periods.ts';
import type { SeriesId } from './series.ts';
import type { SeriesUnit, VerdictReport } from './verdict.ts';

/** A part of an index, or one of the people it is about. */
export interface MeasurePart {
  /** Its name: a series, a ratio, or a person's code. */
  readonly part: string;
  /** The count it comes from, where it comes from one. */
  readonly x: number | null;
  readonly n: number | null;
  /** In points of a hundred; null where there are too few counts. */
  readonly value: number | null;
  /** Whether the index is made of it. */
  readonly used: boolean;
}

/** A measure as it stands on a day. A value that may not be shown is null, and `needs` says in words what is missing. */
export interface Measure {
  readonly series: string;
  readonly title: string;
  readonly unit: SeriesUnit;
  /** One of the user's own. */
  readonly own: boolean;
  /** The days it is made of. */
  readonly window: { readonly from: Day; readonly to: Day };
  readonly value: number | null;
  /** 95 %; null where the value has none: it counts all people or days, not some of them. */
  readonly ci95: readonly [lower: number, upper: number] | null;
  /** What stands behind it: counts, ratings, people, days. */
  readonly n: number;
  readonly needs: string | null;
  readonly parts: readonly MeasurePart[];
  /** What the value is called, where it is called something. */
  readonly word: string | null;
  /** The last verdict, as a review issued it. */
  readonly verdict: VerdictReport | null;
  /** Weeks that a point stands for. */
  readonly weeks: number;
}

/** What a measure is made of and what it takes, in words. */
export interface MeasureText {
  readonly series: SeriesId;
  readonly formula: string;
  readonly window: string;
  readonly minimum: string;
  /** What one point of its series is. */
  readonly point: string;
  /** What it does not mean. */
  readonly not: string;
}

/** A point of a series. */
export interface MeasurePoint {
  /** The week, or the first of several. */
  readonly week: Week;
  readonly value: number;
  readonly n: number;
  /** Whether a test may use it: after the warm-up, and after the last break. */
  readonly tested: boolean;
}

export interface MeasuredSeries extends Measure {
  readonly points: readonly MeasurePoint[];
}

/** How far the stance felt lies from the counted one, in points; above 0 is the expected direction. */
export type FeltGap =
  | { readonly value: number; readonly mention: boolean; readonly needs: null }
  | { readonly value: null; readonly mention: false; readonly needs: string };

/** Where the team stands between initiative and joint work. */
export type JointWorkFigure =
  | {
      readonly initiative: number;
      readonly amongThemselves: number;
      readonly corner: Corner | null;
      readonly needs: null;
    }
  | {
      readonly initiative: null;
      readonly amongThemselves: null;
      readonly corner: null;
      readonly needs: string;
    };

/** All that can be said of where one is moving, on a day. */
export interface Trends {
  readonly on: Day;
  readonly measures: readonly MeasuredSeries[];
  readonly feltGap: FeltGap;
  readonly jointWork: JointWorkFigure;
  /** Twelve weeks beside the twelve before; null before the practice began. */
  readonly comparison: PeriodComparison | null;
}
