import stringWidth from 'fast-string-width';
import type { Backup, BackupKind } from '../domain/backup.ts';
import { onTheWall } from './clock.ts';
import { counted, INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

/** Why a copy was made, in words. */
const KINDS: Readonly<Record<BackupKind, string>> = {
  daily: 'daily',
  manual: 'by hand',
  'before-import': 'before an import',
  'before-migration': 'before an upgrade',
  'before-restore': 'before a restore',
  damaged: 'damaged journal',
};

export function backupsText(
  backups: readonly Backup[],
  folder: string,
  zone: string,
  style: Style,
): string {
  if (backups.length === 0) {
    return paragraph(
      'No backup yet. praxis makes one before the first write of each day; praxis backup makes one now.',
      style.width,
    );
  }
  const facts = backups.map(({ at, bytes, kind }) => [
    onTheWall(at, zone),
    KINDS[kind],
    size(bytes),
  ]);
  const names = backups.map(({ file }) => style.bold(visibleLine(file)));
  const beside = table(
    facts.map((row, i) => [...row, names[i] ?? '']),
    Number.MAX_SAFE_INTEGER,
  );
  const fits = beside.split('\n').every((line) => stringWidth(line) <= style.width);
  // A name is what restore is given: it is never cut.
  const below = () =>
    table(facts, style.width - INDENT.length)
      .split('\n')
      .flatMap((line, i) => [`${INDENT}${names[i]}`, `${INDENT}${line}`])
      .join('\n');
  return `${fits ? beside : below()}\n\n${style.dim(`${INDENT}They stand in ${folder}`)}`;
}

/** `640 kB`, `16.0 MB`. */
export function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export function verifiedText(
  checked: readonly {
    readonly file: string;
    readonly problem: string | null;
    readonly entries: number | null;
  }[],
  style: Style,
): string {
  if (checked.length === 0) return `${INDENT}No backup yet. praxis backup makes one.`;
  return table(
    checked.map(({ file, problem, entries }) => [
      style.bold(visibleLine(file)),
      problem === null ? `sound, ${inEntries(entries)}` : style.amber(visibleLine(problem)),
    ]),
    style.width,
  );
}

/** What is asked before the journal is replaced. Null entries: they cannot be counted. */
export function restoreQuestion(file: string, entries: number | null, now: number | null): string {
  const there = now === null ? 'is damaged' : `has ${inEntries(now)}`;
  return `Replace the journal, which ${there}, with ${visibleLine(file)}, which has ${inEntries(entries)}? It is kept as a backup.`;
}

export function restoredText(
  file: string,
  entries: number | null,
  kept: { readonly file: string; readonly kind: BackupKind } | null,
): string {
  const restored = `${INDENT}Restored from ${visibleLine(file)}: ${inEntries(entries)}.`;
  if (kept === null) return restored;
  const back =
    kept.kind === 'damaged'
      ? `The damaged journal is kept as ${kept.file}.`
      : `To turn it back: praxis backup restore ${kept.file}`;
  return `${restored}\n${INDENT}${back}`;
}

function inEntries(n: number | null): string {
  return n === null ? 'an unknown number of entries' : counted(n, 'entry', 'entries');
}
