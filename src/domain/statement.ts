import type { Day } from './day.ts';

/** One's own words about leading: the latest of a kind is in force, the earlier ones are its history. */
export const STATEMENT_KINDS = ['focus', 'choice', 'way', 'scene'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export interface Statement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly on: Day;
  readonly text: string;
  /** What changed it, if that was said. */
  readonly because: string | null;
}
