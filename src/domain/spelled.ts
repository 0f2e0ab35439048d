/**
 * A pattern for a word, as a part of a `u` expression, in both spellings of Unicode: composed (`é`) and in parts
 * (`e` and its accent). Which one stands in a text depends on the keyboard and on where the text came from.
 */
export function spelled(word: string): string {
  const spellings = new Set([word, word.normalize('NFC'), word.normalize('NFD')]);
  return [...spellings].map((each) => each.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
}
