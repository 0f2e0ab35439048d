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
