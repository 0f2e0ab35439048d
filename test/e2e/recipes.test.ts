import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Home, PROGRAM } from '../support/praxis.ts';

const README = readFileSync('README.md', 'utf8');

/** The block of shell that stands in README and holds a text, exactly as it is printed there. */
function recipe(holding: string): string {
  const blocks = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const found = blocks.filter((block) => block.includes(holding));
  if (found.length !== 1) throw new Error(`${found.length} recipes hold ${holding}`);
  return found[0] ?? '';
}

const present = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const needsJq = test.skipIf(!present('jq'));

/** A machine as cron sees it: an empty environment, no terminal, the far side of the date line. */
class Bare extends Home {
  readonly bin = join(this.path, 'bin');

  constructor() {
    super();
    mkdirSync(this.bin);
    this.#tool('praxis', `exec '${process.execPath}' '${PROGRAM}' "$@"`);
    // Stand-ins that keep what they were given.
    this.#tool('mail', `printf '%s\\n' "$@" > "$HOME/mail-to"; cat > "$HOME/mail"`);
    this.#tool(
      'crontab',
      `case "$1" in -l) cat "$HOME/cron";; *) cat > "$HOME/cron.new" && mv "$HOME/cron.new" "$HOME/cron";; esac`,
    );
  }

  #tool(name: string, line: string): void {
    const file = join(this.bin, name);
    writeFileSync(file, `#!/bin/sh\n${line}\n`);
    chmodSync(file, 0o755);
  }

  /** Runs a recipe; Friday evening in Apia, which is Friday morning in UTC. */
  sh(line: string, now = '2026-11-20T05:10:00Z') {
    const { status, stdout, stderr } = spawnSync(
      'env',
      [
        '-i',
        `HOME=${this.path}`,
        `PATH=${this.bin}:${dirname(process.execPath)}:/usr/bin:/bin`,
        'TZ=Pacific/Apia',
        `PRAXIS_NOW=${now}`,
        'USER=me',
        'sh',
        '-c',
        line,
      ],
      { cwd: this.path, encoding: 'utf8', input: '' },
    );
    return { code: status, stdout, stderr };
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }
}

function lived(): Bare {
  const home = new Bare();
  home.sh('praxis person add lee --name "Leonie Quist"');
  const evening = {
    answers: {
      tallies: { a: 1, c: 3 },
      prompt: { id: 'knowing-unexpected', person: 'lee', text: 'She led the review.' },
      intention: { if: 'she asks', then: 'ask back' },
    },
  };
  home.sh(`echo '${JSON.stringify(evening)}' | praxis reflect --answers -`);
  return home;
}

