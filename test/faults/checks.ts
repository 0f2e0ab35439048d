import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { expect } from 'vitest';
import type { Answers } from '../../src/domain/session.ts';
import type { Outcome } from '../support/praxis.ts';

/** Chance that can be had again: the same seed is the same run of numbers. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, `below` (1 by default): not a whole number. */
  float(below = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.float(most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)] as T;
  }
}

/** The seed of this run: PRAXIS_SEED, or always the same one. */
export const SEED = Number(process.env['PRAXIS_SEED'] ?? 20261120);
/** How many processes each killing loop kills. */
export const KILLS = Number(process.env['PRAXIS_KILLS'] ?? 8);

/** Waits some milliseconds and a fraction: kills have to fall between any two instructions, not on full milliseconds. */
export async function wait(ms: number): Promise<void> {
  const until = performance.now() + ms;
  if (ms > 2) await new Promise((done) => setTimeout(done, Math.floor(ms) - 1));
  while (performance.now() < until);
}

/**
 * Looks at a copy of a journal and its write-ahead log, as they lie: opening the journal itself would mend it
 * before praxis meets it.
 */
export function onCopy<T>(journal: string, look: (db: Database) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'praxis-copy-'));
  try {
    for (const end of ['', '-wal']) {
      if (existsSync(journal + end)) copyFileSync(journal + end, join(folder, `copy${end}`));
    }
    const db = new Sqlite(join(folder, 'copy'));
    try {
      return look(db);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A journal as SQLite wants it: every page, every index, every reference. */
export function expectSound(db: Database): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Told in one sentence and one hint (with `--json` as one object), by praxis and not by Node. */
export function expectSentence({ code, stderr }: Outcome, allowed: readonly number[] = [4]): void {
  expect(allowed, stderr).toContain(code);
  if (stderr.startsWith('{')) {
    const told = { code, message: expect.stringMatching(/^\S.*\.$/), hint: expect.any(String) };
    expect(JSON.parse(stderr)).toEqual({ error: told });
    return;
  }
  expect(stderr).toMatch(/^praxis: \S.*[.?]\n\S.*\n$/);
  expect(stderr).not.toMatch(/^\s+at |node:internal|SqliteError/m);
}

/** What was said on a day, item by item: texts, counts, ratings. */
interface Held {
  tallies: Record<string, number | null>;
  intention?: unknown;
  [item: string]: unknown;
}

/** What the journal holds of a day's session, read from its rows without any of praxis's own code. */
export function storedDay(db: Database, on: string): Held | undefined {
  const all = <T>(sql: string, value: unknown) => db.prepare(sql).all(value) as T[];
  const [session] = all<{ id: string }>(
    "SELECT id FROM session WHERE kind = 'daily' AND on_day = ?",
    on,
  );
  if (!session) return undefined;
  const held: Held = { tallies: {} };
  for (const { item, text } of all<{ item: string; text: string }>(
    'SELECT item, text FROM answer WHERE session_id = ?',
    session.id,
  ))
    held[item] = text;
  for (const { item, value } of all<{ item: string; value: number }>(
    'SELECT item, value FROM rating WHERE session_id = ?',
    session.id,
  ))
    held[item] = value;
  for (const { code, warranted, n } of all<{ code: string; warranted: number; n: number }>(
    'SELECT code, warranted, n FROM tally WHERE session_id = ?',
    session.id,
  ))
    held.tallies[warranted ? `${code}!` : code] = n;
  const [plan] = all<{ if: string; then: string }>(
    'SELECT if_text AS "if", then_text AS "then" FROM intention WHERE session_id = ?',
    session.id,
  );
  if (plan) held.intention = plan;
  return held;
}

/** The same of an unfinished session. */
export function draftedDay(db: Database, on: string): Held | undefined {
  const row = db.prepare('SELECT content FROM draft WHERE on_day = ?').get(on) as
    | { content: string }
    | undefined;
  if (!row) return undefined;
  const { answers } = JSON.parse(row.content) as { answers: Answers };
  const { prompt, tallies, ...rest } = answers;
  return { ...rest, ...(prompt ? { prompt: prompt.text } : {}), tallies: { ...tallies } };
}

export function hasTable(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'draft'").get() !== undefined;
}
