export type Rating = 1 | 2 | 3 | 4 | 5;

/** The three daily self-ratings, asked in turn. */
export const RATING_ITEMS = ['R1', 'R2', 'R3'] as const;
export type RatingItem = (typeof RATING_ITEMS)[number];

/** What each rating is called where its question does not stand beside it. */
export const RATING_TITLES: Readonly<Record<RatingItem, string>> = {
  R1: 'Stance felt',
  R2: 'Ease',
  R3: 'Closeness',
};

/** A rating with its anchors in view: a number means the same every evening. */
export interface RatingScale {
  readonly item: RatingItem;
  readonly version: number;
  readonly question: string;
  readonly anchors: readonly [string, string, string, string, string];
}
