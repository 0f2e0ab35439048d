import * as z from 'zod';
import { SERIES_UNITS, VERDICTS } from '../../domain/verdict.ts';
import { count, day, document, id, list, share, text, week } from './shape.ts';

const number = z.number().nullable();
const ends = z.tuple([number, number]);
const when = z.union([z.number(), text]);

/** A verdict with what it stands on. */
const verdictReport = {
  series: text,
  unit: z.enum(SERIES_UNITS),
  window: z.strictObject({ from: when, to: when }).nullable(),
  n: count,
  gaps: count.describe('points missing between the first and the last'),
  S: z.int().nullable(),
  tauB: number,
  slopePer4Weeks: number,
  ci95: ends.describe('of slopePer4Weeks; null where the data do not bound it'),
  pExact: share.nullable().describe('for independent values'),
  pAdjusted: share.nullable().describe('what the verdict goes by'),
  phi: number.describe('the autocorrelation reckoned with'),
  verdict: z.enum(VERDICTS),
  issued: day,
  next: day,
  zone: z
    .number()
    .nullable()
    .optional()
    .describe('a change in 12 weeks that would not matter; null where that was not said'),
  needs: count.nullable().describe('further points, where they are what is missing'),
  notes: z.array(text),
};

export const verdict = z.strictObject(verdictReport);

const own = {
  id,
  name: text,
  about: text.nullable().describe('what it counts'),
  unit: z.enum(SERIES_UNITS),
  zone: z.number().nullable().describe('a change in 12 weeks that would not matter'),
  addedOn: day,
};

const ownPoint = z.strictObject({
  week,
  value: z.number(),
  n: z.int().min(1).describe('how many things the value stands for'),
});

export const SERIES = [
  list(
    'series',
    'series of your own: series list',
    z.strictObject({ ...own, weeks: count, last: ownPoint.nullable() }),
  ),
  document('own-series', 'one of them with its values: series add, show', {
    ...own,
    points: z.array(ownPoint),
  }),
  document('series-imported', 'what came of a file: series import', {
    dryRun: z.boolean(),
    series: z.array(
      z.strictObject({
        name: text,
        made: z.boolean().describe('by this import'),
        added: count,
        unchanged: count,
        replaced: count,
      }),
    ),
  }),
  document('series-removed', 'what was taken away: series remove', {
    name: text,
    week: week.nullable().describe('null: all of it'),
  }),
  document('series-test', 'a drift in a file of your own: series test', {
    ...verdictReport,
    ci95: ends.describe('of slope; null where the data do not bound it'),
    ci95Per4Weeks: ends.describe('of slopePer4Weeks'),
    V0: number.describe('variance of S for independent values'),
    r1: number.describe('rank autocorrelation at one step, where it can be measured'),
    inflation: number.describe('how many times phi widens V0'),
    z: number,
    slope: number.describe('median slope a unit of t: a week, a day, or 1'),
    zone: z.number().describe('a change in 12 weeks that counts as steady'),
  }),
];
