import { describe, expect, test } from 'vitest';
import { readColumns } from '../../../src/cli/series-columns.ts';
import { day } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const TODAY = day('2026-11-20');
const read = (text: string, name?: string, file = 'rework.csv') =>
  readColumns(text, name, file, TODAY).map((column) => ({
    name: column.name,
    points: column.points.map(({ week, value, n }) => [week, value, n]),
  }));
const refused = (text: string, name?: string, file?: string) =>
  refusalOf(() => read(text, name, file)).message;

describe('a file of one series', () => {
  test('is named by the flag, by the heading, or by the file', () => {
    const rows = '2026-W10,3\n2026-W11,4\n';
    const points = [
      ['2026-W10', 3, 1],
      ['2026-W11', 4, 1],
    ];
    expect(read(rows)).toEqual([{ name: 'rework', points }]);
    expect(read(`week,Lead Time\n${rows}`)[0]?.name).toBe('lead-time');
    expect(read(`t,value\n${rows}`)[0]?.name).toBe('rework');
    expect(read(`t,value\n${rows}`, 'bugs')[0]?.name).toBe('bugs');
    expect(refused(rows, undefined, '-')).toBe('The values have no name.');
    expect(refused(rows, undefined, 'Some (1).csv')).toContain('cannot be the name of a series');
  });

  test('takes days, and makes the median of those in one week', () => {
    expect(read('2026-03-02,1\n2026-03-04,9\n2026-03-08,2\n2026-03-09,7\n')[0]?.points).toEqual([
      ['2026-W10', 2, 3],
      ['2026-W11', 7, 1],
    ]);
  });

  test('may have semicolons, and then commas in its numbers, as spreadsheets of half of Europe write them', () => {
    expect(read('Woche;Nacharbeit\n2026-W10;3,5\n2026-W11;-0,25\n')).toEqual([
      {
        name: 'nacharbeit',
        points: [
          ['2026-W10', 3.5, 1],
          ['2026-W11', -0.25, 1],
        ],
      },
    ]);
  });
});

describe('a file of several series', () => {
  test('names each over its column; an empty cell is a gap', () => {
    expect(read('week,rework,lead-time\n2026-W10,3,\n2026-W11,,2.5\n2026-W12,4,2\n')).toEqual([
      { name: 'rework', points: [['2026-W10', 3, 1], ['2026-W12', 4, 1]] }, // biome-ignore format: one series
      { name: 'lead-time', points: [['2026-W11', 2.5, 1], ['2026-W12', 2, 1]] }, // biome-ignore format: one series
    ]);
  });

  test('needs names, different ones, and takes no --name', () => {
    expect(refused('2026-W10,3,4\n')).toMatch(/^Line 1: 2 columns of values, and no names/);
    expect(refused('week,a,A\n2026-W10,3,4\n')).toBe('Two columns are called a.');
    expect(refused('week,a,b\n2026-W10,3,4\n', 'x')).toBe('--name is for a file of one series.');
  });
});

test.each([
  ['', 'There is nothing in it.'],
  ['week,rework\n', 'There are no values in it.'],
  ['week\n2026-W10\n', 'Line 1 has one column; a row is t,value.'],
  ['2026-W10,3\n2026-W11\n', 'Line 2 has 1 column, and the first row 2.'],
  ['2026-W10,3\n2026-W10,4\n', 'Line 1: 2026-W10 stands twice.'],
  ['2026-W10,3\n7,4\n', 'Line 2: "7" is no week and no day.'],
  ['2026-W10,3\n2026-W60,4\n', 'Line 2: "2026-W60" is no week and no day.'],
  ['2026-W10,3\n,4\n', 'Line 2 has no week.'],
  ['2026-W10,\n', 'Line 1 has no value.'],
  ['2026-W10,many\n', 'Line 1: "many" is no number.'],
  ['2026-W10,1e200\n', 'Line 1: a number is too large.'],
  ['2026-W10,NaN\n', 'Line 1: "NaN" is no number.'],
  ['2026-W48,3\n', 'Line 1: 2026-W48 has not begun: its Monday is Monday 23 November.'],
  ['2026-W4O,1\n2026-W41,2\n', 'Line 1: "2026-W4O" is no week and no day.'],
  ['2026-11-22,1\n', 'Line 1: Sunday 22 November has not come yet.'],
  ['week,lli\n2026-W10,3\n', '"lli" is a series that praxis keeps by itself.'],
  ['week,"a\n', 'Line 1 cannot be read as CSV.'],
])('%j is refused whole: %s', (text, message) => {
  expect(refused(text)).toBe(message);
});
