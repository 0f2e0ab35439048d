export type Rating = 1 | 2 | 3 | 4 | 5;

/** The three daily self-ratings, asked in turn. */
export const RATING_ITEMS = ['R1', 'R2', 'R3'] as const;
export type RatingItem = (typeof RATING_ITEMS)[number];

/** Every self-rating of an entry: R0 is about one person and asked at their audit, R4 belongs to the week, the others are asked in turn. */
export const ENTRY_RATINGS = ['R0', ...RATING_ITEMS, 'R4'] as const;
export type EntryRating = (typeof ENTRY_RATINGS)[number];

/** What each rating is called where its question does not stand beside it. */
export const RATING_TITLES: Readonly<Record<EntryRating, string>> = {
  R0: 'Whom I lead',
  R1: 'Stance felt',
  R2: 'Ease',
  R3: 'Closeness',
  R4: 'Clarity',
};

/** A rating with its anchors in view: a number means the same every evening. */
export interface RatingScale {
  readonly item: EntryRating;
  readonly version: number;
  readonly question: string;
  readonly anchors: readonly [string, string, string, string, string];
}
