import { addDays, type Day } from './day.ts';
import type { Area, Facet } from './facet.ts';

/** What one knows of a facet: it does not apply, nothing, a guess, what they said, what one watched at least twice. */
export const KNOWLEDGE_STATES = ['na', 'unknown', 'assumed', 'told', 'seen'] as const;
export type KnowledgeState = (typeof KNOWLEDGE_STATES)[number];

/** What became of a guess that one was asked to be sure of. Half right counts as wrong. */
export const BET_OUTCOMES = ['right', 'wrong', 'half'] as const;
export type BetOutcome = (typeof BET_OUTCOMES)[number];

/** One time something was learned, guessed or watched. The latest of a facet counts. */
export interface Knowledge {
  readonly id: string;
  /** The person's id; null: oneself. */
  readonly personId: string | null;
  readonly facet: string;
  readonly area: Area;
  readonly on: Day;
  readonly state: KnowledgeState;
  readonly text: string | null;
  readonly source: string | null;
  /** How sure one was of a guess, 0.5 to 1: a bet. Null for all else. */
  readonly confidence: number | null;
  readonly outcome: BetOutcome | null;
  readonly settledOn: Day | null;
  /** The row that confirmed the facet and settled this bet. */
  readonly settledBy: string | null;
  /** The last day on which it counts as confirmed; null unless told or seen. */
  readonly freshUntil: Day | null;
}

/** A bet that waits for what it is about. */
export type Bet = Knowledge & { readonly confidence: number };

/** What decides about a facet's state: enough to count with, without the words. */
export type KnowledgeFact = Pick<
  Knowledge,
  'id' | 'personId' | 'facet' | 'on' | 'state' | 'freshUntil'
>;

/** Days from which what was known of somebody before is a guess again: a new role, team or manager. */
export interface Changes {
  readonly roleSince: Day | null;
  readonly teamSince: Day | null;
  readonly managerSince: Day | null;
}

export const NO_CHANGES: Changes = { roleSince: null, teamSince: null, managerSince: null };

/** A facet of somebody as it stands on a day. */
export interface FacetNow<K extends KnowledgeFact = Knowledge> {
  readonly facet: Facet;
  readonly state: KnowledgeState;
  /** Told or seen, and not too long ago. */
  readonly fresh: boolean;
  /** Told or seen, but so long ago (or before such a change) that it counts as assumed. */
  readonly stale: boolean;
  readonly freshUntil: Day | null;
  /** The row that says so; null when the facet was never touched. */
  readonly row: K | null;
}

/**
 * Reads how sure one is of a guess: `0.8`, `80` or `80%`, from a coin toss (0.5) to certain (1).
 * Undefined for anything else: less than even is a bet on the contrary.
 */
export function parseConfidence(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  if (!match) return undefined;
  const n = Number(match[1]);
  const confidence = match[2] === '%' || n > 1 ? n / 100 : n;
  return confidence >= 0.5 && confidence <= 1 ? confidence : undefined;
}

/** How many of a person's facets stand where: the counts that coverage is made of. */
export interface FacetCounts {
  readonly na: number;
  readonly unknown: number;
  readonly assumed: number;
  readonly stale: number;
  /** Confirmed and fresh. */
  readonly fresh: number;
}

/** True for what they said and what was watched. */
export function isConfirmed(state: KnowledgeState): boolean {
  return state === 'told' || state === 'seen';
}

/** The last day on which knowledge counts as confirmed when it is stored; null for what confirms nothing. */
export function keepsUntil(
  state: KnowledgeState,
  on: Day,
  { freshDays }: Pick<Facet, 'freshDays'>,
): Day | null {
  return isConfirmed(state) ? addDays(on, freshDays) : null;
}

/** The same as it stands: a change that is later than the day it was checked ends it the day before. */
export function freshUntil(
  row: Pick<KnowledgeFact, 'on' | 'freshUntil'>,
  { roleSince, teamSince, managerSince }: Changes,
): Day | null {
  if (row.freshUntil === null) return null;
  const ends = [roleSince, teamSince, managerSince].flatMap((since) =>
    since !== null && since > row.on ? [addDays(since, -1)] : [],
  );
  return [row.freshUntil, ...ends].sort()[0] ?? null;
}

/** Where each of these facets of one person stands at the end of a day, in the order of the facets. */
export function facetsNow<K extends KnowledgeFact>(
  history: Iterable<K>,
  changes: Changes,
  facets: readonly Facet[],
  on: Day,
): FacetNow<K>[] {
  const latest = new Map<string, K>();
  for (const row of history) {
    if (row.on <= on && isLater(row, latest.get(row.facet))) latest.set(row.facet, row);
  }
  return facets.map((facet) => facetNow(facet, latest.get(facet.id) ?? null, changes, on));
}

function facetNow<K extends KnowledgeFact>(
  facet: Facet,
  row: K | null,
  changes: Changes,
  on: Day,
): FacetNow<K> {
  const until = row && freshUntil(row, changes);
  const fresh = until !== null && on <= until;
  const state = row?.state ?? 'unknown';
  return { facet, state, fresh, stale: isConfirmed(state) && !fresh, freshUntil: until, row };
}

function isLater(row: KnowledgeFact, than: KnowledgeFact | undefined): boolean {
  return than === undefined || row.on > than.on || (row.on === than.on && row.id > than.id);
}

export function countFacets(now: Iterable<Pick<FacetNow, 'state' | 'fresh'>>): FacetCounts {
  const counts = { na: 0, unknown: 0, assumed: 0, stale: 0, fresh: 0 };
  for (const { state, fresh } of now) {
    if (isConfirmed(state)) counts[fresh ? 'fresh' : 'stale'] += 1;
    else if (state === 'na' || state === 'unknown') counts[state] += 1;
    else counts.assumed += 1;
  }
  return counts;
}

/**
 * The counts of several people at the end of a day, by the id of the person; somebody of whom nothing was ever noted
 * has every facet unknown. One pass over the rows of the whole journal.
 */
export function coverageOf(
  journal: Iterable<KnowledgeFact>,
  people: readonly { readonly id: string; readonly changes: Changes }[],
  facets: readonly Facet[],
  on: Day,
): Map<string, FacetCounts> {
  const histories = new Map<string, KnowledgeFact[]>(people.map(({ id }) => [id, []]));
  for (const row of journal) {
    if (row.personId !== null) histories.get(row.personId)?.push(row);
  }
  return new Map(
    people.map(({ id, changes }) => [
      id,
      countFacets(facetsNow(histories.get(id) ?? [], changes, facets, on)),
    ]),
  );
}

/** Bets that wait on a day, the latest first: made by then and not settled, on a facet that applies. */
export function openBets(history: readonly Knowledge[], on: Day): Bet[] {
  const notApplicable = new Set(
    [...Map.groupBy(history, ({ facet }) => facet)].flatMap(([facet, rows]) =>
      rows.reduce((one, other) => (isLater(other, one) ? other : one)).state === 'na'
        ? [facet]
        : [],
    ),
  );
  return history
    .filter(
      (row): row is Bet =>
        row.confidence !== null &&
        row.outcome === null &&
        row.on <= on &&
        !notApplicable.has(row.facet),
    )
    .sort((a, b) => (isLater(a, b) ? -1 : 1));
}
