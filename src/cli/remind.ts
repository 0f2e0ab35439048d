import { join } from 'node:path';
import {
  type CommandWords,
  nextTime,
  REMINDED,
  REMINDER_DAYS,
  type Reminder,
  readReminder,
} from '../domain/reminder.ts';
import { EXIT, UserError } from '../errors.ts';
import {
  entryText,
  reminderDocument,
  reminderText,
  type StandingReminder,
  shownEntry,
  whereText,
} from '../render/reminder.ts';
import type { Style } from '../render/text.ts';
import { packageFolder } from '../store/package.ts';
import { schedulers } from '../store/reminder.ts';
import type { Installed, Scheduler } from '../store/scheduler.ts';
import { withDefault, withExamples } from './args.ts';
import { type Context, styleFor } from './context.ts';
import type { Register } from './register.ts';

interface Options {
  readonly run?: string;
  readonly day?: string;
  readonly at?: string;
  readonly print?: boolean;
}

export const register: Register = (program, context) => {
  const remind = withExamples(
    program
      .command('remind')
      .description('A reminder by the machine: it says what is due, at a time of yours.'),
    'praxis remind install --day friday --at 16:50',
    'praxis remind install --run checkin --print',
    'praxis remind status',
  );
  withDefault(remind, async () => status(await context()));
  remind
    .command('install')
    .description('set it up, or change it; what is written is shown first')
    .option('--run <command>', `${REMINDED.join(' or ')} (due)`)
    .option('--day <weekday>', `${REMINDER_DAYS.join(', ')} (weekdays; friday for checkin)`)
    .option('--at <time>', 'a time of day (16:50)')
    .option('--print', 'print it, write nothing')
    .action(async (options: Options) => install(await context(), options));
  remind
    .command('remove')
    .description('take it out again, without a trace')
    .action(async () => remove(await context()));
  remind
    .command('status')
    .description('what is installed, and when it comes next')
    .action(async () => status(await context()));
};

async function install(context: Context, options: Options): Promise<void> {
  const reminder = readReminder(options);
  const command = commandFor(context, reminder);
  const all = schedulers(context.world);
  const available = all.find((each) => each.available());
  if (options.print) return print(context, available ?? all.at(-1), reminder, command);
  context.refuseReadOnly();
  if (!available) {
    throw new UserError(
      'There is neither a systemd of yours nor a crontab on this machine.',
      'praxis remind install --print prints the entry, to put it where you like.',
    );
  }
  const texts = available.texts(reminder, command);
  const shown = (style: Style) =>
    `${whereText(available.name, reminder)}\n\n${shownEntry(texts, style)}`;
  if (!(await agreed(context, shown, 'Install this?')))
    return context.notice('  Nothing was installed.');
  available.install(reminder, command);
  for (const other of all) if (other !== available && other.installed()) other.remove();
  const installed = available.installed();
  if (!installed) throw new Error('no reminder');
  const standing = standingOf(installed, context);
  context.answer({ schema: 'praxis.reminder/1', ...reminderDocument(standing) }, () =>
    reminderText(standing, context.today, context.style),
  );
}

function print(
  context: Context,
  scheduler: Scheduler | undefined,
  reminder: Reminder,
  command: CommandWords,
): void {
  if (!scheduler) throw new Error('no scheduler');
  const texts = scheduler.texts(reminder, command);
  const planned = { scheduler: scheduler.name, texts, reminder, active: false, next: null };
  context.answer({ schema: 'praxis.reminder/1', ...reminderDocument(planned) }, () =>
    entryText(texts),
  );
}

async function remove(context: Context): Promise<void> {
  context.refuseReadOnly();
  const standing = all(context);
  const changed = standing.filter(({ reminder }) => reminder === null);
  const shown = (style: Style) =>
    changed
      .map(
        (each) => `${reminderText(each, context.today, style)}\n\n${shownEntry(each.texts, style)}`,
      )
      .join('\n\n');
  if (changed.length > 0 && !(await agreed(context, shown, 'Remove this?')))
    return context.notice('  Nothing was removed.');
  for (const each of schedulers(context.world)) if (each.installed()) each.remove();
  context.answer({ schema: 'praxis.reminders/1', reminders: [] }, () =>
    standing.length === 0 ? '  No reminder is installed.' : '  Removed.',
  );
}

async function status(context: Context): Promise<void> {
  const standing = all(context);
  context.answer({ schema: 'praxis.reminders/1', reminders: standing.map(reminderDocument) }, () =>
    standing.length === 0
      ? '  No reminder is installed. praxis remind install sets one up.'
      : standing.map((each) => reminderText(each, context.today, context.style)).join('\n'),
  );
}

function all(context: Context): StandingReminder[] {
  return schedulers(context.world)
    .map((each) => each.installed())
    .filter((each) => each !== undefined)
    .map((each) => standingOf(each, context));
}

function standingOf(installed: Installed, { now }: Context): StandingReminder {
  const { reminder, active } = installed;
  return { ...installed, next: reminder && active ? nextTime(reminder, now) : null };
}

/** What the machine is to run: by full paths, for its PATH is nearly empty. */
function commandFor(context: Context, { run }: Reminder): CommandWords {
  const { world, options } = context;
  const { PRAXIS_JOURNAL: named, XDG_DATA_HOME: data, XDG_CONFIG_HOME: config } = world.env;
  // The machine knows nothing of this shell's variables: what they say about the journal has to be said in full.
  const journal = options.journal ?? (named || data || config);
  return [
    world.execPath,
    join(packageFolder(), 'bin', 'praxis.js'),
    ...(journal ? ['--journal', context.file] : []),
    '--no-input',
    run,
  ];
}

/**
 * Shows what is about to be done and asks whether it may be.
 * @throws UserError (usage) where nobody can be asked and `--yes` was not given: before anything is shown.
 */
async function agreed(
  context: Context,
  shown: (style: Style) => string,
  question: string,
): Promise<boolean> {
  const { yes, color } = context.options;
  if (!yes && !context.interactive) {
    throw new UserError(
      'This is asked about first, and nobody is there.',
      'In a script, say --yes; --print only prints the entry. Nothing was changed.',
      EXIT.usage,
    );
  }
  // Shown also where nobody is asked: it is what will run in the user's name.
  context.notice(`${shown(await styleFor(context.world, 'stderr', color))}\n`);
  if (yes) return true;
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return (await ask({ kind: 'confirm', name: 'remind', text: question })) === true;
}
