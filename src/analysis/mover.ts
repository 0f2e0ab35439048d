import type { Interval } from './wilson.ts';

/** A figure with its interval, in one unit. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * Mean of independent estimates with equal weights, its interval from theirs by the method of variance estimates
 * recovery (Zou & Donner 2008, Stat. Med. 27; Newcombe 2001 for proportions).
 * @throws RangeError for none.
 */
export function mover(parts: readonly Estimate[]): Estimate {
  if (parts.length === 0) throw new RangeError('no parts');
  const weight = 1 / parts.length;
  const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
  const reach = (of: (part: Estimate) => number) =>
    Math.sqrt(parts.reduce((sum, part) => sum + (weight * of(part)) ** 2, 0));
  return {
    value,
    lower: value - reach((part) => part.value - part.lower),
    upper: value + reach((part) => part.upper - part.value),
  };
}

/** `later - earlier` of two independent estimates, by the same method (Donner & Zou 2012). */
export function moverDifference(later: Estimate, earlier: Estimate): Estimate {
  const value = later.value - earlier.value;
  return {
    value,
    lower: value - Math.hypot(later.value - later.lower, earlier.upper - earlier.value),
    upper: value + Math.hypot(later.upper - later.value, earlier.value - earlier.lower),
  };
}
