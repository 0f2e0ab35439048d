import { EXIT, UserError } from '../errors.ts';
import { CHOICE, type Family, PAIR_OF } from './choice.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { didYouMean } from './nearest.ts';
import type { Pair } from './tally.ts';

/** How well it is known that something works. */
export const EVIDENCE = ['strong', 'some', 'folk'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  strong: 'strong evidence',
  some: 'some evidence',
  folk: 'practice, not tested',
};

/** Something to try with others or alone, with the question that comes back some days later. */
export interface Exercise {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly purpose: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly steps: readonly string[];
  readonly when: string;
  readonly not?: string;
  readonly success: string;
  readonly followUp: { readonly days: number; readonly prompt: string };
  /** Facets that it can confirm. */
  readonly facets: readonly string[];
  readonly minutes: number;
  readonly who: 'alone' | 'pair' | 'team';
  /** What a run records: a key of RECORDS. */
  readonly records: RecordKind;
  readonly family: Family;
}

/** One value that a run records. `role` marks the two sides of a share: `x` of `n`. */
export interface RecordField {
  readonly key: string;
  readonly label: string;
  readonly takes: 'count' | 'text' | readonly string[];
  readonly role?: 'x' | 'n';
}

const count = (key: string, label: string, role?: 'x' | 'n'): RecordField => ({
  key,
  label,
  takes: 'count',
  ...(role ? { role } : {}),
});
const text = (key: string, label: string): RecordField => ({ key, label, takes: 'text' });
const one = (key: string, label: string, ...of: string[]): RecordField => ({
  key,
  label,
  takes: of,
});

/** What the exercises record, by kind. Shares carry both their sides, so that a busy week does not look like a good one. */
export const RECORDS = {
  loop: [
    one('opener', 'who opened first', 'me', 'them'),
    count('offered', 'openings you offered', 'n'),
    count('met', 'of these, met with an opening of theirs', 'x'),
  ],
  listening: [
    count('rounds', 'times you gave it back', 'n'),
    count('accepted', 'of these, accepted at the first or second try', 'x'),
  ],
  questions: [count('all', 'questions you asked', 'n'), count('open', 'of these, open ones', 'x')],
  hold: [
    count('moments', 'times you asked back first', 'n'),
    count('own-step', 'of these, they left with a step of their own', 'x'),
  ],
  ownership: [
    text('decision', 'the decision that moved'),
    one('from', 'from step', '1', '2', '3', '4', '5', '6'),
    one('to', 'to step', '1', '2', '3', '4', '5', '6'),
  ],
  proposals: [
    count('problems', 'problems that reached you', 'n'),
    count('intended', 'of these, with an intention', 'x'),
  ],
  decision: [
    count('options', 'options compared'),
    one('complete', 'every field filled before the choice', 'yes', 'no'),
  ],
  facets: [
    count('asked', 'facets asked about', 'n'),
    count('confirmed', 'of these, confirmed', 'x'),
    count('corrected', 'guesses corrected'),
  ],
  bets: [count('bets', 'bets settled', 'n'), count('right', 'of these, right', 'x')],
  'question-list': [
    count('struck', 'questions struck'),
    count('rewritten', 'questions rewritten'),
    count('added', 'questions added'),
  ],
  movement: [
    one('stage', 'the stage it reached', 'alone', 'one', 'two', 'group', 'normal'),
    text('joined', 'who joined whom'),
  ],
  'first-step': [
    one('taken', 'the first step was taken within a day', 'yes', 'no'),
    text('snag', 'the snag'),
  ],
  outcome: [
    text('outcome', 'the outcome, in one sentence'),
    one('owner-proposed', 'the owner proposed date and checkpoints', 'yes', 'no'),
  ],
  routing: [
    count('shared', 'problems given to two', 'n'),
    count('settled', 'of these, settled between them', 'x'),
  ],
  challenge: [
    count('raised', 'objections raised', 'n'),
    count('changed', 'of these, that changed something', 'x'),
  ],
  alignment: [count('compared', 'aims compared', 'n'), count('matches', 'of these, matching', 'x')],
  blocks: [
    count('blocks', 'blocks counted', 'n'),
    count('on-three', 'of these, on the three', 'x'),
  ],
  farewell: [count('talks', 'open talks about a next step'), count('contacts', 'contacts renewed')],
  promises: [
    count('due', 'promises due', 'n'),
    count('kept', 'of these, kept on time', 'x'),
    count('struck', 'promises taken back openly'),
  ],
  plain: [text('what', 'what happened, in one sentence')],
} as const satisfies Record<string, readonly RecordField[]>;
export type RecordKind = keyof typeof RECORDS;
export const RECORD_KINDS = Object.keys(RECORDS) as RecordKind[];

