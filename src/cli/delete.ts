import { EXIT, UserError } from '../errors.ts';
import { paragraph } from '../render/text.ts';
import { refuseUnderHold } from '../store/hold.ts';
import type { Journal } from '../store/journal.ts';
import { resolveId } from '../store/reference.ts';
import { type Tx, write } from '../store/write.ts';
import { withExamples } from './args.ts';
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import { entryKind } from './entry.ts';
import { afterwards, inDocument, type OlderBackups } from './older-backups.ts';
import type { Register } from './register.ts';

interface Options {
  readonly forGood?: boolean;
  readonly backups?: boolean;
  readonly older?: boolean;
  readonly dryRun?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('delete')
      .description('Remove an entry, a plan or a record. praxis undo brings it back.')
      .argument('[id]', 'as praxis list or praxis intentions shows it')
      .option(
        '--for-good',
        'from the history and the bytes of the file too: nothing brings it back',
      )
      .option('--older', 'instead of one: all that is older than the setting keep_months, for good')
      .option('--dry-run', 'with --older: only show what would go')
      .option('--backups', 'also remove the backups that hold it; with --for-good or --older')
      .action(async (id: string | undefined, options: Options) =>
        choose(await context(), id, options),
      ),
    'praxis delete 019a2b3c',
    'praxis delete 019a2b3c --for-good --yes',
    'praxis delete --older --dry-run',
  );
};

/** @throws UserError (usage) for flags that do not go together. */
async function choose(context: Context, id: string | undefined, options: Options): Promise<void> {
  const { older = false, backups = false, dryRun = false } = options;
  if ((id === undefined) !== older || (older && options.forGood) || (dryRun && !older)) {
    throw new UserError(
      'praxis delete takes an id, or --older with --dry-run or --backups.',
      'praxis list shows the ids. Nothing was removed.',
      EXIT.usage,
    );
  }
  if (id !== undefined) return remove(context, id, options);
  const { deleteOlder } = await import('./delete-older.ts');
  return deleteOlder(context, { backups, dryRun });
}

async function remove(context: Context, prefix: string, options: Options): Promise<void> {
  const { forGood = false, backups = false } = options;
  if (backups && !forGood) {
    throw new UserError(
      '--backups goes with --for-good.',
      'What praxis undo can bring back stays in the backups too. Nothing was removed.',
      EXIT.usage,
    );
  }
  let older: OlderBackups | undefined;
  const use = async (journal: Journal) => {
    refuseUnderHold(journal.db, 'deleting');
    const reference = resolveId(journal, prefix);
    const { noun, id } = reference;
    const kind = await entryKind(noun);
    const described = kind.describe(context, journal, id);
    const work = (tx: Tx) => kind.remove(tx, id);
    if (forGood) {
      const { deleteForGood } = await import('./delete-for-good.ts');
      older = await deleteForGood(context, journal, reference, described, work, backups);
      return older && reference;
    }
    const asked = { what: `Removing ${described}`, question: `Remove ${described}?` };
    if (!(await confirmed(context, asked))) return undefined;
    write(journal, context.command, (tx) => {
      // Again under the lock: a hold may have come while somebody was asked.
      refuseUnderHold(tx.db, 'deleting');
      work(tx);
    });
    return reference;
  };
  const removed = await context.writing(use, { backup: forGood ? 'none' : 'daily' });
  if (!removed) return context.notice('  Nothing was removed.');
  if (older) afterwards(context, older);
  const gone = older ? { forGood, ...inDocument(older) } : {};
  context.answer({ schema: 'praxis.deleted/1', ...removed, ...gone }, () =>
    older
      ? paragraph(
          'Removed for good. Files that you exported are yours to look through.',
          context.style.width,
        )
      : '  Removed. praxis undo brings it back.',
  );
}
