import { removeDraftsOf } from '../store/draft.ts';
import { backupsWith, has, replaceBackups } from '../store/holding.ts';
import type { Journal } from '../store/journal.ts';
import { purge } from '../store/purge.ts';
import type { Reference } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import type { Tx } from '../store/write.ts';
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import { beforehand, type OlderBackups } from './older-backups.ts';

/**
 * Removes a record down to the bytes of the journal, and from the backups when that was asked for.
 * @returns the backups that held it; undefined when the user thought better of it.
 */
export async function deleteForGood(
  context: Context,
  journal: Journal,
  reference: Reference,
  described: string,
  remove: (tx: Tx) => void,
  withBackups: boolean,
): Promise<OlderBackups | undefined> {
  const older = { backups: backupsWith(journal.file, has(reference)), remove: withBackups };
  const shown = beforehand(context, older);
  const go = await confirmed(context, {
    what: `Removing ${described} for good`,
    question: `Remove ${described} for good? Neither undo nor anything else brings it back, and what undo could reach ends here.`,
    ...(shown === undefined ? {} : { shown }),
  });
  if (!go) return undefined;
  const [session] = reference.noun === 'session' ? listSessions(journal, { id: reference.id }) : [];
  purge(journal, context.command, (tx) => {
    remove(tx);
    // An evening that was being mended is in its draft too.
    if (session) removeDraftsOf(tx, session.on);
  });
  if (withBackups) replaceBackups(journal, older.backups);
  return older;
}
