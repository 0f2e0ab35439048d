import { EXIT, UserError } from '../errors.ts';
import type { Context } from './context.ts';

/** What is asked before something is destroyed or replaced. */
export interface Confirmation {
  /** What it is about, as the beginning of a sentence: "Restoring". */
  readonly what: string;
  readonly question: string;
  /** Shown at a terminal before the question. */
  readonly shown?: string;
  /** What to do where nobody is there. */
  readonly hint?: string;
}

/**
 * Asks before something is destroyed; `--yes` answers for a script.
 * @throws UserError (usage) when nobody is there to be asked.
 */
export async function confirmed(
  context: Context,
  { what, question, shown, hint = 'In a script, say --yes. Nothing was changed.' }: Confirmation,
): Promise<boolean> {
  if (context.options.yes) return true;
  if (!context.interactive) {
    throw new UserError(`${what} is asked about first, and nobody is there.`, hint, EXIT.usage);
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  if (shown !== undefined) context.notice(shown);
  return (await ask({ kind: 'confirm', name: 'confirm', text: question })) === true;
}
