/** What one knows of a facet: it does not apply, nothing, a guess, what they said, what one watched at least twice. */
export const KNOWLEDGE_STATES = ['na', 'unknown', 'assumed', 'told', 'seen'] as const;
export type KnowledgeState = (typeof KNOWLEDGE_STATES)[number];

/** What became of a guess that one was asked to be sure of. Half right counts as wrong. */
export const BET_OUTCOMES = ['right', 'wrong', 'half'] as const;
export type BetOutcome = (typeof BET_OUTCOMES)[number];
