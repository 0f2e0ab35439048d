import * as z from 'zod';
import { PROMISE_OUTCOMES, PROPOSED_BY, WORDINGS } from '../../domain/promise.ts';
import { count, day, document, id, person, share, text } from './shape.ts';

const promise = {
  id,
  text,
  madeOn: day,
  by: person.nullable().describe('null: you'),
  to: person.nullable().describe('null: nobody in particular'),
  dueOn: day.nullable(),
  outcome: z.enum(PROMISE_OUTCOMES).nullable().describe('null while it is open'),
  settledOn: day.nullable(),
  onTime: z
    .boolean()
    .nullable()
    .describe('null: no verdict; not due yet, taken back in advance, or without a day'),
  why: text.nullable().describe('why it was taken back'),
  wording: z.enum(WORDINGS).nullable(),
  proposedBy: z.enum(PROPOSED_BY).nullable(),
  success: text.nullable().describe('how you will recognise it'),
  together: z.array(person).describe('who owns it together with its owner'),
  focus: text.nullable().describe('the focus it serves'),
};

export const PROMISES = [
  document('promise', 'a promise: promise, keep, drop, edit, show', promise),
  document('promises', 'promises, yours and theirs: promises', {
    promises: z.array(z.strictObject(promise)),
    kept: z
      .strictObject({ x: count, n: count, value: share, ci95: z.tuple([share, share]) })
      .nullable()
      .describe('yours kept on time, of those due in eight weeks; null when none was due'),
  }),
];
