import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { checkCounts } from './measured.ts';

/** Events seen over an exposure: weeks, for instance. */
export interface Events {
  readonly count: number;
  readonly exposure: number;
}

export interface Rate {
  /** Events per unit of exposure. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Rate of rare events with its exact interval (Garwood 1936, Biometrika 28).
 * @param level of confidence, below 1.
 * @throws RangeError for what is no count, or for an exposure that is not above 0.
 */
export function garwood({ count, exposure }: Events, level = 0.95): Rate {
  checkEvents({ count, exposure });
  const tail = (1 - level) / 2;
  return {
    rate: count / exposure,
    lower: count === 0 ? 0 : gammaQuantile(tail, count, 1) / exposure,
    upper: gammaQuantile(1 - tail, count + 1, 1) / exposure,
  };
}

export interface RateComparison {
  /** Later rate over earlier rate; null where the earlier one is 0. */
  readonly ratio: number | null;
  readonly lower: number;
  /** Null where nothing bounds it. */
  readonly upper: number | null;
  /** Two-sided: all splits of the events that are no likelier than the one seen. */
  readonly p: number;
}

/**
 * Two rates of rare events. Given the sum of the counts, the later one is binomial where the rates are equal
 * (Przyborowski & Wilenski 1940, Biometrika 31); the interval of the ratio is that of Clopper & Pearson 1934.
 */
export function compareRates(later: Events, earlier: Events, level = 0.95): RateComparison {
  checkEvents(later);
  checkEvents(earlier);
  const [x, y] = [later.count, earlier.count];
  if (x + y === 0) return { ratio: null, lower: 0, upper: null, p: 1 };
  const tail = (1 - level) / 2;
  const odds = (share: number) => (share / (1 - share)) * (earlier.exposure / later.exposure);
  const upper = y === 0 ? null : odds(betaQuantile(1 - tail, x + 1, y));
  return {
    ratio: y === 0 ? null : (x / later.exposure) * (earlier.exposure / y),
    lower: x === 0 ? 0 : odds(betaQuantile(tail, x, y + 1)),
    upper: upper !== null && Number.isFinite(upper) ? upper : null,
    p: binomialTest(x, x + y, later.exposure / (later.exposure + earlier.exposure)),
  };
}

/** Likelihoods this close count as equal: the sum of both tails must not hang on the last digit. */
const EQUAL = 1 + 1e-7;

/** Exact two-sided binomial test: the probability of every count that is no likelier than `x` of `n`. */
function binomialTest(x: number, n: number, p: number): number {
  const likely = binomialPmf(x, n, p) * EQUAL;
  const mode = n * p;
  if (x === mode) return 1;
  // The tail beyond x, and on the other side of the mode all that is no likelier. Each tail is reckoned from its own
  // end, so that a small one keeps its digits.
  const below = (k: number) => (k < 0 ? 0 : binomialCdf(k, n, p));
  const above = (k: number) => (k > n ? 0 : binomialCdf(n - k, n, 1 - p));
  if (x < mode) {
    const from = firstWhere(Math.ceil(mode), n + 1, (k) => binomialPmf(k, n, p) <= likely);
    return Math.min(1, below(x) + above(from));
  }
  const to = firstWhere(0, Math.floor(mode) + 1, (k) => binomialPmf(k, n, p) > likely) - 1;
  return Math.min(1, above(x) + below(to));
}

/** The first whole number of a range that passes a test which all after it pass too; the end where none does. */
function firstWhere(from: number, end: number, passes: (k: number) => boolean): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function checkEvents({ count, exposure }: Events): void {
  checkCounts(count);
  if (!(exposure > 0 && Number.isFinite(exposure)))
    throw new RangeError(`no exposure: ${exposure}`);
}
