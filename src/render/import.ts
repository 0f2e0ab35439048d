import { type Day, inShort } from '../domain/day.ts';
import type { Remark } from '../domain/foreign.ts';
import { clip, counted, INDENT, type Style, visibleLine } from './text.ts';

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  readonly added: number;
  readonly unchanged: number;
  /** The first and the last day; null when nothing was found. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Entries that were linked to somebody whose code they tag. */
  readonly linked: number;
  /** Codes of people who came with it. */
  readonly people: readonly string[];
  /** How its dates were read, where that was found out. */
  readonly dateFormat: string | null;
  /** The first entries of it. */
  readonly first: readonly { readonly on: Day; readonly text: string }[];
  readonly doubtful: Remarks;
  readonly leftOut: Remarks;
  readonly dryRun: boolean;
}

/** The first of what was remarked, and how much it was. */
export interface Remarks {
  readonly count: number;
  readonly first: readonly Remark[];
}

export function importDocument({ dryRun, ...report }: ImportReport): Record<string, unknown> {
  return { schema: 'praxis.import/1', ...report, ...(dryRun ? { dryRun } : {}) };
}

/** Reasons that a screen shows of each kind, and places of each reason; `--json` has more. */
const REASONS = 8;
const SHOWN = 5;

export function importText(report: ImportReport, today: Day, style: Style): string {
  const { added, unchanged, from, to, linked, people, dateFormat, dryRun } = report;
  const entries = added === 1 ? '1 entry' : `${added} entries`;
  const days = added > 0 && from && to ? `, ${from === to ? from : `${from} to ${to}`}` : '';
  const line = (text: string) => INDENT + clip(text, style.width - INDENT.length);
  const lines = [
    line(`${entries} ${dryRun ? 'would come' : 'came in'}${days}; ${unchanged} there already.`),
  ];
  if (linked > 0)
    lines.push(
      line(`${counted(linked, 'entry is', 'entries are')} linked to somebody you lead, by a tag.`),
    );
  if (people.length > 0) lines.push(line(`Added: ${people.map(visibleLine).join(', ')}.`));
  if (dateFormat !== null) lines.push(line(`Dates were read as ${visibleLine(dateFormat)}.`));
  if (dryRun && report.first.length > 0) {
    lines.push('', `${INDENT}The first of them`);
    for (const { on, text } of report.first)
      lines.push(line(`  ${inShort(on, today)}   ${visibleLine(text)}`));
  }
  lines.push(...remarks('Doubtful', report.doubtful, style));
  lines.push(...remarks('Left out', report.leftOut, style));
  if (dryRun) lines.push('', `${INDENT}Nothing was stored.`);
  // What brought nothing is no step of undo: the last one is another command's.
  else if (added > 0) lines.push('', `${INDENT}praxis undo takes it out again.`);
  return lines.join('\n');
}

function remarks(title: string, { count, first }: Remarks, style: Style): string[] {
  if (count === 0) return [];
  const line = (text: string) => INDENT + clip(text, style.width - INDENT.length);
  const alike = [...Map.groupBy(first, ({ why }) => why)];
  const shown = alike.slice(0, REASONS).flatMap(([why, those]) => [
    line(`  ${visibleLine(why)}${those.length > 1 ? `: ${those.length}` : ''}`),
    ...those
      .slice(0, SHOWN)
      .map(placeOf)
      .filter((place) => place !== '')
      .map((place) => line(`    ${style.dim(clip(place, style.width - INDENT.length - 4))}`)),
  ]);
  const rest =
    count - alike.slice(0, REASONS).reduce((n, [, those]) => n + Math.min(SHOWN, those.length), 0);
  return [
    '',
    `${INDENT}${title}: ${count}`,
    ...shown,
    ...(rest > 0 ? [`${INDENT}  and ${rest} more: --json lists them`] : []),
  ];
}

/** Where something stands, and its first words. */
function placeOf({ file, line, text }: Remark): string {
  const place = [
    file === null ? '' : short(visibleLine(file)),
    ...(line === null ? [] : [`line ${line}`]),
  ];
  const where = place.filter((part) => part !== '').join(', ');
  const quoted = text === '' ? '' : `"${visibleLine(text)}"`;
  return [where, quoted].filter((part) => part !== '').join(': ');
}

/** The end of a long path: which file it is says its end. */
function short(path: string): string {
  const characters = [...path];
  return characters.length <= 32 ? path : `…${characters.slice(-31).join('')}`;
}
