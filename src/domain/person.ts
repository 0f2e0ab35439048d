import { EXIT, UserError } from '../errors.ts';
import { type Day, daysBetween } from './day.ts';
import { didYouMean } from './nearest.ts';
import { daysLater, type Pause, pausedDays, pauseOn } from './pause.ts';

export const PERSON_STATES = ['active', 'quiet', 'left'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** The group that a word for somebody belongs to, where one has two such groups in mind. */
export const LABEL_SIDES = ['follower', 'leader'] as const;
export type LabelSide = (typeof LABEL_SIDES)[number];

/** Somebody the user leads. The code is what is shown; the name is optional and stays out of output. */
export interface Person {
  readonly id: string;
  readonly code: string;
  readonly name: string | null;
  readonly cadenceDays: number;
  readonly addedOn: Day;
  readonly state: PersonState;
  /** The last two-way contact, or null. */
  readonly lastContact: Day | null;
  /** Since when they have their role, their team, and the user as their manager: what was known before is a guess again. */
  readonly roleSince: Day | null;
  readonly teamSince: Day | null;
  readonly managerSince: Day | null;
  /** What they may be one day, in the user's words. */
  readonly futureRole: string | null;
  /** The user's own days off, the same for everybody: cadences stand still in them. */
  readonly pauses: readonly Pause[];
}

/** What the next talk with somebody is reckoned from. */
export type Tie = Pick<Person, 'lastContact' | 'addedOn' | 'cadenceDays' | 'pauses'>;

/** How somebody left: what was heard, what had grown, what replacing them costs. */
export interface Departure {
  readonly on: Day;
  readonly reason: string | null;
  readonly growth: string | null;
  readonly cost: string | null;
}

/** Something that came back from somebody who left. */
export interface Benefit {
  readonly id: string;
  readonly on: Day;
  readonly text: string;
}

/** A word that one uses for somebody. Without a moment that shows it, it is assumed. */
export interface Label {
  readonly id: string;
  readonly person: string;
  readonly on: Day;
  readonly word: string;
  readonly side: LabelSide | null;
  readonly moment: string | null;
}

/** People with one label only: one word for a whole person is worth a second look (concepts 2). */
export function withOneLabel(labels: readonly Label[]): string[] {
  const words = Map.groupBy(labels, ({ person }) => person);
  return [...words]
    .filter(([, own]) => new Set(own.map(({ word }) => word.toLowerCase())).size === 1)
    .map(([person]) => person)
    .sort();
}

/** With more reports than this a weekly talk with each is not practicable, and the usual cadence doubles. */
const MANY_REPORTS = 8;

/** Days between contacts with somebody who left: twice a year keeps a tie without costing one (concepts 33). */
export const ALUMNI_CADENCE_DAYS = 180;

/** Days between talks when the user named none: 7, or 14 with more than 8 people (measures B6). */
export function usualCadence(people: number): number {
  return people > MANY_REPORTS ? 14 : 7;
}

/** Days since the last contact over the cadence: 1 and above is due, 2 and above is drifting. Someone never met counts from the day added. */
export function overdueRatio(person: Tie, on: Day): number {
  return Math.max(0, daysSinceContact(person, on)) / person.cadenceDays;
}

/** Days since the last contact, without those that lie in a pause. */
export function daysSinceContact(
  { lastContact, addedOn, pauses }: Omit<Tie, 'cadenceDays'>,
  on: Day,
): number {
  const from = lastContact ?? addedOn;
  return daysBetween(from, on) - pausedDays(pauses, from, on);
}

/** The day on which the next talk falls due; it may have passed. A pause puts it off by its days. */
export function nextContactDue({ lastContact, addedOn, cadenceDays, pauses }: Tie): Day {
  return daysLater(pauses, lastContact ?? addedOn, cadenceDays);
}

/** From this ratio on a person is drifting away (measures B6). */
const DRIFTING = 2;

/** Active people whose talk is due on that day, the longest overdue first; nobody in a pause. */
export function dueForContact(people: readonly Person[], on: Day): Person[] {
  return overdue(people, 'active', on);
}

/** People who left and whom one meant to hear of by that day, the longest overdue first. */
export function alumniDue(people: readonly Person[], on: Day): Person[] {
  return overdue(people, 'left', on);
}

function overdue(people: readonly Person[], state: PersonState, on: Day): Person[] {
  return people
    .filter(
      (person) =>
        person.state === state && !pauseOn(person.pauses, on) && overdueRatio(person, on) >= 1,
    )
    .sort((a, b) => overdueRatio(b, on) - overdueRatio(a, on) || (a.code < b.code ? -1 : 1));
}

/** True for an active person who is twice as long out of touch as was wanted. */
export function isDrifting(person: Person, on: Day): boolean {
  return person.state === 'active' && overdueRatio(person, on) >= DRIFTING;
}

/** True for a code as it is kept. */
export function isCode(text: string): boolean {
  const written = text === text.normalize('NFC').toLowerCase();
  return written && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,31}$/u.test(text);
}

/**
 * Reads a person's code: letters, digits, `-` and `_`, at most 32, kept in lower case. A leading `@` is dropped.
 * @throws UserError (usage) for anything else: codes stand in file names, commands and on screens.
 */
export function parseCode(text: string): string {
  const code = text.replace(/^@/, '').normalize('NFC').toLowerCase();
  if (isCode(code)) return code;
  throw new UserError(
    `"${text}" cannot be a person's code.`,
    'A code is 1 to 32 letters, digits, - or _, such as lee or p02.',
    EXIT.usage,
  );
}

/** What stands for oneself where a person is named. */
export const SELF = 'me';

/** The same for somebody who is to be added. @throws UserError (usage) also for `me`, which is oneself. */
export function parseNewCode(text: string): string {
  const code = parseCode(text);
  if (code !== SELF) return code;
  throw new UserError(
    `"${SELF}" stands for yourself, as in praxis audit ${SELF}.`,
    'Choose another code, such as lee or p02. Nothing was stored.',
    EXIT.usage,
  );
}

/**
 * @param looking the command only looks, or takes something away: nobody would be added for it, and nothing stored.
 * @throws UserError (usage) for a code that nobody in the journal has, naming the nearest.
 */
export function knownPerson(given: string, codes: readonly string[], looking = false): string {
  const code = parseCode(given);
  if (codes.includes(code)) return code;
  throw new UserError(
    `There is no person "${code}" in this journal.${didYouMean(code, codes)}`,
    looking
      ? 'praxis person list shows who is there.'
      : `praxis person add ${code} adds them. Nothing was stored.`,
    EXIT.usage,
  );
}
