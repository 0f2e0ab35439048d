import * as z from 'zod';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../../domain/checkin.ts';
import { RATIO_ITEMS, RATIOS } from '../../domain/ratio.ts';
import { PART_STATES } from '../../domain/review-part.ts';
import { OUTCOMES, SESSION_KINDS } from '../../domain/session.ts';
import { MET } from '../../domain/tally.ts';
import { WRITTEN, WRITTEN_ITEMS } from '../../domain/written.ts';
import { count, day, document, id, instant, list, person, text, week } from './shape.ts';

const rating = z.int().min(1).max(5).nullable();

const ratios = Object.fromEntries(
  RATIO_ITEMS.map((item) => [
    item,
    z
      .strictObject({ [RATIOS[item].x]: count, [RATIOS[item].n]: count })
      .nullable()
      .describe(RATIOS[item].words),
  ]),
);
const written = Object.fromEntries(
  WRITTEN_ITEMS.map((item) => [item, text.nullable().describe(WRITTEN[item])]),
);

/** A key that is absent was not asked; `null` was asked and skipped; 0 was counted, and there were none. */
const answers = z
  .strictObject({
    yesterday: z.enum(OUTCOMES).nullable(),
    followUp: z.strictObject({ exercise: text, question: text, text: text.nullable() }).nullable(),
    tallies: z.record(text, count.nullable()).describe('by counter: a, a!, c, w:fit'),
    ...ratios,
    R0: z
      .union([rating, z.record(person, rating)])
      .describe('whom you think you lead: of a moment, or of a quarterly review by person'),
    R1: rating,
    R2: rating,
    R3: rating,
    R4: rating,
    R5: z.record(person, rating).describe('candour expected, by person'),
    movement: z
      .strictObject({ stage: z.enum(MOVEMENT_STAGES), joined: text.nullable().optional() })
      .nullable(),
    contacts: z.array(person).nullable(),
    exercise: z.strictObject({ id: text, state: z.enum(EXERCISE_STATES) }).nullable(),
    prompt: z
      .strictObject({ id: text, question: text, person: person.nullable(), text: text.nullable() })
      .nullable(),
    intention: z.strictObject({ if: text, then: text }).nullable(),
    note: text.nullable(),
    parts: z
      .record(text, z.enum(PART_STATES))
      .describe('of a review: what was gone through or passed over'),
    ...written,
  })
  .partial()
  .describe('absent: not asked; null: asked and skipped; 0: counted, and there were none');

const session = {
  id: id.nullable().describe('null in a dry run'),
  kind: z.enum(SESSION_KINDS),
  on: day,
  week,
  source: z.enum(['terminal', 'script', 'import']),
  revision: z.int().min(1),
  answers,
  person: person
    .nullable()
    .optional()
    .describe('of a moment: whom it was with; of an imported entry: whom it tags'),
  minutes: count.optional().describe('of a moment: spent handing it back'),
  met: z.enum(MET).optional().describe('of a moment: how a challenge was met'),
  tags: z.array(text).optional().describe('of an imported entry, as written'),
  starred: z.literal(true).optional().describe('of an imported entry'),
  origin: text.optional().describe('of an imported entry: its id in the other program'),
  late: z.literal(true).optional().describe('counted too far back; in no index'),
  zone: text,
  startedAt: instant,
  endedAt: instant,
  seconds: z.number().min(0).nullable().describe('at the keyboard; null for scripts'),
  dryRun: z.literal(true).optional().describe('nothing was stored'),
};

export const SESSIONS = [
  document('session', 'an entry: reflect, tally, note, edit, show', session),
  list('sessions', 'entries, the latest first: list, show DAY', z.strictObject(session)),
];
