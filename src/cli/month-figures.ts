import { THRESHOLDS } from '../analysis/constants.ts';
import { feltGap, leadingIndex } from '../analysis/leading-index.ts';
import { warrantedShare } from '../analysis/warranted.ts';
import { RATING_VERSIONS } from '../content/ratings.ts';
import { addDays, type Day, daysBetween, weekOf } from '../domain/day.ts';
import type { Counted } from '../domain/facts.ts';
import type { MonthFigures } from '../domain/month.ts';
import { RATIO_ITEMS, type RatioItem } from '../domain/ratio.ts';
import { MONTH_DAYS } from '../domain/review.ts';
import { ratiosOf } from '../domain/trust.ts';
import { workingDaysIn } from '../domain/working-days.ts';
import { ratingsBetween } from '../store/audit.ts';
import { pairCountsByDay } from '../store/by-day.ts';
import { pairCounts } from '../store/facts.ts';
import { effortFor } from '../store/focus-facts.ts';
import { listHeard } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { focusCommitments, handingBack, normsShown } from '../store/month.ts';
import { listPauses } from '../store/pause.ts';
import { firstSessionDay, practisedDays } from '../store/practice.ts';
import { latestStatement } from '../store/statement.ts';
import { trustRecords } from '../store/trust.ts';
import { partsOfDays, sumRatio } from './index-parts.ts';
import { shareOf } from './share.ts';

/** Weeks over which each ratio of trust is added up. */
const PRACTICE_WEEKS = THRESHOLDS.trust.windowDays / 7;
const TRUST_WEEKS: Readonly<Record<RatioItem, number>> = {
  kept: PRACTICE_WEEKS,
  loops: PRACTICE_WEEKS,
  listening: PRACTICE_WEEKS,
  questions: PRACTICE_WEEKS,
  badNews: THRESHOLDS.candour.windowDays / 7,
};

/** The four weeks that end on a day. */
export function monthFigures(journal: Journal, on: Day): MonthFigures {
  const from = addDays(on, 1 - MONTH_DAYS);
  const counts = pairCounts(journal, from, on, weekOf(on));
  const practised = practisedDays(journal, from, on);
  const days = pairCountsByDay(journal, from, on, weekOf(on));
  const index = leadingIndex({ pairs: partsOfDays(days), sessionDays: practised.length });
  const felt = feltGap(stanceFelt(journal, on), index);
  const stance = counts.find(({ pair }) => pair === 'stance');
  const warranted = warrantedShare(
    stance?.warranted ?? 0,
    (stance?.all ?? 0) - (stance?.right ?? 0),
  );
  const focus = latestStatement(journal, 'focus');
  return {
    from,
    to: on,
    practice: { days: practised.length, workingDays: workingDays(journal, from, on) },
    counts: counts.flatMap(({ pair, warranted: left }) => {
      const share = shareOf(counts, pair);
      return share ? [{ pair, warranted: left, ...share }] : [];
    }),
    leading:
      index.kind === 'needs'
        ? { value: null, needs: index.needs }
        : {
            value: index.value,
            ci95: [index.ci95.lower, index.ci95.upper],
            n: index.n,
            word: index.word,
            needs: null,
          },
    feltGap: felt.kind === 'value' && felt.mention ? felt.gap : null,
    trust: trustCounts(journal, on),
    handingBack: handingBack(journal, from, on),
    norms: normsShown(journal, from, on),
    commitments: focusCommitments(journal, from, on),
    effort: focus ? effortFor(journal, focus.text, from, on) : null,
    waiting: listHeard(journal)
      .filter((heard) => heard.on <= on && (heard.answeredOn === null || heard.answeredOn > on))
      .map((heard) => ({ ...heard, days: daysBetween(heard.on, on) })),
    exceptions: warranted.kind === 'value' && warranted.ask,
  };
}

/** Ratings of the stance felt: asked every third evening, so four weeks would bring too few of them. */
export function stanceFelt(journal: Journal, on: Day): number[] {
  const from = addDays(on, 1 - THRESHOLDS.ratings.windowDays);
  return ratingsBetween(journal, 'R1', RATING_VERSIONS.R1, from, on);
}

/** Each ratio over its weeks, week by week: what a check-in was told stands in the place of the records. */
export function trustCounts(journal: Journal, on: Day): Record<RatioItem, Counted> {
  const longest = Math.max(...Object.values(TRUST_WEEKS));
  const weeks = Array.from({ length: longest }, (_, ago) => weekOf(addDays(on, -7 * ago)));
  const records = trustRecords(journal, addDays(on, -7 * (longest + 1)), addDays(on, 6));
  const ratios = weeks.map((week) => ratiosOf(week, records, on));
  return Object.fromEntries(
    RATIO_ITEMS.map((item) => [item, sumRatio(ratios.slice(0, TRUST_WEEKS[item]), item)]),
  ) as Record<RatioItem, Counted>;
}

/** Mondays to Fridays since the practice began, without those of a pause. */
export function workingDays(journal: Journal, from: Day, to: Day): number {
  const first = firstSessionDay(journal, to);
  if (first === undefined) return 0;
  return workingDaysIn(first > from ? first : from, to, listPauses(journal)).length;
}
