import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { makeFolder, refuseForeign, writeExport } from '../../../src/store/export-file.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const PROCESSES = { pid: 1, isRunning: () => false };
const mode = (path: string) => statSync(path).mode & 0o777;

describe('a file of an export', () => {
  function* cut(): Generator<string> {
    yield 'half';
    throw new Error('no more');
  }

  test('touches no file beside it, and leaves none when it is cut off', () => {
    using folder = new Folder();
    writeFileSync(folder.at('out.md.half'), 'my own');
    writeFileSync(folder.at('out.md'), 'before');
    expect(() => writeExport(folder.at('out.md'), cut(), PROCESSES)).toThrow('no more');
    expect(folder.list()).toEqual(['out.md', 'out.md.half']);
    writeExport(folder.at('out.md'), ['after'], PROCESSES);
    expect(folder.list()).toEqual(['out.md', 'out.md.half']);
    expect(readFileSync(folder.at('out.md.half'), 'utf8')).toBe('my own');
    expect(mode(folder.at('out.md'))).toBe(0o600);
  });

  test('may have the longest name that a file can have', () => {
    using folder = new Folder();
    writeExport(folder.at('x'.repeat(255)), ['long'], PROCESSES);
    expect(
      refusalOf(() => writeExport(folder.at('x'.repeat(256)), ['x'], PROCESSES)).message,
    ).toContain('its name is too long');
    expect(folder.list()).toEqual(['x'.repeat(255)]);
  });

  test('that finds no room is told as what cannot be done', () => {
    using folder = new Folder();
    // What a device says that is always full.
    const pieces = (function* () {
      yield 'x';
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    })();
    const refusal = refusalOf(() => writeExport(folder.at('out'), pieces, PROCESSES));
    expect(refusal.exitCode).toBe(EXIT.cannot);
    expect(refusal.message).toContain('the disk is full');
    expect(folder.list()).toEqual([]);
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

  test('may not be that of a link, wherever it leads, unless the link is to go', () => {
    using folder = new Folder();
    writeFileSync(folder.at('ours.md'), `---\n${MARK}\n---\n`);
    for (const target of ['ours.md', 'nowhere.md']) {
      symlinkSync(target, folder.at(`to-${target}`));
      expect(
        refusalOf(() => refuseForeign(folder.at(`to-${target}`), MARK, false)).message,
      ).toContain('is a link');
      expect(() => refuseForeign(folder.at(`to-${target}`), MARK, true)).not.toThrow();
      writeExport(folder.at(`to-${target}`), ['new'], PROCESSES);
      expect(lstatSync(folder.at(`to-${target}`)).isFile()).toBe(true);
    }
    expect(readFileSync(folder.at('ours.md'), 'utf8')).toContain(MARK);
    expect(existsSync(folder.at('nowhere.md'))).toBe(false);
  });

  test('may not be that of a device, whatever is forced', () => {
    for (const force of [false, true])
      expect(refusalOf(() => refuseForeign('/dev/null', MARK, force)).exitCode).toBe(EXIT.conflict);
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
