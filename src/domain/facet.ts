export const AREAS = ['workstyle', 'values', 'followership'] as const;
export type Area = (typeof AREAS)[number];

/** Something worth knowing about how a person works, and for how long the knowledge keeps. */
export interface Facet {
  readonly id: string;
  readonly version: number;
  readonly area: Area;
  readonly title: string;
  /** One question that opens it. */
  readonly ask: string;
  /** Days after which what was confirmed counts as assumed again. */
  readonly freshDays: number;
}

/** An open question for a one-on-one. */
export interface ConversationQuestion {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** Ids of the facets that an answer can confirm. */
  readonly facets: readonly string[];
}
