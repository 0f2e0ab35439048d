import { closest } from 'fastest-levenshtein';

/** ` Did you mean "tallies"?` for the valid word nearest to what was written; empty when there is none to offer. */
export function didYouMean(written: string, valid: readonly string[]): string {
  return valid.length === 0 ? '' : ` Did you mean "${closest(written, [...valid])}"?`;
}
