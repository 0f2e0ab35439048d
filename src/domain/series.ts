/** The series that monthly reviews issue verdicts on, and what each is called in a sentence. */
export const JUDGED_SERIES = {
  'handed-back': 'handed back',
  lli: 'leading leaders',
  tpi: 'trust practice',
  ac: 'people known',
} as const;
export type JudgedSeries = keyof typeof JUDGED_SERIES;

/** Judged at once, so that any false alarm among them stays as rare as one test's. The others are exploratory. */
export const HEADLINE: readonly JudgedSeries[] = ['handed-back', 'tpi', 'ac'];

/** What a series is called: its id where it has no other name. */
export function seriesTitle(series: string): string {
  return JUDGED_SERIES[series as JudgedSeries] ?? series;
}
