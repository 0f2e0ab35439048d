import fc from 'fast-check';
import { anyGrapheme, anyUnit } from './characters.ts';
import { HOSTILE } from './checks.ts';

/** Texts that something reads as more than text: a terminal, a spreadsheet, a shell, SQL, YAML, JSON, Markdown, a path. */
const TRICKS = [
  '',
  ' ',
  HOSTILE,
  '=1+1',
  '+1',
  '-1',
  '@lee',
  '\t=1',
  '\r=1',
  "=cmd|' /C calc'!A0",
  '../../../etc/passwd',
  '..\\..\\x',
  '/x',
  'CON',
  'nul.txt',
  'a'.repeat(300),
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\ufeffx',
  '__proto__',
  'constructor',
  'toString',
  "'); DROP TABLE session;--",
  '" OR 1=1 --',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what a shell would read
  '${HOME}',
  '$(touch owned)',
  '`touch owned`',
  '%s%n%x',
  '<!-- praxis {} -->',
  '-->\n<!--',
  '---\nx: 1\n---',
  '```\n# x',
  '| a | b |',
  '[[x]](y)',
  '> quoted\n\n> again',
  '- [ ] x\r\n- [x] y',
  '[2026-11-01 10:00] x',
  '*a',
  '&a',
  '!!js/function x',
  '{person}',
  '9'.repeat(400),
  '-0',
  '1e400',
  'NaN',
  'null',
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  'İ',
  'e\u0301',
  '\u2028\u2029',
  '𝕏'.repeat(40),
];

export const trick = fc.constantFrom(...TRICKS);

/** Any text, the troublesome ones often; half a character among them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: trick },
  { weight: 3, arbitrary: fc.string({ unit: anyUnit, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.tuple(trick, trick).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: fc.string({ unit: anyGrapheme, minLength: 200, maxLength: 2_000 }) },
);

/** The same without what cannot be stored at all. */
export const wholeText = anyText.filter((text) => text.isWellFormed());

export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .uint8Array({ maxLength: 20 })
    .map((bytes) => Buffer.concat([Buffer.from('{"answers":'), bytes])),
);

/** A text with something taken out, put in, doubled, turned round or cut off. */
export function changed(text: string): fc.Arbitrary<string> {
  const place = fc.nat(Math.max(0, text.length));
  const length = fc.integer({ min: 1, max: 12 });
  return fc.oneof(
    fc.constant(text),
    fc.tuple(place, length).map(([at, n]) => text.slice(0, at) + text.slice(at + n)),
    fc.tuple(place, anyText).map(([at, more]) => text.slice(0, at) + more + text.slice(at)),
    fc
      .tuple(place, length, anyText)
      .map(([at, n, x]) => text.slice(0, at) + x + text.slice(at + n)),
    fc.tuple(place, place).map(([at, to]) => text.slice(0, to) + text.slice(at)),
    place.map((at) => text.slice(0, at)),
  );
}

/** Any JSON value: with the keys that mean something, and values of every kind. */
export function anyJson(
  keys: readonly string[],
  values: readonly unknown[] = [],
): fc.Arbitrary<unknown> {
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...keys) },
    { weight: 1, arbitrary: trick },
  );
  return fc.letrec<{ value: unknown; leaf: unknown; object: unknown }>((tie) => ({
    leaf: fc.oneof(
      anyText,
      fc.constantFrom(
        null,
        true,
        false,
        0,
        -0,
        1,
        3,
        5,
        7,
        999,
        1_000,
        -1,
        0.5,
        1e21,
        5e-324,
        2 ** 53,
      ),
      ...(values.length > 0 ? [fc.constantFrom(...values)] : []),
    ),
    object: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      // Not an assignment: "__proto__" is a key like any other.
      .map((pairs) => Object.fromEntries(pairs)),
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 3, arbitrary: tie('leaf') },
      { weight: 3, arbitrary: tie('object') },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    ),
  })).value;
}

/** A JSON value in which one part is something else: what is right about it leads far in. */
export function partChanged(
  value: unknown,
  keys: readonly string[],
  values: readonly unknown[] = [],
): fc.Arbitrary<unknown> {
  const json = JSON.stringify(value);
  let parts = 0;
  JSON.parse(json, () => parts++);
  // The last one is what no text can be made of.
  const other = fc.oneof(anyJson(keys, values), anyText, fc.constant({ toString: 1, valueOf: 1 }));
  return fc.tuple(fc.nat(parts - 1), other).map(([which, more]) => {
    let at = 0;
    return JSON.parse(json, (_, part) => (at++ === which ? more : part));
  });
}

/** What nobody reads as JSON any more: duplicated keys, depth without end, numbers beyond all numbers. */
export const oddJson = fc.constantFrom(
  '{"answers":{"note":"a","note":"b"}}',
  `${'['.repeat(20_000)}`,
  `${'{"answers":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '{"answers":{"tallies":{"a":1e999}}}',
  '{"answers":{"tallies":{"a":NaN}}}',
  '{"answers":{"__proto__":{"note":"x"}}}',
  '{"__proto__":{"answers":{"note":"x"}}}',
  '{"answers":{"note":"\\ud800"}}',
  '{"answers":{"note":"\\u0000"}}',
  '\ufeff{"answers":{"note":"x"}}',
  '{"answers":{"note":"x"}}\u0000',
  "{'answers':{}}",
  '{"answers":{"note":"x",}}',
  '// {"answers":{}}',
);
