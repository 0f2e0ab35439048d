/** What `praxis --help` needs to know of a command. */
interface Listed {
  readonly name: string;
  readonly group: string;
  readonly summary: string;
  readonly beside?: string;
}

/** The commands on one screen, by group. */
export function overview(commands: readonly Listed[]): string {
  const rows = commands
    .filter(({ beside }) => beside === undefined)
    .map((each) => {
      const others = commands.filter(({ beside }) => beside === each.name).map(({ name }) => name);
      return { ...each, names: [each.name, ...others].join(', ') };
    });
  const width = Math.max(...rows.map(({ group }) => group.length));
  const column = Math.max(...rows.map(({ names }) => names.length));
  const lines = rows.map(({ group, names, summary }, i) => {
    const head = rows[i - 1]?.group === group ? '' : group;
    return `  ${head.padEnd(width)}  ${names.padEnd(column)}  ${summary}`;
  });
  return `${[
    ...lines,
    `  ${'Always'.padEnd(width)}  --journal FILE  --json  --no-input  --no-color  --yes  --read-only`,
    '  praxis COMMAND --help has flags and examples. Tonight: praxis reflect',
  ].join('\n')}\n`;
}
