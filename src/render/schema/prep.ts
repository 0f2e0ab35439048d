import * as z from 'zod';
import { HEARD_ABOUT } from '../../domain/heard.ts';
import { count, day, document, id, person, text } from './shape.ts';

export const PREP = [
  document('prep', 'one page before a one-on-one: prep', {
    person,
    on: day,
    lastContact: day.nullable(),
    days: count.describe('since the last talk, or since they were added'),
    cadence: z.int().min(1),
    overdue: z.number().min(0),
    promises: z.array(
      z.strictObject({
        id,
        text,
        by: person.nullable().describe('null: you'),
        to: person.nullable(),
        dueOn: day.nullable(),
      }),
    ),
    heard: z
      .array(z.strictObject({ id, on: day, about: z.enum(HEARD_ABOUT), text }))
      .describe('their questions that wait'),
    decisions: z.array(z.strictObject({ id, question: text, dueOn: day.nullable() })),
    exercises: z.array(text).describe('planned with them, by id'),
    guesses: z.array(
      z.strictObject({
        facet: text,
        title: text,
        text: text.nullable(),
        stale: z.boolean(),
        confidence: z.number().min(0.5).max(1).nullable().describe('with one, it is a bet'),
      }),
    ),
    opening: z.strictObject({ id: text, text, facet: text.nullable() }).nullable(),
    words: z.array(z.strictObject({ on: day, text })),
  }),
];
