import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backslashed, quoted, typedLine } from '../../../src/domain/shell.ts';
import { anyCharacter } from '../../support/characters.ts';

/** Words that a POSIX shell can hold: no NUL, no half characters. */
const word = fc
  .string({ unit: anyCharacter })
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text.isWellFormed());

/** The arguments that a shell makes of a text. */
function args(text: string): string[] {
  const { stdout } = spawnSync('bash', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

describe('a word for a shell', () => {
  const odd = [
    '', ' ', 'two words', "it's", '"', '$(touch x)', '`x`', '~', '#', '!!', 'a;b', 'a\nb', '\\', 'zoë', '*', '{a,b}',
    '-x', 'a=b', '%', '<', '&', '\u001b[31m', '=x', '~/x',
  ]; // biome-ignore format: one a word

  test.each(odd)('%j is one argument between quotes', (text) => {
    expect(args(quoted(text))).toEqual([text]);
  });

  test.each(odd.filter((text) => text !== '' && !text.includes('\n')))(
    '%j is one argument with backslashes',
    (text) => {
      expect(args(backslashed(text))).toEqual([text]);
    },
  );

  test('whatever it is, it comes through', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(args(words.map(quoted).join(' '))).toEqual(words);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('a plain one stays as it is', () => {
    for (const text of ['/usr/bin/node', 'lee', 'zoë', 'w:fit', 'a=1', '@lee', '--on'])
      expect([quoted(text), backslashed(text)]).toEqual([text, text]);
  });
});

describe('a line as far as it is typed', () => {
  test.each<[string, string[], string, string]>([
    ['praxis ', ['praxis', ''], '', ''],
    ['praxis ref', ['praxis', 'ref'], 'ref', ''],
    ['praxis  note "two wo', ['praxis', 'note', 'two wo'], '"two wo', '"'],
    ["praxis note 'two wo", ['praxis', 'note', 'two wo'], "'two wo", "'"],
    ['praxis two\\ wo', ['praxis', 'two wo'], 'two\\ wo', ''],
    ['praxis "a\\"b" c', ['praxis', 'a"b', 'c'], 'c', ''],
    ['praxis "a\\b', ['praxis', 'a\\b'], '"a\\b', '"'],
    ['praxis $(touch x) `y`', ['praxis', '$(touch', 'x)', '`y`'], '`y`', ''],
    ['praxis "" ', ['praxis', '', ''], '', ''],
    ['praxis x\\', ['praxis', 'x'], 'x\\', ''],
    ['', [''], '', ''],
  ])('%j', (line, words, typed, quote) => {
    expect(typedLine(line)).toEqual({ words, typed, quote });
  });

  test('reads back what was quoted', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(typedLine(words.map(quoted).join(' ')).words).toEqual(words);
      }),
      { seed: 1 },
    );
  });
});
