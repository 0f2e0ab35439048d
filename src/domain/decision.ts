export const REVERSIBILITIES = ['easily', 'with-effort', 'hardly'] as const;
export type Reversibility = (typeof REVERSIBILITIES)[number];

/** What a look back on a decision found. */
export const LOOK_BACK_VERDICTS = ['stands', 'changed', 'reversed'] as const;
export type LookBackVerdict = (typeof LOOK_BACK_VERDICTS)[number];
