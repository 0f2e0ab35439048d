import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { linesOf, writeWhole } from '../../../src/store/files.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../refusal.ts';

const mode = (path: string) => statSync(path).mode & 0o777;

describe('a file that praxis writes', () => {
  test('holds every piece, belongs to its owner, and leaves nothing beside it', () => {
    using folder = new Folder();
    writeWhole(folder.at('out.jsonl'), ['one\n', 'zwei é\n', '']);
    expect(readFileSync(folder.at('out.jsonl'), 'utf8')).toBe('one\nzwei é\n');
    expect(mode(folder.at('out.jsonl'))).toBe(0o600);
    expect(folder.list()).toEqual(['out.jsonl']);
  });

  test('takes the place of an open one, closed to others', () => {
    using folder = new Folder();
    writeFileSync(folder.at('out'), 'before');
    chmodSync(folder.at('out'), 0o644);
    writeWhole(folder.at('out'), ['after']);
    expect(readFileSync(folder.at('out'), 'utf8')).toBe('after');
    expect(mode(folder.at('out'))).toBe(0o600);
  });

  test('is as it was when the pieces stop coming', () => {
    using folder = new Folder();
    writeFileSync(folder.at('out'), 'before');
    function* failing() {
      yield 'half';
      throw new Error('no more');
    }
    expect(() => writeWhole(folder.at('out'), failing())).toThrow('no more');
    expect(readFileSync(folder.at('out'), 'utf8')).toBe('before');
    expect(folder.list()).toEqual(['out']);
  });

  test('in a folder that is not there is told as what cannot be done', () => {
    using folder = new Folder();
    const refusal = refusalOf(() => writeWhole(folder.at('no', 'out.md'), ['x']));
    expect(refusal.exitCode).toBe(EXIT.cannot);
  });
});

describe('the lines of a file', () => {
  const linesIn = (bytes: string | Uint8Array) => {
    using folder = new Folder();
    writeFileSync(folder.at('in'), bytes);
    return [...linesOf(folder.at('in'))];
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
      expect(refusalOf(() => [...linesOf(folder.at(name))]).exitCode).toBe(EXIT.usage);
    }
  });
});
