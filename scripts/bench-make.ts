import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { PROMPTS } from '../src/content/prompts.ts';
import { wording } from '../src/domain/choice.ts';
import { addDays, type Day } from '../src/domain/day.ts';
import type { Rating } from '../src/domain/rating.ts';
import { type Answers, OUTCOMES, type Outcome } from '../src/domain/session.ts';
import type { Journal } from '../src/store/journal.ts';
import { shippedMigrations } from '../src/store/migrate.ts';
import { openToWrite } from '../src/store/open.ts';
import { addContact, addPerson } from '../src/store/person.ts';
import { addSession, type NewSession } from '../src/store/session-write.ts';
import { type Tx, write } from '../src/store/write.ts';
import { makeJrnl } from './bench/jrnl.ts';
import { COMMON, RARE } from './bench/words.ts';

// Journals to measure with, always the same ones, written through the journal's own write door:
// sessions on every day up to yesterday, with about five answers each, and three years as a person would have them.

const FOLDER = resolve('bench/journals');
const YESTERDAY = '2026-11-19' as Day;
const CODES = ['lee', 'sam', 'kim', 'ada', 'bo', 'eve', 'jo', 'max'];
const HOUR = 3_600_000;
/** 8,000 words that are none, of three syllables. */
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu xa ye zi cho she'.split(' ');
const WORDS = Array.from({ length: 8_000 }, (_, i) =>
  [i % 20, Math.floor(i / 20) % 20, Math.floor(i / 400)].map((s) => SYLLABLES[s]).join(''),
);

const sizes: Readonly<Record<string, number>> = { '0': 0, '1k': 1_000, '100k': 100_000 };
const large = process.argv.includes('--large');
const force = process.argv.includes('--force');

function make(name: string, fill: (maker: Maker) => void): void {
  const file = join(FOLDER, `${name}.db`);
  if (existsSync(file) && !force && isUpToDate(file)) return;
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const began = performance.now();
  const maker = new Maker(file);
  fill(maker);
  maker.close();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`bench/journals/${name}.db: ${maker.sessions} sessions, ${seconds} s`);
}

/**
 * A connection on which the write door opens and closes nothing: a command is still an action of its own,
 * but thousands of them share a transaction. One each would take half an hour.
 */
