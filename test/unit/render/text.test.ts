import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import {
  clip,
  counted,
  fitted,
  inColumns,
  padEnd,
  paragraph,
  plainStyle,
  table,
  visible,
  visibleLine,
} from '../../../src/render/text.ts';
import { anyCharacter, anyGrapheme, anyUnit } from '../../support/characters.ts';

/** Anything that can stand in a string, halves of characters included. */
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.string({ unit: anyGrapheme }),
  fc.string({ unit: anyUnit }),
  fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '[',
      '2',
      'J',
      '\u202e',
      '\r',
      '\n',
      '\t',
      '\u0085',
      '\u009b',
      'a',
    ),
  }),
);

describe('text from the journal on a screen', () => {
  test('holds nothing that a terminal obeys, but for line feeds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(text).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u,
        );
        expect(visibleLine(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('shows every single control and bidi character there is', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (!/[\p{Cc}\p{Bidi_Control}]/u.test(character) || character === '\n') continue;
      expect(visible(character)).not.toContain(character);
    }
  });

  test.each([
    ['\u001b[2J', '\\x1b[2J'],
    ['\u009b31m', '\\x9b31m'],
    ['\u202etxt.exe', '\\u202etxt.exe'],
    ['\u2066a\u2069', '\\u2066a\\u2069'],
    ['bell\u0007', 'bell\\x07'],
    ['\u{e0041}', '\\u{e0041}'],
    ['a\tb', 'a    b'],
    ['a\nb', 'a\nb'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test.each(['Zoë', 'مرحبا', 'नमस्ते', '日本語', '👩‍👩‍👧', '🏳️‍🌈', 'e\u0301', 'naïve – “quoted”'])(
    '%s stays as it is',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  test('on one line has no line feed', () => {
    expect(visibleLine('one\ntwo \r\n  three\n\n four')).toBe('one two three four');
  });

  test('however long the gaps in it are, it is shown at once', () => {
    const gap = ' '.repeat(100_000);
    const before = performance.now();
    expect(visibleLine(`a${gap}b\n${gap}c`)).toContain('b');
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

const wide = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', '語', '한', '🙂', '👩‍👧', ' ', 'م'),
});

describe('cutting to a width', () => {
  test('leaves what fits', () => {
    expect(clip('four', 4)).toBe('four');
    expect(clip('日本', 4)).toBe('日本');
    expect(clip('', 3)).toBe('');
  });

  test('says with an ellipsis that something is missing', () => {
    expect(clip('fourteen', 5)).toBe('four…');
    expect(clip('日本語', 5)).toBe('日本…');
    expect(clip('日本語', 4)).toBe('日…');
    expect(clip('🙂🙂🙂', 5)).toBe('🙂🙂…');
    expect(clip('one two', 5)).toBe('one…');
  });

  test('never gives more columns than asked for', () => {
    fc.assert(
      fc.property(wide, fc.integer({ min: 1, max: 30 }), (text, columns) => {
        const cut = clip(text, columns);
        expect(stringWidth(cut)).toBeLessThanOrEqual(columns);
        if (stringWidth(text) <= columns) expect(cut).toBe(text);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('padding counts columns, not characters', () => {
    expect(padEnd('日本', 6)).toBe('日本  ');
    expect(padEnd('e\u0301', 3)).toBe('e\u0301  ');
    expect(padEnd('longer', 3)).toBe('longer');
  });
});

describe('a table', () => {
  const columnsOf = (text: string) => text.split('\n').map((line) => stringWidth(line));

  test('puts its columns under each other, wide characters too', () => {
    const text = table(
      [
        ['a', 'x', '|'],
        ['日本', 'yy', '|'],
        ['🙂', '', '|'],
      ],
      80,
    );
    expect(text.split('\n').map((line) => stringWidth(line.slice(0, line.indexOf('|'))))).toEqual([
      14, 14, 14,
    ]);
  });

  test('cuts its last column to the width', () => {
    const text = table(
      [
        ['id', 'word '.repeat(40)],
        ['id', '語'.repeat(60)],
      ],
      60,
    );
    for (const width of columnsOf(text)) expect(width).toBeLessThanOrEqual(60);
  });

  test('fits the width also when another column is the long one', () => {
    const text = table([['lee', 'a very long name '.repeat(6), 'last talked 9 days ago']], 60);
    for (const width of columnsOf(text)) expect(width).toBeLessThanOrEqual(60);
  });

  test('that is cut turns its colour off again', () => {
    const amber = (text: string) => `\u001b[33m${text}\u001b[39m`;
    const text = table([['lee', amber('last talked 9 days ago, every 7 days: due')]], 40);
    expect(text).toContain('\u001b[33m');
    expect(text).toContain('\u001b[39m');
    expect(stringWidth(text)).toBeLessThanOrEqual(40);
  });

  test('has no blanks at the end of a line', () => {
    for (const line of table(
      [
        ['a', ''],
        ['longer', 'x'],
      ],
      40,
    ).split('\n'))
      expect(line).toBe(line.trimEnd());
  });

  test('of nothing is nothing', () => {
    expect(table([], 80)).toBe('');
  });
});

describe('a paragraph', () => {
  test('wraps to the width, every line indented', () => {
    const text = paragraph('word '.repeat(50).trim(), 40);
    for (const line of text.split('\n')) {
      expect(line).toMatch(/^ {2}\S/);
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
    }
  });

  test('breaks a word that is longer than a line', () => {
    for (const line of paragraph('語'.repeat(100), 40).split('\n')) {
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
    }
  });

  test('keeps the paragraphs of a text apart', () => {
    expect(paragraph('one\n\ntwo', 40)).toBe('  one\n\n  two');
  });
});

describe('text that is made to fit', () => {
  test('wraps the lines that are too long at their words, behind their indent', () => {
    const long = 'word '.repeat(12).trim();
    expect(fitted(`  short\n    ${long}\n\nx`, 40)).toBe(
      `  short\n    word word word word word word word\n    word word word word word\n\nx`,
    );
    for (const line of fitted('語語 '.repeat(30), 40).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  test('is left as it is where there is no terminal', () => {
    expect(fitted('x '.repeat(100), 0)).toBe('x '.repeat(100));
  });
});

describe('parts in columns', () => {
  test('stand beside each other where there is room', () => {
    expect(inColumns('Due', 5, ['one', 'two'], 40)).toEqual(['  Due  one   two']);
  });

  test('begin on a line of their own behind one that was wrapped', () => {
    const long = 'drifting: sam (1104 days, you wanted 7)';
    expect(inColumns('People', 8, [long, 'due: jo', 'due: kim'], 40)).toEqual([
      '  People  drifting: sam (1104 days, you',
      '          wanted 7)',
      '          due: jo   due: kim',
    ]);
  });
});

test('one is one, and all else is many', () => {
  expect([0, 1, 2].map((n) => counted(n, 'entry', 'entries'))).toEqual([
    '0 entries',
    '1 entry',
    '2 entries',
  ]);
  expect(counted(2, 'day')).toBe('2 days');
});

test('without colour no style adds anything', () => {
  const { bold, dim, accent, amber, width } = plainStyle(72);
  expect([bold, dim, accent, amber].map((style) => style('x'))).toEqual(['x', 'x', 'x', 'x']);
  expect(width).toBe(72);
});
