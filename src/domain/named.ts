/** What an id on the command line may name. */
export const NAMED = [
  'session',
  'intention',
  'exercise_run',
  'exercise_log',
  'promise',
  'decision',
  'milestone',
  'statement',
  'knowledge',
  'question',
  'question_asked',
  'heard',
  'label',
  'benefit',
  'contact',
  'series_break',
  'series',
] as const;
export type Named = (typeof NAMED)[number];
