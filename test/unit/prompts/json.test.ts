import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { strictJson } from '../../../src/prompts/json.ts';
import { decode } from '../../../src/prompts/text.ts';
import { anyCharacter } from '../../support/characters.ts';
import { refusalOf } from '../../support/refusal.ts';

describe('strict JSON', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.json({ stringUnit: anyCharacter }).filter((each) => !each.includes('__proto__')),
        (source) => {
          expect(strictJson(source)).toEqual(JSON.parse(source));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
    expect(strictJson(' {"a": [1, 2.5e3, null, true, "\\u00e9"]}\n')).toEqual({
      a: [1, 2500, null, true, 'é'],
    });
  });

  test.each([
    ['', 'nothing'],
    ['   ', 'blanks'],
    ['{"a": 1,}', 'a trailing comma'],
    ['[1, 2,]', 'a trailing comma in a list'],
    ['{"a": 1 // one\n}', 'a comment'],
    ['/* x */ {"a": 1}', 'a comment in front'],
    ["{'a': 1}", 'single quotes'],
    ['{a: 1}', 'a key without quotes'],
    ['{"a": NaN}', 'NaN'],
    ['{"a": Infinity}', 'Infinity'],
    ['{"a": -}', 'half a number'],
    ['{"a": 01}', 'a leading zero'],
    ['{"a": 0x10}', 'a hexadecimal number'],
    ['{"a": +1}', 'a plus'],
    ['{"a": .5}', 'a number without its zero'],
    ['{"a": undefined}', 'undefined'],
    ['{"a": "x\ny"}', 'a line feed in a text'],
    ['{"a": "\\x41"}', 'an escape that JSON has not'],
    ['{"a": "x}', 'a text without its end'],
    ['{"a": 1', 'an object without its end'],
    ['{"a": 1} {"b": 2}', 'two documents'],
    ['{"a": 1}}', 'a bracket too many'],
    ['{"a" 1}', 'a missing colon'],
    ['{"a": 1 "b": 2}', 'a missing comma'],
    ['on: 2026-11-20', 'YAML'],
  ])('%j (%s) is refused', (source) => {
    const refusal = refusalOf(() => strictJson(source));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toMatch(/^The answers are not JSON: /);
  });

  test('says where it went wrong', () => {
    expect(refusalOf(() => strictJson('{\n  "a": 1,\n  "b": nope\n}')).message).toContain(
      'line 3, column 8',
    );
  });

  test.each([
    ['{"a": 1, "a": 1}', 'a'],
    ['{"x": {"b": 1, "c": 2, "b": 3}}', 'b'],
    ['{"a": 1, "\\u0061": 2}', 'a'],
  ])('%s names the key that stands there twice', (source, key) => {
    expect(refusalOf(() => strictJson(source)).message).toContain(
      `the key "${key}" stands there twice`,
    );
  });

  test('the key that would change an object itself is none', () => {
    for (const source of ['{"__proto__": 1}', '{"a": [{"\\u005f_proto__": {}}]}']) {
      expect(refusalOf(() => strictJson(source)).message).toContain('"__proto__" is no key');
    }
  });

  test('the same key in two objects is no second one', () => {
    expect(strictJson('{"a": {"b": 1}, "c": {"b": 2}, "b": [{"b": 1}, {"b": 2}]}')).toBeTruthy();
  });

  test('a depth that nobody writes is refused, not crashed on', () => {
    for (const depth of [10_000, 1_000_000]) {
      const refusal = refusalOf(() => strictJson('['.repeat(depth) + ']'.repeat(depth)));
      expect(refusal.exitCode).toBe(EXIT.usage);
    }
  });

  test('nothing that is written makes it end in anything but a value or a refusal', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '1',
        'a',
        '\\',
        'u',
        '/',
        '*',
        ' ',
        '\n',
        '-',
        'e',
      ),
    });
    fc.assert(
      fc.property(nearly, (source) => {
        let expected: unknown;
        try {
          expected = JSON.parse(source);
        } catch {
          expect(refusalOf(() => strictJson(source)).exitCode).toBe(EXIT.usage);
          return;
        }
        try {
          expect(strictJson(source)).toEqual(expected);
        } catch {
          expect(refusalOf(() => strictJson(source)).message).toContain('stands there twice');
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});

describe('bytes as text', () => {
  test('a byte order mark is no part of the text', () => {
    expect(decode(Buffer.from('\ufeff{"a": 1}'))).toBe('{"a": 1}');
  });

  test.each([
    ['Latin-1', Buffer.from([0x7b, 0xe9, 0x7d])],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['half a character', Buffer.from([0xe2, 0x82])],
    ['a surrogate written as bytes', Buffer.from([0xed, 0xa0, 0x80])],
    ['a character written too long', Buffer.from([0xc0, 0xaf])],
  ])('%s is refused', (_, bytes) => {
    expect(refusalOf(() => decode(bytes)).exitCode).toBe(EXIT.usage);
  });
});
