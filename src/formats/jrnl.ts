import type { Day } from '../domain/day.ts';
import { isDay } from '../domain/day.ts';
import { type ForeignEntry, type Item, NO_TIME, type Remark, tagsIn } from '../domain/foreign.ts';
import { type Order, OrderFinder, readDate, type Written, written } from './date.ts';
import { datePattern } from './date-pattern.ts';
import type { TextFile } from './text-file.ts';

/** `[date] Title` since jrnl 2, `date Title` in jrnl 1. */
type Style = 'brackets' | 'plain';

/** How a journal's headers are written, found out from all of its files before any of them is read. */
export interface JrnlStyle {
  readonly order: Order;
  /** The first date that may be another day, such as 3/4/2026, and how it was read; null where none is in doubt. */
  readonly doubt:
    | (Pick<Remark, 'file' | 'line'> & { readonly format: string; readonly text: string })
    | null;
  /** The time format that was named, or null. */
  readonly pattern: string | null;
  readonly symbols: string;
  /** How the first header was read, as strftime writes it, and that header; null without one. */
  readonly example: { readonly format: string; readonly text: string } | null;
}

/** The beginning of an entry. */
interface Header {
  readonly written: Written;
  readonly title: string;
  /** It can only be read with day and month the other way round. */
  readonly turned: boolean;
}

/** Line of a header of jrnl 1: a date with its time. */
const PLAIN = /^(\d[\d./-]{5,9})[ T](\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)(?= |$)/i;

/** Reads all headers once, to see in which order their dates have day and month. */
export function jrnlStyle(
  files: Iterable<TextFile>,
  { pattern, symbols }: Pick<JrnlStyle, 'pattern' | 'symbols'>,
): JrnlStyle {
  if (pattern !== null) return { order: 'day-first', doubt: null, pattern, symbols, example: null };
  const finder = new OrderFinder();
  let example: string | undefined;
  let either: { file: string | null; line: number; text: string } | undefined;
  for (const file of files) {
    let number = 0;
    for (const line of file.lines()) {
      number += 1;
      const blob = bracketed(line)?.blob ?? PLAIN.exec(line)?.[0];
      if (blob === undefined) continue;
      finder.see(blob);
      const [one, other] = [readDate(blob, 'day-first'), readDate(blob, 'month-first')];
      if (one || other) example ??= blob;
      if (one && other && one.day !== other.day)
        either ??= { file: file.name, line: number, text: blob };
    }
  }
  const { order, certain } = finder.found;
  const format = example === undefined ? undefined : readDate(example, order)?.format;
  return {
    order,
    doubt:
      certain || !either ? null : { ...either, format: readDate(either.text, order)?.format ?? '' },
    pattern,
    symbols,
    example: format === undefined ? null : { format, text: example ?? '' },
  };
}

