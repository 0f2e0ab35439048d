/**
 * Every cut point, window and minimum of the numbers, in one place. They are conventions of this project: chosen
 * for face validity, validated by no study.
 */
export const THRESHOLDS = {
  /** What is known of a person: shares of the facets that apply. */
  coverage: { facets: 6 },
  /** Guesses with a confidence: `settled` to show figures, `toCall` to say whether one was too sure. */
  bets: { settled: 5, toCall: 20 },
} as const;
