import { EXIT, UserError } from '../errors.ts';
import type { CheckinAnswers } from './checkin.ts';
import { addDays, type Day, daysBetween, inWords } from './day.ts';
import { ENTRY_RATINGS, type Rating } from './rating.ts';
import { RATIO_ITEMS, ratioAsWritten } from './ratio.ts';
import { CODES, type Met } from './tally.ts';
import { WRITTEN_ITEMS } from './written.ts';

export const SESSION_KINDS = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'imported',
  'moment',
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export type Source = 'terminal' | 'script' | 'import';

/** What became of an if-then plan. */
export const OUTCOMES = ['done', 'partly', 'no-cue', 'skipped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a session holds; which keys a kind takes is said by the file that it reads. In every field three things differ and stay different:
 * absent means not asked, `null` means asked and skipped, and `0` means counted and there were none.
 */
export interface Answers extends CheckinAnswers {
  readonly yesterday?: Outcome | null;
  readonly followUp?: FollowUpAnswer | null;
  /** By written key (`a`, `a!`, `w:fit`); a key that is `null` was asked and skipped. */
  readonly tallies?: Readonly<Record<string, number | null>>;
  /** Of a moment only, about its person: whom I lead. */
  readonly R0?: Rating | null;
  readonly R1?: Rating | null;
  readonly R2?: Rating | null;
  readonly R3?: Rating | null;
  readonly prompt?: PromptAnswer | null;
  readonly intention?: Plan | null;
  readonly note?: string | null;
}

/** A prompt as it was put, and what was written. `text` is null when it was read and skipped. */
export interface PromptAnswer {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  readonly person: string | null;
  readonly text: string | null;
}

/** What comes back some days after an exercise, and what was written. */
export interface FollowUpAnswer {
  /** The exercise's id. */
  readonly exercise: string;
  readonly question: string;
  readonly text: string | null;
}

/** An if-then plan. One half may be empty: half a plan is kept as half a plan. */
export interface Plan {
  readonly if: string;
  readonly then: string;
}

/** @throws UserError (usage) when a half is missing: only at a terminal is half a plan kept, where it was typed. */
export function checkPlan(plan: Plan): void {
  if (plan.if.trim() !== '' && plan.then.trim() !== '') return;
  throw new UserError(
    'A plan has two halves, and one of them is empty.',
    'Say what you will recognise and what you will do: "if" and "then". Nothing was stored.',
    EXIT.usage,
  );
}

/** A session as it stands in the journal. */
export interface Session {
  readonly id: string;
  readonly kind: SessionKind;
  readonly on: Day;
  readonly week: string;
  readonly zone: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Seconds at the keyboard; null for scripts. */
  readonly seconds: number | null;
  readonly source: Source;
  readonly revision: number;
  readonly recallLagDays: number;
  readonly late: boolean;
  readonly answers: Answers;
  /** Of a moment: whom the command named, minutes spent handing back, how a challenge was met. */
  readonly person: string | null;
  readonly minutes: number | null;
  readonly met: Met | null;
  /** Of an imported entry: its tags as written, a star, and what the other program called it. */
  readonly tags?: readonly string[];
  readonly starred?: true;
  readonly origin?: string;
}

/** Memory is not a count: what lies further back than this takes text only. */
export const RECALL_DAYS = 2;

export function recallLag(on: Day, today: Day): number {
  const lag = daysBetween(on, today);
  if (lag < 0) {
    throw new UserError(
      `${inWords(on, today)} has not come yet.`,
      'Choose a day that was, such as yesterday. Nothing was stored.',
      EXIT.usage,
    );
  }
  return lag;
}

/** True when an answer is a number from memory: tallies and ratings, skipped ones left aside. */
export function holdsCounts(answers: Answers): boolean {
  const counted = Object.values(answers.tallies ?? {}).some((n) => n !== null);
  return counted || ENTRY_RATINGS.some((item) => typeof answers[item] === 'number');
}

/** @throws UserError (usage) when counts come later than memory reaches and `late` was not asked for. */
export function checkRecall(answers: Answers, on: Day, today: Day, late: boolean): void {
  if (late || recallLag(on, today) <= RECALL_DAYS || !holdsCounts(answers)) return;
  throw new UserError(
    `${inWords(on, today)} is more than ${RECALL_DAYS} days back: it takes text, not counts, because memory is not a count.`,
    `Counts reach back to ${addDays(today, -RECALL_DAYS)}. With --late they are kept, and stay out of every index.`,
    EXIT.usage,
  );
}

/** True when there is nothing in it at all, not even something skipped. */
export function isEmpty(answers: Answers): boolean {
  const { tallies, ...rest } = answers;
  return (
    Object.keys(tallies ?? {}).length === 0 &&
    Object.values(rest).every((each) => each === undefined)
  );
}

/** Later answers over earlier ones; what is new and skipped does not wipe out what was said. */
export function merge(earlier: Answers, later: Answers): Answers {
  const said = Object.entries(later).filter(
    ([key, value]) =>
      value !== undefined && !(value === null && earlier[key as keyof Answers] != null),
  );
  const tallies = { ...earlier.tallies };
  for (const [key, n] of Object.entries(later.tallies ?? {})) {
    if (n !== null || tallies[key] === undefined) tallies[key] = n;
  }
  const merged: Answers = { ...earlier, ...Object.fromEntries(said) };
  return Object.keys(tallies).length > 0 ? { ...merged, tallies } : merged;
}

/** Whether two sets of answers say the same, whatever the order of their keys. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return canonical(one) === canonical(other);
}

function canonical(answers: Answers): string {
  const { prompt, followUp, tallies, ...rest } = answers;
  return JSON.stringify(
    sorted({
      ...rest,
      ...(tallies && Object.keys(tallies).length > 0 ? { tallies } : {}),
      // The wording of a question may improve between two runs of the same script; the answer is the same.
      ...(prompt ? { prompt: { id: prompt.id, person: prompt.person, text: prompt.text } } : {}),
      ...(prompt === null ? { prompt } : {}),
      ...(followUp ? { followUp: { exercise: followUp.exercise, text: followUp.text } } : {}),
      ...(followUp === null ? { followUp } : {}),
    }),
  );
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]);
}

/** The answers in the order they were asked, without the bookkeeping of versions: as scripts see them. */
export function asWritten(answers: Answers): Record<string, unknown> {
  const { yesterday, followUp, tallies, R0, R1, R2, R3, R4, R5, prompt, intention, note } = answers;
  const { leads, movement, contacts, exercise, parts } = answers;
  const { version: _, ...written } = prompt ?? { version: 0 };
  const ratios = RATIO_ITEMS.map((item) => {
    const ratio = answers[item];
    return [item, ratio ? ratioAsWritten(item, ratio) : ratio];
  });
  const texts = WRITTEN_ITEMS.map((item) => [item, answers[item]]);
  const ordered = {
    yesterday,
    followUp,
    tallies: tallies && inOrder(tallies),
    R0: R0 ?? leads,
    R1,
    R2,
    R3,
    ...Object.fromEntries(ratios),
    R4,
    R5,
    movement,
    contacts,
    exercise,
    prompt: prompt ? written : prompt,
    ...Object.fromEntries(texts),
    intention,
    note,
    parts,
  };
  return Object.fromEntries(Object.entries(ordered).filter(([, value]) => value !== undefined));
}

/** Tallies in the order of the counters, whatever the order they came in. */
function inOrder(tallies: Readonly<Record<string, number | null>>): Record<string, number | null> {
  const place = (key: string) => CODES.findIndex((code) => key.startsWith(code));
  const entries = Object.entries(tallies);
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}
