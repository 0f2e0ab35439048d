/** What may be said of a series, and nothing else (statistics C1). */
export const VERDICTS = [
  'rising',
  'falling',
  'hint-rising',
  'hint-falling',
  'steady',
  'no-evidence',
  'no-variation',
  'too-few',
] as const;
export type Verdict = (typeof VERDICTS)[number];
