import { addMonths, type Day } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { agedGoneText, agedText } from '../render/aged.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { backupsWith, replaceBackups } from '../store/holding.ts';
import type { Journal } from '../store/journal.ts';
import { countAged, holdsAged, removeAged } from '../store/retention.ts';
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import { afterwards, beforehand, inDocument, type OlderBackups } from './older-backups.ts';

/** Removes for good what is older than `keep_months`. Only ever on this command. */
export async function deleteOlder(
  context: Context,
  { backups, dryRun }: { readonly backups: boolean; readonly dryRun: boolean },
): Promise<void> {
  const before = lastDay(context);
  const look = (journal: Journal) => {
    const removed = countAged(journal, before);
    const older = { backups: backupsWith(journal.file, holdsAged(before)), remove: backups };
    return { removed, older };
  };
  if (dryRun) {
    const { removed, older } = await context.reading(look);
    const document = { before, dryRun, removed, ...inDocument({ ...older, remove: false }) };
    context.answer({ schema: 'praxis.pruned/1', ...document }, () =>
      [agedText(removed, before, context.today, context.style), beforehand(context, older)]
        .filter((part) => part !== undefined)
        .join('\n'),
    );
    return;
  }
  const use = async (journal: Journal) => {
    refuseUnderHold(journal.db, 'pruning');
    const { removed, older } = look(journal);
    if (Object.keys(removed).length === 0 && !(backups && older.backups.length > 0))
      return { removed, older: { backups: older.backups, remove: false } };
    const shown = [
      agedText(removed, before, context.today, context.style),
      beforehand(context, older),
    ].filter((part) => part !== undefined);
    const go = await confirmed(context, {
      what: `Removing what is older than ${before} for good`,
      question: 'Remove it for good? Nothing brings it back, and what undo could reach ends here.',
      shown: shown.join('\n'),
    });
    if (!go) return undefined;
    if (Object.keys(removed).length > 0) removeAged(journal, context.command, before);
    if (backups) replaceBackups(journal, older.backups);
    return { removed, older };
  };
  const done = await context.writing(use, { backup: 'none' });
  if (!done) return context.notice('  Nothing was removed.');
  const { removed, older } = done;
  afterwards(context, older satisfies OlderBackups);
  context.answer({ schema: 'praxis.pruned/1', before, removed, ...inDocument(older) }, () =>
    Object.keys(removed).length === 0
      ? `  Nothing is older than ${before}.`
      : agedGoneText(removed, context.style),
  );
}

/** @throws UserError (usage) when no time is set. */
function lastDay({ config, today }: Context): Day {
  if (config.keep_months !== undefined) return addMonths(today, -Number(config.keep_months));
  throw new UserError(
    'How long entries are kept is not set.',
    'praxis config set keep_months 24 sets it. Nothing was removed.',
    EXIT.usage,
  );
}
