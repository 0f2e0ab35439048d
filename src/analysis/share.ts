import { type Measured, more, needs } from './measured.ts';
import type { Estimate } from './mover.ts';
import { wilson, Z } from './wilson.ts';

/** Counted: `x` of `n`, and the dispersion `phi` of the days they come from (1 where it was not estimated). */
export interface Counted {
  readonly x: number;
  readonly n: number;
  readonly phi?: number;
}

export interface Share {
  readonly x: number;
  readonly n: number;
  /** 0 to 1. */
  readonly share: number;
  readonly ci95: { readonly lower: number; readonly upper: number };
}

/**
 * A share with its Wilson interval, on the effective n where days are more alike than chance: n / phi.
 * @throws RangeError when there is no share, or for a phi below 1.
 */
export function estimateShare({ x, n, phi = 1 }: Counted, z: number = Z[95]): Estimate {
  if (!(phi >= 1)) throw new RangeError(`no dispersion: ${phi}`);
  return { value: x / n, ...wilson(x / phi, n / phi, z) };
}

/** A share that is shown from `least` counts on. `one` and `many` name what is counted. */
export function share(
  counted: Counted,
  least: number,
  one: string,
  many = `${one}s`,
): Measured<Share> {
  const { x, n } = counted;
  const missing = Math.max(1, least) - n;
  if (missing > 0) return needs(more(missing, one, many));
  const { value, lower, upper } = estimateShare(counted);
  return { kind: 'value', x, n, share: value, ci95: { lower, upper } };
}
