import type { Remark } from '../domain/foreign.ts';
import type { TextFile } from './text-file.ts';

/** The line in the front matter by which an export of praxis's own is known, and how its comments begin. */
const MARK = 'generator: praxis';
const COMMENT = '<!-- praxis ';
const END = ' -->';
const COACH = '# For a coach';

/** A comment of an export, and what stands above it. */
export interface OwnBlock {
  readonly line: number;
  /** The line of the comment. */
  readonly comment: string;
  /** The entry as it stands, its heading without the signs in front. */
  readonly shown: string;
  /** What is quoted in it, in order. */
  readonly texts: readonly string[];
}

export type OwnItem =
  | { readonly block: OwnBlock }
  /** A line of a day with a comment: a plan. */
  | { readonly line: OwnBlock }
  | { readonly leftOut: Remark };

/**
 * True for an export of praxis's own, also where nothing in it can come back: taken for somebody's notes, its talks and
 * promises would come in as the words of an entry. Reads its beginning only.
 */
export function isOwn(file: TextFile): boolean {
  let number = 0;
  for (const line of file.lines()) {
    if (number === 0 && line !== '---') return false;
    if (line === MARK) return true;
    number += 1;
    if (number > 6) return false;
  }
  return false;
}

/** What an export holds, block by block. What has no comment is told as left out. */
export function* ownItems(file: TextFile): Generator<OwnItem> {
  if (isForReading(file)) {
    const why = 'written by praxis without what lets it come back: redacted, or for a coach';
    yield { leftOut: { file: file.name, line: null, why, text: '' } };
    return;
  }
  yield* blocksIn(file);
}

/** True for an export that holds entries and no comment behind any of them. */
function isForReading(file: TextFile): boolean {
  let entries = false;
  for (const line of file.lines()) {
    if (line.startsWith(COMMENT)) return false;
    entries ||= line === COACH || /^#{2,3} \d\d:\d\d /.test(line);
  }
  return entries;
}

function* blocksIn(file: TextFile): Generator<OwnItem> {
  let number = 0;
  let front = true;
  let lines: string[] = [];
  let underLine = false;
  const loose = (): OwnItem[] => {
    const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
    lines = [];
    const why = 'text that the export did not write: it belongs to no entry';
    return first === undefined
      ? []
      : [{ leftOut: { file: file.name, line: number, why, text: first.slice(0, 200) } }];
  };
  for (const line of file.lines()) {
    number += 1;
    underLine &&= line === '' || line.startsWith('  > ');
    if (front) {
      front = number === 1 || line !== '---';
    } else if (underLine) {
      // A page of several lines, told as left out with its line.
    } else if (line.startsWith(COMMENT)) {
      yield {
        block: { line: number, comment: line, shown: shownOf(lines), texts: quotedIn(lines) },
      };
      lines = [];
    } else if (/^#{1,2} \d{4}-\d\d-\d\d /.test(line)) {
      yield* loose();
    } else if (line.startsWith('- ')) {
      yield* loose();
      underLine = true;
      if (line.includes(` ${COMMENT}`) && line.trimEnd().endsWith(END)) {
        const shown = line.slice(2, line.lastIndexOf(` ${COMMENT}`));
        yield { line: { line: number, comment: line, shown, texts: [] } };
      } else {
        const why = 'a talk, a promise or the like: only import jsonl brings those back';
        yield { leftOut: { file: file.name, line: number, why, text: line.slice(0, 200) } };
      }
    } else lines.push(line);
  }
  yield* loose();
}

function shownOf(lines: readonly string[]): string {
  return lines.join('\n').trim().replace(/^#+ /, '');
}

/** Each run of quoted lines is one text. */
function quotedIn(lines: readonly string[]): string[] {
  const texts: string[] = [];
  let open: string[] | undefined;
  for (const line of [...lines, '']) {
    if (line.startsWith('>')) {
      open ??= [];
      open.push(line.slice(line.startsWith('> ') ? 2 : 1));
    } else if (open) {
      texts.push(open.join('\n'));
      open = undefined;
    }
  }
  return texts;
}
