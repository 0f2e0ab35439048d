import { describe, expect, test } from 'vitest';
import { THRESHOLDS } from '../../../src/analysis/constants.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { VerdictReport } from '../../../src/domain/verdict.ts';
import { verdictSentence } from '../../../src/render/trend.ts';

const REPORT: VerdictReport = {
  series: 'stance',
  unit: 'points',
  window: { from: '2026-W10', to: '2026-W31' },
  n: 22,
  gaps: 0,
  S: 90,
  tauB: 0.4,
  slopePer4Weeks: 1.12,
  ci95: [0.41, 1.93],
  pExact: 0.002,
  pAdjusted: 0.008,
  phi: 0.2,
  verdict: 'rising',
  issued: '2026-08-03',
  next: '2026-09-03',
  needs: null,
  notes: [],
};
const said = (report: Partial<VerdictReport>, zone = 10) =>
  verdictSentence({ ...REPORT, ...report }, THRESHOLDS.verdict, {
    zone,
    today: '2026-08-03' as Day,
  });

describe('the sentence of a verdict', () => {
  test('rising and falling say how fast, how surely and since when', () => {
    expect(said({})).toBe(
      'Rising: about +1.1 a month [+0.41 to +1.9] since 2 March (22 weekly points).',
    );
    expect(said({ verdict: 'falling', slopePer4Weeks: -12.4, ci95: [-130.4, -0.02] })).toBe(
      'Falling: about -12 a month [-130 to -0.02] since 2 March (22 weekly points).',
    );
    expect(said({ window: { from: '2025-12-31', to: '2026-07-29' } })).toContain(
      'since 31 December 2025 (',
    );
    expect(said({ window: { from: 3, to: 24 }, ci95: [null, 2] })).toBe(
      'Rising: about +1.1 in 4 steps [open to +2] since t = 3 (22 points).',
    );
  });

  test('a hint waits for the next month', () => {
    expect(said({ verdict: 'hint-falling' })).toBe('A hint of falling; one more month will tell.');
  });

  test('steady names the change that would not matter', () => {
    const steady = { verdict: 'steady' } as const;
    expect(said(steady)).toBe('Steady: any change is smaller than 10 points a quarter.');
    expect(said(steady, 1)).toContain('smaller than 1 point a quarter');
    expect(said({ ...steady, unit: 'steps' }, 0.5)).toContain('0.5 of a step a quarter');
    expect(said({ ...steady, unit: 'share' }, 0.1)).toContain('smaller than 0.1 a quarter');
  });

  test('no evidence says what is missing, and is never steady', () => {
    const none = { verdict: 'no-evidence' } as const;
    expect(said({ ...none, n: 9 })).toBe('No evidence yet: 9 weekly points, a verdict needs 12.');
    expect(said({ ...none, n: 14 })).toBe(
      'No evidence yet: 14 weekly points; a change of 15 points a quarter usually needs about 26.',
    );
    expect(said({ ...none, n: 14, unit: 'steps' })).toBe(
      'No evidence yet: 14 weekly points; a slow change usually needs about 26.',
    );
    expect(said({ ...none, n: 30 })).toBe(
      'No evidence yet: 30 weekly points show no drift, and do not rule one out.',
    );
  });
});
