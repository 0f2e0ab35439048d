import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { writeWhole } from '../../../src/store/files.ts';
import { Folder } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

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
