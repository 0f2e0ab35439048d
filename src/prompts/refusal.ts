import type * as z from 'zod';
import { nearestOf } from '../domain/nearest.ts';
import { EXIT, UserError } from '../errors.ts';

/** What has to be said about a file of answers when something in it cannot be taken. */
export interface FileWords {
  /** What it is a file of: `daily session`. */
  readonly session: string;
  /** The command that prints its shape. */
  readonly template: string;
  /** Keys by the object they stand in: `answers.prompt`. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What each key takes, in words. */
  readonly takes: Readonly<Record<string, string>>;
}

/** What a text that is not well-formed fails with: one code unit of two cannot be stored as UTF-8. */
export const HALVED = 'half a character';

/** The first thing wrong with a file, keys that there are not before values. */
export function refusal(issues: readonly z.core.$ZodIssue[], words: FileWords): UserError {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const hint = hintOf(words);
  const path = issue?.path.map(String) ?? [];
  // Without the places in a list: its objects take the same keys.
  const names = path.filter((each) => !/^\d+$/.test(each));
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return unknownKey(key, words.keys[names.join('.')] ?? [], words.session, words);
  }
  const key = names.at(-1) ?? '';
  const takes =
    words.takes[path.join('.')] ??
    words.takes[`${path.slice(0, -1).join('.')}.*`] ??
    words.takes[key] ??
    'something else';
  const halved = issue?.code === 'custom' && issue.message === HALVED;
  if (halved)
    return new UserError(
      `"${key}" ends or begins in half a character (a lone surrogate).`,
      hint,
      EXIT.usage,
    );
  if (key !== '' && issue?.code === 'invalid_type' && issue.input === undefined)
    return new UserError(`"${key}" is missing. It takes ${takes}.`, hint, EXIT.usage);
  const given = issue?.input === undefined ? '' : ` is ${excerpt(issue.input)}; it`;
  return new UserError(
    key === ''
      ? `The answers are no object: praxis takes ${takes}.`
      : `"${key}"${given} takes ${takes}.`,
    hint,
    EXIT.usage,
  );
}

/** A key that there is not, with the nearest that there is. */
export function unknownKey(
  key: string,
  valid: readonly string[],
  where: string,
  words: Pick<FileWords, 'template'>,
): UserError {
  return new UserError(
    `"${key}" is not a key of a ${where}.${nearestOf(key, valid)}`,
    hintOf(words),
    EXIT.usage,
  );
}

function hintOf({ template }: Pick<FileWords, 'template'>): string {
  return `Nothing was stored. ${template} prints the shape.`;
}

// Never the whole of what was written: an error message is no place for a journal's text.
export function excerpt(value: unknown): string {
  if (typeof value === 'string') return value.length <= 24 ? JSON.stringify(value) : 'a text';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
