import { THRESHOLDS } from './constants.ts';
import { checkCounts, type Measured, more, needs } from './measured.ts';

/** Facets of one person that apply, by what is known of them. Facets that do not apply are in none of the three. */
export interface FacetCounts {
  /** Told or seen, and not stale. */
  readonly confirmedFresh: number;
  /** A guess, or confirmed so long ago that it is one again. */
  readonly assumedOrStale: number;
  readonly unknown: number;
}

export interface Coverage {
  /** Facets that apply. */
  readonly facets: number;
  /** Audit coverage: per cent of the facets that are confirmed and fresh, 0 to 100. */
  readonly ac: number;
  /** Assumption load: per cent guesses among all that is believed; null where nothing is believed. */
  readonly al: number | null;
  /** Per cent of the facets that are unknown. */
  readonly unknown: number;
}

/**
 * How much of a person is known, assumed and unknown. A facet never touched is unknown, so somebody new starts at 0.
 * Source: shares, a convention of this project.
 * @throws RangeError for what is no count.
 */
export function coverage({
  confirmedFresh,
  assumedOrStale,
  unknown,
}: FacetCounts): Measured<Coverage> {
  checkCounts(confirmedFresh, assumedOrStale, unknown);
  const facets = confirmedFresh + assumedOrStale + unknown;
  const missing = THRESHOLDS.coverage.facets - facets;
  if (missing > 0) return needs(more(missing, 'facet that applies', 'facets that apply'));
  const believed = confirmedFresh + assumedOrStale;
  return {
    kind: 'value',
    facets,
    ac: (100 * confirmedFresh) / facets,
    al: believed === 0 ? null : (100 * assumedOrStale) / believed,
    unknown: (100 * unknown) / facets,
  };
}

export interface TeamCoverage {
  /** Mean over people, each with the same weight: the unit of a team is a person, not a facet. */
  readonly ac: number;
  /** The least of them, and where in the given order it stands. */
  readonly least: number;
  readonly leastAt: number;
  readonly people: number;
}

/**
 * Coverage of a team from the `ac` of its active people. People whose coverage is not defined are left out.
 * Source: arithmetic mean, a convention of this project.
 */
export function teamCoverage(people: readonly Measured<Coverage>[]): Measured<TeamCoverage> {
  let sum = 0;
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  let leastAt = -1;
  for (const [at, each] of people.entries()) {
    if (each.kind === 'needs') continue;
    sum += each.ac;
    count += 1;
    if (each.ac < least) [least, leastAt] = [each.ac, at];
  }
  if (count === 0) return needs('somebody whose facets are looked through');
  return { kind: 'value', ac: sum / count, least, leastAt, people: count };
}
