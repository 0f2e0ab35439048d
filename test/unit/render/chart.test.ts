import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/domain/chart.ts';
import { addDays, type Day, weekOf } from '../../../src/domain/day.ts';
import { SERIES_UNITS } from '../../../src/domain/verdict.ts';
import { chartText, weeksOf } from '../../../src/render/chart.ts';
import { scaleOf } from '../../../src/render/scale.ts';
import { sparklineOf } from '../../../src/render/spark-weeks.ts';
import { sparkline } from '../../../src/render/sparkline.ts';
import { plainStyle } from '../../../src/render/text.ts';
import { axisText } from '../../../src/render/time-axis.ts';
import { day } from '../../support/journal.ts';

const TODAY = day('2026-04-12');
const MONDAY = day('2026-01-05');
const week = (i: number) => weekOf(addDays(MONDAY, 7 * i));

const aChart = (values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  series: 'handed-back',
  title: 'handed back',
  unit: 'points',
  weeks: 1,
  points: values.flatMap((value, i) =>
    value === null ? [] : [{ week: week(i), value, n: 10, tested: i > 1 }],
  ),
  line: null,
  breaks: [],
  verdicts: [],
  ...more,
});

const draw = (chart: Chart, columns: number, unicode = true, rows = 6, today: Day = TODAY) => {
  const over = weeksOf([chart], today);
  if (!over) throw new Error('no points');
  return chartText(chart, over, rows, plainStyle(Math.min(columns, 120), { columns, unicode }));
};

