import * as z from 'zod';
import { SERIES_UNITS, VERDICTS } from '../../domain/verdict.ts';
import { count, day, document, share, text } from './shape.ts';

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
  needs: count.nullable().describe('further points, where they are what is missing'),
  notes: z.array(text),
};

export const verdict = z.strictObject(verdictReport);

export const SERIES = [
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
