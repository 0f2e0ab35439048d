import { basename } from 'node:path';
import { EXIT, Stopped, UserError } from '../errors.ts';
import { backupsText, restoredText, restoreQuestion, verifiedText } from '../render/backup.ts';
import { visibleLine } from '../render/text.ts';
import { backUp, backupFolder, backupPath, listBackups } from '../store/backup.ts';
import { statOf } from '../store/files.ts';
import { shownPath } from '../store/location.ts';
import { type Kept, restore } from '../store/restore.ts';
import { type Verified, verify } from '../store/verify.ts';
import { withDefault, withExamples } from './args.ts';
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const backup = withExamples(
    program
      .command('backup')
      .description('Make a copy of the journal that was checked; list, check or restore copies.'),
    'praxis backup',
    'praxis backup verify',
    'praxis backup restore daily-2026-11-20T181000000Z.db',
  );
  withDefault(backup, async () => make(await context()));
  backup
    .command('list')
    .description('All copies, the newest first.')
    .action(async () => list(await context()));
  backup
    .command('verify')
    .description('Check one copy, or all of them, as restore would.')
    .argument('[file]', 'a name from praxis backup list, or a path')
    .action(async (file: string | undefined) => check(await context(), file));
  backup
    .command('restore')
    .description('Put a copy in the place of the journal, which is kept as a copy itself.')
    .argument('<file>', 'a name from praxis backup list, or a path')
    .action(async (file: string) => bringBack(await context(), file));
};

async function make(context: Context): Promise<void> {
  const { file } = context;
  context.refuseReadOnly();
  const made = await context.reading(({ db }) => {
    if (db.memory) throw notOnDisk(context);
    return backUp(db, file, 'manual', context.now.instant);
  });
  context.answer(
    { schema: 'praxis.backup/1', backup: made },
    () => `  ${visibleLine(made.file)} is made and checked. It stands in ${shownFolder(context)}.`,
  );
}

/** What is read from memory cannot be copied: there is no file, or one that is to be upgraded where nothing can be written. */
function notOnDisk({ file, shownFile }: Context): UserError {
  if (!statOf(file)?.size)
    return new UserError('There is no journal yet.', 'praxis reflect begins one.', EXIT.cannot);
  return new UserError(
    `The journal ${shownFile} is of an earlier praxis, and nothing can be written beside it.`,
    'Copy it to a folder of your own, and name that copy with --journal.',
    EXIT.journal,
  );
}

async function list(context: Context): Promise<void> {
  const backups = listBackups(context.file);
  context.answer({ schema: 'praxis.backups/1', backups }, () =>
    backupsText(backups, shownFolder(context), context.now.zone, context.style),
  );
}

async function check(context: Context, given: string | undefined): Promise<void> {
  const { file } = context;
  const paths =
    given === undefined
      ? listBackups(file)
          .filter(({ kind }) => kind !== 'damaged')
          .map((each) => backupPath(file, each.file))
      : [backupPath(file, given)];
  const checked = paths.map((path) => ({ file: basename(path), ...verify(path) }));
  context.answer({ schema: 'praxis.verified/1', backups: checked }, () =>
    verifiedText(checked, context.style),
  );
  if (checked.some(({ problem }) => problem !== null)) throw new Stopped(EXIT.journal);
}

async function bringBack(context: Context, given: string): Promise<void> {
  const { file, world } = context;
  context.refuseReadOnly();
  const path = backupPath(file, given);
  const found = verify(path);
  if (found.problem === null && !context.options.yes) {
    const question = restoreQuestion(basename(path), found.entries, await entriesNow(context));
    if (!(await confirmed(context, { what: 'Replacing the journal', question })))
      return context.notice('  Nothing was changed.');
  }
  const kept: Kept | null = restore(file, path, world);
  const restored = basename(path);
  context.answer(
    {
      schema: 'praxis.restored/1',
      file: restored,
      kept: kept?.file ?? null,
      entries: found.entries,
    },
    () => restoredText(restored, found.entries, kept),
  );
}

/** Entries in the journal as it is; null when it cannot be read. */
async function entriesNow(context: Context): Promise<Verified['entries']> {
  try {
    return await context.reading(
      ({ db }) => db.prepare('SELECT count(*) FROM session').pluck().get() as number,
    );
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function shownFolder({ world, file }: Context): string {
  return visibleLine(shownPath(world, backupFolder(file)));
}
