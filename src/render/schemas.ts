import { INDENT, type Style, table } from './text.ts';

/** The names of the schemas: what praxis prints, then what it takes. */
export function schemasText(
  schemas: readonly {
    readonly name: string;
    readonly use: 'printed' | 'taken';
    readonly about: string;
  }[],
  style: Style,
): string {
  const rows = (use: 'printed' | 'taken') =>
    schemas
      .filter((each) => each.use === use)
      .map(({ name, about }) => [style.bold(name), style.dim(about)]);
  return [
    `${INDENT}Printed with --json`,
    table(rows('printed'), style.width),
    '',
    `${INDENT}Taken`,
    table(rows('taken'), style.width),
  ].join('\n');
}
