import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { backUp, backupFolder, listBackups } from './backup.ts';
import type { Journal } from './journal.ts';
import { row } from './prepared.ts';
import { verify } from './verify.ts';

const DAY_MS = 86_400_000;
/** A journal in use has a backup of its last day but one at the latest. */
const LATE_MS = 2 * DAY_MS;

/** Looks at the backups: is there one of lately, does the newest one restore, was a damaged journal put aside. */
export function checkBackups({ db, file, clock }: Journal, now: string): Finding[] {
  const all = listBackups(file);
  const [newest] = all.filter(({ kind }) => kind !== 'damaged');
  const mend = () => `${backUp(db, file, 'manual', clock.now().instant).file} is made and checked.`;
  const next = 'praxis doctor --fix makes one now, and so does praxis backup.';
  const findings: Finding[] = [];
  const since = lastWrite(db) ?? now;
  if (newest === undefined ? age(begun(db), now) > LATE_MS : age(newest.at, since) > LATE_MS) {
    findings.push({
      check: 'backups',
      severity: 'mend',
      what:
        newest === undefined
          ? 'There is no backup.'
          : `The last backup is of ${newest.at.slice(0, 10)}, older than what was written since.`,
      why: 'A disk that fails takes the journal with it. praxis makes a backup before the first write of a day, when it can.',
      next,
      mend,
    });
  } else if (newest !== undefined) {
    const { problem } = verify(join(backupFolder(file), newest.file));
    if (problem !== null) {
      findings.push({
        check: 'backups',
        severity: 'mend',
        what: `The newest backup, ${newest.file}, cannot be restored. ${problem}`,
        why: 'A backup that does not restore is none. If the disk spoils files, the journal may be next.',
        next,
        mend,
      });
    }
  }
  return [
    ...findings,
    ...all
      .filter(({ kind }) => kind === 'damaged')
      .map(
        (each): Finding => ({
          check: 'backups',
          severity: 'note',
          what: `A damaged journal was put aside as ${each.file}.`,
          why: 'What the backup in its place did not have may still be in it.',
          next: `praxis doctor --salvage DIR --journal ${join(backupFolder(file), each.file)} writes out what can be read; then remove it.`,
        }),
      ),
  ];
}

function age(at: string, now: string): number {
  return Date.parse(now) - Date.parse(at);
}

function lastWrite(db: Journal['db']): string | undefined {
  return row<{ at: string }>(db, 'SELECT at FROM action ORDER BY seq DESC LIMIT 1')?.at;
}

function begun(db: Journal['db']): string {
  const first = row<{ at: string }>(db, 'SELECT applied_at AS at FROM migration WHERE version = 1');
  return first?.at ?? '9999';
}

/** The newest backup that can be restored. */
export function newestSound(file: string): string | undefined {
  return listBackups(file).find(
    (each) =>
      each.kind !== 'damaged' && verify(join(backupFolder(file), each.file)).problem === null,
  )?.file;
}
