import { counted, paragraph, type Style, visibleLine } from './text.ts';

interface Told {
  /** Records by table. */
  readonly records: Readonly<Record<string, number>>;
  readonly fromLog: number;
  readonly loose: number;
  readonly drafts: number;
  readonly lost: number;
  readonly folder: string;
}

/** What was saved of a damaged journal, what was not, and what to do with it. */
export function salvagedText(told: Told, style: Style): string {
  const { records, fromLog, loose, drafts, lost, folder } = told;
  const all = Object.values(records).reduce((sum, n) => sum + n, 0);
  const where = visibleLine(folder);
  const parts = [
    `${counted(all, 'record')} read, of them ${counted(records['session'] ?? 0, 'entry', 'entries')}.`,
    ...(fromLog > 0 ? [`${fromLog} came from the change log.`] : []),
    lost === 0 ? 'Nothing is known to be lost.' : `${counted(lost, 'record')} could not be read.`,
    ...(loose > 0 ? [`${counted(loose, 'record')} without what they belong to: loose.jsonl.`] : []),
    ...(drafts > 0 ? [`${counted(drafts, 'unfinished session')}: drafts.jsonl.`] : []),
  ];
  return [
    paragraph(parts.join(' '), style.width),
    paragraph(
      `They stand in ${where}: a journal, the same as jsonl, and Markdown to read. The journal itself was not touched. praxis backup restore ${where}/journal.db puts the new journal in its place.`,
      style.width,
    ),
  ].join('\n');
}
