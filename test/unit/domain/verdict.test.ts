import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/domain/verdict.ts';

const REPORT = {
  series: 'lli',
  unit: 'points',
  window: { from: '2026-W10', to: '2026-W45' },
  n: 24,
  gaps: 0,
  S: 12,
  tauB: 0.1,
  slopePer4Weeks: 1,
  ci95: [null, 2],
  pExact: 0.4,
  pAdjusted: 0.5,
  phi: 0.2,
  verdict: 'steady',
  issued: '2026-11-10',
  next: '2026-12-10',
  needs: null,
  notes: [],
};

describe('a stored report', () => {
  test('is read as it was kept, those of before the zone too', () => {
    expect(readReport(REPORT)).toEqual(REPORT);
    expect(readReport({ ...REPORT, zone: 10 })).toEqual({ ...REPORT, zone: 10 });
  });

  test('without what somebody else has put beside it', () => {
    expect(readReport({ ...REPORT, points: 24, text: 'mine' })).toEqual(REPORT);
  });

  test.each([
    ['another verdict', { verdict: 'great' }],
    ['a number that is none', { n: 'many' }],
    ['a day that is none', { issued: '2026-02-30' }],
    ['an interval with three ends', { ci95: [1, 2, 3] }],
    ['a window of one end', { window: { from: '2026-W10' } }],
    ['no notes', { notes: null }],
  ])('with %s is none', (_, wrong) => {
    expect(readReport({ ...REPORT, ...wrong })).toBeNull();
  });
});
