import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { latestStatement } from '../store/statement.ts';

/**
 * The focus in force, for what `--focus` says to serve it; null without the flag.
 * @throws UserError (cannot) when none is set.
 */
export function focusIdFor(journal: Journal, wanted: boolean | undefined): string | null {
  if (!wanted) return null;
  const focus = latestStatement(journal, 'focus');
  if (focus) return focus.id;
  throw new UserError(
    'No focus is set, so nothing can serve it.',
    'praxis focus set "SENTENCE" sets one, or leave --focus away. Nothing was stored.',
    EXIT.cannot,
  );
}