describe('the recipes of the README, as they are printed there', () => {
  test('mail of the week: the right week, and no text and no name in it', () => {
    using home = lived();
    const { code, stdout, stderr } = home.sh(recipe('| mail -s'));
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(home.read('mail-to')).toBe('-s\npraxis, the week\nme\n');
    expect(home.read('mail')).toContain('2026-W47');
    expect(home.read('mail')).toContain('handed back 3 of 4');
    expect(home.read('mail')).not.toMatch(/review|asks|Leonie|Quist/i);
  });

  test('a line for cron: what was there stays, and what it runs works in an empty environment', () => {
    using home = lived();
    writeFileSync(join(home.path, 'cron'), '# mine\n0 1 * * * true\n');
    expect(home.sh(recipe('| crontab -')).code).toBe(0);
    const lines = home.read('cron').trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['# mine', '0 1 * * * true']);
    const [, command = ''] = /^50 16 \* \* 5 (.*)$/.exec(lines[2] ?? '') ?? [];
    const run = spawnSync(
      'env',
      [
        '-i',
        `HOME=${home.path}`,
        'PATH=/usr/bin:/bin',
        'PRAXIS_NOW=2026-12-04T05:10:00Z',
        'sh',
        '-c',
        command,
      ],
      { encoding: 'utf8', input: '' },
    );
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('lee');
  });

  needsJq(
    'a check-in built with jq is stored once, and refused when it says something else',
    () => {
      using home = lived();
      const line = recipe('let the team set the date');
      const first = home.sh(line);
      expect(first.stderr).toBe('');
      expect(first.code).toBe(0);
      const session = JSON.parse(first.stdout) as Record<string, unknown>;
      expect(session).toMatchObject({ kind: 'weekly', week: '2026-W47', revision: 1 });
      expect(first.stdout).not.toContain('set the date');
      expect(home.sh(line.replace('--json', '--summary full --json')).stdout).toContain(
        'set the date',
      );
      expect(JSON.parse(home.sh(line).stdout)).toMatchObject({ id: session['id'], revision: 1 });
      expect(home.sh(line.replace('yes: 4', 'yes: 5')).code).toBe(5);
      expect(home.rows('SELECT x, n FROM v_ratio ORDER BY item')).toEqual([
        { x: 4, n: 5 },
        { x: 7, n: 11 },
      ]);
    },
  );

  needsJq('a hook fails while last week has no check-in, and passes when it has one', () => {
    using home = lived();
    const line = recipe('Last week has no check-in yet');
    const missing = home.sh(line);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toBe('');
    expect(missing.stderr).toBe('Last week has no check-in yet: praxis checkin --week last\n');
    home.sh(`echo '{"answers":{"R4":3}}' | praxis checkin --week last --answers -`);
    expect(home.sh(line)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a job fails with exit 3 while something is due', () => {
    using home = lived();
    const line = recipe('praxis due --fail-on due --no-input');
    expect(home.sh(line).code).toBe(0);
    const later = home.sh(line, '2026-12-04T05:10:00Z');
    expect(later.code).toBe(3);
    expect(later.stdout).toContain('lee');
    expect(later.stdout).not.toMatch(/review|asks|Leonie/i);
  });

  test('the counts of every week, as a file', () => {
    using home = lived();
    expect(home.sh(recipe('> weeks.csv'))).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(home.read('weeks.csv').replaceAll('\r', '')).toBe(
      'week,code,n\n2026-W47,a,1\n2026-W47,c,3\n',
    );
  });

  needsJq('the last entry about somebody, picked with jq; nothing where there is none', () => {
    using home = lived();
    const line = recipe('select(.answers.prompt.person == "lee")');
    const { code, stdout } = home.sh(line);
    expect(code).toBe(0);
    expect(stdout).toContain('She led the review.');
    expect(home.sh(line.replace('lee', 'sam'))).toEqual({ code: 0, stdout: '', stderr: '' });
    using empty = new Bare();
    expect(empty.sh(line)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  needsJq('plans that are open, and handed back by week', () => {
    using home = lived();
    expect(home.sh(recipe('select(.outcome == null)')).stdout).toBe('she asks\n');
    expect(home.sh(recipe('AS handed_back, sum(n) AS all_of_them')).stdout).toContain(
      '2026-W47,3,4',
    );
  });

  test('questions to the journal have answers', () => {
    using home = lived();
    home.sh('praxis tally a2 c @lee');
    // Late by the clock of SQLite, which is the machine's own.
    home.sh('praxis promise "the budget line" @lee --due 2020-11-19', '2020-11-17T05:10:00Z');
    const answer = (holding: string) => home.sh(recipe(holding));
    expect(answer('ORDER BY answered DESC')).toEqual({
      code: 0,
      stderr: '',
      stdout: '  person  answered  handed_back\n  lee            2            1\n  1 row\n',
    });
    expect(answer("strftime('%w', on_day), 3) AS weekday").stdout).toContain(
      '  Fri         1         3',
    );
    expect(answer('due_on < coalesce').stdout).toContain('  the budget line  lee');
    home.sh(`echo '{"answers":{"R1":3}}' | praxis reflect --answers - --on yesterday`);
    expect(answer('felt_of_5').stdout).toContain('2026-W47');
  });

  test('a number of one’s own, kept and drawn', () => {
    using home = new Bare();
    writeFileSync(join(home.path, 'rework.csv'), '2026-W45,9\n2026-W46,11\n');
    expect(home.sh('praxis series import rework.csv --dry-run').stdout).toContain(
      'rework: 2 weeks would be added, in a new series.',
    );
    const { code, stdout, stderr } = home.sh(recipe('praxis series import rework.csv'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Kept: rework 12 in 2026-W47.');
    expect(stdout).toContain('rework: 2 weeks added.');
    expect(stdout.match(/●/g)?.length).toBeGreaterThanOrEqual(3);
  });

  describe('the lines of a block, pasted one after the other on an empty journal', () => {
    const PEOPLE = 'praxis person add lee && praxis person add sam';
    /** The first ID of what a command lists. */
    const idOf = (home: Bare, command: string, key: string) =>
      (JSON.parse(home.sh(`${command} --json`).stdout)[key] as { id: string }[])[0]?.id ?? '';
    /** Runs them, and returns those that were refused: all of them need somebody at a terminal. */
    function pasted(home: Bare, block: string, id = () => ''): string[] {
      return block
        .trimEnd()
        .split('\n')
        .filter((line) => home.sh(line.replace(/\bID\b/, id)).code !== 0)
        .map((line) => line.replace(/ +#.*/, ''));
    }

    test('a day', () => {
      using home = new Bare();
      expect(pasted(home, recipe('praxis tally handed-back @lee'))).toEqual([]);
      expect(home.sh('praxis').stdout).toContain('1 handed back (lee)');
    });

    test('a week', () => {
      using home = new Bare();
      home.sh(PEOPLE);
      expect(pasted(home, recipe('praxis checkin --week last --kept'))).toEqual([]);
    });

    test('something to try', () => {
      using home = new Bare();
      home.sh(PEOPLE);
      expect(pasted(home, recipe('praxis exercise plan'))).toEqual([]);
    });

    test('what is known: the guess before its outcome', () => {
      using home = new Bare();
      home.sh(PEOPLE);
      expect(pasted(home, recipe('--was wrong'))).toEqual(['praxis know lee']);
      expect(home.sh('praxis audit lee').stdout).toContain('after lunch');
    });

    test('a decision: whole before it is chosen', () => {
      using home = new Bare();
      home.sh(PEOPLE);
      const block = recipe('praxis decide choose ID Buy');
      const page = () => idOf(home, 'praxis decide list', 'decisions');
      home.sh('praxis decide new "Build or buy?" --owner lee --option Buy');
      expect(pasted(home, block, page)).toEqual([
        'praxis decide new',
        'praxis decide option ID Buy',
        'praxis decide choose ID Buy --sign "two outages in one month"',
        'praxis decide revisit ID --stands',
      ]);
      const told = '--benefits b --costs c --bearers us --reversible easily --sure 0.7';
      for (const option of ['Buy', 'Build', '2'])
        expect(home.sh(`praxis decide option ${page()} ${option} ${told}`).stderr).toBe('');
      expect(pasted(home, block, page)).toEqual([
        'praxis decide new',
        'praxis decide option ID Buy',
      ]);
    });

    test('where you are heading', () => {
      using home = new Bare();
      home.sh(PEOPLE);
      expect(pasted(home, recipe('praxis focus milestone'))).toEqual([]);
    });

    test('the tab key of fish, which has no folder for it yet', () => {
      using home = new Bare();
      expect(pasted(home, recipe('praxis completion fish'))).toEqual([]);
      expect(home.read('.config/fish/completions/praxis.fish')).toContain('praxis');
    });
  });

  test('an evening from a script, and the file to fill in', () => {
    using home = new Bare();
    expect(home.sh(recipe('I asked before I answered.')).code).toBe(0);
    const filled = home.sh(
      recipe('praxis reflect --template > today.json'),
      '2026-11-21T05:10:00Z',
    );
    expect(filled.stderr).toBe('');
    expect(filled.code).toBe(0);
    expect(existsSync(join(home.path, 'today.json'))).toBe(true);
  });

  describe('moving house', () => {
    const packing = recipe('tar -czf praxis.tgz');
    const unpacking = recipe('sha256sum -c praxis.sum');
    const modes = (home: Bare) =>
      readdirSync(join(home.path, '.local/share/praxis'), {
        recursive: true,
        encoding: 'utf8',
      }).map((name) => statSync(join(home.path, '.local/share/praxis', name)).mode & 0o77);

    function packed(): Bare {
      const old = lived();
      old.sh('praxis config set day_ends 03:00 && praxis pack new mine');
      old.sh('praxis remind install --at 16:50 --yes');
      old.sh('praxis note "the day after" @lee', '2026-11-21T05:10:00Z');
      const { code, stdout, stderr } = old.sh(packing, '2026-11-21T05:10:00Z');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('16:50');
      expect(statSync(join(old.path, 'praxis.tgz')).mode & 0o77).toBe(0);
      return old;
    }
    const carry = (old: Bare, home: Bare) =>
      copyFileSync(join(old.path, 'praxis.tgz'), join(home.path, 'praxis.tgz'));

    test('brings journal, history, backups, settings and packs, and says that the journal is the same', () => {
      using old = packed();
      using home = new Bare();
      carry(old, home);
      const { code, stdout, stderr } = home.sh(unpacking, '2026-11-21T05:10:00Z');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^-: OK$/m);
      expect(existsSync(join(home.path, 'praxis.tgz'))).toBe(false);
      const say = (command: string) => [old, home].map((each) => each.sh(command).stdout);
      for (const command of [
        'praxis export jsonl',
        'praxis list --json',
        'praxis history --json',
        'praxis backup list --json',
        'praxis config get day_ends',
        'praxis pack list',
      ]) {
        const [there, here] = say(command);
        expect(here, command).toBe(there);
        expect(here, command).not.toBe('');
      }
      expect(home.sh('praxis undo').stdout).toContain('Undone: note');
      expect(new Set(modes(home))).toEqual(new Set([0]));
      expect(home.sh('praxis remind install --at 16:50 --yes').code).toBe(0);
      expect(home.read('cron')).not.toContain(old.path);
    });

    test('takes no used journal away, and says when one is not the same', () => {
      using old = packed();
      using used = lived();
      carry(old, used);
      const before = [used.hash(), used.files()];
      expect(used.sh(unpacking).code).not.toBe(0);
      expect([used.hash(), used.files()]).toEqual(before);
      old.sh('tar -xzf praxis.tgz praxis.sum && praxis note "one more"');
      const { code, stdout } = old.sh('praxis export jsonl | sha256sum -c praxis.sum');
      expect(code).not.toBe(0);
      expect(stdout).toContain('FAILED');
    });
  });
});
