import * as z from 'zod';
import { EXERCISE_STATES, MOVEMENT_STAGES } from '../domain/checkin.ts';
import { isWeek, type Week } from '../domain/day.ts';
import { type Exercise, findExercise } from '../domain/exercise.ts';
import { knownPerson } from '../domain/person.ts';
import {
  RATIO_ITEMS,
  RATIOS,
  type Ratio,
  type RatioItem,
  ratioFromWritten,
} from '../domain/ratio.ts';
import type { Answers } from '../domain/session.ts';
import { MOST_AT_ONCE } from '../domain/tally.ts';
import { WEEKLY_TEXTS } from '../domain/week.ts';
import { EXIT, UserError } from '../errors.ts';
import { COUNT, defined, rating, readPlan, readTallies, text } from './answers.ts';
import { strictJson } from './json.ts';
import { type FileWords, refusal } from './refusal.ts';
import { decode } from './text.ts';

/** What the answers of a check-in may refer to. */
export interface KnownInWeek {
  /** Codes of the people in the journal. */
  readonly people: readonly string[];
  readonly exercises: readonly Exercise[];
}

const count = z.int().min(0).max(MOST_AT_ONCE);
const ratios = Object.fromEntries(
  RATIO_ITEMS.map((item) => [
    item,
    z.strictObject({ [RATIOS[item].x]: count, [RATIOS[item].n]: count }).nullable(),
  ]),
) as Record<RatioItem, z.ZodNullable<z.ZodObject<Record<string, typeof count>>>>;
const texts = Object.fromEntries(
  WEEKLY_TEXTS.map((item) => [item, text.nullable()]),
) as unknown as Record<(typeof WEEKLY_TEXTS)[number], z.ZodNullable<typeof text>>;

/** The shape of the answers of a check-in, as `checkin --template` prints it. All keys are optional. */
export const weeklyFile = z.strictObject({
  schema: z.string().optional(),
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .refine(isWeek)
    .optional(),
  answers: z
    .strictObject({
      tallies: z.record(z.string(), count.nullable()),
      ...ratios,
      R4: rating,
      contacts: z.array(z.string()).nullable(),
      movement: z
        .strictObject({ stage: z.enum(MOVEMENT_STAGES), joined: text.nullable().optional() })
        .nullable(),
      exercise: z.strictObject({ id: z.string(), state: z.enum(EXERCISE_STATES) }).nullable(),
      ...texts,
      intention: z
        .strictObject({ if: text.nullable().optional(), then: text.nullable().optional() })
        .nullable(),
      note: text.nullable(),
    })
    .partial()
    .optional(),
});

export type WeeklyFile = z.infer<typeof weeklyFile>;

const WORDS: FileWords = {
  session: 'weekly check-in',
  template: 'praxis checkin --template',
  keys: {
    '': ['schema', 'week', 'answers'],
    answers: [
      'tallies',
      ...RATIO_ITEMS,
      'R4',
      'contacts',
      'movement',
      'exercise',
      ...WEEKLY_TEXTS,
      'intention',
      'note',
    ],
    ...Object.fromEntries(
      RATIO_ITEMS.map((item) => [`answers.${item}`, [RATIOS[item].x, RATIOS[item].n]]),
    ),
    'answers.movement': ['stage', 'joined'],
    'answers.exercise': ['id', 'state'],
    'answers.intention': ['if', 'then'],
  },
  takes: {
    '': 'an object with "week" and "answers"',
    schema: 'text',
    week: 'a week such as 2026-W47',
    answers: 'an object, such as {"R4": 3}',
    tallies: 'counts by code, such as {"a": 3, "c": 9}',
    'answers.tallies.*': COUNT,
    ...Object.fromEntries(
      RATIO_ITEMS.flatMap((item) => {
        const { x, n } = RATIOS[item];
        const whole = `a whole number from 0 to ${MOST_AT_ONCE}`;
        return [
          [item, `null or two counts, such as {"${x}": 1, "${n}": 2}`],
          [x, whole],
          [n, whole],
        ];
      }),
    ),
    R4: 'a whole number from 1 to 5, or null',
    contacts: "a list of people's codes, or null",
    movement: 'null or an object with "stage" and "joined"',
    stage: MOVEMENT_STAGES.join(', '),
    exercise: 'null or an object with "id" and "state"',
    id: 'the id of an exercise, such as X5',
    state: EXERCISE_STATES.join(', '),
    intention: 'null or an object with "if" and "then"',
    ...Object.fromEntries(
      [...WEEKLY_TEXTS, 'joined', 'note', 'if', 'then'].map((item) => [item, 'text or null']),
    ),
  },
};
/**
 * Reads a file of answers for a check-in, as far as it can be read without the journal.
 * @throws UserError (usage) about the first thing wrong: it names the key, and the nearest valid one.
 */
export function readWeeklyFile(bytes: Uint8Array): WeeklyFile {
  return readWeekly(strictJson(decode(bytes), WORDS.template));
}

/** The same for a value. */
export function readWeekly(value: unknown): WeeklyFile {
  const parsed = weeklyFile.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues, WORDS);
  return parsed.data;
}

/** The week that a file names. */
export function weekIn({ week }: WeeklyFile): Week | undefined {
  return week as Week | undefined;
}

/**
 * The answers in a file: codes and ids as the journal has them, each person once.
 * @throws UserError (usage) for a counter, person or exercise that there is not, and for more than all of something.
 */
export function weeklyAnswersFrom(file: WeeklyFile, known: KnownInWeek): Answers {
  const given = file.answers ?? {};
  const { tallies, movement, contacts, exercise, intention, note } = given;
  return defined({
    ...(tallies ? { tallies: readTallies(tallies, WORDS) } : {}),
    ...Object.fromEntries(
      RATIO_ITEMS.flatMap((item) => {
        const ratio = given[item];
        return ratio === undefined ? [] : [[item, ratio && readRatio(item, ratio)]];
      }),
    ),
    R4: given.R4,
    movement: movement && { stage: movement.stage, joined: movement.joined || null },
    contacts:
      contacts && [...new Set(contacts.map((code) => knownPerson(code, known.people)))].sort(),
    exercise: exercise && {
      id: findExercise(exercise.id, known.exercises).id,
      state: exercise.state,
    },
    ...Object.fromEntries(
      WEEKLY_TEXTS.map((item) => [
        item,
        given[item] === undefined ? undefined : given[item] || null,
      ]),
    ),
    intention: intention === undefined ? undefined : readPlan(intention),
    note: note === undefined ? undefined : note || null,
  });
}

/** @throws UserError (usage) for a part that is larger than its whole. */
export function readRatio(item: RatioItem, given: Readonly<Record<string, number>>): Ratio {
  const { x, n } = ratioFromWritten(item, given);
  if (x <= n) return { x, n };
  throw new UserError(
    `"${item}" is ${x} of ${n}: the part is larger than the whole.`,
    'Write the part first, then the whole: 2 of 3. Nothing was stored.',
    EXIT.usage,
  );
}
