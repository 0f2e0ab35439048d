import type { Day } from './day.ts';
import type { Pace } from './pace.ts';
import type { RatingItem } from './rating.ts';
import type { Answers, FollowUpAnswer, Plan, PromptAnswer } from './session.ts';
import { PAIRS, type Pair, type RotatingPair } from './tally.ts';

/** What an evening asks. Fixed when the session begins, and kept with its draft. */
export interface DailyPlan {
  readonly on: Day;
  /** The open if-then to ask about, or null. */
  readonly yesterday: (Plan & { readonly madeOn: Day }) | null;
  /** The exercise whose question comes back today, or null. */
  readonly followUp: Omit<FollowUpAnswer, 'text'> | null;
  /** Today's third pair; `core` for stance and arrival alone; null when no counts are asked (too far back for memory). */
  readonly pair: RotatingPair | 'core' | null;
  readonly rating: RatingItem | null;
  readonly prompt: PromptAnswer | null;
  /** One sentence is enough tonight: the last sessions ran long. */
  readonly oneSentence: boolean;
  /** A cue for tomorrow's if-then, from who is due. */
  readonly cue: string | null;
}

/** Everything that an evening could ask, before time and choice cut it down. */
export interface DailyOffer {
  readonly on: Day;
  readonly yesterday: DailyPlan['yesterday'];
  readonly followUp: DailyPlan['followUp'];
  readonly pair: RotatingPair;
  readonly rating: RatingItem;
  readonly prompt: PromptAnswer | null;
  readonly cue: string | null;
  readonly pace: Pace;
  /** `--quick`: the if-then, the counts and the next if-then. */
  readonly quick: boolean;
  /** Back after a gap: the if-then, stance and arrival, the next if-then. */
  readonly short: boolean;
  /** Whether the day is near enough for counts. */
  readonly countable: boolean;
}

export function planEvening(offer: DailyOffer): DailyPlan {
  const { on, yesterday, followUp, pair, rating, prompt, cue, pace, quick, short, countable } =
    offer;
  return {
    on,
    yesterday,
    followUp: short ? null : followUp,
    pair: !countable ? null : short ? 'core' : pair,
    rating: quick || short || !countable || pace !== 'full' ? null : rating,
    prompt: quick || short ? null : prompt,
    oneSentence: pace === 'short',
    cue,
  };
}

/** The pairs asked on an evening, in the order they are asked. */
export function pairsOf({ pair }: Pick<DailyPlan, 'pair'>): readonly Pair[] {
  if (pair === null) return [];
  return pair === 'core' ? ['stance', 'arrival'] : ['stance', 'arrival', pair];
}

/** The counters asked on an evening, in the order they are asked. */
export function countersOf(plan: Pick<DailyPlan, 'pair'>): readonly string[] {
  return pairsOf(plan).flatMap((pair) => {
    const { left, right } = PAIRS[pair];
    return left === 'a' ? ['a', 'a!', right] : [left, right];
  });
}

/** The shape that a script fills in: what is asked, with nothing answered yet. */
export function templateOf(plan: DailyPlan): Answers {
  const counters = countersOf(plan);
  return {
    ...(plan.yesterday ? { yesterday: null } : {}),
    ...(plan.followUp ? { followUp: { ...plan.followUp, text: null } } : {}),
    ...(counters.length > 0
      ? { tallies: Object.fromEntries(counters.map((key) => [key, null])) }
      : {}),
    ...(plan.rating ? { [plan.rating]: null } : {}),
    ...(plan.prompt ? { prompt: plan.prompt } : {}),
    intention: null,
    note: null,
  };
}
