import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { THRESHOLDS } from '../../../src/analysis/constants.ts';
import { measureTexts } from '../../../src/content/measures.ts';
import { addDays, weekOf } from '../../../src/domain/day.ts';
import type { MeasuredSeries, Trends } from '../../../src/domain/measure.ts';
import { SERIES, SERIES_IDS, type SeriesId } from '../../../src/domain/series.ts';
import type { Verdict, VerdictReport } from '../../../src/domain/verdict.ts';
import { calendarText, weeksThatFit } from '../../../src/render/calendar.ts';
import { explainAllText, explainText, OWN_TEXT } from '../../../src/render/explain.ts';
import { plainStyle } from '../../../src/render/text.ts';
import { legendText, seriesText } from '../../../src/render/trend-series.ts';
import { trendsText } from '../../../src/render/trends.ts';
import { day } from '../../support/journal.ts';

const TODAY = day('2026-11-20');
const EVIL = `\u001b[31mred\u0007\r\u202etxt\u009b2J ${'語'.repeat(30)}`;
const OBEYED = /[\p{Cc}\p{Bidi_Control}]/u;

const report = (verdict: Verdict, series = 'handed-back'): VerdictReport => ({
  series,
  unit: 'points',
  window: { from: '2026-W10', to: '2026-W44' },
  n: 22,
  gaps: 0,
  S: 81,
  tauB: 0.4,
  slopePer4Weeks: 2.7,
  ci95: [0.4, 4.9],
  pExact: 0.02,
  pAdjusted: 0.03,
  phi: 0.2,
  verdict,
  issued: '2026-11-01',
  next: '2026-12-01',
  zone: 10,
  needs: null,
  notes: [],
});

const nothing = (series: SeriesId): MeasuredSeries => ({
  series,
  ...SERIES[series],
  own: false,
  window: { from: addDays(TODAY, -27), to: TODAY },
  value: null,
  ci95: null,
  n: 0,
  needs: '5 more counts',
  parts: [],
  word: null,
  verdict: null,
  weeks: 1,
  points: [],
});

const points = Array.from({ length: 12 }, (_, i) => ({
  week: weekOf(addDays(TODAY, -7 * (11 - i))),
  value: 40 + 2 * i,
  n: 20,
  tested: i > 1,
}));

const some: Readonly<Partial<Record<SeriesId, Partial<MeasuredSeries>>>> = {
  lli: {
    value: 50.37,
    ci95: [41.25, 59.08],
    n: 150,
    needs: null,
    word: 'mixed',
    points,
    parts: [
      { part: 'handed-back', x: 34, n: 70, value: 48.6, used: true },
      { part: 'among-themselves', x: 2, n: 4, value: null, used: false },
    ],
  },
  'handed-back': {
    value: 48.57,
    ci95: [37.2, 60],
    n: 70,
    needs: null,
    points,
    verdict: report('hint-rising'),
  },
  'among-themselves': { n: 4, needs: '1 more count' },
  R1: { value: 3, ci95: [2, 4], n: 9, needs: null },
  tpi: {
    value: 64.48,
    ci95: [51.5, 76],
    n: 60,
    needs: null,
    parts: [
      { part: 'kept', x: 13, n: 16, value: 81, used: true },
      { part: 'loops', x: 2, n: 5, value: 40, used: true },
    ],
  },
  cand: {
    n: 3,
    needs: '2 more pieces of bad news',
    parts: [{ part: 'badNews', x: 1, n: 3, value: 33, used: true }],
  },
  ac: {
    value: 27.7,
    n: 2,
    needs: null,
    parts: [
      { part: 'sam', x: null, n: null, value: 44, used: true },
      { part: 'lee', x: null, n: null, value: 11, used: true },
    ],
  },
  chx: { value: 60, ci95: [23, 88], n: 5, needs: null },
  ir: { value: 1.25, ci95: [0.6, 2.6], n: 5, needs: null },
  density: {
    value: 90,
    n: 20,
    needs: null,
    parts: [{ part: 'sessionDays', x: 18, n: 20, value: 90, used: true }],
  },
};

