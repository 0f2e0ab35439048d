import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { COMMANDS, GROUPS, OVERVIEW } from '../../../src/cli/table.ts';
import { overview } from '../../../src/render/overview.ts';

describe('the table of commands', () => {
  test('has each command once, in the order of the groups', () => {
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
    const listed = OVERVIEW.flatMap(({ names }) => names);
    expect(listed).toEqual(COMMANDS.map(({ name }) => name));
    const order = OVERVIEW.map(({ group }) => GROUPS.indexOf(group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test.each(COMMANDS.map((entry) => [entry.name, entry] as const))(
    '%s loads as the command of its name, with examples',
    async (name, entry) => {
      const program = new Command('praxis');
      const { register } = await entry.load();
      register(program, () => {
        throw new Error('a command is not run by being loaded');
      });
      expect(program.commands.map((command) => command.name())).toEqual([name]);
      const [command] = program.commands;
      let help = '';
      command
        ?.configureOutput({
          writeOut: (text) => {
            help += text;
          },
        })
        .outputHelp();
      expect(help).toContain('Examples:');
      expect(help.match(/^ {2}(\S.* )?praxis\b.*$/gm)?.length).toBeGreaterThanOrEqual(
        name === 'today' ? 1 : 2,
      );
    },
  );

  test('fits one screen', () => {
    const lines = overview(OVERVIEW).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    for (const { names, about } of OVERVIEW) {
      expect(overview(OVERVIEW)).toContain(`${names.join(', ')} `);
      expect(overview(OVERVIEW)).toContain(about);
    }
  });
});
