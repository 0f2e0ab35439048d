import { codeOfTag, type Item, NO_TIME, type Remark, tagsIn } from '../domain/foreign.ts';
import { EXIT, UserError } from '../errors.ts';
import { readDate } from './date.ts';
import { fieldsOf, jsonEntries } from './json-entries.ts';
import type { TextFile } from './text-file.ts';

/** True for what `jrnl --format json` writes: its first words are a brace and a key. */
export function isJrnlJson(file: TextFile): boolean {
  for (const line of file.lines()) {
    if (line.trim() !== '') return /^\s*\{\s*("|$)/.test(line);
  }
  return false;
}

/**
 * The entries of a journal that jrnl wrote as JSON: the same text and the same time, to the minute, as in its text file.
 * @throws UserError (usage) for what is no JSON.
 */
export function* jrnlJsonEntries(file: TextFile, symbols: string): Generator<Item> {
  let number = 0;
  for (const value of jsonEntries(linesOf(file), () => notJson(file))) {
    number += 1;
    const fields = fieldsOf(value) ?? {};
    const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : '');
    const remark = (why: string): Remark => ({
      file: file.name,
      line: null,
      why: `entry ${number}: ${why}`,
      text: text('title').slice(0, 200),
    });
    const at = readDate(`${text('date')} ${text('time')}`, 'day-first');
    if (!at?.day) {
      yield { leftOut: remark('it has no date that can be read') };
      continue;
    }
    const body = text('body');
    const words = body === '' ? text('title') : `${text('title')}\n${body}`;
    if (!words.isWellFormed()) yield { doubtful: remark('half a character in it became \\ufffd') };
    const written = words.toWellFormed();
    yield {
      entry: {
        wall: `${at.day}T${at.time ?? NO_TIME}`,
        zone: null,
        instant: null,
        text: written,
        tags: tagsOf(fields['tags'], tagsIn(written, symbols)),
        starred: fields['starred'] === true,
        origin: null,
      },
    };
  }
}

/** The tags of the text as they are written, and those that only the list has: jrnl lists them in lower case. */
function tagsOf(listed: unknown, found: readonly string[]): string[] {
  const named = new Set(found.map(codeOfTag));
  const others = (Array.isArray(listed) ? listed : []).filter(
    (tag) => typeof tag === 'string' && tag.trim() !== '' && !named.has(codeOfTag(tag)),
  );
  return [...new Set([...found, ...others.map((tag: string) => tag.toWellFormed())])];
}

function* linesOf(file: TextFile): Generator<string> {
  for (const line of file.lines()) yield `${line}\n`;
}

function notJson({ name }: TextFile): UserError {
  return new UserError(
    `${name ?? 'The input'} is not the JSON of jrnl.`,
    'jrnl --format json writes it; the text file of the journal can be imported too. Nothing was stored.',
    EXIT.usage,
  );
}
