import * as z from 'zod';
import { type PromptTemplate, wording } from '../domain/choice.ts';
import { isDay } from '../domain/day.ts';
import { didYouMean, nearestOf } from '../domain/nearest.ts';
import { knownPerson } from '../domain/person.ts';
import type { Rating } from '../domain/rating.ts';
import {
  type Answers,
  checkPlan,
  type FollowUpAnswer,
  OUTCOMES,
  type Plan,
  type PromptAnswer,
} from '../domain/session.ts';
import { checkCount, MOST_AT_ONCE, parseTallyKey, TALLY_KEYS, tallyKey } from '../domain/tally.ts';
import { EXIT, UserError } from '../errors.ts';
import { strictJson } from './json.ts';
import { type FileWords, HALVED, refusal, unknownKey } from './refusal.ts';
import { decode } from './text.ts';

/** What an answers file may refer to. */
export interface Known {
  readonly templates: readonly PromptTemplate[];
  /** Codes of the people in the journal. */
  readonly people: readonly string[];
  /** Today's prompt: what a plain `"prompt": "text"` answers. */
  readonly prompt: PromptAnswer | null;
  /** Exercises whose question comes back on the day. */
  readonly followUps: readonly Omit<FollowUpAnswer, 'text'>[];
}

/** A text that can be stored. */
export const text = z.string().refine((value) => value.isWellFormed(), { error: HALVED });
export const rating = z.int().min(1).max(5).nullable() as unknown as z.ZodType<Rating | null>;

/** The shape of a daily answers file, as `reflect --template` prints it. All keys are optional. */
export const dailyFile = z.strictObject({
  schema: z.string().optional(),
  on: z.iso.date().refine(isDay).optional(),
  answers: z
    .strictObject({
      yesterday: z.enum(OUTCOMES).nullable(),
      followUp: z
        .strictObject({
          exercise: z.string(),
          question: z.string().optional(),
          text: text.nullable().optional(),
        })
        .nullable(),
      tallies: z.record(z.string(), z.int().min(0).max(MOST_AT_ONCE).nullable()),
      R1: rating,
      R2: rating,
      R3: rating,
      prompt: z
        .union([
          text,
          z.strictObject({
            id: z.string().optional(),
            question: z.string().optional(),
            person: z.string().nullable().optional(),
            text: text.nullable().optional(),
          }),
        ])
        .nullable(),
      intention: z
        .strictObject({ if: text.nullable().optional(), then: text.nullable().optional() })
        .nullable(),
      note: text.nullable(),
    })
    .partial()
    .optional(),
});

/** What a count takes, in words. */
export const COUNT = `a whole number from 0 to ${MOST_AT_ONCE}, or null`;

const WORDS: FileWords = {
  session: 'daily session',
  template: 'praxis reflect --template',
  keys: {
    '': ['schema', 'on', 'answers'],
    answers: ['yesterday', 'followUp', 'tallies', 'R1', 'R2', 'R3', 'prompt', 'intention', 'note'],
    'answers.prompt': ['id', 'question', 'person', 'text'],
    'answers.intention': ['if', 'then'],
    'answers.followUp': ['exercise', 'question', 'text'],
  },
  takes: {
    '': 'an object with "on" and "answers"',
    schema: 'text',
    on: 'a day such as 2026-11-20',
    answers: 'an object, such as {"R1": 3}',
    yesterday: `${OUTCOMES.join(', ')} or null`,
    followUp: 'null or an object with "exercise" and "text"',
    exercise: 'the id of an exercise, such as X5',
    tallies: 'counts by code, such as {"a": 3, "c": 2}',
    'answers.tallies.*': COUNT,
    R0: 'a whole number from 1 to 5, or null',
    R1: 'a whole number from 1 to 5, or null',
    R2: 'a whole number from 1 to 5, or null',
    R3: 'a whole number from 1 to 5, or null',
    prompt: 'text, null, or an object with "id" and "text"',
    intention: 'null or an object with "if" and "then"',
    note: 'text or null',
    id: 'the id of a prompt',
    question: 'text',
    person: "a person's code or null",
    text: 'text or null',
    if: 'text or null',
    then: 'text or null',
  },
};

export type DailyFile = z.infer<typeof dailyFile>;

/**
 * Reads an answers file for a daily session, as far as it can be read without the journal.
 * @throws UserError (usage) about the first thing wrong: it names the key, and the nearest valid one.
 */
