import type { Day } from './day.ts';
import { stringsIn } from './json-text.ts';
import type { Person } from './person.ts';
import { spelled } from './spelled.ts';

/** A text that names somebody who is to be forgotten. */
export interface Naming {
  /** What it is part of, in a word. */
  readonly noun: string;
  readonly on: Day | null;
  readonly text: string;
}

/** What forgetting somebody takes away. */
export interface Forgetting {
  /** Rows about the person, by noun. */
  readonly about: Readonly<Record<string, number>>;
  /** Texts that name them, wherever they stand. They go as a whole. */
  readonly texts: readonly Naming[];
  /** Counts and records that stay, without the person. */
  readonly unlinked: number;
}

/** What somebody is called, or was. */
export type Called = Pick<Person, 'code' | 'name'>;

/** Whether a text names somebody: as it stands, or in a string of the JSON that it is. */
export function saysName(names: RegExp, text: string): boolean {
  names.lastIndex = 0;
  if (names.test(text)) return true;
  return (
    text.includes('\\') &&
    stringsIn(text).some((each) => each.length < text.length && saysName(names, each))
  );
}

/**
 * A pattern for whatever names a person, under every code and name of theirs: the code (`lee`, `@Lee`, `lee's`), the
 * whole name in any case, or a part of the name as it is written. Whole words only: `lee` is not in `fleet`. A code or
 * name that is also a common word finds too much rather than too little, which is why the texts are shown first.
 */
export function namesOf(called: readonly Called[]): RegExp {
  const patterns = called.flatMap(({ code, name }) => {
    const whole = [code, ...(name ? [name] : [])].map((each) => `(?i:${spelled(each)})`);
    const parts = (name ?? '').split(/[\s-]+/).filter((part) => part.length >= 2);
    return [...whole, ...parts.map(spelled)];
  });
  const any = [...new Set(patterns)].join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}_])@?(?:${any})(?![\\p{L}\\p{N}_])`, 'gu');
}
