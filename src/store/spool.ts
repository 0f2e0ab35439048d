import { mkdirSync, openSync, readSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';
import { bytesSource, CHUNK, type Source } from './lines.ts';

/** What comes on a stream is held in memory up to here. */
const IN_MEMORY = 8 << 20;

/**
 * All of a stream, to be read as often as it takes. What is long waits in a file that has no name any more once it is
 * open: nothing of it is left behind, however praxis ends.
 * @param folder a private one, made when it is missing.
 * @param name that nothing in it has.
 */
export async function spooled(
  stream: AsyncIterable<Uint8Array | string>,
  folder: string,
  name: string,
): Promise<Source> {
  let held: Uint8Array[] = [];
  let size = 0;
  let handle: number | undefined;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    held.push(bytes);
    size += bytes.length;
    if (size <= IN_MEMORY) continue;
    handle ??= nameless(folder, name);
    for (const each of held) append(handle, each);
    held = [];
  }
  return handle === undefined ? bytesSource(Buffer.concat(held)) : fileWithoutName(handle, size);
}

function nameless(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const handle = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return handle;
}

function append(handle: number, bytes: Uint8Array): void {
  try {
    writeFileSync(handle, bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new UserError(
      'The disk has no room for what comes on stdin.',
      'Make room, or name a file instead. Nothing was stored.',
      EXIT.cannot,
    );
  }
}

function fileWithoutName(handle: number, size: number): Source {
  function* chunks(): Generator<Uint8Array> {
    const bytes = Buffer.allocUnsafe(CHUNK);
    for (let at = 0; at < size; ) {
      const read = readSync(handle, bytes, 0, CHUNK, at);
      if (read === 0) return;
      at += read;
      yield bytes.subarray(0, read);
    }
  }
  return { name: null, size, chunks };
}
