import type { Command } from 'commander';
import { EXIT, UserError } from '../errors.ts';
import { forgettingText } from '../render/forget.ts';
import { calledIn, forget, toForget } from '../store/forget.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { backupsWith, names, replaceBackups } from '../store/holding.ts';
import { listPeople } from '../store/person.ts';
import { findPerson } from './args.ts';
import type { Context } from './context.ts';
import { afterwards, beforehand, inDocument, type OlderBackups } from './older-backups.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly backups?: boolean;
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
    .option('--backups', 'also remove the backups that still name them')
    .action(async (code: string, options: Options) => run(await context(), code, options));
}

async function run(context: Context, given: string, options: Options): Promise<void> {
  if (options.dryRun) return rehearse(context, given);
  const forgotten = await context.writing(
    async (journal) => {
      refuseUnderHold(journal.db, 'forgetting');
      const person = findPerson(given, listPeople(journal));
      const forgetting = toForget(journal, person);
      const older: OlderBackups = {
        backups: backupsWith(journal.file, names(calledIn(journal, person))),
        remove: options.backups ?? false,
      };
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
        const held = beforehand(context, older);
        if (held !== undefined) context.notice(held);
        const text = `Forget ${person.code}? Neither undo nor anything else in this journal brings it back.`;
        if ((await ask({ kind: 'confirm', name: 'forget', text })) !== true) return undefined;
      }
      forget(journal, context.command, person);
      if (older.remove) replaceBackups(journal, older.backups);
      return { forgetting, older };
    },
    { backup: 'none' },
  );
  if (!forgotten) return context.notice('  Nothing was removed.');
  const { forgetting, older } = forgotten;
  afterwards(context, older);
  const document = {
    schema: 'praxis.forgotten/1',
    about: forgetting.about,
    texts: forgetting.texts.length,
    unlinked: forgetting.unlinked,
    ...inDocument(older),
  };
  context.answer(
    document,
    () => '  Forgotten.\n  Files you exported or copied are yours to look through.',
  );
}

async function rehearse(context: Context, given: string): Promise<void> {
  await context.reading((journal) => {
    const person = findPerson(given, listPeople(journal));
    const forgetting = toForget(journal, person);
    const older = {
      backups: backupsWith(journal.file, names(calledIn(journal, person))),
      remove: false,
    };
    const { backups } = inDocument(older);
    const document = { schema: 'praxis.forgetting/1', person: person.code, ...forgetting, backups };
    context.answer(document, () => {
      const text = forgettingText(person, forgetting, context.today, context.style);
      const held = beforehand(context, older);
      return held === undefined ? text : `${text}\n${held}`;
    });
  });
}
