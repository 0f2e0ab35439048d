import type { MovementStage } from '../domain/checkin.ts';
import type { Ask } from '../domain/question.ts';
import type { RatingScale } from '../domain/rating.ts';
import type { Answers, Plan } from '../domain/session.ts';
import type { TrustRatios } from '../domain/trust.ts';
import type { WrittenItem } from '../domain/written.ts';

/** What became of an open promise, as it is asked: kept on its day or before, kept later, taken back. */
export type Settlement = 'kept' | 'late' | 'dropped';

/** What was said so far; the draft of a check-in. */
export interface WeekAnswers {
  readonly answers: Answers;
  /** By the promise's id. */
  readonly settled: Readonly<Record<string, Settlement>>;
  readonly exercisePlan: Plan | null;
  /** Names of what was asked: an answer that is taken from the records leaves no trace among the answers. */
  readonly asked: readonly string[];
}

export const NOTHING_SAID: WeekAnswers = {
  answers: {},
  settled: {},
  exercisePlan: null,
  asked: [],
};

/** An exercise as it is offered. */
export interface OfferedExercise {
  readonly id: string;
  readonly title: string;
  /** What it is for and why now, in a paragraph. */
  readonly about: string;
  /** A moment for it and its first step, to start a plan from. */
  readonly cue: string;
  readonly act: string;
}

/** What the conversation needs. */
export interface WeekTalk {
  readonly ask: Ask;
  /** Prints a paragraph; an empty one is a blank line. */
  readonly say: (text: string) => void;
  /** Puts what was said on disk; the next question appears only after it returns. */
  readonly keep: (said: WeekAnswers) => void;
  /** Whether counts of the whole week are asked for: not where it was counted day by day. */
  readonly counts: boolean;
  /** What the records say, with promises settled as they are now. */
  readonly recorded: (settled: WeekAnswers['settled']) => TrustRatios;
  readonly clarity: RatingScale;
  readonly stages: Readonly<Record<MovementStage, string>>;
  /** Those who are due, with a line about each. */
  readonly talks: readonly { readonly code: string; readonly line: string }[];
  /** My promises that come due by Sunday. */
  readonly promises: readonly {
    readonly id: string;
    readonly line: string;
    readonly past: boolean;
  }[];
  readonly texts: readonly WrittenItem[];
  /** The best fit first. */
  readonly offers: readonly OfferedExercise[];
  /** Ask everything again, with what was said as what stays. */
  readonly amend: boolean;
}
