import * as z from 'zod';
import { CORNERS } from '../../domain/joint-work.ts';
import { SERIES_UNITS, VERDICTS } from '../../domain/verdict.ts';
import { comparison } from './comparison.ts';
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

const measure = {
  series: text.describe('its name: of praxis’s own (praxis trends --explain), or of yours'),
  title: text,
  unit: z.enum(SERIES_UNITS).describe('points: 0 to 100; steps: 1 to 5; share: 0 to 1'),
  own: z.boolean().describe('a series of yours'),
  window: z.strictObject({ from: day, to: day }).describe('the days that the value is made of'),
  value: number.describe('not rounded; null where it may not be shown: then needs says why'),
  ci95: z.tuple([z.number(), z.number()]).nullable().describe('null where a value has none'),
  n: count.describe('counts, ratings, people or days behind it'),
  needs: text.nullable().describe('what is missing, in words'),
  parts: z.array(
    z.strictObject({
      part: text.describe("a series, a ratio, or a person's code"),
      x: count.nullable(),
      n: count.nullable(),
      value: number.describe('in points'),
      used: z.boolean().describe('the value is made of it'),
    }),
  ),
  word: text.nullable().describe('what the value is called'),
  verdict: z.strictObject(verdictReport).nullable().describe('the last one, as it was issued'),
  weeks: z.int().min(1).describe('that a point stands for'),
  points: z.array(
    z.strictObject({
      week: week.describe('its week, or the first of several'),
      value: z.number(),
      n: count,
      tested: z.boolean().describe('after the warm-up and the last break'),
    }),
  ),
};

export const SERIES = [
  document('trends', 'where you are moving: trends', {
    on: day,
    series: z.array(
      z.strictObject({
        ...measure,
        line: z
          .strictObject({ perMonth: z.number(), ci95: ends })
          .nullable()
          .optional()
          .describe('the median slope in four weeks; of named series'),
        breaks: z
          .array(z.strictObject({ on: day, reason: text }))
          .optional()
          .describe('of named series'),
        verdicts: z
          .array(z.strictObject(verdictReport))
          .optional()
          .describe('every one, the earliest first; of named series'),
      }),
    ),
    feltGap: z
      .strictObject({ value: number, mention: z.boolean(), needs: text.nullable() })
      .optional()
      .describe('the stance felt less the leading index, in points'),
    jointWork: z
      .strictObject({
        initiative: number,
        amongThemselves: number,
        corner: z.enum(CORNERS).nullable(),
        needs: text.nullable(),
      })
      .optional(),
    comparison: comparison.nullable().optional().describe('twelve weeks less the twelve before'),
  }),
  list(
    'measures',
    'what the measures are made of, and do not mean: trends --explain',
    z.strictObject({
      series: text,
      formula: text,
      window: text,
      minimum: text,
      point: text,
      not: text,
    }),
  ),
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
    zone: z
      .number()
      .nullable()
      .describe('a change in 12 weeks that counts as steady; null where nobody said which'),
  }),
];