describe('a chart', () => {
  const chart = aChart([20, 30, 40, null, 60, 70, 80, 90, 95, 100, 90, 80, 70, 60], {
    breaks: [{ on: addDays(MONDAY, 21), reason: 'new team' }],
    verdicts: [{ on: addDays(MONDAY, 70), verdict: 'rising' }],
  });

  test('has a point for each week, gaps left out, a break through it and a verdict under it', () => {
    expect(draw(chart, 39).split('\n')).toEqual([
      '     100 ┤       ┊       ● ● ● ●',
      '      80 ┤       ┊     ●         ●',
      '         │       ┊   ●             ●',
      '      60 ┤       ┊ ●                 ●',
      '      40 ┤     ● ┊',
      '      20 ┤ ○ ○   ┊',
      '         └─────────────────────▲──────',
      '          Jan 2026      Mar       Apr',
    ]);
  });

  test('says the same in ASCII', () => {
    expect(draw(chart, 39, false).split('\n')).toEqual([
      '     100 +       |       o o o o',
      '      80 +       |     o         o',
      '         |       |   o             o',
      '      60 +       | o                 o',
      '      40 +     o |',
      '      20 + . .   |',
      '         +---------------------^------',
      '          Jan 2026      Mar       Apr',
    ]);
  });

  test.each([
    [
      [1_000_000, 1_050_000, 1_100_000],
      ['1.2M', '1.1M', '1M', '0.9M'],
    ],
    [
      [-130_000, -110_000],
      ['-100k', '-110k', '-120k', '-130k', '-140k'],
    ],
    [
      [0, 2e-9],
      ['2e-9', '1.5e-9', '1e-9', '5e-10', '0'],
    ],
    [
      [0, 1e100],
      ['1e100', '5e99', '0'],
    ],
  ])('tells the marks of %j from each other', (values, expected) => {
    const rows = draw(aChart(values, { unit: 'number' }), 39, true, 20).split('\n');
    const labels = rows.flatMap((row) => /^ +(\S+) ┤/.exec(row)?.[1] ?? []);
    expect(labels).toEqual(expected);
  });

  test('draws the line at its height within a row, and its band around it', () => {
    const weeks = Array.from({ length: 14 }, (_, i) => ({
      week: week(i),
      value: 30 + 3 * i,
      band: [30 + 3 * i - 15, 30 + 3 * i + 15] as const,
    }));
    const lined = aChart([30, 90], { line: { perMonth: 12, ci95: [1, 20], weeks } });
    const text = draw(lined, 39);
    expect(text).toMatch(/[⎺⎻─⎼⎽]{2}/);
    expect(text).toContain('░░░');
    // From left to right the line only rises.
    const rows = text.split('\n').slice(0, 6);
    const height = (column: number) => rows.findIndex((row) => /[⎺⎻─⎼⎽]/.test(row[column] ?? ''));
    const heights = Array.from({ length: 26 }, (_, i) => height(10 + i)).filter((row) => row >= 0);
    expect(heights).toEqual(heights.toSorted((one, other) => other - one));
    expect(new Set(heights).size).toBeGreaterThan(2);
  });

  test('fits its columns and says nothing that is no number, whatever the values are', () => {
    const values = fc.array(
      fc.oneof(
        fc.double({ min: -1e100, max: 1e100, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom(0, 1, 5e-324, -1e100, 1e100),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(...SERIES_UNITS),
        fc.integer({ min: 40, max: 240 }),
        fc.boolean(),
        (given, unit, columns, unicode) => {
          const [least, most] = { points: [0, 100], steps: [1, 5], share: [0, 1], number: [-1e100, 1e100] }[unit] as [number, number]; // biome-ignore format: a table
          const within = given.map((value) => Math.min(most, Math.max(least, value)));
          const text = draw(aChart(within, { unit }), columns, unicode, 8, day('2026-12-31'));
          for (const line of text.split('\n'))
            expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(text.split(unicode ? /[●○]/ : /[o.](?=[ o.|]|$)/m).length).toBeGreaterThan(1);
          if (!unicode) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  test('of ten years names the years alone', () => {
    expect(axisText(week(0), 520, 60)).toMatch(/^2026( +20\d\d)+$/);
    expect(axisText(week(0), 3, 60)).toBe('Jan 2026');
    expect(axisText(week(0), 520, 60).split(' ').filter(Boolean)).toHaveLength(10);
  });

  test('of which little is of the first month or year, leaves that out rather than a whole one', () => {
    expect(axisText(week(46), 12, 60)).toMatch(/^ +Dec 2026 +Jan 2027 +Feb$/);
    expect(axisText(week(46), 12, 130)).toMatch(/^Nov 2026 +Dec +Jan 2027 +Feb$/);
    expect(axisText(week(46), 120, 60)).toMatch(/^ +2027 +2028 +2029$/);
    expect(axisText(week(46), 3, 10)).toBe('Nov 2026');
    expect(axisText(week(47), 12, 60), 'the week of 1 December').toMatch(/^Dec 2026 +Jan 2027/);
  });
});

describe('a scale', () => {
  test('shows at least 40 points of a hundred, so that a wiggle does not look like a move', () => {
    const { least, most } = scaleOf([50, 52, 51], 'points');
    expect(most - least).toBeGreaterThanOrEqual(40);
    expect(scaleOf([99, 100], 'points')).toMatchObject({ most: 100 });
    expect(scaleOf([0, 1], 'points')).toMatchObject({ least: 0 });
    expect(scaleOf([3], 'steps').marks).toEqual([1, 2, 3, 4, 5]);
  });

  test('holds every value between two different ends, with marks in between', () => {
    const values = fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const { least, most, marks } = scaleOf(given, 'number');
        expect(least).toBeLessThan(most);
        const grain = (most - least) * 1e-9;
        for (const value of given) {
          expect(value).toBeGreaterThanOrEqual(least - grain);
          expect(value).toBeLessThanOrEqual(most + grain);
        }
        expect(marks.length).toBeGreaterThan(1);
        expect(marks.length).toBeLessThan(12);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a small picture', () => {
  test('has a place for each week; a gap keeps its own', () => {
    expect(sparkline([0, null, 50, 100], true, [0, 100])).toBe('▁·▅█');
    expect(sparkline([0, null, 50, 100], false, [0, 100])).toBe('_ =#');
    expect(sparkline([7, 7], true)).toBe('▅▅');
    expect(sparkline([], true)).toBe('');
  });

  test('places the points by their weeks, the week under way last, so that pictures stand above each other', () => {
    const points = [0, 1, 3].map((i) => ({ week: week(i), value: 50 }));
    const of = (weeks: number, on: Day, places = 8) =>
      sparklineOf({ points, weeks, unit: 'points' }, places, on, { unicode: true });
    expect(of(1, addDays(MONDAY, 22))).toBe('    ▅▅·▅');
    // A week that is not over has no gap yet.
    expect(of(1, addDays(MONDAY, 29))).toBe('   ▅▅·▅ ');
    expect(of(1, addDays(MONDAY, 36))).toBe('  ▅▅·▅· ');
    expect(of(1, addDays(MONDAY, 36), 3)).toBe('▅· ');
    expect(of(1, addDays(MONDAY, 360), 8)).toBe('');
    expect(of(1, addDays(MONDAY, 36), 0)).toBe('');
  });

  test('of blocks has a place a block, the last one that is over at the end', () => {
    const points = [0, 4, 12].map((i) => ({ week: week(i), value: 100 * (i / 12) }));
    const look = { unicode: true };
    const of = (on: Day) => sparklineOf({ points, weeks: 4, unit: 'points' }, 6, on, look);
    expect(of(addDays(MONDAY, 7 * 16))).toBe('  ▁▃·█');
    expect(of(addDays(MONDAY, 7 * 20))).toBe(' ▁▃·█·');
  });
});
