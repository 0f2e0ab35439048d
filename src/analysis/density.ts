import { THRESHOLDS } from './constants.ts';
import { checkCounts, type Measured, needs } from './measured.ts';

export interface Density {
  readonly sessionDays: number;
  readonly workingDays: number;
  /** Session days a working day; above 1 where there were sessions on free days too. */
  readonly density: number;
}

/** Practice density: how much of the time the numbers stand for. Source: a ratio. */
export function density(sessionDays: number, workingDays: number): Measured<Density> {
  checkCounts(sessionDays, workingDays);
  if (workingDays === 0) return needs('1 working day');
  return { kind: 'value', sessionDays, workingDays, density: sessionDays / workingDays };
}

/** True where session days fell by half or more between two compared periods: what was counted may not be the same. */
export function densityFell(later: Density, earlier: Density): boolean {
  return earlier.density > 0 && later.density <= earlier.density * THRESHOLDS.density.fell;
}