export function readDailyFile(bytes: Uint8Array): DailyFile {
  const parsed = dailyFile.safeParse(strictJson(decode(bytes)), { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues, WORDS);
  return parsed.data;
}

/**
 * Reads one item of a session from what was typed for it: a count, a rating, an outcome or a text.
 * @throws UserError (usage) when the item does not take it.
 */
export function readItem(item: string, typed: string, old: Answers, known: Known): Answers {
  // Nothing typed takes the item back: asked, and skipped.
  const nothing = typed.trim() === '' ? null : typed;
  const number = nothing !== null && /^\d+$/.test(nothing.trim()) ? Number(nothing) : nothing;
  if (item === 'R0') return readPersonRating(number);
  const { prompt } = old;
  const plan = { if: old.intention?.if ?? '', then: old.intention?.then ?? '' };
  const value: Record<string, unknown> = ['if', 'then'].includes(item)
    ? { intention: { ...plan, [item]: typed } }
    : item === 'prompt' && prompt
      ? { prompt: { id: prompt.id, person: prompt.person, text: nothing } }
      : item === 'followUp' && old.followUp
        ? { followUp: { exercise: old.followUp.exercise, text: nothing } }
        : parseTallyKey(item)
          ? { tallies: { [item]: number } }
          : { [item]: /^R\d$/.test(item) ? number : nothing };
  const parsed = dailyFile.safeParse({ answers: value }, { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues, WORDS);
  return answersFrom(parsed.data, known);
}

// Not in a file of a daily session: R0 belongs to a moment about one person.
function readPersonRating(value: unknown): Answers {
  const shape = z.strictObject({ answers: z.strictObject({ R0: rating }) });
  const parsed = shape.safeParse({ answers: { R0: value } }, { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues, WORDS);
  return parsed.data.answers;
}

/** The answers in a file. @throws UserError (usage) for a counter, prompt or person that there is not. */
export function answersFrom(file: DailyFile, known: Known): Answers {
  const { followUp, tallies, prompt, intention, note, ...rest } = file.answers ?? {};
  return {
    ...defined(rest),
    ...(followUp === undefined ? {} : { followUp: readFollowUp(followUp, known) }),
    ...(tallies ? { tallies: readTallies(tallies) } : {}),
    ...(prompt === undefined ? {} : { prompt: readPrompt(prompt, known) }),
    ...(intention === undefined ? {} : { intention: readPlan(intention) }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}

/** Counts by written key. @throws UserError (usage) for a counter that there is not, and for one named twice. */
export function readTallies(
  given: Readonly<Record<string, number | null>>,
  words: Pick<FileWords, 'template'> = WORDS,
): Record<string, number | null> {
  const tallies: Record<string, number | null> = {};
  for (const [key, n] of Object.entries(given)) {
    const parsed = parseTallyKey(key);
    if (!parsed) throw unknownKey(key, TALLY_KEYS, 'tally', words);
    const written = tallyKey(parsed);
    if (Object.hasOwn(tallies, written)) {
      throw new UserError(
        `"${key}" counts "${written}" a second time.`,
        'Write each counter once. Nothing was stored.',
        EXIT.usage,
      );
    }
    if (n !== null) checkCount(n, key);
    tallies[written] = n;
  }
  return tallies;
}

type PromptInput = NonNullable<z.infer<typeof dailyFile>['answers']>['prompt'];

function readPrompt(given: PromptInput, { templates, people, prompt }: Known): PromptAnswer | null {
  if (given === null || given === undefined) return null;
  const {
    id,
    person,
    text: said,
  } = typeof given === 'string' ? { text: given, id: undefined, person: undefined } : given;
  const written = said || null;
  if (id === undefined && prompt === null) return null;
  const template = templates.find((each) => each.id === (id ?? prompt?.id));
  if (!template && id === undefined && prompt) return { ...prompt, text: written };
  if (!template) {
    const near = nearestOf(
      id ?? '',
      templates.map((each) => each.id),
    );
    throw new UserError(
      `"${id}" is no prompt.${near}`,
      'Leave "id" out to answer today\'s. Nothing was stored.',
      EXIT.usage,
    );
  }
  const planned = template.id === prompt?.id ? prompt.person : null;
  const about =
    person === undefined ? planned : person === null ? null : knownPerson(person, people);
  if (template.about === 'person' && about === null) {
    throw new UserError(
      `"person" is missing: the prompt "${template.id}" is about somebody.`,
      'Name them by code, such as "person": "lee". Nothing was stored.',
      EXIT.usage,
    );
  }
  const question =
    template.id === prompt?.id && about === planned ? prompt.question : wording(template, about);
  return { id: template.id, version: template.version, question, person: about, text: written };
}

function readFollowUp(
  given: { exercise: string; text?: string | null | undefined } | null,
  { followUps }: Known,
): FollowUpAnswer | null {
  if (given === null) return null;
  const due = followUps.find(({ exercise }) => exercise === given.exercise);
  if (due) return { ...due, text: given.text || null };
  const near = didYouMean(
    given.exercise,
    followUps.map(({ exercise }) => exercise),
  );
  throw new UserError(
    `No follow-up of "${given.exercise}" falls on this day.${near}`,
    'praxis reflect --template has "followUp" when there is one. Nothing was stored.',
    EXIT.usage,
  );
}

/** An if-then plan, null where nothing is said of it. @throws UserError (usage) for half of one. */
export function readPlan(
  given: { if?: string | null | undefined; then?: string | null | undefined } | null,
): Plan | null {
  const plan = { if: given?.if ?? '', then: given?.then ?? '' };
  if (plan.if === '' && plan.then === '') return null;
  checkPlan(plan);
  return plan;
}

/** The same without what is undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
