import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { linesOf, makeFolder, refuseForeign, writeWhole } from '../../../src/store/files.ts';
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

describe('the name of an export', () => {
  const MARK = 'generator: praxis';

  test('may be free, or that of an earlier export', () => {
    using folder = new Folder();
    expect(() => refuseForeign(folder.at('new.md'), MARK, false)).not.toThrow();
    writeFileSync(folder.at('old.md'), `---\n${MARK}\n---\n`);
    expect(() => refuseForeign(folder.at('old.md'), MARK, false)).not.toThrow();
  });

  test("may not be that of somebody else's file, unless that is forced", () => {
    using folder = new Folder();
    writeFileSync(folder.at('mine.md'), `${'my own words\n'.repeat(100)}${MARK}`);
    expect(refusalOf(() => refuseForeign(folder.at('mine.md'), MARK, false)).exitCode).toBe(
      EXIT.conflict,
    );
    expect(() => refuseForeign(folder.at('mine.md'), MARK, true)).not.toThrow();
  });

  test('may not be that of a folder', () => {
    using folder = new Folder();
    mkdirSync(folder.at('dir.md'));
    expect([EXIT.cannot, EXIT.conflict]).toContain(
      refusalOf(() => refuseForeign(folder.at('dir.md'), MARK, false)).exitCode,
    );
  });
});

describe('a folder for an export', () => {
  test('is closed to others when it is new, and left as it is when it was there', () => {
    using folder = new Folder();
    makeFolder(folder.at('a', 'b'));
    expect(mode(folder.at('a', 'b'))).toBe(0o700);
    mkdirSync(folder.at('shared'));
    chmodSync(folder.at('shared'), 0o755);
    makeFolder(folder.at('shared'));
    expect(mode(folder.at('shared'))).toBe(0o755);
  });

  test('cannot be made below a file', () => {
    using folder = new Folder();
    writeFileSync(folder.at('file'), '');
    expect(refusalOf(() => makeFolder(folder.at('file', 'x'))).exitCode).toBe(EXIT.cannot);
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
