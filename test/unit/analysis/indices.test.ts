import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candour } from '../../../src/analysis/candour.ts';
import { contactCoverage } from '../../../src/analysis/contact.ts';
import { density, densityFell } from '../../../src/analysis/density.ts';
import {
  compareLeading,
  feltGap,
  leadingIndex,
  leadingWord,
} from '../../../src/analysis/leading-index.ts';
import {
  alignment,
  challengesExplored,
  ownedOutcomes,
  valuableBlocks,
} from '../../../src/analysis/supporting.ts';
import { trustPractice } from '../../../src/analysis/trust-practice.ts';
import { warrantedShare } from '../../../src/analysis/warranted.ts';
import { wilson } from '../../../src/analysis/wilson.ts';
import { expectClose, expectNumbers, GOLDEN, value } from '../../support/numbers.ts';

const golden = GOLDEN.praxis;
const parts = (rows: [string, number, number][]) => rows.map(([part, x, n]) => ({ part, x, n }));
const EXAMPLE = parts(golden.lli_example.parts);
const window = (pairs = EXAMPLE, sessionDays = 20) => ({ pairs, sessionDays });
const [stance, arrival, questions, motion, routing] = EXAMPLE;
if (!stance || !arrival || !questions || !motion || !routing) throw new Error('five pairs');

