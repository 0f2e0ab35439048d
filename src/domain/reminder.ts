import { EXIT, UserError } from '../errors.ts';
import { addDays, type Day, type Moment, weekdayOf } from './day.ts';
import { hash } from './hash.ts';
import { didYouMean } from './nearest.ts';
import { quoted } from './shell.ts';

/** What a reminder can run: commands that say what is due, and ask nothing. */
export const REMINDED = ['due', 'checkin'] as const;
export type Reminded = (typeof REMINDED)[number];

/** Days of a reminder as each scheduler writes them: cron counts from Sunday, 0. */
const DAYS = {
  monday: { cron: '1', systemd: 'Mon' },
  tuesday: { cron: '2', systemd: 'Tue' },
  wednesday: { cron: '3', systemd: 'Wed' },
  thursday: { cron: '4', systemd: 'Thu' },
  friday: { cron: '5', systemd: 'Fri' },
  saturday: { cron: '6', systemd: 'Sat' },
  sunday: { cron: '0', systemd: 'Sun' },
  weekdays: { cron: '1-5', systemd: 'Mon..Fri' },
  daily: { cron: '*', systemd: '' },
} as const;
export type ReminderDay = keyof typeof DAYS;
export const REMINDER_DAYS = Object.keys(DAYS) as ReminderDay[];

export interface Reminder {
  readonly run: Reminded;
  readonly day: ReminderDay;
  /** On the wall clock: `16:50`. */
  readonly at: string;
}

/** @throws UserError (usage) for a command, a day or a time that a reminder cannot have. */
export function readReminder(given: { run?: string; day?: string; at?: string }): Reminder {
  const run = one('--run', given.run ?? 'due', REMINDED);
  const usual = run === 'checkin' ? 'friday' : 'weekdays';
  const day = one('--day', given.day ?? usual, REMINDER_DAYS);
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(given.at ?? '16:50') ?? [];
  if (hours !== '' && Number(hours) < 24 && Number(minutes) < 60) {
    return { run, day, at: `${hours.padStart(2, '0')}:${minutes}` };
  }
  throw new UserError(
    `--at is "${given.at}"; it takes a time of day.`,
    'Write it like 16:50. Nothing was installed.',
    EXIT.usage,
  );
}

function one<T extends string>(flag: string, given: string, all: readonly T[]): T {
  const word = given.trim().toLowerCase();
  const found = all.find((each) => each === word);
  // `fri` is Friday; `t` is not yet a day.
  const [near, ...more] = word.length < 3 ? [] : all.filter((each) => each.startsWith(word));
  if (found ?? (near && more.length === 0)) return (found ?? near) as T;
  throw new UserError(
    `${flag} is "${given}".${didYouMean(word, all)}`,
    `It takes ${all.join(', ')}. Nothing was installed.`,
    EXIT.usage,
  );
}

/** `due on weekdays at 16:50`. */
export function reminderInWords({ run, day, at }: Reminder): string {
  return `${run} ${day === 'daily' ? day : `on ${day}`} at ${at}`;
}

/** The next time that a reminder comes, on the wall clock: a day and a time. */
export function nextTime(
  { day, at }: Reminder,
  now: Pick<Moment, 'wall'>,
): { on: Day; at: string } {
  const today = now.wall.slice(0, 10) as Day;
  let on = now.wall.slice(11) < at ? today : addDays(today, 1);
  while (!fallsOn(day, on)) on = addDays(on, 1);
  return { on, at };
}

function fallsOn(day: ReminderDay, on: Day): boolean {
  const weekday = weekdayOf(on).toLowerCase();
  if (day === 'weekdays') return weekday !== 'saturday' && weekday !== 'sunday';
  return day === 'daily' || day === weekday;
}

const MARK = '# praxis remind: ';
const END = `${MARK}end`;
const HEADER =
  /^# praxis remind: (due|checkin) (?:on )?(daily|weekdays|[a-z]+day) at (\d{2}:\d{2}) \[([0-9a-f]{8})\]\n/;

/** Puts a line over an entry that says what it is, with a checksum that shows what was changed by hand. */
function sealed(reminder: Reminder, body: string): string {
  return `${header(reminder, body)}\n${body}`;
}

function header(reminder: Reminder, body: string): string {
  const words = reminderInWords(reminder);
  return `${MARK}${words} [${hash(`${words}\n${body}`).toString(16).padStart(8, '0')}]`;
}

