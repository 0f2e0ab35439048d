import * as z from 'zod';
import { DECISION_STATES, LOOK_BACK_VERDICTS, REVERSIBILITIES } from '../../domain/decision.ts';
import { count, day, document, id, person, share, text } from './shape.ts';

const option = z.strictObject({
  place: z.int().min(1),
  title: text,
  benefits: text.nullable(),
  costs: text.nullable(),
  bearers: text.nullable().describe('who carries the costs'),
  reversibility: z.enum(REVERSIBILITIES).nullable(),
  confidence: share.nullable(),
  statusQuo: z.boolean().describe('it leaves things as they are'),
});

const lookBack = z.strictObject({
  dueOn: day,
  heldOn: day.nullable(),
  verdict: z.enum(LOOK_BACK_VERDICTS).nullable(),
  text: text.nullable(),
});

const decision = {
  id,
  question: text,
  openedOn: day,
  owner: person.nullable().describe('null: you'),
  dueOn: day.nullable(),
  challenger: person.nullable(),
  state: z.enum(DECISION_STATES),
  options: z.array(option),
  sign: text.nullable().describe('what would show that it was wrong'),
  missing: z.array(text).describe('before a choice, in words'),
  chosen: z.int().min(1).nullable().describe('the place of the option'),
  chosenOn: day.nullable(),
  complete: z.boolean().nullable().describe('whether nothing was missing when it was chosen'),
  lookBacks: z.array(lookBack),
  nextLookBack: day.nullable(),
};

export const DECISIONS = [
  document('decision', 'an options page: decide, edit, show', decision),
  document('decisions', 'options pages, the latest first: decide list', {
    decisions: z.array(z.strictObject(decision)),
    writers: z
      .strictObject({ x: count, n: count })
      .describe('of the people you lead, how many opened one of their own in 91 days'),
  }),
];
