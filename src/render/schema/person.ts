import * as z from 'zod';
import { PERSON_STATES } from '../../domain/person.ts';
import { CODES } from '../../domain/tally.ts';
import { count, day, document, list, person, text } from './shape.ts';

const somebody = {
  code: person,
  cadence: z.int().min(1).describe('days between talks'),
  addedOn: day,
  state: z.enum(PERSON_STATES),
  lastContact: day.nullable(),
  overdue: z
    .number()
    .min(0)
    .describe('days since the last talk over the cadence: from 1 it is due'),
};

export const PEOPLE = [
  document('person', 'somebody you lead: person add, person show, person contact', {
    ...somebody,
    counts: z
      .array(z.strictObject({ code: z.enum(CODES), warranted: z.boolean(), n: count }))
      .optional()
      .describe('of four weeks: person show'),
    words: z
      .array(z.strictObject({ on: day, text }))
      .optional()
      .describe('your last words about the two of you: person show'),
  }),
  list('people', 'everybody you lead: person list', z.strictObject(somebody)),
];