export function fieldsOf(kind: RecordKind): readonly RecordField[] {
  return RECORDS[kind];
}

/** Values of a record by field, as they were given. */
export type RecordValues = Readonly<Record<string, string | number>>;

/** The two sides of the share that a record holds, null where it holds none. */
export function shareIn(
  kind: RecordKind,
  values: RecordValues,
): { x: number | null; n: number | null } {
  const side = (role: 'x' | 'n') => {
    const field = fieldsOf(kind).find((each) => each.role === role);
    const value = field && values[field.key];
    return typeof value === 'number' ? value : null;
  };
  return { x: side('x'), n: side('n') };
}

/**
 * Reads `key=value` words into the values of a record.
 * @throws UserError (usage) that names the key, and the nearest valid one.
 */
export function readRecordValues(kind: RecordKind, words: readonly string[]): RecordValues {
  const fields = fieldsOf(kind);
  const keys = fields.map(({ key }) => key);
  const values: Record<string, string | number> = {};
  for (const word of words) {
    const [, key = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? ['', word, ''];
    const field = fields.find((each) => each.key === key);
    if (!field) {
      throw new UserError(
        `"${key}" is nothing that this exercise records.${didYouMean(key, keys)}`,
        `It records ${keys.map((each) => `${each}=...`).join(' ')}. Nothing was stored.`,
        EXIT.usage,
      );
    }
    values[key] = readRecordValue(field, value);
  }
  checkShare(kind, values);
  return values;
}

/** @throws UserError (usage) when the field does not take the value. */
export function readRecordValue({ key, takes }: RecordField, value: string): string | number {
  const fits =
    takes === 'count'
      ? /^\d{1,3}$/.test(value)
      : takes === 'text'
        ? value.trim() !== '' && value.isWellFormed()
        : takes.includes(value);
  if (fits) return takes === 'count' ? Number(value) : value;
  const wanted =
    takes === 'count'
      ? 'a whole number from 0 to 999'
      : takes === 'text'
        ? 'text'
        : takes.join(', ');
  throw new UserError(`"${key}" takes ${wanted}.`, 'Nothing was stored.', EXIT.usage);
}

function checkShare(kind: RecordKind, values: RecordValues): void {
  const { x, n } = shareIn(kind, values);
  if (x === null || n === null || x <= n) return;
  throw new UserError(
    `${x} of ${n} cannot be: the part is larger than the whole.`,
    'Nothing was stored.',
    EXIT.usage,
  );
}

/** @throws UserError (usage) for an exercise that there is not, naming the nearest. Ids and slugs are taken, in any case. */
export function findExercise(named: string, exercises: readonly Exercise[]): Exercise {
  const wanted = named.toLowerCase();
  const found = exercises.find(({ id, slug }) => id.toLowerCase() === wanted || slug === wanted);
  if (found) return found;
  throw new UserError(
    `There is no exercise "${named}".${didYouMean(
      named,
      exercises.flatMap(({ id, slug }) => [id, slug]),
    )}`,
    'praxis exercise list shows them all.',
    EXIT.usage,
  );
}

export const RUN_STATES = ['planned', 'doing', 'done', 'skipped'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why an exercise was passed over: a fact for the next offer, not an excuse. */
export const SKIP_REASONS = ['later', 'no-occasion', 'not-mine', 'did-similar'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** One time that an exercise was taken up, or passed over. */
export interface Run {
  readonly id: string;
  readonly exercise: string;
  readonly state: RunState;
  /** Steps behind the user, of a run under way. */
  readonly step: number;
  readonly person: string | null;
  /** The day of its last change of state. */
  readonly on: Day;
  readonly followUpOn: Day | null;
  readonly followedUpOn: Day | null;
}

/** When exercises come back. Even spacing, not growing (Latimier et al. 2021: no clear difference). */
export const OFFER = { afterDone: 28, afterSkip: 14, skipsToRetire: 3, followUpLasts: 7 } as const;

/** The day from which an exercise may be offered again: null when it is under way or was passed over three times. */
export function nextOffer(runs: readonly Run[], today: Day): Day | null {
  const latest = [...runs].sort((a, b) => (a.on + a.id < b.on + b.id ? 1 : -1));
  const [last] = latest;
  if (!last) return today;
  if (last.state === 'planned' || last.state === 'doing') return null;
  if (last.state === 'done') return addDays(last.on, OFFER.afterDone);
  const firstOther = latest.findIndex(({ state }) => state !== 'skipped');
  const skips = firstOther < 0 ? latest.length : firstOther;
  return skips >= OFFER.skipsToRetire ? null : addDays(last.on, OFFER.afterSkip);
}

/** Runs whose follow-up falls on a day: from its day on, for a week, until it is answered. */
export function followUpsDue(runs: readonly Run[], on: Day): Run[] {
  return runs
    .filter(
      ({ state, followUpOn, followedUpOn }) =>
        state === 'done' &&
        followUpOn !== null &&
        followedUpOn === null &&
        followUpOn <= on &&
        daysBetween(followUpOn, on) < OFFER.followUpLasts,
    )
    .sort((a, b) => ((a.followUpOn ?? '') + a.id < (b.followUpOn ?? '') + b.id ? -1 : 1));
}

/** Why an exercise fits now, as a value: the renderer finds the words. */
export type Fit =
  | { readonly kind: 'weak'; readonly pair: Pair; readonly right: number; readonly all: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'again'; readonly days: number };

export interface Offer {
  readonly exercise: Exercise;
  readonly fit: Fit;
  readonly score: number;
}

/**
 * Exercises that may be offered on a day, the best fit first: where the counts lean to the follower side, then what was
 * never done, then what was done longest ago. Equals by a fixed order that changes from week to week, without chance.
 */
export function rankOffers(
  exercises: readonly Exercise[],
  runs: readonly Run[],
  pairs: Readonly<Partial<Record<Pair, { right: number; all: number }>>>,
  on: Day,
): Offer[] {
  const week = Math.floor(daysBetween('2026-01-05' as Day, on) / 7);
  return exercises
    .flatMap((exercise, order): (Offer & { order: number })[] => {
      const own = runs.filter((run) => run.exercise === exercise.id);
      const from = nextOffer(own, on);
      if (from === null || from > on) return [];
      const done = own
        .filter(({ state }) => state === 'done')
        .map((run) => run.on)
        .sort()
        .at(-1);
      const pair = PAIR_OF[exercise.family];
      const counted = pair && pairs[pair];
      const weakness =
        counted && counted.all >= CHOICE.pairNeeds ? 1 - counted.right / counted.all : 0;
      const rest = done ? Math.min(1, daysBetween(done, on) / 180) : 1;
      const fit: Fit =
        pair && counted && weakness >= 0.5
          ? { kind: 'weak', pair, right: counted.right, all: counted.all }
          : done
            ? { kind: 'again', days: daysBetween(done, on) }
            : { kind: 'never' };
      const turn = (((order - week) % exercises.length) + exercises.length) % exercises.length;
      return [{ exercise, fit, score: 2 * weakness + rest, order: turn }];
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ order: _, ...offer }) => offer);
}
