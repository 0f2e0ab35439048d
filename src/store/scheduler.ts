import type { CommandWords, Reminder } from '../domain/reminder.ts';
import type { World } from '../world.ts';

/** A text of a reminder, and the file it stands in; null for the crontab, which has no file of its own. */
export interface EntryText {
  readonly file: string | null;
  readonly text: string;
}

export type SchedulerName = 'systemd' | 'cron';

/** A reminder as it is installed. */
export interface Installed {
  readonly scheduler: SchedulerName;
  readonly texts: readonly EntryText[];
  /** Null when the entry is not what praxis wrote. */
  readonly reminder: Reminder | null;
  /** Whether it will run: a timer can be there and be off. */
  readonly active: boolean;
}

/** Something on this machine that runs a command at a time. */
export interface Scheduler {
  readonly name: SchedulerName;
  /** Whether it can be reached. */
  available(): boolean;
  /** What would be written. */
  texts(reminder: Reminder, command: CommandWords): readonly EntryText[];
  installed(): Installed | undefined;
  /** Writes the reminder in the place of the one that is there. */
  install(reminder: Reminder, command: CommandWords): void;
  /** Takes the reminder out, and everything that was made for it. */
  remove(): void;
}

/** What a scheduler needs to know of the outside. */
export type Outside = Pick<World, 'env' | 'home'>;
