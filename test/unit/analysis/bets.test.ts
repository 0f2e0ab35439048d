import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bet, bets } from '../../../src/analysis/bets.ts';

const CONFIDENCE = [0.9, 0.8, 0.7, 0.9, 0.6, 0.8];
const RIGHT = [1, 1, 0, 0, 1, 1] as const;
const SIX: readonly Bet[] = RIGHT.map((outcome, i) => ({
  confidence: CONFIDENCE[i] ?? 0,
  outcome,
}));

/** `n` guesses at one confidence of which `right` were right. */
const guesses = (n: number, right: number, confidence: number): Bet[] =>
  Array.from({ length: n }, (_, i) => ({ confidence, outcome: i < right ? 1 : 0 }));

describe('bets', () => {
  test('six guesses agree with the reference', () => {
    const found = bets(SIX);
    expect(found).toMatchObject({ kind: 'value', n: 6, call: 'too few to call' });
    if (found.kind !== 'value') return;
    expect(found.hitRate).toBeCloseTo(0.6666666666666666, 12);
    expect(found.ci95.lower).toBeCloseTo(0.2999933151383921, 9);
    expect(found.ci95.upper).toBeCloseTo(0.9032285888942196, 9);
    expect(found.brier).toBeCloseTo(0.25833333333333336, 12);
    expect(found.meanConfidence).toBeCloseTo(0.7833333333333333, 12);
    expect(found.overConfidence).toBeCloseTo(0.1166666666666667, 12);
  });

  test('five are enough, four are not', () => {
    expect(bets(SIX.slice(0, 5)).kind).toBe('value');
    expect(bets(SIX.slice(0, 4))).toEqual({ kind: 'needs', needs: '1 more settled guess' });
    expect(bets([])).toEqual({ kind: 'needs', needs: '5 more settled guesses' });
  });

  test('too sure is said only of many guesses, and only beyond the interval', () => {
    expect(bets(guesses(19, 2, 0.9))).toMatchObject({ call: 'too few to call' });
    expect(bets(guesses(20, 2, 0.9))).toMatchObject({ call: 'surer than right' });
    expect(bets(guesses(20, 20, 0.6))).toMatchObject({ call: 'less sure than right' });
    expect(bets(guesses(20, 15, 0.8))).toMatchObject({ call: 'in line' });
  });

  test.each([-0.1, 1.1, Number.NaN])('%d is no confidence', (confidence) => {
    expect(() => bets(guesses(5, 3, confidence))).toThrow(RangeError);
  });

  test('all figures stay in their range', () => {
    const bet = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.constantFrom(0 as const, 1 as const),
    });
    fc.assert(
      fc.property(fc.array(bet, { minLength: 5, maxLength: 40 }), (settled) => {
        const found = bets(settled);
        if (found.kind !== 'value') throw new Error('five guesses are enough');
        for (const share of [found.hitRate, found.brier, found.ci95.lower, found.ci95.upper]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(Math.abs(found.overConfidence)).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
