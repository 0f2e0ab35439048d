import * as z from 'zod';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { count, day, share, text } from './shape.ts';

const pair = z.enum(Object.keys(PAIRS) as Pair[]);
const points = z.number();
const counted = z.strictObject({ x: count, n: count });
const starts = z.strictObject({ starts: count, weeks: count });
const needs = text.nullable().describe('what is missing, in words');
const ends = z.tuple([points, points]);

const difference = {
  value: points.nullable(),
  ci95: ends.optional(),
  needs,
};
const side = z.strictObject({ from: day, to: day, sessionDays: count });

/** Twelve weeks beside the twelve before. */
export const comparison = z.strictObject({
  later: side,
  earlier: side,
  pairs: z.array(
    z.strictObject({
      pair,
      later: counted,
      earlier: counted,
      difference: z.strictObject(difference).describe('later less earlier, in points'),
    }),
  ),
  leading: z.strictObject({ ...difference, pairs: z.array(text).describe('that both have') }),
  initiative: z
    .strictObject({
      later: starts,
      earlier: starts,
      ratio: points.nullable(),
      ci95: z.tuple([points, points.nullable()]).nullable(),
      p: share.nullable(),
      needs,
    })
    .describe('unprompted starts a week: later over earlier'),
  fell: z.boolean().describe('session days fell by half or more'),
  cut: z
    .strictObject({ on: day, reason: text.optional() })
    .nullable()
    .describe('nothing is compared across it'),
});
