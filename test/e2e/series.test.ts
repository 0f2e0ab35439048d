import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE, OBEYED, refused, refusedAsJson } from '../support/checks.ts';
import { Home } from '../support/praxis.ts';

const golden = JSON.parse(readFileSync('test/fixtures/golden-stats.json', 'utf8')).praxis.mk_ar;

/** The numbers of a series as a test of it prints them. */
interface Tested {
  series: string;
  unit: string;
  window: { from: unknown; to: unknown };
  n: number;
  gaps: number;
  S: number;
  V0: number;
  tauB: number | null;
  slope: number;
  ci95: [number | null, number | null];
  slopePer4Weeks: number;
  ci95Per4Weeks: [number | null, number | null];
  r1: number | null;
  phi: number;
  inflation: number;
  z: number;
  pExact: number;
  pAdjusted: number;
  verdict: string;
  needs: number | null;
  notes: string[];
  zone: number;
}

const rows = (t: readonly unknown[], y: readonly unknown[]) =>
  t.map((each, i) => `${each},${y[i]}\n`).join('');

function tested(input: string, ...flags: string[]): Tested {
  using home = new Home();
  const found = home.ask<Tested>(['series', 'test', '-', ...flags], { input });
  // Nothing is stored, not even an empty journal.
  expect(readdirSync(home.path).filter((name) => name !== '.cache')).toEqual([]);
  return found;
}

/** Weeks from 2025-W47 on: the series goes over the end of a year. */
const week = (i: number) => (i < 6 ? `2025-W${47 + i}` : `2026-W${String(i - 5).padStart(2, '0')}`);
const SERIES = Object.entries<{ input: { t: number[]; y: number[] }; expect: Record<string, number> }>(golden); // biome-ignore format: one row

