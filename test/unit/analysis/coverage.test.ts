import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, teamCoverage } from '../../../src/analysis/coverage.ts';

const count = fc.nat({ max: 18 });

describe('coverage', () => {
  test('5 fresh, 2 stale and 6 assumed, 5 unknown', () => {
    const known = coverage({ confirmedFresh: 5, assumedOrStale: 8, unknown: 5 });
    expect(known).toMatchObject({ kind: 'value', facets: 18 });
    if (known.kind !== 'value') return;
    expect(known.ac).toBeCloseTo(27.77777777777778, 12);
    expect(known.al).toBeCloseTo(61.53846153846154, 12);
    expect(known.unknown).toBeCloseTo(27.77777777777778, 12);
  });

  test('somebody new is known at 0, and nothing is assumed of them', () => {
    expect(coverage({ confirmedFresh: 0, assumedOrStale: 0, unknown: 18 })).toEqual({
      kind: 'value',
      facets: 18,
      ac: 0,
      al: null,
      unknown: 100,
    });
  });

  test('six facets are enough, five are not', () => {
    expect(coverage({ confirmedFresh: 1, assumedOrStale: 2, unknown: 3 }).kind).toBe('value');
    expect(coverage({ confirmedFresh: 1, assumedOrStale: 2, unknown: 2 })).toEqual({
      kind: 'needs',
      needs: '1 more facet that applies',
    });
    expect(coverage({ confirmedFresh: 0, assumedOrStale: 0, unknown: 0 })).toEqual({
      kind: 'needs',
      needs: '6 more facets that apply',
    });
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d facets are no count', (n) => {
    expect(() => coverage({ confirmedFresh: n, assumedOrStale: 9, unknown: 9 })).toThrow(
      RangeError,
    );
  });

  test('all shares lie within 0 and 100, and known, believed and unknown add up', () => {
    fc.assert(
      fc.property(count, count, count, (confirmedFresh, assumedOrStale, unknown) => {
        const known = coverage({ confirmedFresh, assumedOrStale, unknown });
        const facets = confirmedFresh + assumedOrStale + unknown;
        expect(known.kind).toBe(facets < 6 ? 'needs' : 'value');
        if (known.kind !== 'value') return;
        for (const share of [known.ac, known.al ?? 0, known.unknown]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(100);
        }
        expect(known.ac + (100 * assumedOrStale) / facets + known.unknown).toBeCloseTo(100, 9);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('teamCoverage', () => {
  const person = (confirmedFresh: number, unknown: number) =>
    coverage({ confirmedFresh, assumedOrStale: 0, unknown });

  test('people weigh the same however many facets apply to them, and the least known is named', () => {
    expect(teamCoverage([person(6, 0), person(3, 9), person(9, 9)])).toEqual({
      kind: 'value',
      ac: (100 + 25 + 50) / 3,
      least: 25,
      leastAt: 1,
      people: 3,
    });
  });

  test('people with too few facets are left out; with nobody left it is not defined', () => {
    expect(teamCoverage([person(0, 2), person(6, 6)])).toMatchObject({ ac: 50, leastAt: 1 });
    expect(teamCoverage([person(0, 2)])).toMatchObject({ kind: 'needs' });
    expect(teamCoverage([])).toMatchObject({ kind: 'needs' });
  });
});