/** What an entry says of itself: undefined when it is none of praxis's, or was changed since. */
export function unsealed(text: string): Reminder | undefined {
  const [head = '', run = '', day = '', at = ''] = HEADER.exec(text) ?? [];
  if (head === '' || !REMINDER_DAYS.some((each) => each === day)) return undefined;
  const reminder = { run: run as Reminded, day: day as ReminderDay, at };
  return sealed(reminder, text.slice(head.length)) === text ? reminder : undefined;
}

/** A command as its words, each whole: the first is the program, by its full path. */
export type CommandWords = readonly [program: string, ...args: string[]];

/**
 * The lines of a reminder in a crontab.
 * @throws UserError when a path holds what cron cannot be told: it takes a backslash before `%` only, and lines whole.
 */
export function cronEntry(reminder: Reminder, command: CommandWords): string {
  refuseControl(command);
  if (command.some((word) => word.includes('\\'))) throw untellable('a backslash');
  const [hours, minutes] = reminder.at.split(':').map(Number);
  // cron makes line feeds of percent signs, also of those between quotes.
  const line = command.map(quoted).join(' ').replaceAll('%', '\\%');
  const body = `${minutes} ${hours} * * ${DAYS[reminder.day].cron} ${line}\n`;
  return `${sealed(reminder, body)}${END}\n`;
}

/** A crontab taken apart: the entry of praxis, and everything else as it was. */
export function splitCrontab(crontab: string): { entry: string | undefined; rest: string } {
  const start = lineIndex(crontab, MARK);
  if (start < 0) return { entry: undefined, rest: crontab };
  const end = lineIndex(crontab, `${END}\n`);
  const after = end + END.length + 1;
  const rest = crontab.slice(0, start) + crontab.slice(after);
  if (start < end && lineIndex(rest, MARK) < 0) return { entry: crontab.slice(start, after), rest };
  throw new UserError(
    'The entry of praxis in the crontab has lost its beginning or its end.',
    `Take the lines that begin with "${MARK.trim()}" out with crontab -e. Nothing was changed.`,
    EXIT.conflict,
  );
}

/** What an entry in a crontab says of itself, as `unsealed`. */
export function unsealedCron(entry: string): Reminder | undefined {
  return unsealed(entry.slice(0, -END.length - 1));
}

/** A crontab with an entry at its end. */
export function joinCrontab(rest: string, entry: string): string {
  return `${rest}${rest === '' || rest.endsWith('\n') ? '' : '\n'}${entry}`;
}

/** Where a line begins that begins so; -1 when there is none. */
function lineIndex(text: string, line: string): number {
  return text.startsWith(line) ? 0 : text.indexOf(`\n${line}`) + 1 || -1;
}

/**
 * The two units of a reminder for the user's systemd.
 * @throws UserError when a path holds what a unit cannot be told: line breaks, and quotes in the name of the program.
 */
export function systemdUnits(
  reminder: Reminder,
  command: CommandWords,
  foldersMade: number,
): { readonly service: string; readonly timer: string } {
  refuseControl(command);
  const [program, ...args] = command;
  if (/["'\\]/.test(program)) throw untellable('a quote or a backslash');
  // Variables are filled in behind the program's name only, so only there a dollar sign is doubled.
  const words = [unitWord(program), ...args.map((word) => unitWord(word).replaceAll('$', '$$$$'))];
  const day = DAYS[reminder.day].systemd;
  return {
    service: sealed(
      reminder,
      `[Unit]
Description=praxis ${reminder.run}

[Service]
Type=oneshot
ExecStart=${words.join(' ')}
`,
    ),
    timer: sealed(
      reminder,
      `# folders made for it: ${foldersMade}
[Unit]
Description=praxis ${reminderInWords(reminder)}

[Timer]
OnCalendar=${day === '' ? '' : `${day} `}*-*-* ${reminder.at}:00

[Install]
WantedBy=timers.target
`,
    ),
  };
}

/** How many folders were made for a timer, as it says itself. */
export function foldersMadeFor(timer: string): number {
  return Number(/^# folders made for it: ([0-3])$/m.exec(timer)?.[1] ?? 0);
}

// In a unit a percent sign begins a specifier, and quotes and backslashes are as in C.
function unitWord(word: string): string {
  const escaped = word.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%');
  return /^[\w@.:+=,/-]+$/.test(word) ? escaped : `"${escaped}"`;
}

function refuseControl(command: CommandWords): void {
  if (command.some((word) => /\p{Cc}/u.test(word))) throw untellable('a line break');
}

function untellable(what: string): UserError {
  return new UserError(
    `A path with ${what} cannot stand in a reminder: that of praxis, of Node or of the journal.`,
    'Move it to another folder. Nothing was installed.',
    EXIT.cannot,
  );
}