describe('the numbers', () => {
  test.each(SERIES)('%s agrees with the reference', (_, { input, expect: wanted }) => {
    const found = tested(`t,value\n${rows(input.t, input.y)}`);
    const close = (actual: number | null, name: string) =>
      expect(actual, name).toBeCloseTo(wanted[name] ?? Number.NaN, 10);
    expect([found.n, found.S]).toEqual([wanted['n'], wanted['S']]);
    close(found.V0, 'V0');
    close(found.slope, 'slope');
    close(found.r1, 'r1');
    close(found.phi, 'phi');
    close(found.inflation, 'inflation');
    close(found.z, 'z');
    close(found.pExact, 'p_exact_independent');
    close(found.pAdjusted, 'p_reported');
    close(found.ci95[0], 'slope_lo');
    close(found.ci95[1], 'slope_hi');
    expect(found.slopePer4Weeks).toBeCloseTo(4 * found.slope, 10);
    expect(found.ci95Per4Weeks[1]).toBeCloseTo(4 * (found.ci95[1] ?? 0), 10);
  });

  test('weeks and days tell the same; a slope is a week’s or a day’s', () => {
    const { t, y } = golden.missing_weeks_13.input as { t: number[]; y: number[] };
    const weeks = tested(rows(t.map(week), y));
    const monday = Date.UTC(2025, 10, 17);
    const day = (i: number) => new Date(monday + i * 7 * 86_400_000).toISOString().slice(0, 10);
    const days = tested(rows(t.map(day), y));
    expect(weeks).toMatchObject({
      window: { from: '2025-W47', to: '2026-W11' },
      gaps: 4,
      notes: ['4 weeks missing'],
      verdict: 'rising',
      unit: 'points',
      slope: 1,
      slopePer4Weeks: 4,
    });
    expect(days.window).toEqual({ from: '2025-11-17', to: '2026-03-09' });
    expect(days.slope).toBeCloseTo(1 / 7, 12);
    expect(days.slopePer4Weeks).toBeCloseTo(4, 12);
    for (const key of ['pAdjusted', 'r1', 'gaps', 'verdict', 'notes'] as const)
      expect(days[key]).toEqual(weeks[key]);
  });

  test('rows may stand in any order, with other separators, a byte order mark and CRLF', () => {
    const plain = tested('a,b\n1,5\n2,7\n3,6\n');
    expect(tested('3,6\n1,5\n2,7\n')).toEqual({ ...plain, series: 'value' });
    expect(tested('\ufeffa;b\r\n1;5\r\n2;7\r\n\r\n3;6\r\n')).toEqual(plain);
    expect(tested('a\tb\n 1\t+5.0\n2\t7e0\n3\t 6\n')).toEqual(plain);
    expect(plain).toMatchObject({ series: 'b', window: { from: 1, to: 3 }, n: 3 });
  });

  test('few points, and points that are all the same', () => {
    expect(tested('1,5\n')).toMatchObject({ n: 1, S: null, ci95: [null, null], verdict: 'too-few', needs: 11 }); // biome-ignore format: one row
    expect(tested(rows([1, 2, 3], [1, 2, 3]))).toMatchObject({ verdict: 'too-few', S: 3 });
    const t = Array.from({ length: 30 }, (_, i) => i);
    const same = tested(
      rows(
        t,
        t.map(() => 7),
      ),
    );
    expect(same).toMatchObject({ verdict: 'no-variation', S: 0, V0: 0, tauB: null, pAdjusted: 1 });
    expect(
      tested(
        rows(
          t.slice(0, 9),
          t.map((i) => i % 2),
        ),
      ),
    ).toMatchObject({ verdict: 'no-evidence', needs: 3 });
  });

  test('what counts as steady is 10 points, half a step, a tenth of a share, or --zone', () => {
    const t = Array.from({ length: 30 }, (_, i) => i);
    const wave = (low: number, high: number) =>
      rows(
        t,
        t.map((i) => (i % 2 ? high : low)),
      );
    expect(tested(wave(50, 52))).toMatchObject({ unit: 'points', zone: 10, verdict: 'steady' });
    expect(tested(wave(2, 2.5))).toMatchObject({ unit: 'steps', zone: 0.5, verdict: 'steady' });
    expect(tested(wave(0.5, 0.6))).toMatchObject({ unit: 'share', zone: 0.1, verdict: 'steady' });
    const noisy = rows(
      t,
      t.map((i) => 50 + ((i * 37) % 41)),
    );
    expect(tested(noisy).verdict).toBe('no-evidence');
    expect(tested(noisy, '--zone', '60')).toMatchObject({ zone: 60, verdict: 'steady' });
  });
});

