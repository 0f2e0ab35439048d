export const PROMISE_OUTCOMES = ['kept', 'dropped'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** Whether a commitment names a result or an activity. */
export const WORDINGS = ['result', 'activity'] as const;
export type Wording = (typeof WORDINGS)[number];

export const PROPOSED_BY = ['owner', 'me'] as const;
export type ProposedBy = (typeof PROPOSED_BY)[number];
