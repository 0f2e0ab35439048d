import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { fileSource, textLines } from '../../../src/store/lines.ts';
import { spooled } from '../../../src/store/spool.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

describe('the lines of a file', () => {
  const linesIn = (bytes: string | Uint8Array) => {
    using folder = new Folder();
    writeFileSync(folder.at('in'), bytes);
    return [...textLines(fileSource(folder.at('in'), 'in'))];
  };

  test('are the same with a line feed at the end and without', () => {
    expect(linesIn('a\nb\n')).toEqual(['a', 'b']);
    expect(linesIn('a\nb')).toEqual(['a', 'b']);
    expect(linesIn('')).toEqual([]);
    expect(linesIn('\n\na')).toEqual(['', '', 'a']);
  });

  test('stay whole where the file is read in parts, in the middle of a character too', () => {
    const megabyte = 1 << 20;
    for (const shift of [-3, -2, -1, 0, 1]) {
      const line = `${'x'.repeat(megabyte + shift)}🙂é`;
      expect(linesIn(`${line}\nb`)).toEqual([line, 'b']);
    }
  });

  test.each([
    ['Latin-1', Buffer.from([0x61, 0xe9, 0x0a])],
    ['a character cut off at the end', Buffer.from([0x61, 0x0a, 0xf0, 0x9f])],
  ])('in %s are refused', (_, bytes) => {
    expect(refusalOf(() => linesIn(bytes)).exitCode).toBe(EXIT.usage);
  });

  test('of a file that is not there, of a folder or of a dangling link are refused', () => {
    using folder = new Folder();
    symlinkSync('nowhere', folder.at('link'));
    for (const name of ['none', '', 'link']) {
      expect(refusalOf(() => [...textLines(fileSource(folder.at(name), name))]).exitCode).toBe(
        EXIT.usage,
      );
    }
  });
});

describe('what comes on a stream', () => {
  async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  test.each([
    ['short', 1_000],
    ['long', 20 << 20],
  ])('can be read more than once, and leaves nothing behind (%s)', async (_, length) => {
    using folder = new Folder();
    const bytes = Buffer.from('déjà vu\n'.repeat(Math.ceil(length / 10))).subarray(0, length);
    const source = await spooled(inPieces(bytes, 65_521), folder.at('private'), 'x');
    expect(source.size).toBe(length);
    for (let round = 0; round < 2; round++)
      expect(
        Buffer.concat(Array.from(source.chunks(), (chunk) => Buffer.from(chunk))).equals(bytes),
      ).toBe(true);
    for (const name of folder.list()) expect(readdirSync(folder.at(name))).toEqual([]);
  });
});
