import type { Command } from 'commander';
import { EXIT, UserError } from '../errors.ts';
import { forgettingText } from '../render/forget.ts';
import { backupFolder, listBackups } from '../store/backup.ts';
import { forget, toForget } from '../store/forget.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { listPeople } from '../store/person.ts';
import { findPerson } from './args.ts';
import type { Context } from './context.ts';

interface Options {
  readonly dryRun?: boolean;
}

export function registerForget(person: Command, context: () => Promise<Context>): void {
  person
    .command('forget')
    .summary('forget somebody who asks for it')
    .description(
      'Forget somebody who asks for it: what is about them, every text that names them, and the history that undo could reach. Shown first.',
    )
    .argument('<code>')
    .option('--dry-run', 'only show what would go')
    .action(async (code: string, options: Options) => run(await context(), code, options));
}

async function run(context: Context, given: string, { dryRun = false }: Options): Promise<void> {
  if (dryRun) return rehearse(context, given);
  const forgotten = await context.writing(
    async (journal) => {
      refuseUnderHold(journal.db, 'forgetting');
      const person = findPerson(given, listPeople(journal));
      const forgetting = toForget(journal, person);
      if (!context.options.yes) {
        if (!context.interactive) {
          throw new UserError(
            `Forgetting ${person.code} cannot be undone, so it is asked about first, and nobody is there.`,
            'Look at it with --dry-run; then, in a script, say --yes. Nothing was removed.',
            EXIT.usage,
          );
        }
        const { terminalFor } = await import('./ask.ts');
        const { ask, style } = await terminalFor(context);
        context.notice(forgettingText(person, forgetting, context.today, style));
        const text = `Forget ${person.code}? Neither undo nor anything else in this journal brings it back.`;
        if ((await ask({ kind: 'confirm', name: 'forget', text })) !== true) return undefined;
      }
      forget(journal, context.command, person);
      return { code: person.code, forgetting, backups: listBackups(journal.file) };
    },
    { backup: 'none' },
  );
  if (!forgotten) return context.notice('  Nothing was removed.');
  const { forgetting, backups } = forgotten;
  if (backups.length > 0) {
    context.notice(
      `  Backups made before still hold them. They stand in ${backupFolder(context.file)}: ${backups.map(({ file }) => file).join(', ')}.`,
    );
  }
  const document = {
    schema: 'praxis.forgotten/1',
    about: forgetting.about,
    texts: forgetting.texts.length,
    unlinked: forgetting.unlinked,
    backups: backups.map(({ file }) => file),
  };
  context.answer(
    document,
    () => '  Forgotten. Files that you exported, and copies you made, are yours to look through.',
  );
}

async function rehearse(context: Context, given: string): Promise<void> {
  await context.reading((journal) => {
    const person = findPerson(given, listPeople(journal));
    const forgetting = toForget(journal, person);
    context.answer({ schema: 'praxis.forgetting/1', person: person.code, ...forgetting }, () =>
      forgettingText(person, forgetting, context.today, context.style),
    );
  });
}
