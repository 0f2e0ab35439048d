import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { firstBytes } from './files.ts';

/** A value as a record holds it. Integers that JavaScript cannot hold exactly lose their last digits: praxis stores none. */
export type Value = string | number | null | Uint8Array;

/** One row as it lies in a page, without its table's name: only the schema, which may be lost, knows that. */
export interface PageRow {
  readonly rowid: number;
  readonly values: readonly Value[];
}

/** Every page of an SQLite file, the log beside it taken over as SQLite would; by number, from 1. */
export class Pages {
  readonly size: number;
  readonly count: number;
  readonly #file: number;
  readonly #log: number | undefined;
  /** Where in the log the newest committed content of a page begins. */
  readonly #newer: ReadonlyMap<number, number>;

  /** @throws when the file cannot be read. What is in it does not matter. */
  constructor(path: string) {
    this.size = pageSize(firstBytes(path, 18));
    this.#file = openSync(path, 'r');
    const log = `${path}-wal`;
    this.#log = existsSync(log) ? openSync(log, 'r') : undefined;
    this.#newer = this.#log === undefined ? new Map() : framesOf(this.#log, log, this.size);
    this.count = Math.max(Math.ceil(statSync(path).size / this.size), ...this.#newer.keys(), 0);
  }

  /** The bytes of a page; fewer where the file was cut off in it, none behind its end. */
  read(page: number): Buffer {
    const bytes = Buffer.alloc(this.size);
    const newer = this.#newer.get(page);
    const read =
      newer !== undefined && this.#log !== undefined
        ? readSync(this.#log, bytes, 0, this.size, newer)
        : readSync(this.#file, bytes, 0, this.size, (page - 1) * this.size);
    return bytes.subarray(0, read);
  }

  /** The rows that can be read of the page, if rows of a table are in it (a leaf of a table's tree). */
  rowsOf(page: number): PageRow[] {
    return this.#cells(page, 13, (bytes, at) => {
      const [length, afterLength] = varint(bytes, at);
      const [rowid, start] = varint(bytes, afterLength);
      return { rowid, values: record(this.#payload(bytes, start, length, this.size - 35)) };
    });
  }

  /** The entries of the page, if entries of an index are in it: the columns, and last the number of the row. */
  entriesOf(page: number): (readonly Value[])[] {
    const most = Math.floor(((this.size - 12) * 64) / 255) - 23;
    return this.#cells(page, 10, (bytes, at) => {
      const [length, start] = varint(bytes, at);
      return record(this.#payload(bytes, start, length, most));
    });
  }

  /** The pages under this one, if it is a table of contents (the inside of a table's tree). */
  childrenOf(page: number): number[] {
    const below = this.#cells(page, 5, (bytes, at) => bytes.readUInt32BE(at), 12);
    const bytes = this.read(page);
    const head = page === 1 ? 100 : 0;
    if (bytes[head] === 5 && bytes.length >= head + 12) below.push(bytes.readUInt32BE(head + 8));
    return below.filter((each) => each > 1 && each <= this.count);
  }

  /** @param begin where a page of this type has its first cell pointer. */
  #cells<T>(page: number, type: number, read: (bytes: Buffer, at: number) => T, begin = 8): T[] {
    const bytes = this.read(page);
    const head = page === 1 ? 100 : 0;
    if (bytes[head] !== type || bytes.length < head + 8) return [];
    const cells = Math.min(bytes.readUInt16BE(head + 3), Math.floor(this.size / 4));
    const found: T[] = [];
    for (let i = 0; i < cells; i++) {
      try {
        const at = bytes.readUInt16BE(head + begin + 2 * i);
        found.push(read(bytes, at));
      } catch (error) {
        // Whatever the bytes say: a row that is not whole is no row.
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return found;
  }

  /** The whole of a record: what stands in the page, and on from there in pages of its own (SQLite's file format, 1.6). */
  #payload(bytes: Buffer, start: number, length: number, most: number): Buffer {
    if (length > this.size * this.count) throw new RangeError('longer than the file');
    const least = Math.floor(((this.size - 12) * 32) / 255) - 23;
    const spread = least + ((length - least) % (this.size - 4));
    const here = length <= most ? length : spread <= most ? spread : least;
    if (start + here > bytes.length) throw new RangeError('beyond the page');
    const parts = [bytes.subarray(start, start + here)];
    let left = length - here;
    let next = left > 0 ? bytes.readUInt32BE(start + here) : 0;
    while (left > 0) {
      if (next === 0 || next > this.count) throw new RangeError('a page is lost');
      const page = this.read(next);
      const held = Math.min(left, this.size - 4);
      if (page.length < 4 + held) throw new RangeError('a page is cut off');
      parts.push(page.subarray(4, 4 + held));
      left -= this.size - 4;
      next = page.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
    if (this.#log !== undefined) closeSync(this.#log);
  }
}

/** praxis makes pages of 4096 bytes; another tool may have rewritten the file with others. */
const USUAL_SIZE = 4096;

function pageSize(header: Buffer): number {
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3' || header.length < 18)
    return USUAL_SIZE;
  const size = header.readUInt16BE(16);
  if (size === 1) return 65_536;
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_SIZE;
}

/** Finds the newest committed frame of each page in a log (SQLite's file format, 4). */
function framesOf(log: number, path: string, size: number): Map<number, number> {
  const committed = new Map<number, number>();
  const pending = new Map<number, number>();
  const head = Buffer.alloc(32);
  if (readSync(log, head, 0, 32, 0) < 32 || (head.readUInt32BE(0) & ~1) !== 0x377f0682)
    return committed;
  const frame = Buffer.alloc(24);
  for (let at = 32; at + 24 + size <= statSync(path).size; at += 24 + size) {
    readSync(log, frame, 0, 24, at);
    // Frames of an earlier round, which the log was begun anew over.
    if (!frame.subarray(8, 16).equals(head.subarray(16, 24))) break;
    pending.set(frame.readUInt32BE(0), at + 24);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [page, place] of pending) committed.set(page, place);
    pending.clear();
  }
  return committed;
}

/** A number of 1 to 9 bytes, and where it ends. */
function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0n;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new RangeError('beyond the page');
    if (i === 8) return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), at + 9];
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(BigInt.asIntN(64, value)), at + i + 1];
  }
  throw new RangeError('no number');
}

/** The values of a record (SQLite's file format, 2.1). */
function record(bytes: Buffer): Value[] {
  const [headEnd, first] = varint(bytes, 0);
  const values: Value[] = [];
  let at = first;
  let place = headEnd;
  while (at < headEnd) {
    const [type, next] = varint(bytes, at);
    at = next;
    const length = lengthOf(type);
    if (place + length > bytes.length) throw new RangeError('beyond the record');
    values.push(valueAt(bytes, place, type, length));
    place += length;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? Number.NaN;
}

function valueAt(bytes: Buffer, at: number, type: number, length: number): Value {
  if (Number.isNaN(length)) throw new RangeError('no type');
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7)
    return length === 8 ? Number(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, length);
  return type % 2 === 0
    ? new Uint8Array(bytes.subarray(at, at + length))
    : bytes.toString('utf8', at, at + length);
}
