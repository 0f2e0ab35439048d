export type Rating = 1 | 2 | 3 | 4 | 5;

/** The three daily self-ratings, asked in turn. */
export const RATING_ITEMS = ['R1', 'R2', 'R3'] as const;
export type RatingItem = (typeof RATING_ITEMS)[number];

/** A rating with its anchors in view: a number means the same every evening. */
export interface RatingScale {
  readonly item: RatingItem;
  readonly version: number;
  readonly title: string;
  readonly question: string;
  readonly anchors: readonly [string, string, string, string, string];
}
