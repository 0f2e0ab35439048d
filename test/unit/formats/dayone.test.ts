import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOneEntries } from '../../../src/formats/dayone.ts';
import { anyCharacter } from '../../support/characters.ts';

/** A file in pieces of so many bytes. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('a text comes in as it was, wherever a piece of the file ends', () => {
  const character = fc.oneof(
    { weight: 2, arbitrary: anyCharacter },
    { weight: 1, arbitrary: fc.constantFrom('\ufeff', '"', '\n', 'ï', '»') },
  );
  const text = fc.string({ unit: character, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (said, size) => {
      const entry = { uuid: 'A', creationDate: '2026-11-01T10:00:00Z', text: said };
      const bytes = new TextEncoder().encode(JSON.stringify({ entries: [entry] }));
      const [found] = dayOneEntries(null, pieces(bytes, size), 'UTC');
      // A mark in front of all is none of the text's.
      expect(found).toMatchObject({ entry: { text: said.replace(/^\ufeff/, '') } });
    }),
    { numRuns: 400 },
  );
});
