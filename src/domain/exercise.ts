import { EXIT, UserError } from '../errors.ts';
import { CHOICE, type Family, PAIR_OF } from './choice.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import type { RecordKind } from './exercise-record.ts';
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
  /** The focus it serves, or null. */
  readonly focusId: string | null;
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
