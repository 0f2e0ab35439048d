import { JSONParser } from '@streamparser/json';
import { isDay } from '../domain/day.ts';
import type { ForeignEntry, Item, Remark } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import { richText } from './dayone-text.ts';
import { wallIn } from './zone.ts';

/** What Day One keeps beside the words of an entry, and praxis does not take. */
const BESIDE = {
  photos: 'photos',
  videos: 'videos',
  audios: 'recordings',
  pdfAttachments: 'PDF files',
  location: 'places',
  weather: 'weather reports',
  music: 'pieces of music',
  userActivity: 'activities',
} as const;

/** A Day One entry: what is taken of it, and each only where it is what it should be. */
interface Given {
  readonly uuid?: string;
  readonly creationDate?: string;
  readonly timeZone?: string;
  readonly text?: string;
  readonly richText?: string;
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly beside: ReadonlyMap<string, number>;
}

/**
 * The entries of a Day One export (`Journal.json`), one at a time.
 * @param zone where an entry names none: this machine's.
 * @throws UserError (usage) for what is no such export.
 */
export function* dayOneEntries(
  file: string | null,
  chunks: Iterable<Uint8Array>,
  zone: string,
): Generator<Item> {
  const beside = new Map<string, number>();
  let number = 0;
  let zoneless = 0;
  for (const value of valuesOf(file, chunks)) {
    number += 1;
    const given = readEntry(value);
    const place = `entry ${number}${given?.uuid ? ` (${given.uuid.slice(0, 40)})` : ''}`;
    const remark = (why: string): Remark => ({
      file,
      line: null,
      why: `${place}: ${why}`,
      text: given?.text?.slice(0, 200) ?? '',
    });
    const instant = given?.creationDate === undefined ? undefined : readInstant(given.creationDate);
    if (!given || instant === undefined) {
      yield { leftOut: remark('it has no date that can be read') };
      continue;
    }
    for (const [what, n] of given.beside) beside.set(what, (beside.get(what) ?? 0) + n);
    const here = given.timeZone === undefined ? undefined : wallIn(given.timeZone, instant);
    if (here === undefined) {
      if (given.timeZone === undefined) zoneless += 1;
      else
        yield {
          doubtful: remark(
            `the time zone "${given.timeZone.slice(0, 40)}" is unknown: this machine's was taken`,
          ),
        };
    }
    const wall = here ?? wallIn(zone, instant) ?? instant.slice(0, 19);
    if (!isDay(wall.slice(0, 10))) {
      yield { leftOut: remark('it has no date that can be read') };
      continue;
    }
    const made = given.text ? undefined : richText(given.richText);
    if (made?.trim()) yield { doubtful: remark('its text was put together from its rich text') };
    const text = given.text || made || '';
    if (!text.isWellFormed()) yield { doubtful: remark('half a character in it became \\ufffd') };
    const entry: ForeignEntry = {
      wall,
      zone: here === undefined ? null : (given.timeZone ?? null),
      instant,
      text: text.toWellFormed(),
      tags: given.tags,
      starred: given.starred,
      origin: given.uuid ?? null,
    };
    yield { entry };
  }
  if (zoneless > 0) {
    const why = `no time zone: ${zoneless}, read with this machine's`;
    yield { doubtful: { file, line: null, why, text: '' } };
  }
  for (const [what, n] of beside) {
    const why = `${what}: ${n} not taken; the text goes on naming them`;
    yield { leftOut: { file, line: null, why, text: '' } };
  }
}

/** The members of "entries", as they come. */
function* valuesOf(file: string | null, chunks: Iterable<Uint8Array>): Generator<unknown> {
  const parser = new JSONParser({
    paths: ['$.entries.*'],
    keepStack: false,
    // Without it the parser decodes a text in pieces, and loses a byte order mark (U+FEFF) that a piece begins with.
    stringBufferSize: 1 << 16,
  });
  let ready: unknown[] = [];
  let failed = false;
  parser.onValue = ({ value }) => ready.push(value);
  parser.onError = () => {
    failed = true;
  };
  const refuse = () =>
    new UserError(
      `${file ?? 'The input'} is not the JSON of a Day One export.`,
      'In Day One, export as JSON; praxis takes that ZIP file, or the Journal.json in it. Nothing was stored.',
      EXIT.usage,
    );
  for (const chunk of chunks) {
    if (!parser.isEnded) parser.write(chunk);
    if (failed) throw refuse();
    const values = ready;
    ready = [];
    yield* values;
  }
  if (!parser.isEnded) parser.end();
  if (failed) throw refuse();
}

function readEntry(value: unknown): Given | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const text = (key: string) => (typeof fields[key] === 'string' ? { [key]: fields[key] } : {});
  const { tags } = fields;
  const beside = Object.entries(BESIDE).flatMap(([key, what]): [string, number][] => {
    const held = fields[key];
    const n = Array.isArray(held) ? held.length : typeof held === 'object' && held !== null ? 1 : 0;
    return n > 0 ? [[what, n]] : [];
  });
  const named = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  return {
    ...text('uuid'),
    ...text('creationDate'),
    ...text('timeZone'),
    ...text('text'),
    ...text('richText'),
    tags: [...new Set(named.map((tag) => tag.toWellFormed()))].filter((tag) => tag.trim() !== ''),
    starred: fields['starred'] === true,
    beside: new Map(beside),
  };
}

function readInstant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text))
    return undefined;
  if (!isDay(text.slice(0, 10)) || text < '1000') return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
