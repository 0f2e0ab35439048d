import { describe, expect, test } from 'vitest';
import { COMMANDS, GROUPS, OVERVIEW } from '../../src/cli/table.ts';
import { refused, refusedAsJson } from '../support/checks.ts';
import { everyCommand } from '../support/commands.ts';
import { Home } from '../support/praxis.ts';

const SCREEN = { lines: 24, columns: 80 };

/** Lines that a text takes on a screen. */
const height = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / SCREEN.columns)), 0);

const SUBCOMMANDS = (await everyCommand()).filter((name) => name.includes(' '));

/** Two or three examples, each with flags that this help or every command knows. */
function checkExamples(stdout: string, name: string): void {
  const examples = /\nExamples:\n((?: {2}.+\n)+)/.exec(stdout)?.[1]?.trimEnd().split('\n') ?? [];
  expect(examples.length).toBeGreaterThanOrEqual(2);
  expect(examples.length).toBeLessThanOrEqual(3);
  for (const example of examples) {
    expect(example).toContain('praxis');
    if (!name.includes(' ')) continue;
    expect(example).toContain(`praxis ${name}`);
    expect(example.length).toBeLessThanOrEqual(SCREEN.columns);
    for (const flag of example.match(/ --[a-z-]+/g) ?? [])
      if (flag !== ' --json' && flag !== ' --yes') expect(stdout).toContain(` ${flag}`);
  }
}

test('praxis --help groups all commands on one screen', () => {
  using home = new Home();
  const { code, stdout, stderr } = home.run(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { names, about } of OVERVIEW) {
    expect(stdout).toContain(`${names.join(', ')} `);
    expect(stdout).toContain(about);
  }
  for (const group of GROUPS) expect(stdout).toMatch(new RegExp(`^  ${group} `, 'm'));
  expect(height(stdout)).toBeLessThanOrEqual(SCREEN.lines);
  for (const args of [['-h'], ['help'], ['--json', '--help']])
    expect(home.run(args)).toMatchObject({ code: 0, stdout });
});

describe('the help of a command', () => {
  for (const { name } of COMMANDS) {
    test(`${name}: fits one screen and has two or three examples`, () => {
      using home = new Home();
      const { code, stdout, stderr } = home.run([name, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`praxis ${name}`);
      checkExamples(stdout, name);
      expect(height(stdout)).toBeLessThanOrEqual(SCREEN.lines);
      expect(home.run(['help', name]).stdout).toBe(stdout);
    });
  }
  for (const name of SUBCOMMANDS) {
    test(`${name}: fits one screen and has two or three examples`, () => {
      using home = new Home();
      const { code, stdout } = home.run([...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`praxis ${name}`);
      checkExamples(stdout, name);
      expect(height(stdout)).toBeLessThanOrEqual(SCREEN.lines);
    });
  }
});

test('--version prints the version of the package', () => {
  using home = new Home();
  for (const flag of ['--version', '-V'])
    expect(home.run([flag])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' });
});

describe('a slip of the finger names the nearest', () => {
  const slips: readonly [line: string, says: RegExp][] = [
    ['refelct', /"refelct" is not a command\. Did you mean "reflect"\?/],
    ['serach vendor', /"serach".*Did you mean "search"\?/],
    ['help relfect', /"relfect".*Did you mean "reflect"\?/],
    ['reflect --quik', /--quik.*Did you mean --quick\?/],
    ['list --jsno', /--jsno.*Did you mean --json\?/],
    ['person ad lee', /"?ad"?.*Did you mean "?add"?\?/],
    ['config gett journal', /"?gett"?.*Did you mean "?get"?\?/],
    ['config get jounral', /"jounral".*Did you mean "journal"\?/],
    ['config set editr nano', /"editr".*Did you mean "editor"\?/],
    ['export markdwon', /markdwon.*Did you mean "?markdown"?\?/],
    ['import jsnol x', /jsnol.*Did you mean "?jsonl"?\?/],
    ['tally answred', /"answred".*Did you mean "answered"\?/],
    ['tally w:challenge --met explord', /"explord".*Did you mean "explored"\?/],
  ];
  for (const [line, says] of slips) {
    test(`praxis ${line}`, () => {
      using home = new Home();
      const args = line.split(' ');
      refused(home.run(args), 2, says);
      refusedAsJson(home.run([...args, '--json']), 2, says);
    });
  }
});

describe('a command line that is not whole says what is missing', () => {
  for (const line of [
    'export',
    'import',
    'search',
    'edit',
    'delete',
    'intend',
    'query',
    'tally',
    'note',
    'promise',
    'keep',
    'drop',
    'decide new',
    'decide show',
    'decide option',
    'decide choose',
    'decide revisit',
    'exercise show',
    'exercise plan',
    'exercise do',
    'exercise log',
    'exercise skip',
    'pack show',
    'pack new',
    'person add',
    'person show',
    'know',
    'question add',
    'question edit',
    'question retire',
    'question asked best-hours-thinking',
    'import jsonl',
    'config get',
    'config set',
    '--journal',
    'list --limit',
  ]) {
    test(`praxis ${line}`, () => {
      using home = new Home();
      const outcome = home.run(line.split(' '));
      refused(outcome, 2);
      expect(outcome.stderr).not.toContain('outputHelp');
    });
  }
});

test('a format that there is not is refused with those that there are', () => {
  using home = new Home();
  refused(home.run(['export', 'pdf']), 2, /"pdf"\.\nIt has markdown, csv, jsonl\./);
  refused(home.run(['import', 'csv', 'x']), 2, /"csv"\.\nIt has jsonl, jrnl, dayone, markdown\./);
  refused(home.run(['export', "p'd\nf"]), 2, /"p'd f"\.\nIt has markdown/);
});

test('words too many are refused', () => {
  using home = new Home();
  for (const line of ['list all', 'today now', 'undo it', 'why not'])
    refused(home.run(line.split(' ')), 2);
});
