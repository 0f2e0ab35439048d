import type { Backup } from '../domain/backup.ts';
import { visibleLine } from '../render/text.ts';
import { backupFolder } from '../store/backup.ts';
import { shownPath } from '../store/location.ts';
import type { Context } from './context.ts';

/** Backups that still hold what is to go: what became of them. */
export interface OlderBackups {
  readonly backups: readonly Backup[];
  /** Whether they go too: `--backups`. */
  readonly remove: boolean;
}

/** Before it is asked: the backups that go too, or that keep it. Undefined where none holds it. */
export function beforehand(
  context: Context,
  { backups, remove }: OlderBackups,
): string | undefined {
  if (backups.length === 0) return undefined;
  return remove
    ? `  These backups hold it and go too: ${listed(backups)}.`
    : `  ${still(context, backups)} With --backups they go too.`;
}

/** Afterwards, on stderr: what still holds it. @param way how that goes too. */
export function afterwards(
  context: Context,
  { backups, remove }: OlderBackups,
  way = 'Remove those files to be rid of it there too.',
): void {
  if (backups.length === 0) return;
  context.notice(
    remove
      ? `  Backups that held it are removed: ${listed(backups)}. One of what is left was made.`
      : `  ${still(context, backups)} ${way}`,
  );
}

/** For the document of the command. */
export function inDocument({ backups, remove }: OlderBackups): {
  readonly backups: readonly string[];
  readonly removedBackups: readonly string[];
} {
  const files = backups.map(({ file }) => file);
  return { backups: remove ? [] : files, removedBackups: remove ? files : [] };
}

function still(context: Context, backups: readonly Backup[]): string {
  const folder = visibleLine(shownPath(context.world, backupFolder(context.file)));
  return `Backups made before still hold it. They stand in ${folder}: ${listed(backups)}.`;
}

function listed(backups: readonly Backup[]): string {
  return backups.map(({ file }) => file).join(', ');
}
