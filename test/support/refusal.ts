import { UserError } from '../../src/errors.ts';

/** The error for people that `run` ends in; anything else is a failed test. */
export function refusalOf(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
