import * as z from 'zod';
import { REVIEW_PERIODS } from '../../domain/due-dates.ts';
import { count, day, id, person, text, week } from './shape.ts';

export const talk = {
  on: day.describe('the day it became due'),
  person,
  days: count.describe('since the last talk, or since they were added'),
  cadence: z.int().min(1),
  lastContact: day.nullable(),
};

const said = text.optional().describe('with --summary full only: due, checkin');

/** Something that is due, by kind. */
export const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), ...talk }),
  z.strictObject({ kind: z.literal('alumni'), ...talk }),
  z.strictObject({
    kind: z.literal('promise'),
    on: day,
    id,
    by: person.nullable().describe('null: you'),
    to: person.nullable(),
    text: said,
    days: count.describe('since it was due'),
  }),
  z.strictObject({ kind: z.literal('follow-up'), on: day, exercise: text, question: said }),
  z.strictObject({ kind: z.literal('look-back'), on: day, id, question: said }),
  z.strictObject({
    kind: z.literal('milestone'),
    on: day,
    id,
    text: said,
    days: count.describe('since it was due'),
  }),
  z.strictObject({ kind: z.literal('checkin'), on: day, week }),
  z.strictObject({ kind: z.literal('review'), on: day, period: z.enum(REVIEW_PERIODS) }),
  z.strictObject({ kind: z.literal('verdict'), on: day, series: text }),
  z.strictObject({ kind: z.literal('scene'), on: day, id }),
]);
