import type { Day } from './day.ts';

/** A day at which every series is cut: what was counted before is not compared with what comes after. */
export interface Break {
  readonly id: string;
  readonly on: Day;
  readonly reason: string;
}
