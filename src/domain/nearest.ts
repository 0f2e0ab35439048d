import { closest, distance } from 'fastest-levenshtein';

/** ` Did you mean "tallies"?` for the valid word nearest to what was written, however far it is; empty when there is none. */
export function nearestOf(written: string, valid: readonly string[]): string {
  return valid.length === 0 ? '' : ` Did you mean "${closest(written.toLowerCase(), [...valid])}"?`;
}

/** The same, but only for a word near enough to have been meant. */
export function didYouMean(written: string, valid: readonly string[]): string {
  if (valid.length === 0) return '';
  const word = written.toLowerCase();
  const near = closest(word, [...valid]);
  const length = Math.max(word.length, near.length);
  const slips = length < 3 ? 1 : Math.max(2, Math.floor(length / 2));
  return distance(word, near.toLowerCase()) <= slips ? ` Did you mean "${near}"?` : '';
}

/** The valid word that this one looks like a slip of: a letter or two apart. Another number, or a word of a few letters, is another word. */
export function slipOf(written: string, valid: readonly string[]): string | undefined {
  const letters = (word: string) => word.replaceAll(/\d/g, '');
  const others = valid.filter((word) => letters(word) !== letters(written));
  if (written.length < 4 || others.length === 0) return undefined;
  const near = closest(written, others);
  return distance(written, near) <= (written.length < 6 ? 1 : 2) ? near : undefined;
}
