/** Bad news in a talk: before one had found out, or after. */
export const BAD_NEWS = ['early', 'late'] as const;
export type BadNews = (typeof BAD_NEWS)[number];

/** An opening of one's own: met with one of theirs, or left standing. */
export const OPENINGS = ['met', 'unmet'] as const;
export type Opening = (typeof OPENINGS)[number];

/** What somebody came for. */
export const CAME_FOR = ['answer', 'sparring', 'coaching', 'sign-off'] as const;
export type CameFor = (typeof CAME_FOR)[number];

/** What a talk brought, beside having taken place. */
export interface ContactFacts {
  readonly badNews: BadNews | null;
  readonly opening: Opening | null;
  readonly cameFor: CameFor | null;
}
