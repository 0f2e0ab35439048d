import type { Command } from 'commander';
import type { Called } from '../domain/forget.ts';
import type { Person } from '../domain/person.ts';
import { EXIT, UserError } from '../errors.ts';
import { forgettingText } from '../render/forget.ts';
import type { Style } from '../render/text.ts';
import { calledIn, forget, toForget } from '../store/forget.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { backupsWith, calledInBackups, names, replaceBackups } from '../store/holding.ts';
import type { Journal } from '../store/journal.ts';
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
  if (options.dryRun) return rehearse(context, given, options.backups ?? false);
  const forgotten = await context.writing(
    async (journal) => {
      refuseUnderHold(journal.db, 'forgetting');
      const people = listPeople(journal);
      const gone = options.backups && goneFrom(journal, given, people);
      if (gone) return forgetInBackups(context, journal, gone);
      const person = findPerson(given, people, true);
      const forgetting = toForget(journal, person);
      const older: OlderBackups = {
        backups: backupsWith(journal.file, names(calledIn(journal, person))),
        remove: options.backups ?? false,
      };
      const question = `Forget ${person.code}? Neither undo nor anything else in this journal brings it back.`;
      const shown = (style: Style) => [
        forgettingText(person, forgetting, context.today, style),
        beforehand(context, older),
      ];
      if (!(await agreed(context, person.code, question, shown))) return undefined;
      forget(journal, context.command, person);
      if (older.remove) replaceBackups(journal, older.backups);
      return { code: person.code, forgetting, older };
    },
    { backup: 'none' },
  );
  if (!forgotten) return context.notice('  Nothing was removed.');
  const { code, forgetting, older } = forgotten;
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

/** What somebody was called who is in this journal no more, but in backups of it; undefined for anybody else. */
function goneFrom(
  { file }: Journal,
  given: string,
  people: readonly Person[],
): readonly Called[] | undefined {
  const code = given.replace(/^@/, '').toLowerCase();
  if (people.some((each) => each.code === code)) return undefined;
  const called = calledInBackups(file, code);
  return called.length > 0 ? called : undefined;
}

async function forgetInBackups(context: Context, journal: Journal, called: readonly Called[]) {
  const [{ code = '' } = {}] = called;
  const older: OlderBackups = { backups: backupsWith(journal.file, names(called)), remove: true };
  const question = `Remove the backups that hold ${code}? Nothing brings them back.`;
  if (!(await agreed(context, code, question, () => [beforehand(context, older)])))
    return undefined;
  replaceBackups(journal, older.backups);
  return { code, forgetting: { about: {}, texts: [], unlinked: 0 }, older };
}

function rehearseInBackups(context: Context, { file }: Journal, called: readonly Called[]): void {
  const older: OlderBackups = { backups: backupsWith(file, names(called)), remove: true };
  const document = {
    schema: 'praxis.forgetting/1',
    person: called[0]?.code,
    about: {},
    texts: [],
    unlinked: 0,
    backups: older.backups.map((each) => each.file),
  };
  context.answer(document, () => beforehand(context, older) ?? '');
}

/** Whether what is shown may go: asked at a terminal, said by --yes in a script. */
async function agreed(
  context: Context,
  code: string,
  text: string,
  shown: (style: Style) => readonly (string | undefined)[],
): Promise<boolean> {
  if (context.options.yes) return true;
  if (!context.interactive) {
    throw new UserError(
      `Forgetting ${code} cannot be undone, so it is asked about first, and nobody is there.`,
      'Look at it with --dry-run; then, in a script, say --yes. Nothing was removed.',
      EXIT.usage,
    );
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask, style } = await terminalFor(context);
  for (const each of shown(style)) if (each !== undefined) context.notice(each);
  return (await ask({ kind: 'confirm', name: 'forget', text })) === true;
}

async function rehearse(context: Context, given: string, remove: boolean): Promise<void> {
  await context.reading((journal) => {
    const people = listPeople(journal);
    const gone = remove && goneFrom(journal, given, people);
    if (gone) return rehearseInBackups(context, journal, gone);
    const person = findPerson(given, people, true);
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