const trends: Trends = {
  on: TODAY,
  measures: [
    ...SERIES_IDS.map((series) => ({ ...nothing(series), ...some[series] })),
    {
      ...nothing('lli'),
      series: EVIL,
      title: EVIL,
      unit: 'number',
      own: true,
      value: 14.2,
      n: 3,
      needs: null,
      points,
      verdict: report('steady', EVIL),
    },
  ],
  feltGap: { value: 12.4, mention: true, needs: null },
  jointWork: { initiative: 80, amongThemselves: 20, corner: 'capable but alone', needs: null },
  comparison: {
    later: { from: addDays(TODAY, -83), to: TODAY, sessionDays: 50 },
    earlier: { from: addDays(TODAY, -167), to: addDays(TODAY, -84), sessionDays: 50 },
    pairs: [
      {
        pair: 'stance',
        later: { x: 60, n: 100 },
        earlier: { x: 50, n: 100 },
        difference: { value: 10.4, ci95: [0.2, 20.4], needs: null },
      },
    ],
    leading: { value: null, needs: '3 more counts in the earlier period', pairs: [] },
    initiative: {
      later: { starts: 8, weeks: 4 },
      earlier: { starts: 5, weeks: 4 },
      ratio: 1.6,
      ci95: [0.46, 6.2],
      p: 0.58,
      needs: null,
    },
    fell: true,
    cut: null,
  },
};

describe('the screen of trends', () => {
  const text = trendsText(trends, plainStyle(80));

  test('has parts before the whole they make, each with its range and n, and the last verdict', () => {
    expect(text.split('\n').slice(0, 11)).toEqual([
      '  Leading leaders      50 [41-59]     ▂▃▃▃▄▄▄▄▅▅▅▅  n 150 mixed',
      '    handed back        49 [37-60]     ▂▃▃▃▄▄▄▄▅▅▅▅  n 70  hint of rising, 1 Nov',
      '    settled among them needs 1 more count',
      '  Stance felt          3 of 5 [2-4]                 n 9',
      '                       12 points above the counts',
      '  Trust practice       64 [52-76]                   n 60',
      '    promises 13/16   openings met 2/5',
      '  Candour              needs 2 more pieces of bad news · early bad news 1 of 3',
      '  People known         28                           n 2',
      '    lee 11   sam 44',
      '  Practised            18 of the last 20 working days',
    ]);
  });

  test('names what else was counted, and nothing that never was', () => {
    expect(text).toContain('challenges explored 60 % [23-88] (n 5)');
    expect(text).toContain('unprompted starts a week 1.3 [0.6-2.6] (n 5)');
    expect(text).toContain('initiative and joint work: capable but alone');
    expect(text).not.toContain('aims that match');
  });

  test('says how this quarter stands beside the last, and that less was practised', () => {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'The last twelve weeks against the twelve before: handed back +10 points [0 to +20]. Session days fell by half or more: it may be what was counted.',
    );
  });

  test('never speaks of causes, goals or streaks', () => {
    expect(text).not.toMatch(/because|thanks to|led to|caused|streak|goal|score|well done/i);
  });
});

