import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';

export const PROGRAM = resolve('bin/praxis.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The clock; by default the evening of Friday 20 November 2026. */
  readonly now?: string;
  readonly cwd?: string;
}

/** A home of its own for one test: its journal, its settings, its clock. Removed at the end of the test with `using`. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), 'praxis-test-'));
  readonly journal = join(this.path, '.local/share/praxis/journal.db');

  env(options: RunOptions = {}): Record<string, string> {
    const env = {
      PATH: process.env['PATH'],
      HOME: this.path,
      TZ: 'UTC',
      PRAXIS_NOW: options.now ?? '2026-11-20T18:10:00Z',
      ...options.env,
    };
    return Object.fromEntries(
      Object.entries(env).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
  }

  /** Runs the built program without a terminal and waits for its end. */
  run(args: readonly string[], options: RunOptions = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      env: this.env(options),
      cwd: options.cwd ?? this.path,
      input: options.input ?? '',
      maxBuffer: 1 << 30,
    });
    return outcome(status, stdout.toString(), stderr.toString());
  }

  /** The same without waiting: for programs that run at once, or that are to be killed. */
  start(args: readonly string[], options: RunOptions = {}) {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: this.env(options),
      cwd: options.cwd ?? this.path,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const ended = new Promise<Outcome>((done) => {
      child.on('close', (code) => done(outcome(code, stdout, stderr)));
    });
    return { child, ended };
  }

  /** Runs a command that must succeed, and returns its JSON. */
  ask<T = Record<string, unknown>>(args: readonly string[], options: RunOptions = {}): T {
    const result = this.run([...args, '--json'], options);
    if (result.code !== 0)
      throw new Error(`praxis ${args.join(' ')}: ${result.code} ${result.stderr}`);
    return result.json<T>();
  }

  /** Looks into the journal directly. */
  rows<T = Record<string, unknown>>(sql: string): T[] {
    const db = new Sqlite(this.journal, { readonly: true });
    try {
      return db.prepare(sql).all() as T[];
    } finally {
      db.close();
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function outcome(code: number | null, stdout: string, stderr: string): Outcome {
  return { code, stdout, stderr, json: <T>() => JSON.parse(stdout) as T };
}
