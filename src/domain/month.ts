import type { Day } from './day.ts';
import type { Counted, Share } from './facts.ts';
import type { Effort } from './focus.ts';
import type { Heard } from './heard.ts';
import type { RatioItem } from './ratio.ts';
import type { Pair } from './tally.ts';

/** An index that may be shown, or what it lacks, in words. */
export type IndexFigure =
  | {
      readonly value: number;
      readonly ci95: readonly [number, number];
      readonly n: number;
      /** What it is called, where its whole 80 % interval lies in one band. */
      readonly word: string | null;
      readonly needs: null;
    }
  | { readonly value: null; readonly needs: string };

/** Four weeks in figures, as a monthly review looks at them. Counts and shares; nothing here is a verdict. */
export interface MonthFigures {
  readonly from: Day;
  readonly to: Day;
  /** Practised days of working days, pauses left out. */
  readonly practice: { readonly days: number; readonly workingDays: number };
  readonly counts: readonly (Share & { readonly pair: Pair; readonly warranted: number })[];
  readonly leading: IndexFigure;
  /** How far the stance felt lies from the counted one, in points; null while too little is known or they agree. */
  readonly feltGap: number | null;
  /** Inputs of trust practice over eight weeks, and of candour over twelve, as counts. */
  readonly trust: Readonly<Record<RatioItem, Counted>>;
  readonly handingBack: {
    readonly times: number;
    readonly minutes: number;
    readonly withPerson: number;
    readonly cameBack: number;
  };
  readonly norms: readonly { readonly norm: string; readonly n: number }[];
  readonly commitments: readonly {
    readonly owner: string | null;
    readonly n: number;
    readonly together: number;
  }[];
  /** Plans, exercises and promises that serve the focus; null where no focus is set. */
  readonly effort: Effort | null;
  /** Leaders' questions that wait for an answer, the oldest first. */
  readonly waiting: readonly (Heard & { readonly days: number })[];
  /** Whether answers that had to be the user's were so many that it is worth asking. */
  readonly exceptions: boolean;
}
