import type { Finding } from '../domain/finding.ts';
import { size } from './backup.ts';
import { counted, INDENT, paragraph, type Style, visibleLine } from './text.ts';

/** A finding with what was done about it: null for nothing. */
export interface Found extends Finding {
  readonly fixed: string | null;
}

export interface Examined {
  readonly findings: readonly Found[];
  readonly journal: {
    readonly file: string;
    /** The same as it is told: with ~ for the home. */
    readonly shown: string;
    readonly bytes: number | null;
    readonly entries: number | null;
    readonly schema: number | null;
  };
  readonly versions: {
    readonly praxis: string;
    readonly node: string;
    readonly sqlite: string;
    readonly schema: number;
  };
}

export function doctorDocument({ findings, journal, versions }: Examined): Record<string, unknown> {
  const { file, bytes, entries, schema } = journal;
  return {
    damaged: isDamaged(findings),
    findings: findings.map(({ check, severity, what, why, next, fixed }) => ({
      check,
      severity,
      what,
      why,
      next,
      fixed,
    })),
    journal: { file, bytes, entries, schema },
    versions,
  };
}

export function isDamaged(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'damaged');
}

/** First how the journal is, then what was found, the gravest first, then what it was looked at with. */
export function doctorText({ findings, journal, versions }: Examined, style: Style): string {
  const { praxis, node, sqlite } = versions;
  const told = findings.map((each) => {
    const head = paragraph(visibleLine(each.what), style.width);
    const body = paragraph(
      each.fixed === null
        ? `${visibleLine(each.why)} ${visibleLine(each.next)}`
        : visibleLine(each.fixed),
      style.width,
      `${INDENT}  `,
    );
    return `${each.severity === 'damaged' ? style.amber(head) : style.bold(head)}\n${style.dim(body)}`;
  });
  return [
    paragraph(state(findings, journal), style.width),
    ...told,
    style.dim(`${INDENT}praxis ${praxis}, Node ${node}, SQLite ${sqlite}`),
  ].join('\n\n');
}

function state(findings: readonly Found[], journal: Examined['journal']): string {
  const { bytes, entries, schema } = journal;
  const where = visibleLine(journal.shown);
  if (isDamaged(findings)) return `The journal ${where} is damaged. Nothing was written to it.`;
  const left = findings.filter(({ fixed }) => fixed === null).length;
  const found = left === 0 ? 'Nothing else to say.' : `${counted(left, 'thing')} to know:`;
  return bytes === null
    ? `There is no journal yet; it will be ${where}. ${found}`
    : `The journal ${where} is sound: ${counted(entries ?? 0, 'entry', 'entries')}, ${size(bytes)}, schema ${schema}. ${found}`;
}