function withoutTransactions(db: Database): Database {
  const nothing = new Set<string | symbol>(['exec', 'pragma']);
  return new Proxy(db, {
    get: (target, name) => {
      if (nothing.has(name)) return () => undefined;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A journal of an older schema would be brought up to date, and backed up, in the middle of a measurement. */
function isUpToDate(file: string): boolean {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.pragma('user_version', { simple: true }) === shippedMigrations().length;
  } finally {
    db.close();
  }
}

class Maker {
  sessions = 0;
  readonly #db: Database;
  readonly #journal: Journal;
  #state = 20261120;
  /** Where the clock stands: ids and instants come from it. */
  #at = Date.UTC(2001, 0, 1);

  constructor(file: string) {
    const clock = {
      newId: () =>
        uuidv7({
          msecs: this.#at++,
          random: Uint8Array.from({ length: 16 }, () => this.#whole(0, 255)),
        }),
      now: () => ({ instant: new Date(this.#at).toISOString() }),
    };
    const journal = openToWrite(file, clock);
    journal.materialize();
    this.#db = journal.db;
    // These journals can be made again: nobody waits for the disk.
    this.#db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA query_only = OFF');
    this.#db.exec('BEGIN IMMEDIATE');
    this.#journal = { ...journal, db: withoutTransactions(this.#db), materialize: () => {} };
    this.#write('person', (tx) => {
      for (const code of CODES)
        addPerson(tx, { code, name: null, cadenceDays: null, addedOn: addDays(YESTERDAY, -1096) });
    });
  }

  close(): void {
    this.#db.exec('COMMIT');
    this.#journal.close();
  }

  /** A session on each of so many days, the last one yesterday: three counts, a rating, a text. */
  days(count: number): void {
    for (let i = 0; i < count; i++) {
      const on = addDays(YESTERDAY, i - count + 1);
      this.#session('daily', on, {
        tallies: { a: this.#whole(0, 6), c: this.#whole(0, 4), b: this.#whole(0, 5) },
        [`R${1 + (i % 3)}`]: this.#whole(1, 5) as Rating,
        prompt: this.#prompt(),
      });
    }
  }

  /** Every working day of three years: an evening with all that it asks, and two moments. */
  threeYears(): void {
    for (let back = 1096; back >= 0; back--) {
      const on = addDays(YESTERDAY, -back);
      if ([0, 6].includes(new Date(on).getUTCDay())) continue;
      for (let i = 0; i < 2; i++) this.#moment(on);
      // A day in thirty is missed.
      if (this.#whole(1, 30) === 1) continue;
      const [left, right] = this.#pick(['dw', 'si', 'hx']).split('') as [string, string];
      const answers: Answers = {
        yesterday: this.#pick<Outcome>(OUTCOMES),
        tallies: {
          a: this.#whole(0, 6),
          'a!': this.#whole(0, 1),
          c: this.#whole(0, 4),
          b: this.#whole(0, 5),
          p: this.#whole(0, 5),
          [left]: this.#whole(0, 3),
          [right]: this.#whole(0, 3),
        },
        [`R${this.#whole(1, 3)}`]: this.#whole(1, 5) as Rating,
        prompt: this.#prompt(),
        intention: { if: this.#text(6), then: this.#text(8) },
      };
      this.#session('daily', on, answers);
    }
  }

  #moment(on: Day): void {
    const person = this.#pick(CODES);
    if (this.#whole(1, 4) === 1) this.#session('moment', on, { note: this.#text(20) }, person);
    else this.#session('moment', on, { tallies: { [this.#pick([...'acbpdw'])]: 1 } }, person);
    if (this.#whole(1, 3) > 1) return;
    this.#write('contact', (tx) => {
      const id = tx.db.prepare('SELECT id FROM person WHERE code = ?').pluck().get(person);
      addContact(tx, id as string, on, null);
    });
  }

  #session(
    kind: NewSession['kind'],
    on: Day,
    answers: Answers,
    person: string | null = null,
  ): void {
    this.#at = Math.ceil(this.#at / HOUR) * HOUR + HOUR;
    const at = new Date(this.#at).toISOString();
    this.#write(kind === 'daily' ? 'reflect' : 'tally', (tx) =>
      addSession(tx, {
        kind,
        on,
        zone: 'UTC',
        startedAt: at,
        endedAt: at,
        seconds: kind === 'daily' ? this.#whole(60, 170) : null,
        source: 'terminal',
        recallLagDays: 0,
        late: false,
        answers,
        person,
        minutes: null,
        met: null,
        ratingVersions: { R1: 1, R2: 1, R3: 1 },
      }),
    );
    this.sessions++;
    if (this.sessions % 5_000 === 0) this.#db.exec('COMMIT; BEGIN IMMEDIATE');
  }

  #write(command: string, work: (tx: Tx) => void): void {
    write(this.#journal, command, work);
  }

  #prompt(): NonNullable<Answers['prompt']> {
    const template = this.#pick(PROMPTS);
    const person = template.about === 'person' ? this.#pick(CODES) : null;
    const { id, version } = template;
    return { id, version, question: wording(template, person), person, text: this.#text(25) };
  }

  /** Words as people use them: a few everywhere, most of them rarely. One text in a hundred names the vendor, one in 5,000 the rare word. */
  #text(length: number): string {
    const words = Array.from(
      { length },
      () => WORDS[Math.floor(this.#float() ** 3 * WORDS.length)],
    );
    if (this.#whole(1, 100) === 1) words[this.#whole(0, length - 1)] = COMMON;
    if (this.sessions % 5_000 === 2_500) words[0] = RARE;
    return `${words.join(' ')}.`;
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#whole(0, from.length - 1)] as T;
  }

  #whole(least: number, most: number): number {
    return least + Math.floor(this.#float() * (most - least + 1));
  }

  // mulberry32: small, and the same on every machine.
  #float(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, sessions] of Object.entries({ ...sizes, ...(large ? { '200k': 200_000 } : {}) }))
  make(name, (maker) => maker.days(sessions));
make('3y', (maker) => maker.threeYears());
for (const [name, entries] of Object.entries({ '10k': 10_000, '100k': 100_000 }))
  makeJrnl(join(FOLDER, `jrnl-${name}.txt`), entries);
