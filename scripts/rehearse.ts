import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

// Lives one manager's quarter through the built program: npm run rehearse -- FOLDER leaves the journal in FOLDER.

const SCRIPT = 'test/fixtures/rehearsal.txt';
const PROGRAM = resolve('bin/praxis.js');

export interface Lived {
  readonly commands: number;
  readonly evenings: number;
}

/**
 * Runs every line of the script with `home` as the home folder.
 * @throws Error with the line and what praxis said, at the first command that does not end in 0.
 */
export function rehearse(home: string): Lived {
  const ids = new Map<string, string>();
  let now = '';
  let commands = 0;
  let evenings = 0;
  const lines = readFileSync(SCRIPT, 'utf8').split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('@ ')) now = line.slice(2);
    if (line.trim() === '' || /^[#@<]/.test(line)) continue;
    const [, name, rest = line] = /^(\w+) = (.*)$/.exec(line) ?? [];
    const below = lines[i + 1] ?? '';
    const evening = rest.startsWith('reflect ');
    const args = evening ? ['reflect', '--answers', '-'] : words(rest, ids);
    const input = evening ? answersOf(rest) : below.startsWith('< ') ? below.slice(2) : '';
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args, '--json'], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        TZ: 'Europe/Berlin',
        PRAXIS_NOW: now,
      },
    });
    if (status !== 0) throw new Error(`line ${i + 1}: ${line}\n${stderr}`);
    if (name) ids.set(name, (JSON.parse(stdout) as { id: string }).id);
    commands += 1;
    evenings += evening ? 1 : 0;
  }
  return { commands, evenings };
}

/** The words of a line as a shell would have them: quoted ones whole, `$name` as the id it stands for. */
function words(line: string, ids: ReadonlyMap<string, string>): string[] {
  const found = line.matchAll(/([\w-]*=)?"([^"]*)"|\S+/g);
  return [...found].map(([whole, key = '', quoted]) => {
    if (quoted !== undefined) return key + quoted;
    return whole.startsWith('$') ? (ids.get(whole.slice(1)) ?? whole) : whole;
  });
}

/** `reflect a=3 c=1 | PROMPT @person | TEXT | IF | THEN | OUTCOME` as an answers file. */
function answersOf(line: string): string {
  const [counts = '', prompt = '', text = '', cue = '', act = '', before = ''] = line
    .replace(/^reflect /, '')
    .split('|')
    .map((part) => part.trim());
  const [id, person] = prompt.split(' @');
  const tallies = counts.split(' ').map((count) => count.split('='));
  return JSON.stringify({
    answers: {
      ...(before ? { yesterday: before } : {}),
      tallies: Object.fromEntries(tallies.map(([code, n]) => [code, Number(n)])),
      prompt: { id, text, ...(person ? { person } : {}) },
      intention: { if: cue, then: act },
    },
  });
}

if (import.meta.main) {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
  if (!folder) throw new Error('npm run rehearse -- FOLDER');
  const { commands, evenings } = rehearse(resolve(folder));
  console.log(`${commands} commands, ${evenings} evenings, in ${resolve(folder)}`);
}
