import { parse } from 'yaml';
import { isDay } from '../domain/day.ts';
import { codeOfTag, type Item, linksIn, NO_TIME, type Remark, tagsIn } from '../domain/foreign.ts';
import { readDate, written } from './date.ts';
import { datePattern } from './date-pattern.ts';
import { dayOfPath } from './jrnl.ts';
import type { TextFile } from './text-file.ts';
import { zoneOfOffset } from './zone.ts';

/** Keys of front matter that praxis reads. With any other the whole of it stays in the text. */
const READ = new Set(['date', 'created', 'tags', 'tag', 'starred']);

/** When an entry was written, as far as its file says. */
interface When {
  readonly day: string;
  readonly time: string | null;
  readonly instant?: string;
  readonly zone?: string | null;
}

/**
 * A dated Markdown file as one entry, its text byte for byte: what stands below the front matter, or all of it where
 * the front matter says more than praxis reads. The day is in the front matter or in the file's name.
 * @param pattern how the names of files have their date, where it is not `2026-11-20`.
 */
export function* markdownEntry(
  file: TextFile,
  { pattern, symbols }: { readonly pattern: string | null; readonly symbols: string },
): Generator<Item> {
  const lines = [...file.lines()];
  const remark = (why: string): Remark => ({
    file: file.name,
    line: null,
    why,
    text: (lines.find((line) => line.trim() !== '' && line !== '---') ?? '').slice(0, 200),
  });
  const front = frontMatter(lines);
  if (front.broken) yield { doubtful: remark('its front matter cannot be read: kept as text') };
  const named = dateInName(file.path, pattern);
  const said = front.fields['date'] === undefined ? undefined : dateInField(front.fields['date']);
  const made =
    front.fields['created'] === undefined ? undefined : dateInField(front.fields['created']);
  const when = said ?? (named && made?.day === named.day && !named.time ? made : (named ?? made));
  if (!when) {
    yield { leftOut: remark('no date in its name or its front matter') };
    return;
  }
  if (said && named && said.day !== named.day)
    yield {
      doubtful: remark(`its name says ${named.day}, its front matter ${said.day}: that counts`),
    };
  const text = (front.whole ? lines : lines.slice(front.end)).join('\n');
  if (text.trim() === '') {
    yield { leftOut: remark('nothing is written in it') };
    return;
  }
  yield {
    entry: {
      wall: `${when.day}T${when.time ?? NO_TIME}`,
      zone: when.zone ?? null,
      instant: when.instant ?? null,
      text,
      tags: distinct([...front.tags, ...tagsIn(text, symbols)]),
      links: linksIn(text),
      starred: front.fields['starred'] === true,
      origin: null,
    },
  };
}

interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  /** The line at which the text begins. */
  readonly end: number;
  /** True where all of it stays in the text. */
  readonly whole: boolean;
  readonly broken: boolean;
}

/** Longest front matter that is read, in characters. */
const MOST_FRONT = 32_768;
const NO_FRONT: FrontMatter = { fields: {}, tags: [], end: 0, whole: true, broken: false };

function frontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== '---') return NO_FRONT;
  const last = lines.findIndex((line, i) => i > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (last < 0) return NO_FRONT;
  const source = lines.slice(1, last).join('\n');
  // The parser compares every key with every other one.
  if (source.length > MOST_FRONT) return { ...NO_FRONT, broken: true };
  let fields: unknown;
  try {
    // Its warnings would go to stderr past praxis.
    fields = parse(source, { logLevel: 'error' });
  } catch {
    return { ...NO_FRONT, broken: true };
  }
  if (fields === null) return { ...NO_FRONT, end: last + 1, whole: false };
  // A rule between two paragraphs is no front matter.
  if (typeof fields !== 'object' || Array.isArray(fields)) return NO_FRONT;
  const known = fields as Readonly<Record<string, unknown>>;
  // One empty line parts the front matter from the text.
  const end = last + (lines[last + 1] === '' ? 2 : 1);
  return {
    fields: known,
    tags: [...tagList(known['tags']), ...tagList(known['tag'])],
    end,
    whole: Object.keys(known).some((key) => !READ.has(key)),
    broken: false,
  };
}

function tagList(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[,\s]+/).filter((tag) => tag !== '');
  if (!Array.isArray(value)) return [];
  return value
    .filter((tag) => typeof tag === 'string' || typeof tag === 'number')
    .map((tag) => String(tag).toWellFormed())
    .filter((tag) => tag.trim() !== '');
}

/** `work` in the front matter and `#work` in the text are one tag. */
function distinct(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const key = codeOfTag(tag) || tag;
    if (!seen.has(key)) seen.set(key, tag);
  }
  return [...seen.values()];
}

function dateInField(value: unknown): When | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  const offset = /([zZ]|[+-]\d{2}:?\d{2})$/.exec(text)?.[1];
  if (offset !== undefined && /T\d{2}:\d{2}/.test(text)) {
    const at = readDate(text.slice(0, -offset.length), 'day-first');
    const instant = new Date(text);
    if (!at?.day || Number.isNaN(instant.getTime())) return undefined;
    return {
      day: at.day,
      time: at.time,
      instant: instant.toISOString(),
      zone: zoneOfOffset(offset),
    };
  }
  const at = readDate(text, 'day-first');
  return at?.day ? { day: at.day, time: at.time } : undefined;
}

const IN_NAME =
  /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)(?:[T _]+(\d{2})[-:.h]?(\d{2})(?:[-:.]?(\d{2}))?(?!\d))?/;

function dateInName(path: string, pattern: string | null): When | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  if (pattern !== null) {
    const at = datePattern(pattern)(name);
    if (at?.day) return { day: at.day, time: at.time };
  }
  const match = IN_NAME.exec(name);
  if (match) {
    const [, year = '', , month = '', date = '', hour, minute = '00', second = '00'] = match;
    const day = written(year, month, date);
    const timed = hour !== undefined && hour < '24' && minute < '60' && second < '60';
    if (isDay(day) && day >= '1000')
      return { day, time: timed ? `${hour}:${minute}:${second}` : null };
  }
  const below = dayOfPath(path);
  return below === null ? undefined : { day: below, time: null };
}
