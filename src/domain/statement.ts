import { EXIT, UserError } from '../errors.ts';
import type { Day } from './day.ts';

/** One's own words about leading: the latest of a kind is in force, the earlier ones are its history. */
export const STATEMENT_KINDS = ['focus', 'choice', 'way', 'scene'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export interface Statement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly on: Day;
  readonly text: string;
  /** What changed it, if that was said. */
  readonly because: string | null;
}

/** What others are to repeat is short: one line, in characters. */
export const SENTENCE_LONGEST = 200;

/** What keeps a text from being one sentence, in words; undefined when it is one. */
export function sentenceProblem(text: string): string | undefined {
  const sentence = text.trim();
  if (sentence === '') return 'There is no sentence.';
  if (!sentence.isWellFormed()) return 'The text ends or begins in half a character.';
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(sentence))
    return 'One sentence is one line, and this has several.';
  const length = [...sentence].length;
  if (length > SENTENCE_LONGEST)
    return `This has ${length} characters; one sentence has at most ${SENTENCE_LONGEST}.`;
  return undefined;
}

/**
 * A sentence without the space around it. `command` shows how it is said right.
 * @throws UserError (usage) for nothing, for several lines and for more than a sentence.
 */
export function readSentence(text: string, command: string): string {
  const problem = sentenceProblem(text);
  if (problem === undefined) return text.trim();
  throw new UserError(problem, `${command}. Nothing was stored.`, EXIT.usage);
}

/** The same words again are the same statement, unless another reason is given for them. */
export function saysAlready(
  latest: Statement | undefined,
  text: string,
  because: string | null,
): latest is Statement {
  return latest?.text === text && (because === null || latest.because === because);
}