describe('leadingIndex', () => {
  test('the example agrees with the reference', () => {
    const found = value(leadingIndex(window()));
    const { expect: wanted } = golden.lli_example;
    expectClose(found.value, wanted.index);
    expectClose(found.ci95.lower, wanted.lo);
    expectClose(found.ci95.upper, wanted.hi);
    expectClose(found.ci80.lower, golden.lli_example_80.lo);
    expectClose(found.ci80.upper, golden.lli_example_80.hi);
    expect(found.parts.filter(({ used }) => used).map(({ part }) => part)).toEqual(
      wanted.available,
    );
    for (const { part, share } of found.parts) {
      if (share !== null) expectClose(share, wanted.components[part]);
    }
    expect(found.n).toBe(70 + 48 + 15 + 17);
    expect(found.word).toBe('mixed');
  });

  test('overdispersed days widen the interval and leave the index', () => {
    const found = value(leadingIndex(window()));
    const wide = value(leadingIndex(window(EXAMPLE.map((pair) => ({ ...pair, phi: 2 })))));
    expect(wide.value).toBe(found.value);
    expect(wide.ci95.upper - wide.ci95.lower).toBeGreaterThan(found.ci95.upper - found.ci95.lower);
  });

  test.each([
    ['7 session days', window(EXAMPLE, 7), '1 more session day'],
    ['no stance', window([arrival, questions, motion]), '5 more counts of stance'],
    ['little stance', window([{ ...stance, x: 1, n: 4 }, arrival, questions, motion]), '1 more count of stance'],
    ['two pairs', window([stance, arrival, routing]), '1 more pair with 5 counts'],
    ['24 counts', window([stance, arrival, motion].map((pair) => ({ ...pair, x: 3, n: 8 }))), '1 more count'],
    ['nothing', window([]), '5 more counts of stance'],
  ])('%s is too little', (_, given, needs) => {
    expect(leadingIndex(given)).toEqual({ kind: 'needs', needs });
  }); // biome-ignore format: a table

  test('a word only where the whole interval lies in its band', () => {
    expect(leadingWord({ lower: 10, upper: 34.9 })).toBe('mostly leading followers');
    expect(leadingWord({ lower: 10, upper: 35 })).toBeNull();
    expect(leadingWord({ lower: 35, upper: 65 })).toBe('mixed');
    expect(leadingWord({ lower: 34.9, upper: 60 })).toBeNull();
    expect(leadingWord({ lower: 64, upper: 66 })).toBeNull();
    expect(leadingWord({ lower: 65.1, upper: 90 })).toBe('mostly leading leaders');
  });

  test('no word where moments of one day resemble each other so much that less is known', () => {
    const pairs = ['stance', 'arrival', 'motion'].map((part) => ({ part, x: 32, n: 40 }));
    const words = [1, 9].map(
      (phi) => value(leadingIndex(window(pairs.map((pair) => ({ ...pair, phi }))))).word,
    );
    expect(words).toEqual(['mostly leading leaders', null]);
  });

  test('for any counts it lies within 0 and 100, and inside its intervals', () => {
    const pair = (part: string) =>
      fc
        .tuple(fc.nat({ max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([n, share]) => ({ part, x: Math.floor(n * share), n }));
    const pairs = fc.tuple(...EXAMPLE.map(({ part }) => pair(part)));
    fc.assert(
      fc.property(pairs, fc.nat({ max: 30 }), (all, sessionDays) => {
        const found = leadingIndex({ pairs: all, sessionDays });
        expectNumbers(found);
        if (found.kind === 'needs') return;
        const { ci80, ci95 } = found;
        const order = [0, ci95.lower, ci80.lower, found.value, ci80.upper, ci95.upper, 100];
        for (const [i, each] of order.entries()) {
          expect(each).toBeLessThanOrEqual((order[i + 1] ?? 100) + 1e-9);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('compareLeading', () => {
  const period = (pairs = EXAMPLE) => ({ pairs, sessionDays: 40, weeks: 12 });

  test('goes by the pairs that both periods have', () => {
    const later = [stance, arrival, questions, { ...routing, x: 9, n: 9 }];
    const found = value(compareLeading(period(later), period()));
    expect(found.pairs).toEqual(['stance', 'arrival', 'questions']);
    expect(found.value).toBeCloseTo(0, 12);
    expect(found.lower).toBeCloseTo(-found.upper, 12);
  });

  test('a pair that enters does not move it, one that changes does', () => {
    const better = { ...arrival, x: 44 };
    const found = value(compareLeading(period([stance, better, questions]), period()));
    expect(found.value).toBeCloseTo((100 * (22 / 48)) / 3, 9);
    expect(found.lower).toBeGreaterThan(0);
  });

  test('says which period has too little', () => {
    const over = 'over pairs that both have';
    expect(compareLeading(period(), { ...period(), weeks: 5 })).toEqual({
      kind: 'needs',
      needs: `1 more week in the earlier period, ${over}`,
    });
    expect(compareLeading(period([stance, arrival]), period())).toEqual({
      kind: 'needs',
      needs: `1 more pair with 5 counts in the later period, ${over}`,
    });
  });
});

describe('feltGap', () => {
  const index = leadingIndex(window());

  test('is mentioned where the felt stance lies outside the interval', () => {
    expect(value(feltGap([4, 4, 4, 4, 4, 4, 4, 5], index))).toMatchObject({ mention: true });
    expect(value(feltGap([4, 4, 4, 4, 4, 4, 4, 5], index)).gap).toBeCloseTo(75 - 50.3659, 3);
    expect(value(feltGap([1, 2, 3, 3, 3, 3, 4, 5], index))).toMatchObject({ mention: false });
  });

  test('takes eight ratings and an index', () => {
    expect(feltGap([3, 3, 3, 3, 3, 3], index)).toEqual({ kind: 'needs', needs: '2 more ratings' });
    expect(feltGap([3, 3, 3, 3, 3, 3, 3, 3], leadingIndex(window([])))).toMatchObject({
      kind: 'needs',
    });
  });
});

describe('trustPractice', () => {
  const ratios = parts(golden.tpi_example.parts);

  test('the example agrees with the reference', () => {
    const found = value(trustPractice(ratios));
    const { expect95, expect80 } = golden.tpi_example;
    expectClose(found.value, expect95.index);
    expectClose(found.ci95.lower, expect95.lo);
    expectClose(found.ci95.upper, expect95.hi);
    expectClose(found.ci80.lower, expect80.lo);
    expectClose(found.ci80.upper, expect80.hi);
  });

  test('takes three ratios and fifteen counts', () => {
    const few = ratios.map((ratio) => ({ ...ratio, x: 2, n: 4 }));
    expect(trustPractice(ratios.slice(0, 2))).toEqual({
      kind: 'needs',
      needs: '1 more ratio with 3 counts',
    });
    expect(trustPractice(few.slice(0, 3))).toEqual({ kind: 'needs', needs: '3 more counts' });
    expect(trustPractice(few).kind).toBe('value');
  });
});

test('candour is a share with its interval, from five pieces of bad news on', () => {
  const { x, n, index, wilson95 } = golden.cand_example;
  const found = value(candour({ x, n }));
  expectClose(found.value, index);
  expectClose(found.ci95.lower, wilson95[0]);
  expectClose(found.ci95.upper, wilson95[1]);
  expect(candour({ x: 3, n: 4 })).toEqual({
    kind: 'needs',
    needs: '1 more piece of bad news',
  });
  expect(candour({ x: 0, n: 0 }).kind).toBe('needs');
});

test('warranted answers: asked about above two in five', () => {
  expect(warrantedShare(4, 5)).toEqual({ kind: 'needs', needs: '1 more answer' });
  expect(value(warrantedShare(4, 6))).toMatchObject({ share: 0.4, ask: false });
  expect(value(warrantedShare(5, 6)).ask).toBe(true);
});

describe('small measures', () => {
  test('contact coverage counts people inside their cadence', () => {
    const contacts = [
      { daysSince: 7, cadence: 7 },
      { daysSince: 8, cadence: 7 },
      { daysSince: null, cadence: 7 },
      { daysSince: 0, cadence: 14 },
    ];
    expect(value(contactCoverage(contacts))).toMatchObject({ coverage: 50, within: 2, people: 4 });
    expect(contactCoverage([])).toEqual({ kind: 'needs', needs: '1 active person' });
  });

  test('shares carry their Wilson interval and what they lack', () => {
    expect(value(challengesExplored({ x: 4, n: 6 })).ci95).toEqual(wilson(4, 6));
    expect(challengesExplored({ x: 4, n: 4 })).toMatchObject({ needs: '1 more challenge' });
    expect(value(alignment({ x: 6, n: 9 })).share).toBeCloseTo(2 / 3, 12);
    expect(alignment({ x: 0, n: 0 })).toMatchObject({ needs: '1 more compared name' });
    expect(value(valuableBlocks({ x: 1, n: 1 })).ci95.upper).toBe(1);
    expect(valuableBlocks({ x: 0, n: 0 })).toMatchObject({ needs: '1 more counted block' });
    expect(ownedOutcomes({ x: 0, n: 0 })).toMatchObject({ needs: '1 more commitment' });
    expect(value(ownedOutcomes({ x: 2, n: 8 })).share).toBe(0.25);
  });

  test('practice density, and when it fell by half', () => {
    const [full, half, less] = [density(20, 20), density(10, 20), density(12, 20)].map(value);
    expect(full?.density).toBe(1);
    expect(density(0, 0)).toEqual({ kind: 'needs', needs: '1 working day' });
    if (!full || !half || !less) return;
    expect([densityFell(half, full), densityFell(less, full)]).toEqual([true, false]);
    expect(densityFell(value(density(0, 20)), value(density(0, 20)))).toBe(false);
  });
});
