/** An entry of another program's journal, as its file says it. */
export interface ForeignEntry {
  /** The clock on the wall: `2026-11-20T18:00:00`. Its day is the entry's day, whatever `day_ends` says here. */
  readonly wall: string;
  /** Null where the file names none: then the wall is this machine's. */
  readonly zone: string | null;
  /** In UTC, where the file says it; null: what the wall clock said in the zone. */
  readonly instant: string | null;
  readonly text: string;
  /** As written, with their symbol. */
  readonly tags: readonly string[];
  /** What it links to, as a wiki does: a link to somebody's code is a tag. */
  readonly links?: readonly string[];
  readonly starred: boolean;
  /** What the other program calls the entry, if it has a name for it. */
  readonly origin: string | null;
}

/** Something that is told and not asked: where it stands, why, and its first words. */
export interface Remark {
  /** Null for stdin. */
  readonly file: string | null;
  readonly line: number | null;
  readonly why: string;
  readonly text: string;
}

/** What a file holds, in its order. Doubtful things came in all the same; what was left out did not. */
export type Item =
  | { readonly entry: ForeignEntry }
  | { readonly doubtful: Remark }
  | { readonly leftOut: Remark };

/** The time of day of an entry that has none: noon exists everywhere on every day. */
export const NO_TIME = '12:00:00';

/** Parts of an imported entry that are stored beside its text: marks of the other program. */
export type Mark = 'tag' | 'star' | 'origin';

/** Symbols that begin a tag where nobody said which. */
export const TAG_SYMBOLS = '@#%';

/** The tags in a text, each once, in the order in which they come. A tag stands alone and holds a letter. */
export function tagsIn(text: string, symbols: string): string[] {
  if (symbols === '') return [];
  const any = symbols.replaceAll(/[\\\]^-]/g, '\\$&');
  const found = text.matchAll(new RegExp(`(?<!\\S)[${any}][-+*#/\\p{L}\\p{M}\\p{N}_]+`, 'gu'));
  const tags = new Map<string, string>();
  for (const [tag] of found) {
    if (/\p{L}/u.test(tag)) tags.set(tag.toLowerCase(), tags.get(tag.toLowerCase()) ?? tag);
  }
  return [...tags.values()];
}

/** What the links of a wiki in a text lead to, each once: `lee` of `[[lee]]`, `[[People/lee|Leonie]]` and `[[lee#June]]`. */
export function linksIn(text: string): string[] {
  const found = text.matchAll(/(?<!!)\[\[(?:[^[\]|#\n]*\/)?([^[\]|#/\n]+)(?:[|#][^[\]\n]*)?\]\]/g);
  return [...new Set([...found].map(([, name = '']) => name.trim()))];
}

/** The code that a tag would be: without its symbol and in lower case. */
export function codeOfTag(tag: string): string {
  return tag
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}\p{M}]+$/u, '')
    .normalize('NFC')
    .toLowerCase();
}
