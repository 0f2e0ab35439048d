import { expect, test } from 'vitest';
import { leadingIndex } from '../../../src/analysis/leading-index.ts';
import { trend } from '../../../src/analysis/trend.ts';
import { wilson, Z } from '../../../src/analysis/wilson.ts';
import { binomial, chance, value } from '../../support/numbers.ts';

// How often intervals hold what is true, of made-up data of which it is known.

const ROUNDS = 2000;

function shareOf(rounds: number, holds: () => boolean): number {
  let held = 0;
  for (let i = 0; i < rounds; i++) if (holds()) held += 1;
  return held / rounds;
}

test.each([
  [0.5, 10],
  [0.3, 40],
  [0.8, 25],
  [0.05, 60],
])('Wilson of a share of %d in %d counts holds it about 19 times of 20', (p, n) => {
  const random = chance(11);
  const held = shareOf(ROUNDS, () => {
    const { lower, upper } = wilson(binomial(random, n, p), n);
    return lower <= p && p <= upper;
  });
  expect(held).toBeGreaterThan(0.92);
  expect(held).toBeLessThan(0.99);
});

const PAIRS = [
  ['stance', 0.5, 70],
  ['arrival', 0.45, 48],
  ['questions', 0.6, 15],
  ['motion', 0.4, 17],
  ['routing', 0.7, 9],
] as const;

test('the leading index holds the true mean of its shares, at 80 % and at 95 %', () => {
  const random = chance(12);
  const truth = (100 * PAIRS.reduce((sum, [, p]) => sum + p, 0)) / PAIRS.length;
  const held = { ci80: 0, ci95: 0 };
  for (let i = 0; i < ROUNDS; i++) {
    const pairs = PAIRS.map(([part, p, n]) => ({ part, x: binomial(random, n, p), n }));
    const found = value(leadingIndex({ pairs, sessionDays: 20 }));
    for (const level of ['ci80', 'ci95'] as const)
      if (found[level].lower <= truth && truth <= found[level].upper) held[level] += 1;
  }
  expect(held.ci95 / ROUNDS).toBeGreaterThan(0.93);
  expect(held.ci95 / ROUNDS).toBeLessThan(0.98);
  expect(held.ci80 / ROUNDS).toBeGreaterThan(0.76);
  expect(held.ci80 / ROUNDS).toBeLessThan(0.87);
});

test('the slope holds the true one in independent noise, more often than it says: it allows for carrying over', () => {
  const random = chance(13);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const held = shareOf(500, () => {
    const points = Array.from({ length: 20 }, (_, t) => ({ t, y: 0.5 * t + 3 * normal() }));
    const { lower, upper } = value(trend(points)).ci95;
    return (lower ?? Number.NEGATIVE_INFINITY) <= 0.5 && 0.5 <= (upper ?? Number.POSITIVE_INFINITY);
  });
  expect(held).toBeGreaterThan(0.95);
});

test('with the quantiles of the normal distribution', () => {
  expect(Z).toEqual({
    80: 1.2815515655446004,
    90: 1.6448536269514722,
    95: 1.959963984540054,
    99: 2.5758293035489004,
  });
});
