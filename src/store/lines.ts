import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { EXIT, UserError } from '../errors.ts';

/** How a text file's bytes are to be read. `latin1` is what Windows and old Linux wrote: Windows-1252. */
export const ENCODINGS = ['utf8', 'latin1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that can be read again from the beginning. A piece is only good until the next one is asked for. */
export interface Source {
  /** As it is told: a path, or null for stdin. */
  readonly name: string | null;
  readonly size: number;
  chunks(): Iterable<Uint8Array>;
}

/** Bytes at a time. Few, so that the lines of a piece are done with before the engine moves them to its old objects. */
export const CHUNK = 1 << 14;

/**
 * A file, read piece by piece.
 * @param onRead told after each piece how many bytes it had.
 * @throws UserError (usage) when it cannot be read.
 */
export function fileSource(
  file: string,
  shown: string,
  onRead: (bytes: number) => void = () => {},
): Source {
  const unreadable = () =>
    new UserError(
      `The file ${shown} cannot be read.`,
      'Name a file that is there and that you may read. Nothing was stored.',
      EXIT.usage,
    );
  let size: number;
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new Error('a folder');
    size = found.size;
  } catch {
    throw unreadable();
  }
  function* chunks(): Generator<Uint8Array> {
    let handle: number;
    try {
      handle = openSync(file, 'r');
    } catch {
      throw unreadable();
    }
    // One for all: whoever reads is done with a piece before the next one comes.
    const bytes = Buffer.allocUnsafe(CHUNK);
    try {
      for (;;) {
        let read: number;
        try {
          read = readSync(handle, bytes);
        } catch {
          throw unreadable();
        }
        if (read === 0) return;
        onRead(read);
        yield bytes.subarray(0, read);
      }
    } finally {
      closeSync(handle);
    }
  }
  return { name: shown, size, chunks };
}

/** Bytes that are in memory already: what came on stdin. */
export function bytesSource(bytes: Uint8Array): Source {
  return {
    name: null,
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    },
  };
}

const LF = 0x0a;

/**
 * The lines of a text, without a byte order mark. Windows line ends are taken for plain ones when the first line ends
 * in one; a carriage return anywhere else is a character like any other.
 * @throws UserError (usage) for bytes that are no text in that encoding, naming the line.
 */
export function* textLines(source: Source, encoding: Encoding = 'utf8'): Generator<string> {
  const decode = decoder(source, encoding);
  // What was read and not yet decoded: one piece of memory for all of the file, larger only for a longer line.
  let held = Buffer.allocUnsafe(2 * CHUNK);
  let length = 0;
  let number = 1;
  let windows: boolean | undefined;
  const plain = (line: string): string => {
    windows ??= line.endsWith('\r');
    return windows && line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for (const chunk of source.chunks()) {
    if (length + chunk.length > held.length) {
      const larger = Buffer.allocUnsafe(2 * (length + chunk.length));
      held.copy(larger, 0, 0, length);
      held = larger;
    }
    held.set(chunk, length);
    const end = chunk.lastIndexOf(LF);
    const whole = length + end;
    length += chunk.length;
    if (end < 0) continue;
    const lines = decode(held.subarray(0, whole), number).split('\n');
    held.copyWithin(0, whole + 1, length);
    length -= whole + 1;
    for (const line of lines) yield plain(line);
    number += lines.length;
  }
  if (length > 0) yield plain(decode(held.subarray(0, length), number));
}

/** Decodes pieces that end where a line ends; the number is that of a piece's first line. */
function decoder(
  source: Source,
  encoding: Encoding,
): (bytes: Uint8Array, number: number) => string {
  const mark = (text: string, number: number) =>
    number === 1 ? text.replace(/^\ufeff/, '') : text;
  if (encoding === 'latin1') {
    const decoding = new TextDecoder('windows-1252');
    return (bytes) => decoding.decode(bytes);
  }
  const decoding = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes, number) => {
    try {
      return mark(decoding.decode(bytes), number);
    } catch {
      throw notText(source, number + count(bytes.subarray(0, badAt(bytes))));
    }
  };
}

function notText({ name }: Source, line: number): UserError {
  return new UserError(
    `Line ${line} of ${name ?? 'the input'} is not UTF-8 text.`,
    'Save it as UTF-8; for a text of an old Windows or Linux, import jrnl and markdown take --encoding latin1. Nothing was stored.',
    EXIT.usage,
  );
}

/** Where the first line begins that is not UTF-8. */
function badAt(bytes: Uint8Array): number {
  const decoding = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LF, from);
    const end = found < 0 ? bytes.length : found;
    try {
      decoding.decode(bytes.subarray(from, end));
    } catch {
      return from;
    }
    from = end + 1;
  }
  return 0;
}

/** The bytes of a text as they come, once it is known that they are UTF-8. @throws UserError (usage) naming the line. */
export function* checkedChunks(source: Source): Generator<Uint8Array> {
  const decoding = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  const check = (bytes: Uint8Array, stream: boolean) => {
    try {
      decoding.decode(bytes, { stream });
    } catch {
      throw notText(source, number + count(bytes.subarray(0, badAt(bytes))));
    }
    number += count(bytes);
  };
  for (const chunk of source.chunks()) {
    check(chunk, true);
    yield chunk;
  }
  check(new Uint8Array(), false);
}

function count(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}
