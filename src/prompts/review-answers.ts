import * as z from 'zod';
import { type Day, isDay } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import { knownPerson, LABEL_SIDES } from '../domain/person.ts';
import type { Rating } from '../domain/rating.ts';
import { CHANGE_ITEMS, type ChangeItem, REVIEW_TEXTS } from '../domain/review.ts';
import type { ReviewRecords, Said } from '../domain/review-said.ts';
import { readSentence } from '../domain/statement.ts';
import type { WrittenItem } from '../domain/written.ts';
import { EXIT, UserError } from '../errors.ts';
import { defined, rating, text } from './answers.ts';
import { strictJson } from './json.ts';
import { type FileWords, refusal } from './refusal.ts';
import { decode } from './text.ts';

const { month: MONTH_TEXTS } = REVIEW_TEXTS;
/** Of a quarter, without those that may come with a moment. */
const QUARTER_TEXTS = ['belief', 'event', 'yours'] as const satisfies readonly WrittenItem[];

const day = z.iso.date().refine(isDay);
const ratings = z.record(z.string(), rating);
const texts = <T extends string>(items: readonly T[]) =>
  Object.fromEntries(items.map((item) => [item, text.nullable()])) as Record<
    T,
    z.ZodNullable<typeof text>
  >;
const change = z.union([text, z.strictObject({ text, if: text })]).nullable();

function file<T extends z.core.$ZodShape>(answers: T) {
  return z.strictObject({
    schema: z.string().optional(),
    on: day.optional(),
    answers: z.strictObject(answers).partial().optional(),
  });
}

/** The shapes of the answers of a review, as `review month --template` prints them. All keys are optional. */
export const monthFile = file({
  R5: ratings,
  breaks: z.array(z.strictObject({ on: day, reason: text })).nullable(),
  ...texts(MONTH_TEXTS),
});
export const quarterFile = file({
  R0: ratings,
  labels: z
    .array(
      z.strictObject({
        person: z.string(),
        word: text,
        side: z.enum(LABEL_SIDES).nullable().optional(),
      }),
    )
    .nullable(),
  futureRoles: z.record(z.string(), text.nullable()).nullable(),
  stop: change,
  start: change,
  expect: change,
  choice: z.union([text, z.strictObject({ text, because: text.nullable().optional() })]).nullable(),
  ...texts(QUARTER_TEXTS),
});

export type MonthFile = z.infer<typeof monthFile>;
export type QuarterFile = z.infer<typeof quarterFile>;

const TAKES = {
  '': 'an object with "on" and "answers"',
  schema: 'text',
  on: 'a day such as 2026-11-20',
  'answers.R0.*': 'a whole number from 1 to 5, or null',
  'answers.R5.*': 'a whole number from 1 to 5, or null',
  'answers.futureRoles.*': 'text or null',
  R0: 'ratings by person, such as {"lee": 4}',
  R5: 'ratings by person, such as {"lee": 4}',
  breaks: 'null or a list such as [{"on": "2026-11-16", "reason": "new team"}]',
  reason: 'text',
  labels: 'null or a list such as [{"person": "lee", "word": "careful", "side": "follower"}]',
  person: "a person's code",
  word: 'text',
  side: `${LABEL_SIDES.join(', ')} or null`,
  futureRoles: 'null or texts by person, such as {"lee": "a customer"}',
  choice: 'text, null, or an object with "text" and "because"',
  because: 'text or null',
  text: 'text',
  if: 'text',
  ...Object.fromEntries(
    CHANGE_ITEMS.map((item) => [item, 'text, null, or an object with "text" and "if"']),
  ),
  ...Object.fromEntries([...MONTH_TEXTS, ...QUARTER_TEXTS].map((item) => [item, 'text or null'])),
};

const WORDS: Readonly<Record<ReviewPeriod, FileWords>> = {
  month: {
    session: 'monthly review',
    template: 'praxis review month --template',
    keys: {
      '': ['schema', 'on', 'answers'],
      answers: ['R5', 'breaks', ...MONTH_TEXTS],
      'answers.breaks': ['on', 'reason'],
    },
    takes: { ...TAKES, answers: 'an object, such as {"R5": {"lee": 4}}' },
  },
  quarter: {
    session: 'quarterly review',
    template: 'praxis review quarter --template',
    keys: {
      '': ['schema', 'on', 'answers'],
      answers: ['R0', 'labels', 'futureRoles', ...CHANGE_ITEMS, 'choice', ...QUARTER_TEXTS],
      'answers.labels': ['person', 'word', 'side'],
      'answers.choice': ['text', 'because'],
      ...Object.fromEntries(CHANGE_ITEMS.map((item) => [`answers.${item}`, ['text', 'if']])),
    },
    takes: { ...TAKES, answers: 'an object, such as {"belief": "..."}' },
  },
};

