import { describe, expect, test } from 'vitest';
import { jointWork } from '../../../src/analysis/joint-work.ts';
import { value } from '../../support/numbers.ts';

const high = { x: 16, n: 20 };
const low = { x: 4, n: 20 };

describe('initiative and joint work', () => {
  test.each([
    [high, high, 'interdependent'],
    [high, low, 'capable but alone'],
    [low, high, 'together, on your word'],
    [low, low, 'waiting for you'],
  ])('%j and %j: %s', (motion, routing, corner) => {
    expect(value(jointWork(motion, routing)).corner).toBe(corner);
  });

  test('moments of one day resemble each other: then less is known', () => {
    expect(value(jointWork({ ...high, phi: 6 }, high)).corner).toBeNull();
    expect(value(jointWork({ ...high, phi: 6 }, high)).initiative).toEqual(
      value(jointWork(high, high)).initiative,
    );
  });

  test('near one half it lies in no corner', () => {
    expect(value(jointWork({ x: 11, n: 20 }, high)).corner).toBeNull();
    expect(value(jointWork(high, { x: 3, n: 5 })).corner).toBeNull();
  });

  test('takes five counts of each', () => {
    expect(jointWork({ x: 2, n: 4 }, high)).toEqual({
      kind: 'needs',
      needs: '1 more start of work',
    });
    expect(jointWork(high, { x: 0, n: 0 })).toEqual({
      kind: 'needs',
      needs: '5 more matters for two',
    });
  });
});
