import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Whole processes, from start to end: what somebody waits for.

const PROGRAM = resolve('bin/praxis.js');
/** Where a run keeps its copies of journals. Removed at the end. */
export const HOME = mkdtempSync(join(tmpdir(), 'praxis-bench-'));

/** A journal with a name, and where it is. */
export interface Measured {
  readonly name: string;
  readonly file: string;
}

export interface Took {
  readonly ms: number;
  /** Most memory in MB that the process held; NaN where it was not looked at. */
  readonly mb: number;
}

function env(journal: string | undefined, now: string) {
  return {
    PATH: process.env['PATH'],
    HOME,
    TZ: 'UTC',
    PRAXIS_NOW: now,
    ...(journal === undefined ? {} : { PRAXIS_JOURNAL: journal }),
  };
}

const EVENING = '2026-11-20T18:10:00Z';

/** Milliseconds that a Node process takes. */
export function node(args: readonly string[], journal?: string, now = EVENING): number {
  return timed(process.execPath, args, { env: env(journal, now) }).ms;
}

export function praxis(args: readonly string[], journal?: string, now = EVENING): number {
  return node([PROGRAM, ...args], journal, now);
}

// The peak of the process itself; what the system reports for a child counts the parent's memory too.
const PEAK = `data:text/javascript,
  import { readFileSync, writeSync } from 'node:fs';
  process.on('exit', () => {
    let kb = process.resourceUsage().maxRSS;
    try { kb = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
    writeSync(3, String(kb));
  });`;

/** One run of praxis with the most memory that it held. */
export function weighed(args: readonly string[], journal: string, now = EVENING): Took {
  return peak([PROGRAM, ...args], journal, now);
}

/** The same of `node -e 0`. */
export function weighedNode(): Took {
  return peak(['-e', '0'], undefined, EVENING);
}

function peak(args: readonly string[], journal: string | undefined, now: string): Took {
  const { ms, output } = timed(process.execPath, ['--import', PEAK, ...args], {
    env: env(journal, now),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  return { ms, mb: Number(output[3]) / 1024 };
}

const GNU_TIME = '/usr/bin/time';
/** The version of the sqlite3 shell of this machine, or null for none. */
export const SHELL: string | null = (() => {
  const { status, stdout } = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split(' ')[0] ?? null) : null;
})();

/** One run of the sqlite3 shell; its output goes nowhere. */
export function sqlite3(file: string, script: string): Took {
  const weigh = existsSync(GNU_TIME);
  const args = ['sqlite3', '-bail', '-batch', file];
  const [command = '', ...rest] = weigh ? [GNU_TIME, '-f', '%M', ...args] : args;
  const { ms, output } = timed(command, rest, {
    input: script,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  return { ms, mb: weigh ? Number(String(output[2]).trim()) / 1024 : Number.NaN };
}

function timed(command: string, args: readonly string[], options: Parameters<typeof spawnSync>[2]) {
  const began = process.hrtime.bigint();
  const { status, output, stderr } = spawnSync(command, args, { maxBuffer: 1 << 30, ...options });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, output };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
