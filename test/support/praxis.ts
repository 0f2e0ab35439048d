import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { inject } from 'vitest';
import { OWN } from './program.ts';
import { holdToSchemas } from './schemas.ts';

export const PROGRAM = OWN.file;

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
  /** Who runs it, when the tests run as root. */
  readonly uid?: number;
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
    const { node, file } = options.uid === undefined ? OWN : inject('openProgram');
    const { status, stdout, stderr } = spawnSync(node, [file, ...args], {
      env: this.env(options),
      cwd: options.cwd ?? this.path,
      input: options.input ?? '',
      maxBuffer: 1 << 30,
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    return held(args, outcome(status, stdout.toString(), stderr.toString()));
  }

  /** Runs a line of bash in which `praxis` is the built program: for pipes, umask and what else a shell sets. */
  shell(line: string, options: RunOptions = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `praxis() { "$NODE" "$PROGRAM" "$@"; }\n${line}`],
      {
        env: { ...this.env(options), NODE: process.execPath, PROGRAM },
        cwd: options.cwd ?? this.path,
        input: options.input ?? '',
        maxBuffer: 1 << 30,
      },
    );
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
    const ended = new Promise<Outcome>((done, fail) => {
      child.on('close', (code) => {
        try {
          done(held(args, outcome(code, stdout, stderr)));
        } catch (error) {
          fail(error);
        }
      });
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

  /** Looks into the journal directly. Not through a read-only connection: that one leaves files beside the journal. */
  rows<T = Record<string, unknown>>(sql: string): T[] {
    const db = new Sqlite(this.journal, { fileMustExist: true });
    try {
      db.pragma('query_only = ON');
      return db.prepare(sql).all() as T[];
    } finally {
      db.close();
    }
  }

  /** Changes the journal behind the program's back, as any SQLite tool can. */
  meddle(sql: string, ...values: readonly unknown[]): void {
    const db = new Sqlite(this.journal, { fileMustExist: true });
    try {
      if (values.length === 0) db.exec(sql);
      else db.prepare(sql).run(...values);
    } finally {
      db.close();
    }
  }

  /** How many rows every table holds. */
  counts(): Record<string, number> {
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    ).map(({ name }) => name);
    const select = tables.map((name) => `SELECT '${name}' AS name, count(*) AS n FROM "${name}"`);
    const found = this.rows<{ name: string; n: number }>(select.join(' UNION ALL '));
    return Object.fromEntries(found.map(({ name, n }) => [name, n]));
  }

  /** What lies in the journal's folder. */
  files(): string[] {
    return readdirSync(dirname(this.journal)).sort();
  }

  /** The journal's bytes, as a checksum. */
  hash(): string {
    return createHash('sha256').update(readFileSync(this.journal)).digest('hex');
  }

  [Symbol.dispose](): void {
    // A program that was killed may still be closing a file.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What praxis came to. Every document in it is held to its published schema, whatever the test is about. */
function held(args: readonly string[], came: Outcome): Outcome {
  if (came.code !== null) holdToSchemas(args, came.stdout, came.stderr);
  return came;
}

function outcome(code: number | null, stdout: string, stderr: string): Outcome {
  return { code, stdout, stderr, json: <T>() => JSON.parse(stdout) as T };
}
