import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { jrnlText } from './bench-jrnl.ts';

// Whole processes, side by side in one run: the time of each command as a ratio to `node -e 0` on the same Node.
// Bare times say more about the machine than about praxis. Nothing here fails for being slow.

const PROGRAM = resolve('bin/praxis.js');
const NAMES = ['0', '3y', '1k', '100k', '200k'];
const rounds = Number(/^--rounds=(\d+)$/.exec(process.argv[2] ?? '')?.[1] ?? 15);

interface Command {
  readonly args: readonly string[];
  /** Most that it should take, as a ratio, and on which journal. */
  readonly target?: readonly [ratio: number, journal: string];
}

const COMMANDS: readonly Command[] = [
  { args: [], target: [2, '3y'] },
  { args: ['list'], target: [2, '3y'] },
  { args: ['tally', 'c'], target: [2, '3y'] },
  { args: ['search', 'vendor'], target: [3, '200k'] },
  { args: ['why'] },
  { args: ['reflect', '--template'] },
  { args: ['query', 'SELECT count(*) FROM v_tally'] },
];
const VERSION: Command = { args: ['--version'], target: [1.4, ''] };
const MOST_MEMORY_MB = 160;
/** Of an import or an export of any length. */
const MOST_IMPORT_MB = 250;

const home = mkdtempSync(join(tmpdir(), 'praxis-bench-'));
const env = {
  PATH: process.env['PATH'],
  HOME: home,
  TZ: 'UTC',
  PRAXIS_NOW: '2026-11-20T18:10:00Z',
};

/** Milliseconds that a Node process takes from start to end. */
function time(args: readonly string[], journal?: string): number {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: journal ? { ...env, PRAXIS_JOURNAL: journal } : env,
  });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

// The peak of the process itself; what the system reports for a child counts the parent's memory too.
const PEAK = `data:text/javascript,
  import { readFileSync, writeSync } from 'node:fs';
  process.on('exit', () => {
    let kb = process.resourceUsage().maxRSS;
    try { kb = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
    writeSync(3, String(kb));
  });`;

/** Most memory in MB that a praxis process held. */
function memory(args: readonly string[], journal: string): number {
  const { output } = spawnSync(process.execPath, ['--import', PEAK, PROGRAM, ...args], {
    env: { ...env, PRAXIS_JOURNAL: journal },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return Number(output[3]) / 1024;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (!existsSync('dist/praxis.cjs')) run('scripts/build.ts');
run('scripts/bench-make.ts');
try {
  const journals = NAMES.filter((name) => existsSync(made(name))).map((name) => {
    // Copies: tally writes, and the next run is to find the same journals.
    const file = join(home, `${name}.db`);
    copyFileSync(made(name), file);
    return { name, file };
  });
  const cases = COMMANDS.flatMap((command) =>
    journals.map((journal) => ({ command, journal, ms: [] as number[] })),
  );
  const base: number[] = [];
  const version: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Round 0 fills the compile cache and the system's file cache.
    const keep = (list: number[], ms: number) => {
      if (round > 0) list.push(ms);
    };
    keep(version, time([PROGRAM, ...VERSION.args]));
    for (const { command, journal, ms } of cases) {
      if (command.args[0] === 'search') keep(base, time(['-e', '0']));
      keep(ms, time([PROGRAM, ...command.args], journal.file));
    }
  }
  const unit = median(base);
  console.log(
    `\n${process.version}, ${rounds} rounds, median of each as a ratio to node -e 0 (${unit.toFixed(0)} ms)\n`,
  );
  row('', [...journals.map(({ name }) => name), 'target']);
  const share = median(version) / unit;
  row('--version', [...journals.map((_, i) => (i === 0 ? share.toFixed(2) : '')), '1.4']);
  for (const command of COMMANDS) {
    const cells = cases
      .filter((each) => each.command === command)
      .map(({ ms, journal }) => {
        const ratio = median(ms) / unit;
        const [most, where] = command.target ?? [Number.POSITIVE_INFINITY, ''];
        return `${ratio.toFixed(2)}${where === journal.name && ratio > most ? '!' : ''}`;
      });
    const { target } = command;
    row(nameOf(command), [...cells, target ? `${target[0]} (${target[1]})` : '']);
  }
  console.log('\npeak memory, MB\n');
  row('', [...journals.map(({ name }) => name), 'target']);
  for (const command of COMMANDS) {
    const peaks = journals.map(({ file }) => memory(command.args, file));
    const cells = peaks.map((mb) => `${mb.toFixed(0)}${mb > MOST_MEMORY_MB ? '!' : ''}`);
    row(nameOf(command), [...cells, `${MOST_MEMORY_MB}`]);
  }
  console.log('\nin and out, once each\n');
  row('', ['entries', 'seconds', 'ms/1,000', 'peak MB', 'target']);
  for (const [name, entries] of [
    ['10k', 10_000],
    ['100k', 100_000],
  ] as const) {
    const file = join(home, `import-${name}.db`);
    const took = long(['import', 'jrnl', resolve(`bench/journals/jrnl-${name}.txt`)], file);
    checkTexts(file, entries);
    row('import jrnl', cellsOf(entries, took));
  }
  const large = journals.at(-1);
  if (large) {
    const count = sessionsIn(large.file);
    for (const args of [
      ['export', 'jsonl', '--out', join(home, 'out.jsonl')],
      ['export', 'markdown', '--out', join(home, 'out')],
      ['export', 'csv', '--out', join(home, 'csv')],
    ])
      row(args.slice(0, 2).join(' '), cellsOf(count, long(args, large.file)));
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Seconds and peak memory of one long command. */
function long(args: readonly string[], journal: string): { seconds: number; mb: number } {
  const began = process.hrtime.bigint();
  const mb = memory(args, journal);
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, mb };
}

function cellsOf(entries: number, { seconds, mb }: { seconds: number; mb: number }): string[] {
  const each = (seconds * 1e6) / entries;
  const peak = `${mb.toFixed(0)}${mb > MOST_IMPORT_MB ? '!' : ''}`;
  return [`${entries}`, seconds.toFixed(1), each.toFixed(0), peak, `${MOST_IMPORT_MB}`];
}

function sessionsIn(file: string): number {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM session').pluck().get() as number;
  } finally {
    db.close();
  }
}

/** @throws Error when an import lost an entry or changed a byte of one. */
function checkTexts(file: string, entries: number): void {
  const db = new Sqlite(file, { readonly: true });
  try {
    let n = 0;
    const texts = db.prepare("SELECT text FROM answer WHERE item = 'note' ORDER BY session_id");
    for (const text of texts.pluck().iterate()) {
      if (text !== jrnlText(n)) throw new Error(`entry ${n} is not what was written: ${text}`);
      n += 1;
    }
    if (n !== entries) throw new Error(`${n} entries of ${entries}`);
  } finally {
    db.close();
  }
}

function made(name: string): string {
  return `bench/journals/${name}.db`;
}

function run(script: string): void {
  spawnSync(process.execPath, [script], { stdio: 'inherit' });
}

function nameOf({ args }: Command): string {
  return `praxis ${args.map((arg) => (arg.includes(' ') ? '"SELECT count(*) ..."' : arg)).join(' ')}`.trim();
}

function row(name: string, cells: readonly string[]): void {
  console.log(`${name.padEnd(36)}${cells.map((cell) => cell.padStart(10)).join('')}`);
}
