/**
 * Every cut point, window and minimum of the numbers, in one place. They are conventions of this project: chosen
 * for face validity, validated by no study.
 */
export const THRESHOLDS = {
  /** The leading index: counts a pair, pairs, counts in all and session days that it takes; where its words change. */
  leading: {
    windowDays: 28,
    pair: 5,
    pairs: 3,
    counts: 25,
    sessionDays: 8,
    followers: 35,
    leaders: 65,
    feltRatings: 8,
    blockWeeks: 4,
  },
  /** Warranted answers: the share above which exceptions may have become the rule, and the answers that takes. */
  warranted: { share: 0.4, answers: 10 },
  /** Trust practice: counts a ratio, ratios and counts in all. */
  trust: { windowDays: 56, ratio: 3, ratios: 3, counts: 15 },
  candour: { windowDays: 84, counts: 5 },
  /** What happens seldom: challenges, comparisons, blocks of time, commitments, unprompted starts. */
  rare: { windowDays: 84 },
  /** If-then plans of which something became. */
  plans: { windowDays: 28, settled: 5 },
  /** What is known of a person: shares of the facets that apply. */
  coverage: { facets: 6 },
  /**
   * Closeness as it was felt, against what is known: days, ratings, and the points from which the feeling is ahead. R3 is
   * asked every third evening, so 28 days bring six or seven of them; five leave room for a day off.
   */
  felt: { days: 28, ratings: 5, gap: 20 },
  /** Guesses with a confidence: `settled` to show figures, `toCall` to say whether one was too sure. */
  bets: { settled: 5, toCall: 20 },
  challenges: { counts: 5 },
  density: { windowDays: 28, fell: 0.5 },
  /** Two periods may be compared: counts, session days and weeks of each side. */
  periods: { counts: 25, sessionDays: 8, weeks: 6 },
  /** A week counts: session days for ratings, counts for shares. Days left out at the start; weeks looked back at most. */
  weekly: { sessionDays: 2, counts: 5, warmUpDays: 14, most: 520 },
  /** Self-ratings as they are shown: fewer than six have no 95 % interval for their median. */
  ratings: { windowDays: 56, ratings: 6 },
  /** Autocorrelation is taken as at least and at most this. Residuals nearer than `grain` of the range are equal. */
  dependence: { least: 0.2, most: 0.9, grain: 1e-11 },
  /**
   * Verdicts: points for a test, for a verdict and for "steady"; p for a verdict at once, and at two reviews in a row.
   * `usual` is how many points a change of `usualChange` a quarter (`quarterWeeks`) usually needs.
   */
  verdict: {
    test: 8,
    points: 12,
    steady: 20,
    once: 0.01,
    twice: 0.05,
    quarterWeeks: 12,
    usual: 26,
    usualChange: 15,
  },
  /**
   * The zone of no interest: a change in a quarter that would not matter, by the unit of the series. Of a number of
   * one's own nobody else can say that: without a zone it is never called steady.
   */
  zone: { points: 10, steps: 0.5, share: 0.1, number: null },
} as const;
