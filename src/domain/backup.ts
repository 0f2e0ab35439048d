import { type Day, type Week, weekOf } from './day.ts';

/** Why a copy of the journal was made. `damaged` is a journal that was put aside when another took its place. */
export const BACKUP_KINDS = [
  'daily',
  'manual',
  'before-import',
  'before-migration',
  'before-restore',
  'damaged',
] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** A copy of the journal in its folder of backups. */
export interface Backup {
  /** Its file's name, ending in `.db`. */
  readonly file: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly bytes: number;
  readonly kind: BackupKind;
  /** The schema of the journal in it; null when its first bytes do not say. */
  readonly schema: number | null;
}

/** What is in a name: `daily-2026-11-20T181000000Z.db`. */
export interface BackupName {
  readonly kind: BackupKind;
  /** UTC, ISO 8601. */
  readonly at: string;
}

const NAME = /^([a-z-]+)-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-\d+)?\.db$/;

/** The name of a backup. The second of one instant and kind is `which` 2. */
export function backupName({ kind, at }: BackupName, which = 1): string {
  return `${kind}-${at.replaceAll(/[:.]/g, '')}${which > 1 ? `-${which}` : ''}.db`;
}

/** Reads a name that praxis gave; undefined for every other file. */
export function readBackupName(file: string): BackupName | undefined {
  const [, name, day, hours, minutes, seconds, ms] = NAME.exec(file) ?? [];
  const kind = BACKUP_KINDS.find((each) => each === name);
  if (kind === undefined) return undefined;
  return { kind, at: `${day}T${hours}:${minutes}:${seconds}.${ms}Z` };
}

/** Backups in the order in which they are listed: the newest first. */
export function newestFirst<T extends { readonly file: string; readonly at: string }>(
  backups: readonly T[],
): T[] {
  // The second of one instant has the longer name.
  const order = ({ at, file }: T) => `${at} ${String(file.length).padStart(4, '0')} ${file}`;
  return [...backups].sort((a, b) => (order(a) < order(b) ? 1 : -1));
}

/** How many days, weeks and months keep their last daily backup. */
const KEPT = { days: 7, weeks: 4, months: 12 } as const;
/** How many of those made before an import are kept. */
const KEPT_BEFORE_IMPORT = 5;

/**
 * The backups whose time is over: of the daily ones, all but the last of each of 7 days, 4 weeks and 12 months that
 * have one; of those before an import, all but the newest 5. What was made by hand, before a migration or before a
 * restore stays until somebody removes it, and so does a damaged journal that was put aside.
 */
export function rotatedOut<T extends Pick<Backup, 'file' | 'at' | 'kind'>>(
  backups: readonly T[],
): T[] {
  const dailies = newestFirst(backups.filter(({ kind }) => kind === 'daily'));
  const kept = new Set<T>([
    ...lastOfEach(dailies, dayOf, KEPT.days),
    ...lastOfEach(dailies, (backup): Week => weekOf(dayOf(backup)), KEPT.weeks),
    ...lastOfEach(dailies, ({ at }) => at.slice(0, 7), KEPT.months),
  ]);
  const imports = newestFirst(backups.filter(({ kind }) => kind === 'before-import'));
  return [...dailies.filter((each) => !kept.has(each)), ...imports.slice(KEPT_BEFORE_IMPORT)];
}

function lastOfEach<T>(newest: readonly T[], period: (each: T) => string, count: number): T[] {
  const last = new Map<string, T>();
  for (const each of newest) {
    const name = period(each);
    if (!last.has(name)) last.set(name, each);
    if (last.size > count) last.delete(name);
  }
  return [...last.values()];
}

function dayOf({ at }: { readonly at: string }): Day {
  return at.slice(0, 10) as Day;
}
