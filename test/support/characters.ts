import fc from 'fast-check';

/** Any character of Unicode, the troublesome ones often. Quicker to set up than fast-check's own units. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(
    '\u0000',
    '\u001b',
    '\u0085',
    '\u200b',
    '\u2028',
    '\u202e',
    '\ufeff',
    '"',
    '\\',
    '\n',
    '\r',
    '\t',
    '|',
  ),
  fc
    .integer({ min: 0, max: 0x10ffff - 0x800 })
    .map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800)),
);

/** What a reader takes for one character, of several parts among them. */
export const anyGrapheme: fc.Arbitrary<string> = fc.oneof(
  anyCharacter,
  fc.constantFrom(
    'e\u0301',
    'é',
    'İ',
    'ß',
    'Σ',
    '語',
    '한',
    'नि',
    'لا',
    '👩‍👧',
    '👍🏽',
    '🏳️‍🌈',
    '❤️',
    '1️⃣',
    '🇩🇪',
    'z\u0323\u0307',
  ),
);

/** Half a surrogate pair among whole characters: what a string can hold and a text cannot. */
export const anyUnit: fc.Arbitrary<string> = fc.oneof(
  anyCharacter,
  fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
);
