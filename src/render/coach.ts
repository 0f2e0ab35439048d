import type { Day } from '../domain/day.ts';
import type { RunState } from '../domain/exercise.ts';
import type { Session } from '../domain/session.ts';
import { PAIR_HEADINGS, type PairCount } from '../domain/tally.ts';
import type { Verdict } from '../domain/verdict.ts';
import { entry, MARKDOWN_MARK } from './markdown.ts';
import { VERDICT_PHRASES } from './verdict.ts';

/** A count of a pair with the interval that its share lies in. */
export interface CoachCount extends PairCount {
  readonly lower: number;
  readonly upper: number;
}

/** What a coach gets to see, names taken out already. */
export interface CoachPack {
  readonly from: Day;
  readonly to: Day;
  readonly counts: readonly CoachCount[];
  readonly verdicts: readonly {
    readonly series: string;
    readonly verdict: Verdict;
    readonly on: Day;
  }[];
  readonly exercises: readonly {
    readonly title: string;
    readonly state: RunState;
    readonly on: Day;
    readonly person: string | null;
  }[];
  /** The entries that were chosen for it, the earliest first. */
  readonly chosen: readonly Session[];
}

/** One Markdown file for a human coach: counts, verdicts, exercises, and only the reflections that were chosen. */
export function coachText({ from, to, counts, verdicts, exercises, chosen }: CoachPack): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const rows = counts.map(
    ({ pair, right, all, lower, upper }) =>
      `| ${PAIR_HEADINGS[pair]} | ${right} of ${all} | ${percent(lower)} to ${percent(upper)} |`,
  );
  const runs = exercises.map(
    ({ title, state, on, person }) =>
      `- ${title}: ${state} ${on}${person ? `, with ${person}` : ''}`,
  );
  const issued = verdicts.map(
    ({ series, verdict, on }) => `- ${series}: ${VERDICT_PHRASES[verdict]} (${on})`,
  );
  const blocks = [
    ['---', MARKDOWN_MARK, 'title: For a coach', `from: ${from}`, `to: ${to}`, '---'].join('\n'),
    '# For a coach',
    `From ${from} to ${to}. People stand as p01, p02, ...; what was written is here only where it was chosen.`,
    '## What was counted',
    rows.length === 0
      ? 'Nothing in this time.'
      : ['| | on the leader side | share, 95 % interval |', '| --- | ---: | ---: |', ...rows].join(
          '\n',
        ),
    ...(issued.length > 0 ? ['## Verdicts', issued.join('\n')] : []),
    ...(runs.length > 0 ? ['## Exercises', runs.join('\n')] : []),
    ...(chosen.length > 0 ? ['## Reflections'] : []),
    ...chosen.map(
      (session) => `${session.on}\n\n${entry(session, '###', { links: false }).trimEnd()}`,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
