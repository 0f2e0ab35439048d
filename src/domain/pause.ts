/** Time off, with its end; or the end of the practice, until a session begins it again. */
export const PAUSE_KINDS = ['pause', 'finish'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];
