import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/render/csv.ts';
import { asObjects, rowsText } from '../../../src/render/rows.ts';
import { plainStyle } from '../../../src/render/text.ts';

describe('rows as objects', () => {
  test('bear the names of the columns', () => {
    expect(
      asObjects({
        columns: ['week', 'n'],
        rows: [
          ['2026-W47', 3],
          [null, 0],
        ],
      }),
    ).toEqual([
      { week: '2026-W47', n: 3 },
      { week: null, n: 0 },
    ]);
  });

  test('lose no column when two have the same name', () => {
    expect(asObjects({ columns: ['n', 'n', 'n'], rows: [[1, 2, 3]] })).toEqual([
      { n: 1, n_2: 2, n_3: 3 },
    ]);
    const [row = {}] = asObjects({ columns: ['n', 'n_2', 'n'], rows: [[1, 2, 3]] });
    expect(Object.values(row)).toEqual([1, 2, 3]);
  });
});

describe('rows as a table', () => {
  test('puts numbers to the right and texts to the left', () => {
    expect(
      rowsText(
        {
          columns: ['week', 'n'],
          rows: [
            ['2026-W47', 3],
            ['x', 154],
          ],
        },
        plainStyle(80),
      ).split('\n'),
    ).toEqual(['  week        n', '  2026-W47    3', '  x         154', '  2 rows']);
  });

  test('stands below each other where no column would have room for what it says', () => {
    const columns = Array.from({ length: 12 }, (_, i) => `column_${i}`);
    const rows = [columns.map((_, i) => `value number ${i}`), columns.map(() => null)];
    const lines = rowsText({ columns, rows }, plainStyle(80)).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '  column_0   value number 0',
      '  column_1   value number 1',
      '  column_2   value number 2',
    ]);
    expect(lines.slice(12, 14)).toEqual(['', '  column_0']);
    expect(lines.at(-1)).toBe('  2 rows');
  });

  test('has as many rows as were asked for', () => {
    const rows = Array.from({ length: 130_000 }, (_, i) => [i]);
    expect(rowsText({ columns: ['i'], rows }, plainStyle(80)).endsWith('\n  130000 rows')).toBe(
      true,
    );
  });

  test('fits the width, whatever is in it', () => {
    const text = rowsText(
      {
        columns: ['id', 'text', 'more'],
        rows: [
          ['0190', '語'.repeat(80), 'word '.repeat(30)],
          ['x', '🙂'.repeat(50), ''],
        ],
      },
      plainStyle(60),
    );
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });

  test('shows what a terminal would obey, in cells and in names', () => {
    const text = rowsText({ columns: ['a\u001b[31m'], rows: [['x\u202ey\nz']] }, plainStyle(80));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(text.split('\n')).toHaveLength(3);
  });

  test('of none says so', () => {
    expect(rowsText({ columns: ['n'], rows: [] }, plainStyle(80))).toBe('  n\n  0 rows');
  });
});

describe('rows as CSV', () => {
  test('have a header and end their lines as RFC 4180 wants', () => {
    expect(
      csv({
        columns: ['week', 'n'],
        rows: [
          ['2026-W47', 3],
          [null, 0],
        ],
      }),
    ).toBe('week,n\r\n2026-W47,3\r\n,0\r\n');
  });

  test('quote what needs it', () => {
    expect(csv({ columns: ['text'], rows: [['a,b'], ['say "x"'], ['two\nlines']] })).toBe(
      'text\r\n"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])(
    'the cell %j is no formula to a spreadsheet',
    (cell) => {
      const [, line = ''] = csv({ columns: ['text'], rows: [[cell]] }).split('\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('a negative number stays a number', () => {
    expect(csv({ columns: ['n'], rows: [[-5], [-0.25]] })).toBe('n\r\n-5\r\n-0.25\r\n');
  });
});
