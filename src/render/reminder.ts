import { type Day, inWords } from '../domain/day.ts';
import { type Reminder, reminderInWords } from '../domain/reminder.ts';
import { INDENT, paragraph, type Style, visible, visibleLine } from './text.ts';

/** A reminder as it stands on this machine. */
export interface StandingReminder {
  readonly scheduler: 'systemd' | 'cron';
  readonly texts: readonly { readonly file: string | null; readonly text: string }[];
  /** Null when it is not what praxis wrote. */
  readonly reminder: Reminder | null;
  readonly active: boolean;
  readonly next: { readonly on: Day; readonly at: string } | null;
}

const BY = { systemd: 'a timer of your systemd', cron: 'your crontab' } as const;

export function reminderDocument(standing: StandingReminder): Record<string, unknown> {
  const { scheduler, texts, reminder, active, next } = standing;
  return {
    scheduler,
    run: reminder?.run ?? null,
    day: reminder?.day ?? null,
    at: reminder?.at ?? null,
    asWritten: reminder !== null,
    active,
    next: next && `${next.on}T${next.at}`,
    texts,
  };
}

/** The text of an entry, as it is written: with the name of the file over each part that has one. */
export function entryText(texts: StandingReminder['texts']): string {
  return texts.map(({ file, text }) => (file === null ? text : `# ${file}\n${text}`)).join('\n');
}

/** The same for a screen. */
export function shownEntry(texts: StandingReminder['texts'], style: Style): string {
  return visible(entryText(texts))
    .trimEnd()
    .split('\n')
    .map((line) => style.dim(`${INDENT}  ${line}`.trimEnd()))
    .join('\n');
}

export function whereText(scheduler: 'systemd' | 'cron', reminder: Reminder): string {
  return `${INDENT}praxis ${reminderInWords(reminder)}, by ${BY[scheduler]}:`;
}

/** What stands, each with what is amiss. */
export function reminderText(standing: StandingReminder, today: Day, style: Style): string {
  const { scheduler, reminder, active, next, texts } = standing;
  if (reminder === null) {
    const where = texts.map(({ file }) => file ?? BY[scheduler]).join(' and ');
    return style.amber(
      paragraph(
        `The entry in ${visibleLine(where)} is not what praxis wrote: it was changed since. praxis remind install writes it anew, praxis remind remove takes it out.`,
        style.width,
      ),
    );
  }
  const first = `praxis ${reminderInWords(reminder)}, by ${BY[scheduler]}.`;
  const then = !active
    ? 'It is off: praxis remind install turns it on.'
    : next
      ? `Next: ${inWords(next.on, today)} at ${next.at}.`
      : '';
  return paragraph(`${first} ${then}`, style.width);
}
