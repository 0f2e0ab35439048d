/** What became of a part of a review. A part that is not there was not come to yet. */
export const PART_STATES = ['done', 'skipped'] as const;
export type PartState = (typeof PART_STATES)[number];
