import { THRESHOLDS } from './constants.ts';
import { type Measured, needs } from './measured.ts';

/** Days since the last two-way contact (null for none yet) and the days between talks that were agreed. */
export interface Contact {
  readonly daysSince: number | null;
  readonly cadence: number;
}

export interface ContactCoverage {
  /** Per cent of the people who were talked with inside their cadence. */
  readonly coverage: number;
  readonly within: number;
  readonly people: number;
}

/** Source: a share, a convention of this project. No interval: it counts all people, not some of them. */
export function contactCoverage(contacts: readonly Contact[]): Measured<ContactCoverage> {
  const people = contacts.length;
  if (people === 0) return needs('1 active person');
  const within = contacts.filter(
    ({ daysSince, cadence }) => daysSince !== null && daysSince <= cadence,
  ).length;
  return { kind: 'value', coverage: (100 * within) / people, within, people };
}

export type ContactState = 'within' | 'due' | 'drifting';

/** Days since contact over cadence: 1 is due, 2 is drifting. Never talked with is due. */
export function contactState({ daysSince, cadence }: Contact): ContactState {
  const { due, drifting } = THRESHOLDS.contact;
  if (daysSince === null) return 'due';
  if (daysSince >= drifting * cadence) return 'drifting';
  return daysSince >= due * cadence ? 'due' : 'within';
}

/** Days between talks where none were agreed. */
export function defaultCadence(people: number): number {
  const { cadenceDays, manyPeople, manyCadenceDays } = THRESHOLDS.contact;
  return people > manyPeople ? manyCadenceDays : cadenceDays;
}
