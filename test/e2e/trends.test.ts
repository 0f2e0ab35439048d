import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OBEYED, OWN_COLOURS, refused, refusedAsJson } from '../support/checks.ts';
import { practised, stance } from '../support/practice.ts';
import { Home } from '../support/praxis.ts';
import { Terminal } from '../support/terminal.ts';

const NOW = { now: '2026-11-20T18:10:00Z' };

interface Document {
  schema: string;
  series: {
    series: string;
    value: number | null;
    ci95: [number, number] | null;
    n: number;
    verdict: { verdict: string; issued: string; n: number } | null;
    points: { week: string; value: number; n: number; tested: boolean }[];
    verdicts?: unknown[];
    breaks?: { on: string; reason: string }[];
  }[];
}

describe('half a year of practice that rises', () => {
  let home: Home;
  beforeAll(() => {
    home = new Home();
    // 24 weeks from June on, in which more and more is handed back.
    practised(home.journal, '2026-06-01', 120, (i) =>
      stance(Math.min(20, 3 + Math.floor(i / 8)), i),
    );
    home.ask(['series', 'add', 'rework', '9', '--week', '2026-W44'], NOW);
    home.ask(['series', 'add', 'rework', '12'], NOW);
    const answers = { input: '{"answers":{"argument":"Lee: measured at night"}}' };
    home.ask(['review', 'month', '--answers', '-'], { ...answers, now: '2026-11-02T18:00:00Z' });
  });
  afterAll(() => home[Symbol.dispose]());

  test('trends shows the verdict that the review issued, and tests nothing anew', () => {
    const before = home.hash();
    const { series } = home.ask<Document>(['trends'], NOW);
    const stanceNow = series.find((each) => each.series === 'handed-back');
    expect(stanceNow?.verdict).toMatchObject({ verdict: 'rising', issued: '2026-11-02' });
    // Two more weeks have come since: the verdict still stands on those it was issued with.
    expect(stanceNow?.points.length).toBeGreaterThan(0);
    expect(stanceNow?.verdict?.n).toBe(20);
    expect(home.run(['trends'], NOW).stdout).toMatch(/handed back +\d+ \[\d+-\d+\].*rising, 2 Nov/);
    expect(home.run([], NOW).stdout).toContain('Trend       handed back: rising, as of 2 November');
    expect(home.hash()).toBe(before);
  });

  test('one series has its points, its verdicts and its breaks', () => {
    const { schema, series } = home.ask<Document>(['trends', 'Handed-Back'], NOW);
    const [only] = series;
    expect([schema, series.length, only?.series]).toEqual(['praxis.trends/1', 1, 'handed-back']);
    expect(only?.points).toHaveLength(24);
    expect(only?.points.filter(({ tested }) => tested)).toHaveLength(22);
    expect(only?.verdicts).toHaveLength(1);
    expect(only?.breaks).toEqual([]);
    const weeks = home.ask<Document>(['trends', 'handed-back', '--weeks', '4'], NOW);
    expect(weeks.series[0]?.points.map(({ week }) => week)).toEqual([
      '2026-W44',
      '2026-W45',
      '2026-W46',
    ]);
  });

  test('as CSV, and back through a test of its own', () => {
    const { stdout } = home.run(['trends', 'handed-back', '--csv'], NOW);
    const rows = stdout.trimEnd().split('\r\n');
    expect(rows[0]).toBe('series,week,value,n,tested');
    expect(rows).toHaveLength(25);
    const tested = rows
      .slice(1)
      .map((row) => row.split(','))
      .filter((cells) => cells[4] === '1')
      .map((cells) => `${cells[1]},${cells[2]}\n`);
    const again = home.ask<{ verdict: string; n: number }>(['series', 'test', '-'], {
      input: tested.join(''),
    });
    expect(again).toMatchObject({ verdict: 'rising', n: 22 });
  });

  test.each([60, 80, 200])(
    'a chart fits a terminal of %d columns, and means the same without colour',
    async (columns) => {
      const args = ['trends', 'handed-back', '--chart'];
      using colourful = new Terminal(home, args, { ...NOW, columns });
      expect(await colourful.end()).toBe(0);
      const lines = colourful.text.split('\n');
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      // It uses the room there is.
      expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(columns - 4);
      expect(colourful.text).toMatch(/●/);
      expect(colourful.text).toMatch(/[⎺⎻─⎼⎽]{3}/);
      expect(colourful.text).toContain('▲');
      using plain = new Terminal(home, args, { ...NOW, columns, env: { NO_COLOR: '1' } });
      expect(await plain.end()).toBe(0);
      expect(plain.raw).not.toContain('\u001b');
      expect(plain.text).toBe(colourful.text);
      expect(
        OBEYED.exec(colourful.raw.replaceAll(/\r+\n/g, '\n').replaceAll(OWN_COLOURS, '')),
      ).toBeNull();
    },
  );

  test('where the locale has no Unicode it is drawn in ASCII; a pipe of cron’s has 80 columns', () => {
    const env = { LANG: 'C' };
    const { stdout } = home.run(['trends', 'lli', 'rework', '--chart'], { ...NOW, env });
    const pictures = stdout.split('\n').filter((line) => /^ {3,}[\d. ]+[|+]/.test(line));
    expect(pictures.length).toBeGreaterThan(6);
    for (const line of pictures) expect(line).toMatch(/^[\x20-\x7e]{1,80}$/);
    expect(home.run(['trends'], { ...NOW, env }).stdout).not.toMatch(/[▁-█]/);
    expect(home.run(['list', '--calendar'], { ...NOW, env }).stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('a series of one’s own is judged by the same rule, and shown beside', () => {
    const text = home.run(['trends', 'rework', 'handed-back', '--chart'], NOW).stdout;
    expect(text).toContain('a series of yours');
    expect(text).toContain('No line yet: it takes 8 points that may be tested.');
    const { series } = home.ask<Document>(['trends', 'rework', 'handed-back'], NOW);
    expect(series.map((each) => each.series)).toEqual(['rework', 'handed-back']);
    expect(series[0]?.value).toBe(12);
  });

  test('days of practice, a column a week', () => {
    const text = home.run(['list', '--calendar'], NOW).stdout;
    expect(text).toMatch(/^ {2}Mon {2}(■ ){24}·?$/m);
    expect(text).toContain('Practised 15 of the last 20 working days.');
    expect(home.ask<{ days: unknown[] }>(['list', '--calendar'], NOW).days).toHaveLength(120);
  });
});

describe('before there is enough', () => {
  test('a new journal has one sentence, no file and no picture', () => {
    using home = new Home();
    expect(home.run(['trends']).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Nothing is counted yet.',
    );
    expect(home.run(['trends', 'lli', '--chart']).stdout).toContain(
      'There is no point to draw yet.',
    );
    expect(home.run(['list', '--calendar']).stdout).toContain('No day of practice yet.');
    expect(home.run([]).stdout).not.toContain('Trend');
    expect(() => home.files()).toThrow();
  });

  test('today says how far it is to a first verdict', () => {
    using home = new Home();
    practised(home.journal, '2026-09-07', 50, (i) => stance(8, i));
    expect(home.run([], NOW).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Trend handed back: no evidence yet, 8 weekly points; a verdict needs 12',
    );
    const { trend } = home.ask<{ trend: unknown }>([], NOW);
    expect(trend).toEqual({ series: 'handed-back', verdict: null, points: 8, needs: 4 });
  });
});

describe('what cannot be shown is refused', () => {
  test.each([
    [['trends', 'handed-bak'], '"handed-bak" is no series. Did you mean "handed-back"?'],
    [['trends', '--chart'], '--chart draws a series, and none is named.'],
    [['trends', 'lli', '--chart', '--csv'], 'each say how to print'],
    [['trends', 'lli', '--weeks', '0'], '--weeks is "0"'],
    [['trends', 'lli', 'ac', 'tpi', 'cand'], '3 series beside each other are the most.'],
    [['list', '--calendar', '--limit', '3'], '--limit is for entries'],
  ])('%j: %s', (args, says) => {
    using home = new Home();
    refused(home.run(args), 2, says);
    refusedAsJson(home.run([...args, '--json']), 2);
  });
});
