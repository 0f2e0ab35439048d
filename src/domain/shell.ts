/** A command line as far as somebody has typed it. */
export interface TypedLine {
  /** Its words as the shell would pass them on, the one being typed last; nothing in them is run or filled in. */
  readonly words: readonly string[];
  /** The last word as it was typed, with its quotes and backslashes. */
  readonly typed: string;
  /** The quote that is still open in the last word. */
  readonly quote: '"' | "'" | '';
}

/** Reads the words of a POSIX shell's line up to the cursor. */
export function typedLine(line: string): TypedLine {
  const words: string[] = [];
  let word = '';
  let start = -1;
  let quote: TypedLine['quote'] = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    if (quote === '' && /\s/.test(character)) {
      if (start >= 0) words.push(word);
      word = '';
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else if (character === '\\' && quote !== "'") {
      i += 1;
      const next = line[i] ?? '';
      // Between double quotes a backslash only takes the meaning of four characters away.
      word += quote === '"' && !/["$`\\]/.test(next) ? `\\${next}` : next;
    } else word += character;
  }
  return { words: [...words, word], typed: start < 0 ? '' : line.slice(start), quote };
}

/** Characters that a POSIX shell leaves alone, wherever they stand in a word that does not begin with `~` or `#`. */
const PLAIN = /[\p{L}\p{N}\p{M}_@%+=:,./-]/u;

/** A word with a backslash before everything that a shell would obey: bash inserts it as it is. */
export function backslashed(word: string): string {
  return [...word].map((each) => (PLAIN.test(each) ? each : `\\${each}`)).join('');
}

/** A word for a POSIX shell's command line, between single quotes where it needs any. */
export function quoted(word: string): string {
  const plain = word !== '' && [...word].every((each) => PLAIN.test(each));
  return plain ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
