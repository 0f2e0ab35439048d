/** What `praxis --help` needs to know of a command. */
interface Listed {
  readonly name: string;
  readonly group: string;
  readonly summary: string;
}

/** The commands on one screen, by group. */
export function overview(commands: readonly Listed[]): string {
  const width = Math.max(...commands.map(({ group }) => group.length));
  const name = Math.max(...commands.map((each) => each.name.length));
  let group = '';
  const lines = commands.map((each) => {
    const head = each.group === group ? '' : each.group;
    group = each.group;
    return `  ${head.padEnd(width)}  ${each.name.padEnd(name)}  ${each.summary}`;
  });
  return `${[
    'praxis: lead leaders, not followers. Three minutes a day.',
    ...lines,
    '  Always     --journal FILE  --json  --no-input  --no-color  --yes  --read-only',
    '  praxis COMMAND --help shows flags and examples. Tonight: praxis reflect',
  ].join('\n')}\n`;
}
