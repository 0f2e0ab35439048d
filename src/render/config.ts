import { INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

export function configText(
  settings: readonly {
    readonly key: string;
    readonly value: string | null;
    readonly about: string;
  }[],
  file: string,
  style: Style,
): string {
  const rows = table(
    settings.map(({ key, value }) => [
      style.bold(key),
      value === null ? style.dim('not set') : visibleLine(value),
    ]),
    style.width,
  ).split('\n');
  const each = settings.map(
    ({ about }, i) => `${rows[i]}\n${style.dim(paragraph(about, style.width, `${INDENT}  `))}`,
  );
  return `${each.join('\n')}\n\n${style.dim(`${INDENT}Kept in ${visibleLine(file)}`)}`;
}
