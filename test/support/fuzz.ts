import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { OBEYED } from './checks.ts';
import { FIXTURES, putFixture } from './fixtures.ts';
import { InProcess } from './in-process.ts';

/** Cases a door: few where every change is tested, thousands with PRAXIS_FUZZ. */
export const CASES = Number(process.env['PRAXIS_FUZZ'] ?? 12);
/** PRAXIS_SEED, or always the same one: the same seed is the same cases. */
export const SEED = Number(process.env['PRAXIS_SEED'] ?? 20261120);

// On a busy machine a case takes up to a second.
vi.setConfig({ testTimeout: 60_000 + CASES * 2_000 });

const NOW = '2026-11-13T08:00:00.000Z';
const CODES = [0, 1, 2, 3, 4, 5];

export interface Came {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  /** Output kept byte for byte on purpose: an export, and CSV, in a pipe. */
  readonly raw?: boolean;
  readonly terminal?: boolean;
  /** Whether its documents are held to the schemas that praxis publishes. */
  readonly held?: boolean;
}

/** A home in which hostile input is tried, with a full journal that is put back before each case. */
export class Target extends InProcess {
  /** Where a command may write that was told so. */
  readonly out = join(this.path, 'deep/er/out');
  readonly #sound: string;

  constructor(kind: 'empty' | 'full' = 'full') {
    super('2027-01-01T00:00:00.000Z');
    this.#sound = join(this.path, 'sound.db');
    const fixture = FIXTURES.findLast((each) => each.kind === kind);
    if (!fixture) throw new Error('no journal');
    putFixture(this.#sound, fixture);
    this.reset();
  }

  reset(): void {
    for (const folder of [dirname(this.journal), this.out, join(this.path, '.config')])
      rmSync(folder, { recursive: true, force: true });
    for (const folder of [dirname(this.journal), this.out])
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    copyFileSync(this.#sound, this.journal);
  }

  /** Writes a file of the home. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /**
   * Runs a command and holds it to what every command promises: a known exit code, an error in two lines or one JSON
   * document, nothing that a terminal obeys, nothing stored where the input was refused, and a journal that is whole.
   */
  async try(args: readonly string[], options: RunOptions = {}): Promise<Came> {
    const before = this.#bytes();
    const came = await this.look(args, options);
    const about = JSON.stringify({ args, code: came.code, stderr: came.stderr });
    if (came.code === 2)
      expect(this.#bytes().equals(before), `${about} stored something`).toBe(true);
    this.expectSound();
    return came;
  }

  /** The same for a journal that another program changed, which need not be whole. */
  async look(args: readonly string[], options: RunOptions = {}): Promise<Came> {
    const { input = '', raw = false, terminal = false, held = !raw } = options;
    // What Node itself would write to stderr.
    const warned = vi.spyOn(process, 'emitWarning');
    const came = await this.run(args, { now: NOW, input, terminal, held });
    const { code, stdout, stderr } = came;
    const about = JSON.stringify({ args, code, stderr });
    expect(warned.mock.calls, about).toEqual([]);
    warned.mockRestore();
    expect(CODES, about).toContain(code);
    if (!raw) expect(OBEYED.exec(stdout)?.[0], about).toBeUndefined();
    expect(OBEYED.exec(stderr)?.[0], about).toBeUndefined();
    if (![0, 3].includes(code)) expectRefusal(args, came, terminal);
    return came;
  }

  /** The journal as SQLite wants it, whatever was done. */
  expectSound(): void {
    const db = new Sqlite(this.journal);
    try {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
    } finally {
      db.close();
    }
  }

  #bytes(): Buffer {
    return existsSync(this.journal) ? readFileSync(this.journal) : Buffer.alloc(0);
  }

  /** Every file and folder of the home, but those of the journal and what was put there before. */
  tree(): string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('.local') && statSync(join(this.path, name)).isFile())
      .sort();
  }
}

function expectRefusal(
  args: readonly string[],
  { code, stdout, stderr }: Came,
  terminal: boolean,
): void {
  const about = JSON.stringify({ args, code, stderr });
  // These two answer with what they found, and say by the exit code that it is bad.
  if (code === 4 && /^(doctor|backup)$/.test(args[0] ?? '') && stdout !== '') return;
  expect(stdout, about).toBe('');
  if (args.includes('--json') && stderr.startsWith('{')) {
    const { error } = JSON.parse(stderr) as { error: Record<string, unknown> };
    expect(Object.keys(error).sort(), about).toEqual(['code', 'hint', 'message']);
    expect(error['code'], about).toBe(code);
    return;
  }
  // A sentence and a hint, a line each; at a terminal they are wrapped.
  expect(stderr, about).toMatch(terminal ? /^praxis: (.+\n){2,}$/ : /^praxis: .+\n.+\n$/);
}

/** Holds a property for as many cases as were asked for, and says with which seed and how many. */
export async function hold<T>(
  door: string,
  cases: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  runs = CASES,
): Promise<void> {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (value) => {
      n++;
      await property(value);
    }),
    { numRuns: runs, seed: SEED, endOnFailure: CASES > 100 },
  );
  console.log(`fuzz of ${door}: seed ${SEED}, ${n} cases`);
}
