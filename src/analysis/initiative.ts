import { type Measured, needs } from './measured.ts';
import { compareRates, garwood, type Rate, type RateComparison } from './poisson.ts';

/** Unprompted starts over the weeks that were observed. */
export interface Starts {
  readonly starts: number;
  readonly weeks: number;
}

/** Unprompted starts a week. Source: Garwood's exact interval. */
export function initiativeRate({ starts, weeks }: Starts): Measured<Rate> {
  if (!(weeks > 0)) return needs('1 observed week');
  return { kind: 'value', ...garwood({ count: starts, exposure: weeks }) };
}

/** Two periods. Source: conditional binomial test. */
export function compareInitiative(later: Starts, earlier: Starts): Measured<RateComparison> {
  if (!(later.weeks > 0)) return needs('1 observed week in the later period');
  if (!(earlier.weeks > 0)) return needs('1 observed week in the earlier period');
  const events = ({ starts, weeks }: Starts) => ({ count: starts, exposure: weeks });
  return { kind: 'value', ...compareRates(events(later), events(earlier)) };
}
