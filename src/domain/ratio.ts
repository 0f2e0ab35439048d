/** The ratios of trust that a weekly check-in asks for. */
export const RATIO_ITEMS = ['kept', 'loops', 'listening', 'questions', 'badNews'] as const;
export type RatioItem = (typeof RATIO_ITEMS)[number];

/** Those that trust practice is made of: what I did. Bad news is what came back, and stays by itself. */
export const PRACTICE_RATIOS = [
  'kept',
  'loops',
  'listening',
  'questions',
] as const satisfies RatioItem[];

/** `x` of `n`, as it was counted. */
export interface Ratio {
  readonly x: number;
  readonly n: number;
}

/** What the two sides of each ratio are called in an answers file, and what it says in words. */
export const RATIOS: Readonly<
  Record<RatioItem, { readonly x: string; readonly n: string; readonly words: string }>
> = {
  kept: { x: 'yes', n: 'due', words: 'promises kept on time' },
  loops: { x: 'met', n: 'offered', words: 'openings met' },
  listening: { x: 'accepted', n: 'rounds', words: 'playbacks accepted' },
  questions: { x: 'open', n: 'all', words: 'open questions' },
  badNews: { x: 'early', n: 'all', words: 'bad news before you found out' },
};

/** A ratio as an answers file has it: `{"yes": 4, "due": 5}`. */
export function ratioAsWritten(item: RatioItem, { x, n }: Ratio): Record<string, number> {
  return { [RATIOS[item].x]: x, [RATIOS[item].n]: n };
}

/** The same back. */
export function ratioFromWritten(
  item: RatioItem,
  written: Readonly<Record<string, number>>,
): Ratio {
  return { x: written[RATIOS[item].x] ?? 0, n: written[RATIOS[item].n] ?? 0 };
}
