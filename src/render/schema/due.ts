import * as z from 'zod';
import { count, day, id, person, text } from './shape.ts';

const talk = {
  on: day.describe('the day it became due'),
  person,
  days: count.describe('since the last talk, or since they were added'),
  cadence: z.int().min(1),
  lastContact: day.nullable(),
};

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
    text,
    days: count.describe('since it was due'),
  }),
  z.strictObject({ kind: z.literal('follow-up'), on: day, exercise: text, question: text }),
  z.strictObject({ kind: z.literal('look-back'), on: day, id, question: text }),
]);
