import { INDENT, type Style, table, visibleLine } from './text.ts';

export function configText(
  settings: readonly {
    readonly key: string;
    readonly value: string | null;
    readonly about: string;
  }[],
  file: string,
  style: Style,
): string {
  const rows = settings.map(({ key, value, about }) => [
    style.bold(key),
    value === null ? style.dim('not set') : visibleLine(value),
    style.dim(about),
  ]);
  return `${table(rows, style.width)}\n\n${style.dim(`${INDENT}Kept in ${visibleLine(file)}`)}`;
}