const SHAPE = 'praxis review quarter --template prints the shape';

/** A file of answers for a review, as far as it can be read without the journal. */
export type ReviewFile =
  | { readonly period: 'month'; readonly on: Day | undefined; readonly given: MonthGiven }
  | { readonly period: 'quarter'; readonly on: Day | undefined; readonly given: QuarterGiven };
type MonthGiven = NonNullable<MonthFile['answers']>;
type QuarterGiven = NonNullable<QuarterFile['answers']>;

/** @throws UserError (usage) about the first thing wrong: it names the key, and the nearest valid one. */
export function readReviewFile(period: ReviewPeriod, bytes: Uint8Array): ReviewFile {
  const words = WORDS[period];
  const value = strictJson(decode(bytes), words.template);
  if (period === 'month') {
    const parsed = monthFile.safeParse(value, { reportInput: true });
    if (!parsed.success) throw refusal(parsed.error.issues, words);
    return { period, on: parsed.data.on as Day | undefined, given: parsed.data.answers ?? {} };
  }
  const parsed = quarterFile.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refusal(parsed.error.issues, words);
  return { period, on: parsed.data.on as Day | undefined, given: parsed.data.answers ?? {} };
}

/**
 * What a file says: people by the codes that the journal has.
 * @throws UserError (usage) for a person that there is not, and for a text that has to say something and does not.
 */
export function saidIn(file: ReviewFile, people: readonly string[]): Said {
  const coded = <T>(given: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(given).map(([code, value]) => [knownPerson(code, people), value]),
    );
  if (file.period === 'month') {
    const { R5, breaks, ...written } = file.given;
    return {
      answers: { ...(R5 ? { R5: coded<Rating | null>(R5) } : {}), ...saidTexts(written) },
      records: defined({
        breaks:
          breaks?.map(({ on, reason }) => ({ on: on as Day, reason: said(reason, 'reason') })) ??
          breaks,
      }) as ReviewRecords,
    };
  }
  const { R0, labels, futureRoles, stop, start, expect, choice, ...written } = file.given;
  const changes = { stop, start, expect };
  return {
    answers: {
      ...(R0 ? { leads: coded<Rating | null>(R0) } : {}),
      ...saidTexts(Object.fromEntries(CHANGE_ITEMS.map((item) => [item, textOf(changes[item])]))),
      ...saidTexts(written),
    },
    records: defined({
      labels:
        labels?.map(({ person, word, side }) => ({
          person: knownPerson(person, people),
          word: said(word, 'word'),
          side: side ?? null,
        })) ?? labels,
      futureRoles: futureRoles
        ? Object.fromEntries(
            Object.entries(coded(futureRoles)).map(([code, each]) => [code, each?.trim() || null]),
          )
        : futureRoles,
      choice: choice === undefined ? undefined : choiceOf(choice),
      cues: cuesOf(changes),
    }) as ReviewRecords,
  };
}

type Change = QuarterGiven['stop'];

function textOf(given: Change): string | null | undefined {
  return typeof given === 'object' && given !== null ? given.text : given;
}

function cuesOf(changes: Readonly<Record<ChangeItem, Change>>): ReviewRecords['cues'] {
  const cues = CHANGE_ITEMS.flatMap((item): [string, string][] => {
    const given = changes[item];
    if (typeof given !== 'object' || given === null) return [];
    said(given.text, item);
    return [[item, said(given.if, 'if')]];
  });
  return cues.length === 0 ? undefined : Object.fromEntries(cues);
}

function choiceOf(choice: NonNullable<QuarterGiven['choice']> | null): ReviewRecords['choice'] {
  if (choice === null) return null;
  if (typeof choice === 'string') return { text: readSentence(choice, SHAPE), because: null };
  return { text: readSentence(choice.text, SHAPE), because: choice.because?.trim() || null };
}

function saidTexts(given: Partial<Record<string, string | null | undefined>>): {
  [Item in WrittenItem]?: string | null;
} {
  const texts = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(texts.map(([item, value]) => [item, value || null]));
}

function said(given: string, key: string): string {
  if (given.trim() !== '') return given.trim();
  throw new UserError(
    `"${key}" says nothing.`,
    'Write a few words. Nothing was stored.',
    EXIT.usage,
  );
}
