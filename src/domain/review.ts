import { addDays, type Day } from './day.ts';
import type { ReviewPeriod } from './due-dates.ts';
import type { Answers, Plan, SessionKind } from './session.ts';
import type { WrittenItem } from './written.ts';

/** A piece of a review, saved on its own: what it is called, and the keys of an answers file that it asks for. */
export interface ReviewPart<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly asks: readonly string[];
}

/** The monthly review: what is changing? The figures come before the words, and the verdicts last. */
export const MONTH = [
  { id: 'figures', title: 'The last four weeks in figures', asks: [] },
  { id: 'candour', title: 'Candour you expect', asks: ['R5'] },
  { id: 'reread', title: 'Old entries, read again', asks: ['reread'] },
  { id: 'breaks', title: 'Breaks in the series', asks: ['breaks'] },
  { id: 'words', title: 'In your words', asks: ['argument', 'suggestion', 'exceptions', 'coach'] },
  { id: 'beliefs', title: 'What you believed then, and now', asks: [] },
  { id: 'verdicts', title: 'Verdicts', asks: [] },
] as const satisfies readonly ReviewPart[];

/** The quarterly review: is this how I want to lead? */
export const QUARTER = [
  { id: 'periods', title: 'Twelve weeks, and the twelve before', asks: [] },
  { id: 'audit', title: 'How well you know them', asks: ['R0'] },
  { id: 'labels', title: 'Words you use for people', asks: ['labels'] },
  { id: 'leavers', title: 'What leaving cost, and what came back', asks: [] },
  { id: 'roles', title: 'What they may be one day', asks: ['futureRoles'] },
  { id: 'changes', title: 'Stop, start, expect', asks: ['stop', 'start', 'expect'] },
  { id: 'belief', title: 'A belief that changed', asks: ['belief', 'event'] },
  { id: 'yours', title: 'What is your own by now', asks: ['yours'] },
  { id: 'choice', title: 'The one conscious choice', asks: ['choice'] },
  { id: 'way', title: 'My way of leading', asks: [] },
] as const satisfies readonly ReviewPart[];

export type MonthPart = (typeof MONTH)[number]['id'];
export type QuarterPart = (typeof QUARTER)[number]['id'];
export type PartId = MonthPart | QuarterPart;

export const REVIEW_PARTS: Readonly<Record<ReviewPeriod, readonly ReviewPart<PartId>[]>> = {
  month: MONTH,
  quarter: QUARTER,
};

export type ReviewKind = Extract<SessionKind, 'monthly' | 'quarterly'>;
export const REVIEW_KINDS: Readonly<Record<ReviewPeriod, ReviewKind>> = {
  month: 'monthly',
  quarter: 'quarterly',
};

export function isReview(kind: SessionKind): kind is ReviewKind {
  return kind === 'monthly' || kind === 'quarterly';
}

/** First and last day of the calendar month or quarter that a day lies in: each has one review. */
export function periodOf(period: ReviewPeriod, on: Day): { readonly from: Day; readonly to: Day } {
  const months = period === 'month' ? 1 : 3;
  const first = Math.floor((Number(on.slice(5, 7)) - 1) / months) * months + 1;
  const year = Number(on.slice(0, 4));
  const next = first + months;
  return {
    from: monthStart(year, first),
    to: addDays(monthStart(year + (next > 12 ? 1 : 0), next > 12 ? next - 12 : next), -1),
  };
}

function monthStart(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as Day;
}

/** The parts that were not come to yet, in their order. */
export function openParts(
  period: ReviewPeriod,
  states: Answers['parts'] = {},
): readonly ReviewPart<PartId>[] {
  return REVIEW_PARTS[period].filter(({ id }) => states[id] === undefined);
}

/** The parts that were passed over. */
export function skippedParts(
  period: ReviewPeriod,
  states: Answers['parts'] = {},
): readonly ReviewPart<PartId>[] {
  return REVIEW_PARTS[period].filter(({ id }) => states[id] === 'skipped');
}

/** What stop, start and expect become: plans that can be followed. */
export const CHANGE_ITEMS = ['stop', 'start', 'expect'] as const satisfies readonly WrittenItem[];
export type ChangeItem = (typeof CHANGE_ITEMS)[number];

/** What a line of stop, start and expect reads as in a plan: "stop answering" says itself what it is. */
export function changePlan(item: ChangeItem, cue: string, text: string): Plan {
  const word = new RegExp(`^${item}\\b`, 'i');
  return { if: cue, then: item === 'start' || word.test(text) ? text : `${item} ${text}` };
}

/** What became of the changes that an earlier review planned. */
export type ChangeState = 'kept' | 'dropped' | 'untested';

/** Done or partly is kept; skipped is dropped; open, or a moment that never came, is untested. */
export function changeState(outcome: 'done' | 'partly' | 'no-cue' | 'skipped' | null): ChangeState {
  if (outcome === 'done' || outcome === 'partly') return 'kept';
  return outcome === 'skipped' ? 'dropped' : 'untested';
}

/** What each review asks in words. */
export const REVIEW_TEXTS = {
  month: ['reread', 'argument', 'suggestion', 'exceptions', 'coach'],
  quarter: [...CHANGE_ITEMS, 'belief', 'event', 'yours'],
} as const satisfies Readonly<Record<ReviewPeriod, readonly WrittenItem[]>>;

/** Days of the counts in a monthly review, and of each of the two periods of a quarterly one. */
export const MONTH_DAYS = 28;
export const QUARTER_DAYS = 84;

/** Days without an argument that changed one's mind, after which that is said as the plain fact it is. */
export const ARGUMENT_DAYS = 60;

/** Verdicts stand at least so many days apart: two looks in a week are not two months of evidence. */
export const VERDICT_SPACING_DAYS = 21;
