import type { Ask, TextQuestion } from '../domain/question.ts';
import { UserError } from '../errors.ts';

/**
 * Asks for something that has to be read, such as a day or a person. What cannot be read is refused below the line and
 * stays there to be mended. Enter skips.
 */
export async function askRead<T>(
  ask: Ask,
  question: TextQuestion,
  read: (text: string) => T,
): Promise<T | null> {
  const refuse = (typed: string) => (typed.trim() === '' ? undefined : problemOf(read, typed));
  const text = await ask({ ...question, refuse });
  return text === null ? null : read(text);
}

function problemOf(read: (text: string) => unknown, typed: string): string | undefined {
  try {
    read(typed);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
