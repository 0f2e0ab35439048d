import { mentionsIn, mentionsInWords } from '../domain/boundary.ts';
import { EXIT, UserError } from '../errors.ts';
import { keepsIt } from '../prompts/boundary.ts';
import type { Context } from './context.ts';

/**
 * Looks over texts before they are stored: notes about people at work had better leave out health, family, faith,
 * politics, union matters, pregnancy and age. At a terminal the user decides; a script is told on stderr and goes on.
 * @throws UserError when the user decides to write it again.
 */
export async function checkBoundary(
  context: Context,
  texts: readonly (string | null | undefined)[],
): Promise<void> {
  const mentions = mentionsIn(texts.filter((text) => text != null).join('\n'));
  if (mentions.length === 0) return;
  if (!context.interactive) {
    // No word of the text itself: stderr of a script ends up in logs.
    context.notice(
      `praxis: the text touches ${mentionsInWords(mentions, false)}. Leave that out where you can; praxis edit mends it.`,
    );
    return;
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  if (await keepsIt(ask, mentionsInWords(mentions, true))) return;
  throw new UserError(
    'Nothing was stored.',
    'Write it again without that, and it is kept.',
    EXIT.cannot,
  );
}
