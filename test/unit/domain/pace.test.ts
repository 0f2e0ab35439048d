import { expect, test } from 'vitest';
import { paceFor } from '../../../src/domain/pace.ts';

const times = (n: number, seconds: number) => Array.from({ length: n }, () => seconds);

test.each<[string, number[], string]>([
  ['nothing was measured yet', [], 'full'],
  ['fewer than five sessions say nothing', times(4, 900), 'full'],
  ['three minutes in the median are still enough', times(10, 180), 'full'],
  ['just above three minutes the rating goes', times(10, 181), 'without-rating'],
  ['at four minutes only the rating goes', times(10, 240), 'without-rating'],
  ['above four minutes one sentence is asked', times(5, 241), 'short'],
  ['one long evening is no pattern', [3600, ...times(9, 100)], 'full'],
  [
    'the middle of an even number is its mean',
    [...times(3, 170), ...times(3, 192)],
    'without-rating',
  ],
  ['the middle of an even number is its mean, below', [...times(3, 170), ...times(3, 190)], 'full'],
  ['only the last ten count', [...times(10, 100), ...times(90, 900)], 'full'],
])('%s', (_, seconds, pace) => {
  expect(paceFor(seconds)).toBe(pace);
});
