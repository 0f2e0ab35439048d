import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactP, mannKendall } from '../../../src/analysis/mann-kendall.ts';
import { expectClose, GOLDEN, value } from '../../support/numbers.ts';

const tested = (values: readonly number[]) => value(mannKendall(values));

/** Every way to write n as a sum of group sizes, in order. */
function* compositions(n: number): Generator<number[]> {
  if (n === 0) yield [];
  for (let first = 1; first <= n; first++) {
    for (const rest of compositions(n - first)) yield [first, ...rest];
  }
}

/** |S| of every order of values with these ties, each distinct order once: they are equally likely. */
function everyS(ties: readonly number[]): number[] {
  const left = [...ties];
  const found: number[] = [];
  const place = (chosen: number[], s: number) => {
    if (left.every((n) => n === 0)) found.push(Math.abs(s));
    for (const [rank, n] of left.entries()) {
      if (n === 0) continue;
      left[rank] = n - 1;
      const gain = chosen.reduce((sum, before) => sum + Math.sign(rank - before), 0);
      place([...chosen, rank], s + gain);
      left[rank] = n;
    }
  };
  place([], 0);
  return found;
}

describe('the exact p', () => {
  test.each(Object.entries(GOLDEN.praxis.exact_mk_p))('%s agrees with the reference', (_, each) => {
    const { y, S, p_two_sided } = each as { y: number[]; S: number; p_two_sided: number };
    const found = tested(y);
    expect(found.s).toBe(S);
    expectClose(found.pExact, p_two_sided);
  });

  test('of a series that only rises is two over the number of orders', () => {
    for (const { n, S, two_over_nfact } of GOLDEN.r.mk_exact_monotone) {
      const found = tested(Array.from({ length: n }, (_, i) => i));
      expect(found.s).toBe(S);
      expect(found.pExact / two_over_nfact).toBeCloseTo(1, 12);
    }
  });

  test('is what counting all orders gives, for all ties up to n = 7', () => {
    for (let n = 2; n <= 7; n++) {
      for (const ties of compositions(n)) {
        const all = everyS(ties);
        for (const s of new Set(all)) {
          const share = all.filter((each) => each >= s).length / all.length;
          expect(Math.abs(exactP(s, ties) - share), `${ties}: ${s}`).toBeLessThan(1e-12);
        }
      }
    }
  });

  test('does not hang on the order of the groups, and falls as |S| grows', () => {
    const ties = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(ties, (sizes) => {
        const n = sizes.reduce((sum, t) => sum + t, 0);
        const untied = (n * n - sizes.reduce((sum, t) => sum + t * t, 0)) / 2;
        let before = 1;
        for (let s = untied % 2 === 0 ? 2 : 1; s <= untied; s += 2 * Math.ceil(untied / 20)) {
          const p = exactP(s, sizes);
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThanOrEqual(before);
          expect(exactP(-s, [...sizes].reverse()) / p).toBeCloseTo(1, 9);
          before = p;
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('has the variance V0, for a year of weekly ratings', () => {
    const ratings = Array.from({ length: 52 }, (_, i) => 1 + ((i * i * 7) % 5));
    const { s, v0, pExact } = tested(ratings);
    const sizes = [1, 2, 3, 4, 5].map((y) => ratings.filter((each) => each === y).length);
    const untied = (52 ** 2 - sizes.reduce((sum, t) => sum + t * t, 0)) / 2;
    // E(S^2) as a sum over the tails: P(|S| >= s) (s^2 - (s - 2)^2).
    let variance = 0;
    for (let each = untied % 2 === 0 ? 2 : 1; each <= untied; each += 2) {
      variance += exactP(each, sizes) * (each ** 2 - Math.max(0, each - 2) ** 2);
    }
    expect(variance / v0).toBeCloseTo(1, 9);
    expect(pExact).toBe(exactP(s, sizes));
  });
});

describe('mannKendall', () => {
  test.each(['sen1968_irregular', 'nile', 'weekly_ordinal_12', 'weekly_falling_10'])(
    '%s agrees with the reference',
    (name) => {
      const { y, mk } = GOLDEN.r[name];
      const found = tested(y);
      expect(found.n).toBe(mk.n);
      expect(found.s).toBe(mk.S);
      expectClose(found.v0, mk.varS_tiecorrected, 1e-5);
      expectClose(found.tauB, mk.tau_b, 1e-5);
    },
  );

  test('without variation there is no tau', () => {
    expect(tested(GOLDEN.r.edge.constant.y)).toEqual({
      kind: 'value',
      n: 8,
      s: 0,
      v0: 0,
      tauB: null,
      pExact: 1,
    });
    expect(tested([0, -0, 0]).v0).toBe(0);
  });

  test('up and down again', () => {
    const { y, mk } = GOLDEN.r.edge.alternating;
    const found = tested(y);
    expect([found.s, found.v0]).toEqual([mk.S, mk.varS_tiecorrected]);
    expectClose(found.tauB, mk.tau_b, 1e-5);
  });

  test('one point is none', () => {
    expect(mannKendall([])).toEqual({ kind: 'needs', needs: '2 points' });
    expect(mannKendall([3])).toEqual({ kind: 'needs', needs: '1 more point' });
    expect(tested([3, 4])).toMatchObject({ s: 1, v0: 1, tauB: 1, pExact: 1 });
  });

  test('backwards it is the other sign; another unit changes nothing', () => {
    const series = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(series, fc.integer({ min: -50, max: 50 }), (y, shift) => {
        const found = tested(y);
        const back = tested([...y].reverse());
        expect(back.s + found.s).toBe(0);
        expect(back.pExact / found.pExact).toBeCloseTo(1, 9);
        const moved = tested(y.map((each) => 4 * each + shift));
        expect({ ...moved, pExact: 0 }).toEqual({ ...found, pExact: 0 });
        expect(moved.pExact).toBe(found.pExact);
        expect(Math.abs(found.tauB ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
