import type { Command } from 'commander';
import type { Called, Forgetting } from '../domain/forget.ts';
import type { Person } from '../domain/person.ts';
import { forgettingText } from '../render/forget.ts';
import { calledIn, forget, toForget } from '../store/forget.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { backupsWith, calledInBackups, names, replaceBackups } from '../store/holding.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { findPerson } from './args.ts';
import { confirmed } from './confirm.ts';
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
  const remove = options.backups ?? false;
  if (options.dryRun) return rehearse(context, given, remove);
  const done = await context.writing(
    async (journal) => {
      refuseUnderHold(journal.db, 'forgetting');
      const found = lookUp(journal, given, remove);
      const { code, person, older } = found;
      const go = await confirmed(context, {
        what: `Forgetting ${code} cannot be undone, so it`,
        question: person
          ? `Forget ${code}? Neither undo nor anything else in this journal brings it back.`
          : `Remove the backups that hold ${code}? Nothing brings them back.`,
        shown: shownText(context, found),
        hint: 'Look at it with --dry-run; then, in a script, say --yes. Nothing was removed.',
      });
      if (!go) return undefined;
      if (person) forget(journal, context.command, person);
      if (older.remove) replaceBackups(journal, older.backups);
      return found;
    },
    { backup: 'none' },
  );
  if (!done) return context.notice('  Nothing was removed.');
  const { code, forgetting, older } = done;
  afterwards(context, older, `praxis person forget ${code} --backups removes them.`);
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

async function rehearse(context: Context, given: string, remove: boolean): Promise<void> {
  await context.reading((journal) => {
    const found = lookUp(journal, given, remove);
    const { code, forgetting, older } = found;
    const { backups } = inDocument({ ...older, remove: false });
    const document = { schema: 'praxis.forgetting/1', person: code, ...forgetting, backups };
    context.answer(document, () => shownText(context, found));
  });
}

/** Somebody to be forgotten, and what that takes away. */
interface ToForget {
  readonly code: string;
  /** Null for somebody whom only backups still know. */
  readonly person: Person | null;
  readonly forgetting: Forgetting;
  readonly older: OlderBackups;
}

/**
 * Finds who is meant: somebody of this journal, or where backups are to go too somebody of theirs.
 * @throws UserError (usage) for nobody.
 */
function lookUp(journal: Journal, given: string, remove: boolean): ToForget {
  const people = listPeople(journal);
  const held = (called: readonly Called[]): OlderBackups => ({
    backups: backupsWith(journal.file, names(called)),
    remove,
  });
  const code = given.replace(/^@/, '').toLowerCase();
  if (remove && !people.some((each) => each.code === code)) {
    const called = calledInBackups(journal.file, code);
    if (called.length > 0)
      return { code, person: null, forgetting: NOTHING_ABOUT, older: held(called) };
  }
  const person = findPerson(given, people, true);
  return {
    code: person.code,
    person,
    forgetting: toForget(journal, person),
    older: held(calledIn(journal, person)),
  };
}

const NOTHING_ABOUT: Forgetting = { about: {}, texts: [], unlinked: 0 };

function shownText(context: Context, { person, forgetting, older }: ToForget): string {
  const { today, style } = context;
  return [
    person ? forgettingText(person, forgetting, today, style) : undefined,
    beforehand(context, older),
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}
