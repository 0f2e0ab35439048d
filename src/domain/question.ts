/** What is put to the user. One shape a kind of answer; every one can be skipped with one key. */
export type Question = KeyQuestion | CountQuestion | TextQuestion | ConfirmQuestion;

/** One key out of a few. Answered with the option's `value`. */
export interface KeyQuestion {
  readonly kind: 'key';
  readonly name: string;
  /** Printed above the options. */
  readonly text?: string;
  readonly options: readonly {
    readonly key: string;
    readonly value: string;
    readonly label: string;
  }[];
  /** What Enter means, in words. */
  readonly enter: string;
  readonly explain?: string;
  /** What was answered before, when amending. */
  readonly now?: string;
}

/** A whole number from 0; Enter leaves it uncounted. */
export interface CountQuestion {
  readonly kind: 'count';
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly explain?: string;
  readonly now?: number;
  /** What Enter means, in words, where it is not that nothing was counted. */
  readonly enter?: string;
}

/** A line of text, or an editor's page of it. */
export interface TextQuestion {
  readonly kind: 'text';
  readonly name: string;
  readonly text?: string;
  readonly label: string;
  /** Offered, and taken over with Tab. */
  readonly suggestion?: string;
  readonly explain?: string;
  /** Whether a long answer may be written in `$EDITOR`. */
  readonly editor: boolean;
  readonly now?: string;
  /** A sentence when the text cannot be taken, else undefined. */
  readonly refuse?: (text: string) => string | undefined;
}

/** Yes or no, no by default: asked before anything is destroyed. */
export interface ConfirmQuestion {
  readonly kind: 'confirm';
  readonly name: string;
  readonly text: string;
}

export type AnswerTo<Q extends Question> = Q extends CountQuestion
  ? number
  : Q extends ConfirmQuestion
    ? boolean
    : string;

/** Puts a question and waits. `null` means skipped. Throws `Interrupted` when the user leaves. */
export type Ask = <Q extends Question>(question: Q) => Promise<AnswerTo<Q> | null>;
