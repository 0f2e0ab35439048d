import type { Day } from './day.ts';
import type { DueCheckin, DueReview, DueVerdict } from './due-dates.ts';
import {
  alumniDue,
  daysSinceContact,
  dueForContact,
  nextContactDue,
  type Person,
} from './person.ts';

/** A talk that is due: with somebody in the team, or a sign of life to somebody who left. */
export interface DueTalk {
  readonly kind: 'person' | 'alumni';
  /** The day it became due. */
  readonly on: Day;
  readonly person: string;
  /** Days since the last talk, or since they were added, without those of a pause. */
  readonly days: number;
  readonly cadence: number;
  readonly lastContact: Day | null;
}

/** The question of an exercise that comes back. */
export interface DueFollowUp {
  readonly kind: 'follow-up';
  readonly on: Day;
  readonly exercise: string;
  readonly question: string;
}

/** A promise, one's own or somebody else's. */
export interface DuePromise {
  readonly kind: 'promise';
  readonly on: Day;
  readonly id: string;
  /** Null: me. */
  readonly by: string | null;
  readonly to: string | null;
  readonly text: string;
  /** Days since it was due; 0 on the day itself. */
  readonly days: number;
}

/** A decision to look back on. */
export interface DueLookBack {
  readonly kind: 'look-back';
  readonly on: Day;
  /** The decision's id. */
  readonly id: string;
  readonly question: string;
}

/** A dated step on the way to the focus. */
export interface DueMilestone {
  readonly kind: 'milestone';
  readonly on: Day;
  readonly id: string;
  readonly text: string;
  /** Days since it was due; 0 on the day itself. */
  readonly days: number;
}

/** The scene one imagined, to be met again. */
export interface DueScene {
  readonly kind: 'scene';
  readonly on: Day;
  readonly id: string;
}

/** Something that is due, whatever it is. */
export type Due =
  | DueTalk
  | DuePromise
  | DueFollowUp
  | DueLookBack
  | DueMilestone
  | DueCheckin
  | DueReview
  | DueVerdict
  | DueScene;

/** In which order kinds are told: people first. */
export const DUE_KINDS = [
  'person',
  'promise',
  'follow-up',
  'look-back',
  'milestone',
  'checkin',
  'review',
  'verdict',
  'scene',
  'alumni',
] as const satisfies readonly Due['kind'][];

/** True for what is due with a person. */
export function isTalk(item: Due): item is DueTalk {
  return item.kind === 'person' || item.kind === 'alumni';
}

/** Talks that are due on a day: the longest overdue first, those who left after all others. */
export function talksDue(people: readonly Person[], on: Day): DueTalk[] {
  const talk = (kind: DueTalk['kind'], person: Person): DueTalk => ({
    kind,
    on: nextContactDue(person),
    person: person.code,
    days: daysSinceContact(person, on),
    cadence: person.cadenceDays,
    lastContact: person.lastContact,
  });
  return [
    ...dueForContact(people, on).map((person) => talk('person', person)),
    ...alumniDue(people, on).map((person) => talk('alumni', person)),
  ];
}

/** By kind, and within a kind the longest due first; what is as long due keeps its order. */
export function inOrderOfDue(items: readonly Due[]): Due[] {
  const place = (item: Due) => DUE_KINDS.indexOf(item.kind);
  return [...items].sort((a, b) => place(a) - place(b));
}
