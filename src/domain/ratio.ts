/** The ratios of trust that a weekly check-in asks for. */
export const RATIO_ITEMS = ['kept', 'loops', 'listening', 'questions', 'badNews'] as const;
export type RatioItem = (typeof RATIO_ITEMS)[number];
