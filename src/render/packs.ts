import { counted, INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

interface Listed {
  readonly pack: string;
  readonly title: string;
  readonly entries: number;
  readonly shipped: boolean;
  readonly file: string | null;
}

export function packsText(
  packs: readonly Listed[],
  problems: readonly string[],
  folder: string,
  style: Style,
): string {
  const rows = packs.map(({ pack, title, entries, file }) => [
    style.bold(pack),
    counted(entries, 'entry', 'entries'),
    file === null ? 'shipped' : visibleLine(file),
    visibleLine(title),
  ]);
  const wrong = problems.map((each) => style.amber(paragraph(visibleLine(each), style.width)));
  return [
    table(rows, style.width),
    ...(wrong.length > 0 ? ['', ...wrong] : []),
    '',
    style.dim(`${INDENT}Yours are the YAML files in ${visibleLine(folder)}`),
  ].join('\n');
}
