import { isDay } from '../domain/day.ts';
import type { ForeignEntry, Item, Remark } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import { richText } from './dayone-text.ts';
import { fieldsOf, jsonEntries } from './json-entries.ts';
import { wallIn, zoneOfOffset } from './zone.ts';

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

/** What is taken of an entry. Any other key is told. */
const TAKEN = new Set(['uuid', 'creationDate', 'timeZone', 'text', 'richText', 'tags', 'starred']);
/** Names of other keys that are told. */
const MOST_KEYS = 40;
/** Where a picture, a recording or a file stands in a text. */
const MOMENT = /dayone-moment:\/{1,2}(?:[a-z]+[A-Za-z]*\/)?([\w-]+)/g;

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
  /** Names of what is attached to it. */
  readonly attached: ReadonlySet<string>;
  /** Other keys that say something. */
  readonly others: readonly string[];
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
  const others = new Set<string>();
  let zoneless = 0;
  let absent = 0;
  for (const value of jsonEntries(chunks, () => notDayOne(file))) {
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
    for (const key of given.others) if (others.size < MOST_KEYS) others.add(key.slice(0, 40));
    const timeZone = given.timeZone === undefined ? undefined : zoneNamed(given.timeZone);
    const here = timeZone === undefined ? undefined : wallIn(timeZone, instant);
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
    for (const [, name = ''] of text.matchAll(MOMENT)) if (!given.attached.has(name)) absent += 1;
    const entry: ForeignEntry = {
      wall,
      zone: here === undefined ? null : (timeZone ?? null),
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
  if (absent > 0) {
    const why = `named in a text and not in the export: ${counted(absent, 'picture or file', 'pictures or files')}`;
    yield { leftOut: { file, line: null, why, text: '' } };
  }
  if (others.size > 0) {
    const why = `what Day One notes of itself: ${[...others].sort().join(', ')}`;
    yield { leftOut: { file, line: null, why, text: '' } };
  }
}

function counted(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

/** `GMT+0200`, where the device knew no place, is the zone with that distance from UTC. */
function zoneNamed(name: string): string {
  const [, sign = '', hours = '', minutes = ''] =
    /^(?:GMT|UTC)([+-])(\d{2}):?(\d{2})$/.exec(name) ?? [];
  return (sign && zoneOfOffset(`${sign}${hours}:${minutes}`)) || name;
}

function notDayOne(file: string | null): UserError {
  return new UserError(
    `${file ?? 'The input'} is not the JSON of a Day One export.`,
    'In Day One, export as JSON; praxis takes that ZIP file, or the Journal.json in it. Nothing was stored.',
    EXIT.usage,
  );
}

function readEntry(value: unknown): Given | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
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
    attached: new Set(Object.keys(BESIDE).flatMap((key) => namesIn(fields[key]))),
    others: Object.keys(fields).filter(
      (key) => !TAKEN.has(key) && !Object.hasOwn(BESIDE, key) && saysSomething(fields[key]),
    ),
  };
}

function namesIn(list: unknown): string[] {
  return (Array.isArray(list) ? list : []).flatMap((each) => {
    const name = fieldsOf(each)?.['identifier'];
    return typeof name === 'string' ? [name] : [];
  });
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '' && value !== false && value !== 0;
}

function readInstant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text))
    return undefined;
  if (!isDay(text.slice(0, 10)) || text < '1000') return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
