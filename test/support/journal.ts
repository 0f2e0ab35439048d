import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../src/domain/day.ts';
import type { Answers, SessionKind } from '../../src/domain/session.ts';
import type { Clock, Journal } from '../../src/store/journal.ts';
import { openToWrite } from '../../src/store/open.ts';
import type { NewSession } from '../../src/store/session-write.ts';
import { TABLE_NAMES } from '../../src/store/tables.ts';

/** A folder of its own for one test, removed at its end with `using`. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'praxis-unit-'));

  at(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** What lies in it, in order. */
  list(): string[] {
    return readdirSync(this.path).sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A clock whose seconds and ids count up: the same test writes the same journal every time. */
export function countingClock(start = '2026-11-20T18:10:00.000Z'): Clock {
  const first = Date.parse(start);
  let ids = 0;
  let readings = 0;
  return {
    newId: () => {
      const time = (first + ids++).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(ids).padStart(12, '0')}`;
    },
    now: () => ({ instant: new Date(first + 1000 * readings++).toISOString() }),
  };
}

let empty: Buffer | undefined;

/** The file of a journal in which nothing is written yet: made once, as praxis makes it, and from then on copied. */
function emptyFile(): Buffer {
  if (empty) return empty;
  using folder = new Folder();
  const file = folder.at('journal.db');
  const journal = openToWrite(file, countingClock());
  // The file is made with the first write.
  journal.materialize();
  journal.close();
  empty = readFileSync(file);
  return empty;
}

/** A real journal in a folder of its own, open for writing. Closed and removed with `using`. */
export class TestJournal extends Folder {
  readonly file = this.at('journal.db');
  readonly clock = countingClock();
  readonly journal: Journal;

  constructor() {
    super();
    writeFileSync(this.file, emptyFile(), { mode: 0o600 });
    this.journal = openToWrite(this.file, this.clock);
  }

  /** Every row of every noun's table: what undo has to give back. */
  tables(): Record<string, unknown[]> {
    return tablesOf(this.journal);
  }

  override [Symbol.dispose](): void {
    this.journal.close();
    super[Symbol.dispose]();
  }
}

export function tablesOf({ db }: Pick<Journal, 'db'>): Record<string, unknown[]> {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]),
  );
}

export function day(text: string): Day {
  return text as Day;
}

/** A session as a script would store it, with only what a test is about. */
export function newSession(
  on: string,
  answers: Answers,
  more: Partial<NewSession> & { kind?: SessionKind } = {},
): NewSession {
  return {
    kind: 'daily',
    on: day(on),
    zone: 'Europe/Berlin',
    startedAt: '2026-11-20T18:00:00.000Z',
    endedAt: '2026-11-20T18:03:00.000Z',
    seconds: null,
    source: 'script',
    recallLagDays: 0,
    late: false,
    answers,
    person: null,
    minutes: null,
    met: null,
    ratingVersions: { R1: 1, R2: 1, R3: 1 },
    ...more,
  };
}
