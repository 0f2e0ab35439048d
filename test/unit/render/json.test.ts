import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json, jsonLine } from '../../../src/render/json.ts';
import { anyCharacter, anyUnit } from '../../support/characters.ts';

describe('a JSON document', () => {
  const value = fc
    .jsonValue({ stringUnit: anyCharacter })
    .filter((each) => !JSON.stringify(each).includes('-0'));

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(JSON.parse(json(each))).toEqual(JSON.parse(JSON.stringify(each)));
        expect(JSON.parse(jsonLine(each))).toEqual(JSON.parse(JSON.stringify(each)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('holds nothing that a terminal obeys', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: anyUnit }),
      fc.string({
        unit: fc.constantFrom(
          '\u007f',
          '\u0085',
          '\u202e',
          '\u{e0001}',
          '\u{1f642}',
          '\ufeff',
          '"',
          '\\',
        ),
      }),
    );
    fc.assert(
      fc.property(text, (each) => {
        const document = json({ [each]: each });
        expect(document.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u,
        );
        expect(JSON.parse(document)).toEqual({ [each]: each });
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test('never rounds a number', () => {
    expect(json({ value: 50.37185534591195 })).toContain('50.37185534591195');
  });

  test('shows letters of every script as they are', () => {
    expect(json('Zoë 日本 مرحبا 👩‍👧')).toBe('"Zoë 日本 مرحبا 👩‍👧"\n');
  });

  test('ends in one line feed; a record is one line', () => {
    expect(json({ a: 1 })).toBe('{\n  "a": 1\n}\n');
    expect(jsonLine({ a: 'x\ny\u2028z', b: [1, 2] })).toBe('{"a":"x\\ny\\u2028z","b":[1,2]}\n');
  });
});
