import { resolve } from 'node:path';
import type { Home } from './praxis.ts';

export const fixture = (...names: string[]) => resolve('test/fixtures/import', ...names);

/** An imported entry, as `list --json` shows it. */
export interface Entry {
  readonly on: string;
  readonly kind: string;
  readonly source: string;
  readonly startedAt: string;
  readonly zone: string;
  readonly answers: { readonly note?: string };
  readonly tags?: readonly string[];
  readonly starred?: boolean;
  readonly origin?: string;
  readonly person?: string;
}

/** What `import --json` says. */
export interface Report {
  readonly added: number;
  readonly unchanged: number;
  readonly linked: number;
  readonly dateFormat: string | null;
  readonly people: readonly string[];
  readonly doubtful: Remarks;
  readonly leftOut: Remarks;
}
export interface Remarks {
  readonly count: number;
  readonly first: readonly {
    file: string | null;
    line: number | null;
    why: string;
    text: string;
  }[];
}

/** The entries of a journal, the earliest first. */
export const entries = (home: Home) =>
  home.ask<{ sessions: Entry[] }>(['list']).sessions.toReversed();
