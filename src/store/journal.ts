import type { Database } from 'better-sqlite3';

/** An open journal. Commands get rows through the store's functions, never the connection. */
export interface Journal {
  readonly db: Database;
  readonly file: string;
  readonly clock: Clock;
  /** False for a journal that was opened to be read. */
  readonly writable: boolean;
  /** Makes the file, if there is none yet, and goes on with it: called before the first write, not at opening. */
  materialize(): void;
  /** What is to be done before the first write; nothing unless the opener says so. */
  beforeWriting(): void;
  /** @throws UserError (journal) when the file is no longer the one that was opened. */
  checkPlace(): void;
  close(): void;
}

/** What the store needs of the world. */
export interface Clock {
  newId(): string;
  now(): { readonly instant: string };
}

/** A journal while it is being opened: what it does may still change. */
export type Open = { -readonly [K in keyof Journal]: Journal[K] };

/** A journal on a connection; what is special about it, its opener adds. */
export function journal(db: Database, file: string, clock: Clock, writable: boolean): Open {
  return {
    db,
    file,
    clock,
    writable,
    materialize: () => {},
    beforeWriting: () => {},
    checkPlace: () => {},
    close: () => db.close(),
  };
}
