import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Day } from '../domain/day.ts';
import { codeOfTag, type ForeignEntry } from '../domain/foreign.ts';
import { row, rows } from './prepared.ts';
import { addSession } from './session-write.ts';
import type { Tx } from './write.ts';

/** The clock of the machine that imports: what a file leaves out is read by it. */
export interface WallClock {
  readonly zone: string;
  instantOf(wall: string): string;
}

/** What became of an entry. */
export interface Arrival {
  readonly on: Day;
  /** False: it was in the journal already. */
  readonly added: boolean;
  /** Codes of the people that it tags. */
  readonly people: readonly string[];
  /** Another entry of the journal has the same name in the other program. */
  readonly changed: boolean;
}

/**
 * An id that the same name always has: it begins with a time, like every id here, and goes on with a checksum of the
 * name instead of chance. So importing twice finds what came the first time. Ids with a place sort by it.
 */
export function nameBasedId(milliseconds: number, name: string, place?: number): string {
  const sum = hash('sha256', name, 'hex');
  const time = Math.max(0, milliseconds).toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(sum.slice(0, 1), 16) % 4];
  const next =
    place === undefined ? sum.slice(1, 4) : Math.min(place, 0xfff).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${next}-${variant}${sum.slice(4, 7)}-${sum.slice(7, 19)}`;
}

/** The same door, with ids for the parts of one entry that follow from its own id. */
export function withIdsOf(tx: Tx, id: string): Tx {
  const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  let parts = 0;
  return { ...tx, newId: () => nameBasedId(milliseconds, `${id} ${parts}`, parts++) };
}

/**
 * Takes entries of other programs into the journal, or only finds out what taking them would do.
 *
 * The same time and the same text are the same entry: its id is made of them. The time is the one that is written, an
 * instant or a wall clock, so this machine's zone is no part of it, and neither are tags and stars: the same file read
 * with other tag symbols, or far from home, brings nothing twice. Twins in one import stay two: the second one is counted in.
 */
export class Arrivals {
  readonly #db: Database;
  readonly #clock: WallClock;
  readonly #people: ReadonlyMap<string, string>;
  readonly #origins: ReadonlyMap<string, string>;
  /** How often each id would have come in this import. */
  readonly #seen = new Map<string, number>();

  constructor(db: Database, clock: WallClock) {
    this.#db = db;
    this.#clock = clock;
    const people = rows<{ code: string; id: string }>(db, 'SELECT code, id FROM person');
    this.#people = new Map(people.map(({ code, id }) => [code, id]));
    const named = rows<{ text: string; id: string }>(
      db,
      "SELECT text, session_id AS id FROM answer WHERE item = 'origin'",
    );
    this.#origins = new Map(named.map(({ text, id }) => [text, id]));
  }

  /** @param tx where it is stored; without it nothing is. */
  take(entry: ForeignEntry, tx?: Tx): Arrival {
    const on = entry.wall.slice(0, 10) as Day;
    const id = this.#idOf(entry);
    const tags = this.#tagsOf(entry);
    const codes = tags.map(codeOfTag).filter((code) => this.#people.has(code));
    const people = [...new Set(codes)];
    const added = row(this.#db, 'SELECT 1 FROM session WHERE id = ?', id) === undefined;
    const known = entry.origin === null ? undefined : this.#origins.get(entry.origin);
    if (added && tx) {
      const at = entry.instant ?? this.#clock.instantOf(entry.wall);
      addSession(
        withIdsOf(tx, id),
        {
          kind: 'imported',
          on,
          zone: entry.zone ?? this.#clock.zone,
          startedAt: at,
          endedAt: at,
          seconds: null,
          source: 'import',
          recallLagDays: 0,
          late: false,
          answers: { note: entry.text },
          person: people.length === 1 ? (people[0] ?? null) : null,
          minutes: null,
          met: null,
          tags,
          ...(entry.starred ? { starred: true } : {}),
          ...(entry.origin === null ? {} : { origin: entry.origin }),
          ratingVersions: {},
        },
        id,
      );
    }
    return { on, added, people, changed: known !== undefined && known !== id };
  }

  /** Its tags, and its links to people whom no tag of it names. */
  #tagsOf({ tags, links = [] }: ForeignEntry): string[] {
    const named = new Set(tags.map(codeOfTag));
    const linked = links.filter((name) => {
      const code = codeOfTag(name);
      return this.#people.has(code) && !named.has(code);
    });
    return [...tags, ...linked.map((name) => `[[${name}]]`)];
  }

  #idOf({ wall, instant, origin, text }: ForeignEntry): string {
    const when = instant ?? `${wall}Z`;
    const time = Date.parse(when);
    const name = JSON.stringify([when, origin, text]);
    const first = nameBasedId(time, name);
    const twins = this.#seen.get(first) ?? 0;
    this.#seen.set(first, twins + 1);
    return twins === 0 ? first : nameBasedId(time, `${name} ${twins}`);
  }
}