describe('whatever a series is called', () => {
  const own = trends.measures.at(-1) ?? nothing('lli');
  const chart = {
    series: EVIL,
    title: EVIL,
    unit: 'number' as const,
    weeks: 1,
    points,
    line: null,
    breaks: [{ on: TODAY, reason: EVIL }],
    verdicts: [{ on: TODAY, verdict: 'rising' as const }],
  };

  test.each([50, 60, 80, 120, 200])(
    'nothing is obeyed, and everything fits %d columns',
    (columns) => {
      const style = plainStyle(Math.min(columns, 120), { columns });
      const screens = [
        trendsText(trends, style),
        seriesText(own, THRESHOLDS, TODAY, style, { drawn: false, testable: true }),
        seriesText(own, THRESHOLDS, TODAY, style, { drawn: true, testable: true }),
        legendText(chart, TODAY, style),
        explainAllText(measureTexts(THRESHOLDS), style),
        ...measureTexts(THRESHOLDS).map((each) => explainText(each.series, each, style)),
        explainText(EVIL, OWN_TEXT, style),
      ];
      for (const screen of screens) {
        expect(screen.replaceAll('\n', '')).not.toMatch(OBEYED);
        for (const line of screen.split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }
    },
  );
});

describe('what a measure is explained with', () => {
  const texts = measureTexts(THRESHOLDS);

  test('is there for every one, in their order', () => {
    expect(texts.map(({ series }) => series)).toEqual(SERIES_IDS);
    for (const { formula, window, minimum, point, not } of texts)
      for (const text of [formula, window, minimum, point, not])
        expect(text.length).toBeGreaterThan(3);
  });

  test('names the windows and minimums that are used', () => {
    const of = (series: SeriesId) => texts.find((each) => each.series === series);
    expect(of('lli')?.window).toBe(`${THRESHOLDS.leading.windowDays} days`);
    expect(of('cand')?.minimum).toContain(String(THRESHOLDS.candour.counts));
    expect(of('tpi')?.point).toBe(`a block of ${THRESHOLDS.trust.windowDays / 7} weeks`);
  });

  test('says of trust practice that it is not trust', () => {
    expect(texts.find(({ series }) => series === 'tpi')?.not).toMatch(/^Not trust\./);
  });
});

describe('one series', () => {
  const of = (more: Partial<MeasuredSeries>, testable = false) =>
    seriesText({ ...nothing('handed-back'), ...more }, THRESHOLDS, TODAY, plainStyle(80), {
      drawn: false,
      testable,
    });

  test('tells its last verdict with its day and the next one', () => {
    expect(of({ ...some['handed-back'] })).toContain(
      'Verdict of Sunday 1 November: A hint of rising; one more month will tell. The',
    );
  });

  test('without a verdict says where one comes from, or that there is none for it', () => {
    expect(of({ points }, true)).toContain('No verdict yet: praxis review month issues one.');
    // Of all its points those of the last weeks may be shown alone.
    expect(of({}, true)).toContain('No verdict yet: praxis review month issues one.');
    expect(of({})).toContain('No verdict yet: it has no point so far that may be tested.');
    expect(of({ series: 'why' })).toContain('it is shown, and not tested');
  });
});

describe('the calendar', () => {
  const monday = day('2026-10-26');
  const calendar = {
    from: monday,
    to: TODAY,
    days: [
      { on: monday, session: true, review: true, moments: 2 },
      { on: addDays(monday, 1), session: false, review: false, moments: 1 },
      { on: addDays(monday, 5), session: true, review: false, moments: 0 },
      { on: addDays(monday, 11), session: false, review: true, moments: 0 },
    ],
    pauses: [{ from: addDays(monday, 14), until: addDays(monday, 20) }],
    practice: { days: 3, workingDays: 15 },
  };

  test('has a column a week; free days that were free are blank, and days to come too', () => {
    expect(calendarText(calendar, plainStyle(80)).split('\n')).toEqual([
      '       Nov 2026',
      '  Mon  ■ · - ·',
      '  Tue  ▪ · - ·',
      '  Wed  · · - ·',
      '  Thu  · · - ·',
      '  Fri  · □ - ·',
      '  Sat  ■   -',
      '  Sun      -',
      '',
      '  ■ session   ▪ counted moment   □ check-in or review alone   · none   - pause',
      '  Practised 3 of the last 15 working days.',
    ]);
  });

  test('says the same without Unicode and without colour', () => {
    const text = calendarText(calendar, plainStyle(80, { unicode: false }));
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toContain('  Mon  # . - .');
  });

  test.each([40, 60, 80, 200])('fits %d columns', (columns) => {
    expect(7 + 2 * weeksThatFit({ columns })).toBeLessThanOrEqual(columns);
    expect(weeksThatFit({ columns })).toBeGreaterThan(10);
  });
});
