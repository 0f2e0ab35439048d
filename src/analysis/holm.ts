/**
 * p values of several tests made at once, adjusted so that any false alarm among them stays as rare as one test's
 * (Holm 1979, Scand. J. Stat. 6). In the order given.
 * @throws RangeError for what is no probability.
 */
export function holm(ps: readonly number[]): number[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`no probability: ${p}`);
  const order = ps.map((p, at) => ({ p, at })).sort((one, other) => one.p - other.p);
  const adjusted = ps.map(() => 1);
  let largest = 0;
  for (const [rank, { p, at }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * p));
    adjusted[at] = largest;
  }
  return adjusted;
}
