import * as z from 'zod';
import { RUN_STATES } from '../../domain/exercise.ts';
import { RECORD_KINDS } from '../../domain/exercise-record.ts';
import { PAIRS, type Pair } from '../../domain/tally.ts';
import { count, type Described, day, document, id, list, person, text } from './shape.ts';

/** The shapes of what packs hold, which the schema of packs gives. */
export interface PackParts {
  readonly pack: z.ZodObject;
  readonly exercise: z.ZodObject;
  readonly card: z.ZodObject;
}

const log = {
  id,
  runId: id.nullable(),
  exercise: text,
  on: day,
  kind: z.enum(RECORD_KINDS),
  person: person.nullable(),
  values: z.record(text, z.union([text, count])),
};

const run = {
  id,
  exercise: text,
  state: z.enum(RUN_STATES),
  step: count.describe('steps behind you'),
  person: person.nullable(),
  on: day,
  followUpOn: day.nullable(),
  followedUpOn: day.nullable(),
  focusId: id.nullable().describe('the focus it serves'),
};

const pairs = Object.keys(PAIRS) as Pair[];
const fit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weak'), pair: z.enum(pairs), right: count, all: count }),
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('again'), days: count }),
]);

const field = z.strictObject({
  key: text,
  label: text,
  takes: z.union([z.enum(['count', 'text']), z.array(text)]),
});

/** Exercises, what was done with them, and the other things that packs hold. */
export function packDocuments({ pack, exercise, card }: PackParts): Described[] {
  const standing = {
    ...exercise.shape,
    recordFields: z.array(field),
    state: z.enum([...RUN_STATES, 'never']),
    timesDone: count,
    nextOffer: day.nullable().describe('null: under way, or passed over three times'),
  };
  return [
    document('exercise', 'one exercise, with what you recorded: exercise show', {
      ...standing,
      runs: z.array(z.strictObject(run)),
      logs: z.array(z.strictObject(log)),
    }),
    list('exercises', 'all exercises: exercise list', z.strictObject(standing)),
    document('offer', 'the exercise that fits now: exercise, exercise offer', {
      offer: z.strictObject({ exercise: text, title: text, why: fit }).nullable(),
    }),
    document('run', 'an exercise taken up: exercise plan, do and skip; show', {
      ...run,
      intention: z.strictObject({ if: text, then: text }).optional().describe('exercise plan'),
      logs: z.array(z.strictObject(log)).optional().describe('show'),
    }),
    document('log', 'what an exercise recorded: exercise log, show', log),
    document('card', 'a card: learn', card.shape),
    list('cards', 'all cards: learn list', card),
    document('pack', 'a pack: pack show', pack.shape),
  ];
}
