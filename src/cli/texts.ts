import type { Answers } from '../domain/session.ts';
import { WRITTEN_ITEMS } from '../domain/written.ts';
import { EXIT, UserError } from '../errors.ts';

/** A text that has to say something. @throws UserError (usage) for an empty one and for half a character. */
export function saidText(text: string, what: string, hint: string): string {
  if (text.trim() !== '' && text.isWellFormed()) return text.trim();
  throw new UserError(
    text.trim() === '' ? `${what} is empty.` : `${what} ends or begins in half a character.`,
    `${hint} Nothing was stored.`,
    EXIT.usage,
  );
}

/** A text from a flag; an empty one says nothing. @throws UserError (usage) for half a character. */
export function flagText(flag: string, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return saidText(text, flag, 'Write it again.');
}

/** Every text that a session holds: what the boundary is asked about before it is stored. */
export function textsOf(answers: Answers): (string | null | undefined)[] {
  const { prompt, followUp, movement, note, intention } = answers;
  return [
    ...[prompt?.text, followUp?.text, movement?.joined, note, intention?.if, intention?.then],
    ...WRITTEN_ITEMS.map((item) => answers[item]),
  ];
}
