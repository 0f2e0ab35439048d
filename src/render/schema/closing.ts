import * as z from 'zod';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { count, day, document, id, list, text } from './shape.ts';

const counted = z.strictObject({ x: count, n: count });
const pairs = z.array(
  z.strictObject({
    pair: z.enum(Object.keys(PAIRS) as Pair[]),
    x: count,
    n: count,
    warranted: count,
  }),
);
const known = z.strictObject({
  people: count,
  known: z.number().min(0).max(100).nullable().describe('mean audit coverage'),
});
const cut = { id, on: day.describe('the first day of the new series'), reason: text };

export const CLOSING = [
  document('closing', 'a practice from its first day to its last: finish', {
    first: day,
    last: day,
    sessions: count,
    days: count.describe('with a session or a count'),
    exercises: count.describe('done, each time counted'),
    plans: counted.describe('carried out, of those of which it was said'),
    promises: counted.describe('kept, of your own that are settled'),
    counts: z
      .strictObject({ first: pairs, last: pairs })
      .nullable()
      .describe('the first four weeks and the last four; null when they overlap'),
    people: z.strictObject({ then: known.describe('after four weeks'), now: known }),
    words: z
      .strictObject({ on: day, question: text.nullable(), text })
      .nullable()
      .describe('of the first evening'),
    finished: day,
  }),
  document('break', 'a cut in the series: break', cut),
  list('breaks', 'the cuts in the series, the earliest first: break', z.strictObject(cut)),
];
