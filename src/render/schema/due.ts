import * as z from 'zod';
import { count, day, person, text } from './shape.ts';

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
  z.strictObject({ kind: z.literal('follow-up'), on: day, exercise: text, question: text }),
]);
