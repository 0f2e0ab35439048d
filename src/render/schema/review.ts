import * as z from 'zod';
import { REVIEW_PERIODS } from '../../domain/due-dates.ts';
import { RATIO_ITEMS } from '../../domain/ratio.ts';
import { PART_STATES } from '../../domain/review-part.ts';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { comparison } from './comparison.ts';
import { heard } from './focus.ts';
import { verdict } from './series.ts';
import { count, day, document, id, person, share, text } from './shape.ts';

const pair = z.enum(Object.keys(PAIRS) as Pair[]);
const points = z.number();
const counted = z.strictObject({ x: count, n: count });
const needs = text.nullable().describe('what is missing, in words');
const ends = z.tuple([points, points]);

const figures = z.strictObject({
  from: day,
  to: day,
  practice: z.strictObject({ days: count, workingDays: count }).describe('practice density'),
  counts: z.array(
    z.strictObject({
      pair,
      x: count,
      n: count,
      warranted: count,
      value: share,
      ci95: z.tuple([share, share]),
    }),
  ),
  leading: z
    .strictObject({
      value: points.nullable(),
      ci95: ends.optional(),
      n: count.optional(),
      word: text.nullable().optional(),
      needs,
    })
    .describe('the leading index, 0 to 100'),
  feltGap: points.nullable().describe('felt less counted; null where there is nothing to mention'),
  trust: z
    .strictObject(
      Object.fromEntries(RATIO_ITEMS.map((item) => [item, counted])) as Record<
        (typeof RATIO_ITEMS)[number],
        typeof counted
      >,
    )
    .describe('over eight weeks; badNews over twelve'),
  handingBack: z
    .strictObject({ times: count, minutes: count, withPerson: count, cameBack: count })
    .describe('cameBack: problems of the same people that came bare within 14 days'),
  norms: z.array(z.strictObject({ norm: text.optional(), n: count })),
  commitments: z
    .array(
      z.strictObject({
        owner: person.nullable(),
        n: count,
        together: count.describe('owned with others'),
      }),
    )
    .describe('that serve the focus, by owner; null: you'),
  effort: z
    .strictObject({ linked: count, earlier: count, all: count })
    .nullable()
    .describe('plans, exercises and promises: that serve the focus, an earlier one, all'),
  waiting: z
    .array(heard.partial({ text: true, answer: true }))
    .describe('questions put to you, the longest waiting first'),
  exceptions: z.boolean().describe('many answers were noted as yours alone to give'),
});

export const REVIEWS = [
  document('review', 'what a review looks at: review without answers', {
    period: z.enum(REVIEW_PERIODS),
    on: day,
    from: day,
    to: day.describe('the month or quarter that has one review'),
    session: id.nullable().describe('the review, once a part of it is stored'),
    revision: z.int().min(1).nullable(),
    parts: z.array(
      z.strictObject({ id: text, title: text, state: z.enum(['open', ...PART_STATES]) }),
    ),
    figures: figures.optional().describe('of a month'),
    comparison: comparison.optional().describe('of a quarter'),
    verdicts: z.array(verdict).describe('the last ones, as they were issued'),
  }),
];