describe('the words', () => {
  const said = (input: string, ...flags: string[]) => {
    using home = new Home();
    const { code, stdout, stderr } = home.run(['series', 'test', '-', ...flags], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    return stdout;
  };

  test('a verdict with what it stands on', () => {
    const { t, y } = golden.missing_weeks_13.input as { t: number[]; y: number[] };
    expect(said(rows(t.map(week), y))).toBe(
      [
        '  Rising: about +4 a month [+2.4 to +5] since 17 November 2025 (13 weekly',
        '  points).',
        '',
        '  points   13 from 2025-W47 to 2026-W11, 4 weeks missing',
        '  slope    +1 a week, 95 % [+0.6 to +1.3]',
        '  drift    S 60, V0 269, tau-b 0.77',
        '  p        .002 allowing for phi 0.2; under .001 if points were independent',
        '',
        '  A drift, not its cause. One look at one series: nothing was stored.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['Too few to test: 2 points; a test needs 8, a verdict 12.', '1,2\n2,3\n'],
    ['No evidence yet: 9 points, a verdict needs 12.', rows([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 1, 3, 2, 1, 3, 2, 1])],
    ['No variation: all 8 points have the same value.', rows([1, 2, 3, 4, 5, 6, 7, 8], [4, 4, 4, 4, 4, 4, 4, 4])],
    ['A hint of rising; one more month will tell.', rows(golden.weekly_ordinal_12.input.t, golden.weekly_ordinal_12.input.y)],
  ])('%s', (sentence, input) => {
    expect(said(input)).toContain(`  ${sentence}\n`);
  }); // biome-ignore format: a table

  test('a heading cannot command the screen', () => {
    const heading = `t,"${HOSTILE}"\n`;
    expect(said(`${heading}1,2\n2,3\n`)).not.toMatch(OBEYED);
  });
});

describe('refuses, with the line', () => {
  test.each([
    ['no points', '', 'There are no points in it.'],
    ['a heading alone', 't,value\n', 'There are no points in it.'],
    ['three columns', '1,2\n2,3,4\n', 'Line 2 has 3 columns; a row is t,value.'],
    ['one column', '1,2\n\n7\n', 'Line 3 has 1 column; a row is t,value.'],
    ['no value', '1,2\n2,\n', 'Line 2 has no value.'],
    ['no t', '1,2\n,3\n', 'Line 2 has no t.'],
    ['a word', 't,v\n1,2\n2,many\n', 'Line 3: "many" is no number.'],
    ['NaN', '1,NaN\n', 'Line 1: "NaN" is no number.'],
    ['hexadecimal', '1,2\n2,0x10\n', 'Line 2: "0x10" is no number.'],
    ['endless', '1,2\n2,1e999\n', 'Line 2: a number is too large.'],
    ['a day that there is not', '2026-02-30,2\n', 'Line 1: "2026-02-30" is no number, day or week.'],
    ['a week that there is not', '2025-W53,2\n', 'Line 1: "2025-W53" is no number, day or week.'],
    ['two kinds of t', '2025-W01,2\n2025-01-08,3\n', 'Line 2: t is a day, and in line 1 it is a week.'],
    ['a t that stands twice', 't,v\n1,2\n2,3\n1.0,4\n', 'Line 4: 1 stands twice.'],
    ['a quotation mark left open', '1,2\n2,"3\n', /Line \d cannot be read as CSV\./],
    ['too many', rows(Array.from({ length: 1001 }, (_, i) => i), Array(1001).fill(1)), 'It has 1001 points; 1000 is the most.'],
    ['too much', '1,2\n'.repeat(300_000), 'It is larger than 1 MB.'],
    ['another encoding', new Uint8Array([0x31, 0x2c, 0xff, 0x0a]), 'The input is not UTF-8 text.'],
  ])('%s', (_, input, says) => {
    using home = new Home();
    refused(home.run(['series', 'test', '-'], { input }), 2, says);
    refusedAsJson(home.run(['series', 'test', '-', '--json'], { input }), 2, says);
  }); // biome-ignore format: a table

  test('hostile cells are shown, not obeyed', () => {
    using home = new Home();
    const { stderr, code } = home.run(['series', 'test', '-'], { input: `1,2\n2,"${HOSTILE}"\n` });
    expect(code).toBe(2);
    expect(stderr).not.toMatch(OBEYED);
  });

  test('a file is read as stdin is', () => {
    using home = new Home();
    writeFileSync(join(home.path, 'fine.csv'), '1,2\n2,3\n');
    writeFileSync(join(home.path, 'large.csv'), '1,2\n'.repeat(300_000));
    expect(home.ask<Tested>(['series', 'test', 'fine.csv'])).toMatchObject({ n: 2, S: 1 });
    refused(home.run(['series', 'test', 'large.csv']), 2, 'It is larger than 1 MB.');
  });

  test('a file that is not there, a folder, and a zone that is none', () => {
    using home = new Home();
    refused(home.run(['series', 'test', 'none.csv']), 2, 'The file none.csv cannot be read.');
    refused(home.run(['series', 'test', home.path]), 2, /cannot be read/);
    for (const zone of ['0', '-1', 'wide', 'Infinity'])
      refused(home.run(['series', 'test', '-', '--zone', zone], { input: '1,2\n' }), 2, /--zone/);
    refused(home.run(['series', 'test']), 2);
    refused(home.run(['series', 'tst', 'x']), 2, /test/);
  });
});
