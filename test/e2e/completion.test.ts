import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/table.ts';
import { SHELLS } from '../../src/render/completion.ts';
import { refused } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';
import { isInstalled, Shell } from '../support/shell.ts';

/** What zsh and fish are told for a line, its last word being typed. */
function offered(home: Home, ...words: string[]): string[] {
  const { code, stdout, stderr } = home.run(['__complete', 'zsh', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [kind = '', ...lines] = stdout.trimEnd().split('\n');
  if (kind === '') return [];
  return kind === 'words' ? lines.map((line) => line.split('\t')[0] ?? '') : [kind];
}

/** Every file below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** A code that no command would take, in a journal that somebody else made. */
const EVIL = 'evil$(touch owned)`touch owned`;x y\\:z"\'>owned|&!#*~';

/** A journal with four people. */
function withPeople(): Home {
  const home = new Home();
  for (const code of ['lee', 'zoë', 'sam', 'evil']) home.ask(['person', 'add', code]);
  home.meddle('UPDATE person SET code = ? WHERE code = ?', EVIL, 'evil');
  return home;
}

describe('what may come next', () => {
  test('all commands, and nothing that is none', () => {
    using home = new Home();
    const names = COMMANDS.map(({ name }) => name);
    expect(offered(home, '')).toEqual(names);
    expect(offered(home, 're')).toEqual(names.filter((name) => name.startsWith('re')));
    expect(offered(home, 'help', 'ref')).toEqual(['reflect']);
    expect(offered(home, 'refelct', '')).toEqual([]);
    expect(home.run(['--help']).stdout).not.toContain('__complete');
  });

  test('subcommands, and the flags of a command and of all', () => {
    using home = new Home();
    expect(offered(home, 'exercise', 's')).toEqual(['show', 'skip']);
    expect(offered(home, '--json', 'exercise', 'sk')).toEqual(['skip']);
    expect(offered(home, 'reflect', '--re')).toEqual(['--resume', '--replace', '--read-only']);
    expect(offered(home, 'export', 'markdown', '--p')).toEqual(['--person', '--per']);
    expect(offered(home, '--jo')).toEqual(['--journal']);
    expect(offered(home, 'note', '--', '--')).toEqual([]);
  });

  test('series by name, praxis’s own and yours, where each can stand', () => {
    using home = new Home();
    home.run(['series', 'add', 'rework', '12']);
    expect(offered(home, 'trends', 'r')).toEqual(['rework']);
    expect(offered(home, 'trends', 'handed')).toEqual(['handed-back']);
    expect(offered(home, 'trends', 'lli', 'rew')).toEqual(['rework']);
    expect(offered(home, 'series', 'add', '')).toEqual(['rework']);
    expect(offered(home, 'series', 'add', 'x', '--unit', 's')).toEqual(['steps', 'share']);
    expect(offered(home, 'series', 'i')).toEqual(['import']);
  });

  test('people by code, with @ wherever they are named so', () => {
    using home = withPeople();
    const people = [EVIL, 'lee', 'sam', 'zoë'];
    expect(offered(home, 'person', 'show', '')).toEqual(people);
    expect(offered(home, 'person', 'add', '')).toEqual([]);
    expect(offered(home, 'export', 'jsonl', '--person', 'l')).toEqual(['lee']);
    expect(offered(home, 'export', 'jsonl', '--person=l')).toEqual(['--person=lee']);
    for (const line of [
      ['tally', 'c'],
      ['note', 'x'],
      ['exercise', 'do', 'X3'],
    ])
      expect(offered(home, ...line, '@z')).toEqual(['@zoë']);
  });

  test('people of the journal that the line names', () => {
    using home = withPeople();
    using other = new Home();
    expect(offered(other, '--journal', home.journal, 'person', 'show', 'l')).toEqual(['lee']);
    expect(offered(other, 'person', `--journal=${home.journal}`, 'show', 'l')).toEqual(['lee']);
    expect(offered(other, 'person', 'show', 'l')).toEqual([]);
  });

  test('exercises by id and slug, with what they record', () => {
    using home = new Home();
    expect(offered(home, 'exercise', 'show', 'X2')).toEqual(['X2', 'X20']);
    expect(offered(home, 'exercise', 'show', 'answer')).toEqual(['answer-on-hold']);
    expect(offered(home, 'exercise', 'do', 'X3', '')).toEqual(['rounds=', 'accepted=']);
    expect(offered(home, 'exercise', 'log', 'X12', 'stage=t')).toEqual(['stage=two']);
  });

  test("exercises of one's own packs; a pack that is none is passed over in silence", () => {
    using home = new Home();
    const folder = join(home.path, '.config/praxis/packs');
    mkdirSync(folder, { recursive: true });
    const exercise = (slug: string) => `pack: mine\nexercises:
  - {id: M1, slug: "${slug}", version: 1, title: "Mine: \\"one\\"", purpose: p, evidence: folk, source: s, steps: [a],
     when: w, success: s, followUp: {days: 2, prompt: q}, facets: [], minutes: 5, who: alone, records: plain, family: trust}`;
    writeFileSync(join(folder, 'mine.yaml'), exercise('mine-own'));
    expect(offered(home, 'exercise', 'show', 'mi')).toEqual(['mine-own']);
    writeFileSync(join(folder, 'mine.yaml'), exercise('mine$(touch owned)'));
    expect(offered(home, 'exercise', 'show', 'mi')).toEqual([]);
  });

  test('days, counters, settings, packs, cards, schemas', () => {
    using home = new Home();
    expect(offered(home, 'reflect', '--on', 'yes')).toEqual(['yesterday']);
    expect(offered(home, 'tally', 'w:c')).toEqual(['w:customer', 'w:challenge']);
    expect(offered(home, 'tally', '--met', 'e')).toEqual(['explored']);
    expect(offered(home, 'config', 'get', 'd')).toEqual(['day_ends']);
    expect(offered(home, 'pack', 'show', 'ca')).toEqual(['cards']);
    expect(offered(home, 'learn', 'li')).toEqual(['list']);
    expect(offered(home, 'schema', 'sess')).toEqual(['session', 'sessions']);
    expect(offered(home, 'completion', '')).toEqual([...SHELLS]);
  });

  test('the name of a file is left to the shell', () => {
    using home = new Home();
    for (const line of [['--journal'], ['reflect', '--answers'], ['export', 'jsonl', '--out']])
      expect(offered(home, ...line, '')).toEqual(['files']);
    expect(offered(home, 'import', 'jsonl', '')).toEqual(['files']);
  });
});

describe('asking what may come next', () => {
  // Some of them: test/inside/completion.test.ts has every line.
  const lines = COMMANDS.flatMap(({ name }) => [
    [name, ''],
    [name, '@'],
    [name, '--'],
    [name, '--on', ''],
  ]).filter((_, i) => i % 9 === 0);

  test('writes nothing: no journal, no folder', () => {
    using home = new Home();
    for (const line of lines) offered(home, ...line);
    expect(files(home.path)).toEqual([]);
  });

  test('leaves a journal as it was', () => {
    using home = withPeople();
    const before = [home.hash(), files(join(home.path, '.local'))];
    for (const line of lines) offered(home, ...line);
    expect([home.hash(), files(join(home.path, '.local'))]).toEqual(before);
  });

  test.each([
    ['a journal that is none', 'not a database'],
    ['an empty one', ''],
  ])('of %s says nothing', (_, content) => {
    using home = new Home();
    writeFileSync(join(home.path, 'x.db'), content);
    expect(offered(home, '--journal', 'x.db', 'person', 'show', '')).toEqual([]);
    expect(offered(home, '--journal', '.', 'person', 'show', '')).toEqual([]);
  });

  test('with settings or a clock that cannot be used says nothing', () => {
    using home = new Home();
    mkdirSync(join(home.path, '.config/praxis'), { recursive: true });
    writeFileSync(join(home.path, '.config/praxis/config.json'), '{');
    const env = { PRAXIS_NOW: 'soon', PRAXIS_DEBUG: '1' };
    for (const args of [['zsh', 'person', 'show', ''], ['zsh'], [], ['tcsh', ''], ['bash']]) {
      const { code, stderr } = home.run(['__complete', ...args], { env });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });

  test('does not wait for a pipe that is named as the journal', () => {
    using home = new Home();
    home.shell('mkfifo pipe');
    expect(offered(home, '--journal', 'pipe', 'person', 'show', '')).toEqual([]);
  });
});

describe('praxis completion', () => {
  test('prints a script for each shell, also as JSON', () => {
    using home = new Home();
    for (const shell of SHELLS) {
      const { code, stdout, stderr } = home.run(['completion', shell]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`__complete ${shell}`);
      expect(home.ask(['completion', shell])).toMatchObject({ shell, script: stdout });
    }
  });

  test('names the nearest shell', () => {
    using home = new Home();
    refused(home.run(['completion', 'bsh']), 2, /Did you mean "bash"\?/);
    refused(home.run(['completion']), 2);
  });
});

for (const shell of SHELLS) {
  const name = isInstalled(shell) ? shell : `${shell} (not installed here)`;
  describe.skipIf(!isInstalled(shell))(name, () => {
    test('completes commands, flags, values, people and exercises', async () => {
      using home = withPeople();
      using open = await Shell.start(home, shell);
      const cases: [typed: string, args: string[]][] = [
        ['praxis exer', ['exercise']],
        ['true; FOO=1 praxis exer', ['exercise']],
        ['praxis exercise sk', ['exercise', 'skip']],
        ['praxis exercise show answer-o', ['exercise', 'show', 'answer-on-hold']],
        ['praxis tally c @le', ['tally', 'c', '@lee']],
        ['praxis tally w:cus', ['tally', 'w:customer']],
        ['praxis person show zo', ['person', 'show', 'zoë']],
        ['praxis reflect --on yest', ['reflect', '--on', 'yesterday']],
        ['praxis reflect --on=yest', ['reflect', '--on=yesterday']],
        ['praxis reflect --qu', ['reflect', '--quick']],
        ['praxis note "two words" @sa', ['note', 'two words', '@sam']],
        ["praxis note 'it; is' @sa", ['note', 'it; is', '@sam']],
        ['praxis exercise log X3 roun', ['exercise', 'log', 'X3', 'rounds=']],
        ['praxis person show "le', ['person', 'show', 'lee']],
      ];
      for (const [typed, args] of cases) expect(await open.completed(typed), typed).toEqual(args);
    });

    test('completes the name of a file where one is meant', async () => {
      using home = new Home();
      writeFileSync(join(home.path, 'my answers.json'), '{}');
      using open = await Shell.start(home, shell);
      expect(await open.completed('praxis reflect --answers my')).toEqual([
        'reflect',
        '--answers',
        'my answers.json',
      ]);
    });

    test('runs nothing that is typed or offered, and inserts it as one word', async () => {
      using home = withPeople();
      using open = await Shell.start(home, shell);
      expect(await open.completed('praxis person show ev')).toEqual(['person', 'show', EVIL]);
      await open.offered("praxis note '$(touch owned)' @", 'zoë');
      expect(existsSync(join(home.path, 'owned'))).toBe(false);
    });

    test('what is being typed is never run', async () => {
      using home = withPeople();
      using open = await Shell.start(home, shell);
      await open.offered('praxis note $(touch owned) @', 'zoë');
      expect(existsSync(join(home.path, 'owned'))).toBe(false);
    });
  });
}
