/** A line of the overview. */
interface Listed {
  readonly group: string;
  readonly names: readonly string[];
  readonly about: string;
}

/** The commands on one screen, by group. */
export function overview(lines: readonly Listed[]): string {
  const rows = lines.map((line) => ({ ...line, names: line.names.join(', ') }));
  const width = Math.max(...rows.map(({ group }) => group.length));
  const column = Math.max(...rows.map(({ names }) => names.length));
  const shown = rows.map(({ group, names, about }, i) => {
    const head = rows[i - 1]?.group === group ? '' : group;
    return `  ${head.padEnd(width)}  ${names.padEnd(column)}  ${about}`;
  });
  return `${[
    ...shown,
    `  ${'Always'.padEnd(width)}  --journal FILE  --json  --no-input  --no-color  --yes  --read-only`,
    '  praxis COMMAND --help has flags and examples. Tonight: praxis reflect',
  ].join('\n')}\n`;
}