/** The day that a file of a folder journal stands for: `2026/11/20.txt`. */
export function dayOfPath(path: string): Day | null {
  const match = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\.[^/]+$/.exec(path);
  if (!match) return null;
  const day = written(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  return isDay(day) ? day : null;
}

/**
 * The entries of a file in jrnl's format, text byte for byte: what follows a header up to the next one, without the
 * empty lines that part them. Text before the first header is kept as an entry at the time of that header. A file
 * without any header gives one entry where its path says the day, else none.
 */
export function* jrnlEntries(file: TextFile, style: JrnlStyle): Generator<Item> {
  const pathDay = dayOfPath(file.path);
  const reader = headerReader(style);
  const remark = (line: number, why: string, text: string): Remark => ({
    file: file.name,
    line,
    why,
    text: text.slice(0, 200),
  });
  const crowded: Remark[] = [];
  let headers = 0;
  let open: { wall: string; starred: boolean; lines: string[] } | undefined;
  let before: string[] = [];
  let number = 0;
  let empty = true;
  let kind: Style | undefined;
  let bodies = 0;
  let bars = 0;
  let bar: Remark | undefined;

  for (const line of file.lines()) {
    number += 1;
    const header = reader(line, kind);
    const day = header?.found.written.day ?? pathDay;
    if (header && day !== null) {
      const { written: at, title, turned } = header.found;
      kind = header.style;
      if (open) yield { entry: entryOf(open, style) };
      const wall = `${day}T${at.time ?? NO_TIME}`;
      if (headers === 0 && before.some((each) => each.trim() !== '')) {
        yield {
          doubtful: remark(
            1,
            'text before the first entry: kept with its time',
            before.find((each) => each.trim() !== '') ?? '',
          ),
        };
        yield { entry: entryOf({ wall, starred: false, lines: before }, style) };
      }
      if (headers > 0 && !empty && crowded.length < MOST_CROWDED)
        crowded.push(remark(number, 'no empty line before it: taken as a new entry', line));
      if (turned)
        yield { doubtful: remark(number, 'its day and month stand the other way round', line) };
      if (pathDay !== null && at.day !== null && at.day !== pathDay)
        yield {
          doubtful: remark(number, `the file's name says ${pathDay}: the entry counts`, line),
        };
      headers += 1;
      before = [];
      open = { wall, ...starOf(title) };
    } else {
      const why = open ? strange(line, kind) : undefined;
      if (why !== undefined) yield { doubtful: remark(number, why, line) };
      (open?.lines ?? before).push(line);
      if (line !== '') bodies += 1;
      if (/^\|( |$)/.test(line) && bars++ === 0) bar = remark(number, FOR_SCREENS, line);
    }
    empty = line.trim() === '';
  }
  if (open) yield { entry: entryOf(open, style) };
  else if (before.some((each) => each.trim() !== '')) {
    const first = before.find((each) => each.trim() !== '') ?? '';
    if (pathDay === null) {
      yield { leftOut: remark(1, 'no entry of jrnl’s in it', first) };
    } else {
      yield { doubtful: remark(1, 'no header: kept as one entry of the day of its name', first) };
      yield {
        entry: entryOf({ wall: `${pathDay}T${NO_TIME}`, starred: false, lines: before }, style),
      };
    }
  }
  if (!open && before.every((each) => each.trim() === ''))
    yield { leftOut: remark(1, 'nothing is written in it', '') };
  if (kind === 'plain' && bar && bars === bodies) yield { doubtful: bar };
  // A journal that never parts its entries with an empty line means none of them to be doubted.
  if (2 * crowded.length < headers) for (const each of crowded) yield { doubtful: each };
}

const FOR_SCREENS =
  'as jrnl shows entries on a screen, kept so: jrnl --format text writes them as they are';
/** More of them than this are a habit. */
const MOST_CROWDED = 10_000;

/** Reads a line as a header, in the style that the file has shown so far. */
function headerReader({ order, pattern }: JrnlStyle) {
  const named = pattern === null ? undefined : datePattern(pattern);
  const other: Order = order === 'day-first' ? 'month-first' : 'day-first';
  const read = (blob: string): Omit<Header, 'title'> | undefined => {
    const asNamed = named?.(blob.trim());
    if (asNamed && asNamed.length === blob.trim().length)
      return { written: asNamed, turned: false };
    const found = readDate(blob, order);
    if (found) return { written: found, turned: false };
    const turned = readDate(blob, other);
    return turned && { written: turned, turned: true };
  };
  return (line: string, kind: Style | undefined): { found: Header; style: Style } | undefined => {
    const inBrackets = kind === 'plain' ? undefined : bracketed(line);
    if (inBrackets) {
      const found = read(inBrackets.blob);
      return found && { found: { ...found, title: inBrackets.title }, style: 'brackets' };
    }
    if (kind === 'brackets') return undefined;
    const asNamed = named?.(line);
    if (asNamed && /^($| )/.test(line.slice(asNamed.length))) {
      const title = line.slice(asNamed.length + 1);
      return { found: { written: asNamed, turned: false, title }, style: 'plain' };
    }
    const blob = PLAIN.exec(line)?.[0];
    const found = blob === undefined ? undefined : read(blob);
    return (
      found && {
        found: { ...found, title: line.slice((blob?.length ?? 0) + 1) },
        style: 'plain',
      }
    );
  };
}

/** `[blob] title`, with the space or at the line's end, where editors take it away. */
function bracketed(line: string): { blob: string; title: string } | undefined {
  if (!line.startsWith('[')) return undefined;
  const end = line.indexOf(']');
  if (end < 2 || end > 60) return undefined;
  const after = line[end + 1];
  if (after !== undefined && after !== ' ') return undefined;
  return { blob: line.slice(1, end), title: line.slice(end + 2) };
}

/** Why a line of an entry looks as if it began one, or undefined. */
function strange(line: string, kind: Style | undefined): string | undefined {
  if (kind === 'brackets' && PLAIN.test(line)) return 'looks like a header of jrnl 1: kept as text';
  const blob = bracketed(line)?.blob;
  if (blob === undefined) return undefined;
  if (kind === 'plain') {
    return readDate(blob, 'day-first') || readDate(blob, 'month-first')
      ? 'looks like a header of jrnl 2: kept as text'
      : undefined;
  }
  return /\d{4}|\d{1,2}([-./:])\d{1,2}/.test(blob)
    ? 'looks like a header, but its date cannot be read: kept as text'
    : undefined;
}

/** jrnl writes ` *` behind the title of a starred entry; it also takes a title for starred that ends in bold. */
function starOf(title: string): { starred: boolean; lines: string[] } {
  const end = title.trimEnd();
  const starred = end.endsWith('*');
  const rest = end.slice(0, -1);
  const text =
    starred && rest === rest.trimEnd() && rest !== '' ? title : starred ? rest.trimEnd() : title;
  return { starred, lines: text.trim() === '' ? [] : [text] };
}

function entryOf(
  { wall, starred, lines }: { wall: string; starred: boolean; lines: readonly string[] },
  { symbols }: JrnlStyle,
): ForeignEntry {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  const text = first < 0 ? '' : lines.slice(first, last + 1).join('\n');
  return {
    wall,
    zone: null,
    instant: null,
    text,
    tags: tagsIn(text, symbols),
    starred,
    origin: null,
  };
}
