import { EXIT, UserError } from '../errors.ts';
import type { Day, Week } from './day.ts';
import type { SeriesUnit } from './verdict.ts';

/** What is followed over time, and what each is called in a sentence. */
interface Followed {
  readonly title: string;
  readonly unit: SeriesUnit;
}

/** Every series that praxis keeps by itself, in the order they are shown. */
export const SERIES = {
  lli: { title: 'leading leaders', unit: 'points' },
  'handed-back': { title: 'handed back', unit: 'points' },
  proposal: { title: 'with a proposal', unit: 'points' },
  why: { title: 'asked why', unit: 'points' },
  initiative: { title: 'started unprompted', unit: 'points' },
  'among-themselves': { title: 'settled among them', unit: 'points' },
  R1: { title: 'stance felt', unit: 'steps' },
  R2: { title: 'ease', unit: 'steps' },
  R3: { title: 'closeness', unit: 'steps' },
  R4: { title: 'clarity', unit: 'steps' },
  tpi: { title: 'trust practice', unit: 'points' },
  cand: { title: 'candour', unit: 'points' },
  ac: { title: 'people known', unit: 'points' },
  al: { title: 'guesses among beliefs', unit: 'points' },
  cc: { title: 'in contact', unit: 'points' },
  ir: { title: 'unprompted starts a week', unit: 'number' },
  chx: { title: 'challenges explored', unit: 'points' },
  al3: { title: 'aims that match', unit: 'points' },
  mvw: { title: 'most valuable work', unit: 'points' },
  out: { title: 'outcomes they proposed', unit: 'points' },
  intentions: { title: 'plans kept', unit: 'points' },
  density: { title: 'practised', unit: 'points' },
} as const satisfies Record<string, Followed>;
export type SeriesId = keyof typeof SERIES;
export const SERIES_IDS = Object.keys(SERIES) as SeriesId[];

/** The series that monthly reviews issue verdicts on; the user's own come behind them. */
export const JUDGED = ['handed-back', 'lli', 'tpi', 'ac'] as const satisfies SeriesId[];

/** Judged at once, so that any false alarm among them stays as rare as one test's. The others are exploratory. */
export const HEADLINE: readonly string[] = ['handed-back', 'tpi', 'ac'];

/** What a series is called: its id where it has no other name. */
export function seriesTitle(series: string): string {
  return isShipped(series) ? SERIES[series].title : series;
}

export function isShipped(series: string): series is SeriesId {
  return Object.hasOwn(SERIES, series);
}

/** A series of the user's own. */
export interface OwnSeries {
  readonly id: string;
  readonly name: string;
  /** What it counts, in the user's words. */
  readonly about: string | null;
  readonly unit: SeriesUnit;
  /** A change in twelve weeks that would not matter; null where that was not said. */
  readonly zone: number | null;
  readonly addedOn: Day;
}

/** Its value of one week. */
export interface OwnPoint {
  readonly week: Week;
  readonly value: number;
  /** How many things the value stands for. */
  readonly n: number;
}

/** Values beyond this are refused: their squares would not be numbers. */
export const LARGEST_VALUE = 1e100;

/** Letters, digits and hyphens, in small letters: it stands in commands, queries and headings of columns. */
export function isSeriesName(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text) && !SERIES_IDS.some((id) => id.toLowerCase() === text);
}

/** The name that was meant: capitals, spaces and underscores are no part of any. */
export function asSeriesName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}

/**
 * Reads the name of a series of one's own.
 * @throws UserError (usage) for anything else, and for the name of a series of praxis's own.
 */
export function readSeriesName(text: string): string {
  const name = asSeriesName(text);
  if (isSeriesName(name)) return name;
  if (SERIES_IDS.some((id) => id.toLowerCase() === name)) {
    throw new UserError(
      `"${name}" is a series that praxis keeps by itself.`,
      'Choose another name, such as rework. Nothing was stored.',
      EXIT.usage,
    );
  }
  throw new UserError(
    `"${text}" cannot be the name of a series.`,
    'A name is 1 to 40 letters, digits and hyphens, such as lead-time. Nothing was stored.',
    EXIT.usage,
  );
}

/** @throws UserError (usage) for a value that the unit does not have. */
export function checkValue(value: number, { name, unit }: Pick<OwnSeries, 'name' | 'unit'>): void {
  const [least, most] = RANGES[unit];
  if (value >= least && value <= most) return;
  throw new UserError(
    unit === 'number'
      ? 'A value is a number, at most 1e100.'
      : `${value} is no value of ${name}: its values go from ${least} to ${most}.`,
    unit === 'number'
      ? 'Take another unit. Nothing was stored.'
      : `praxis series add ${name} --unit number takes any. Nothing was stored.`,
    EXIT.usage,
  );
}

const RANGES: Readonly<Record<SeriesUnit, readonly [number, number]>> = {
  points: [0, 100],
  steps: [1, 5],
  share: [0, 1],
  number: [-LARGEST_VALUE, LARGEST_VALUE],
};
