import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Measured, Needs, Value } from '../../src/analysis/measured.ts';

/** Reference values, computed with R and scipy. */
export const GOLDEN = JSON.parse(readFileSync('test/fixtures/golden-stats.json', 'utf8'));

/** Within `tolerance` of the reference, relatively. */
export function expectClose(actual: number | null, reference: number, tolerance = 1e-9): void {
  expect(actual).not.toBeNull();
  expect(Math.abs((actual ?? Number.NaN) - reference)).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(reference), 1e-3),
  );
}

/** The figure, where there has to be one. */
export function value<T>(measured: Measured<T>): Value<T> {
  if (measured.kind === 'needs') throw new Error(`it needs ${(measured as Needs).needs}`);
  return measured;
}

/** Every number in it is one: not NaN, not infinite. */
export function expectNumbers(found: unknown): void {
  if (typeof found === 'number') expect(Number.isFinite(found), String(found)).toBe(true);
  else if (typeof found === 'object' && found !== null)
    for (const each of Object.values(found)) expectNumbers(each);
}

/** Chance that is the same in every run: mulberry32, uniform in 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How many of `n` tries succeed at a chance of `p` each. */
export function binomial(random: () => number, n: number, p: number): number {
  let x = 0;
  for (let i = 0; i < n; i++) if (random() < p) x += 1;
  return x;
}
