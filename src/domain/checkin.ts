import type { Rating } from './rating.ts';
import type { Ratio, RatioItem } from './ratio.ts';
import type { PartState } from './review-part.ts';
import type { WrittenItem } from './written.ts';

/** How far an idea has come: from its owner alone to what is normal. */
export const MOVEMENT_STAGES = ['alone', 'one', 'two', 'group', 'normal'] as const;
export type MovementStage = (typeof MOVEMENT_STAGES)[number];

/** Where the idea that one wants to spread stands, and who joined whom. */
export interface Movement {
  readonly stage: MovementStage;
  readonly joined: string | null;
}

/** What becomes of an exercise this week. */
export const EXERCISE_STATES = ['planned', 'done', 'skipped'] as const;
export interface ExerciseAnswer {
  /** The exercise's id. */
  readonly id: string;
  readonly state: (typeof EXERCISE_STATES)[number];
}

/** What check-ins and reviews hold beside counts, plan and note. Absent, `null` and a value differ as everywhere. */
export type CheckinAnswers = {
  readonly [Item in RatioItem]?: Ratio | null;
} & { readonly [Item in WrittenItem]?: string | null } & {
  readonly R4?: Rating | null;
  /** Candour expected, by the code of the person. */
  readonly R5?: Readonly<Record<string, Rating | null>>;
  /** Whom I lead, by the code of the person, as a quarterly review asks it. */
  readonly leads?: Readonly<Record<string, Rating | null>>;
  /** Of a review: the parts that were gone through or passed over, by id. */
  readonly parts?: Readonly<Record<string, PartState>>;
  readonly movement?: Movement | null;
  /** Codes of those one talked with. */
  readonly contacts?: readonly string[] | null;
  readonly exercise?: ExerciseAnswer | null;
};
