import { candour } from '../analysis/candour.ts';
import { partShares } from '../analysis/composite.ts';
import { THRESHOLDS } from '../analysis/constants.ts';
import { density } from '../analysis/density.ts';
import { initiativeRate } from '../analysis/initiative.ts';
import { leadingIndex } from '../analysis/leading-index.ts';
import type { Measured } from '../analysis/measured.ts';
import { ratingLevel } from '../analysis/rating-level.ts';
import { type Share, share } from '../analysis/share.ts';
import {
  alignment,
  challengesExplored,
  ownedOutcomes,
  plansKept,
  valuableBlocks,
} from '../analysis/supporting.ts';
import { trustPractice } from '../analysis/trust-practice.ts';
import { RATING_VERSIONS } from '../content/ratings.ts';
import { addDays, type Day, firstDayOf, weekOf } from '../domain/day.ts';
import { outcomeWorded } from '../domain/promise.ts';
import type { EntryRating } from '../domain/rating.ts';
import { PRACTICE_RATIOS } from '../domain/ratio.ts';
import type { SeriesId } from '../domain/series.ts';
import type { Pair } from '../domain/tally.ts';
import { lastDayOf } from '../domain/week.ts';
import { ratingsBetween } from '../store/audit.ts';
import {
  type CountedDay,
  challengesByDay,
  pairCountsByDay,
  plansByDay,
  recordsByDay,
} from '../store/by-day.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/journal.ts';
import { practisedDays } from '../store/practice.ts';
import { listPromises } from '../store/promise.ts';
import { type Figure, indexFigure, lacking, NOTHING, partial, shareFigure } from './figure.ts';
import { partsOfDays, startsIn } from './index-parts.ts';
import { assumed, contact, known } from './measure-team.ts';
import { trustCounts, workingDays } from './month-figures.ts';

/** How a measure is read: over how many days, and what of them. */
export interface Reader {
  /** The first day that the value of a day is made of; that day itself for what is true on it. */
  readonly from: (on: Day) => Day;
  readonly read: (journal: Journal, from: Day, to: Day) => Figure;
}

/** Days that end on a day. */
const daysTo = (days: number) => (on: Day) => addDays(on, 1 - days);
/** Whole weeks, the one under way included: as long as so many days, on a Sunday. */
const weeksTo = (days: number) => (on: Day) => addDays(firstDayOf(weekOf(on)), 7 - days);

const LEADING = daysTo(THRESHOLDS.leading.windowDays);
const RARE = daysTo(THRESHOLDS.rare.windowDays);

/** Parts of the leading index bear the names of their series. */
export const PAIR_SERIES: Readonly<Record<Pair, SeriesId>> = {
  stance: 'handed-back',
  arrival: 'proposal',
  questions: 'why',
  motion: 'initiative',
  routing: 'among-themselves',
};

export const READERS: Readonly<Record<SeriesId, Reader>> = {
  lli: { from: LEADING, read: leading },
  'handed-back': pair('stance'),
  proposal: pair('arrival'),
  why: pair('questions'),
  initiative: pair('motion'),
  'among-themselves': pair('routing'),
  R1: rating('R1'),
  R2: rating('R2'),
  R3: rating('R3'),
  R4: rating('R4'),
  tpi: {
    from: weeksTo(THRESHOLDS.trust.windowDays),
    read: (journal, _, on) => {
      const ratios = trustCounts(journal, on);
      const parts = PRACTICE_RATIOS.map((part) => ({ part, ...ratios[part] }));
      const n = parts.reduce((sum, part) => sum + part.n, 0);
      return indexFigure(
        trustPractice(parts),
        n,
        partial(partShares(parts, THRESHOLDS.trust.ratio)),
      );
    },
  },
  cand: {
    from: weeksTo(THRESHOLDS.candour.windowDays),
    read: (journal, _, on) => {
      const { badNews } = trustCounts(journal, on);
      return indexFigure(candour(badNews), badNews.n, partial([{ part: 'badNews', ...badNews }]));
    },
  },
  ac: { from: daysTo(1), read: (journal, _, on) => known(journal, on) },
  al: { from: daysTo(1), read: (journal, _, on) => assumed(journal, on) },
  cc: { from: daysTo(1), read: (journal, _, on) => contact(journal, on) },
  ir: { from: RARE, read: starts },
  chx: counted(RARE, challengesByDay, challengesExplored),
  al3: counted(RARE, (journal, ...days) => recordsByDay(journal, 'alignment', ...days), alignment),
  mvw: counted(
    RARE,
    (journal, ...days) => recordsByDay(journal, 'blocks', ...days),
    valuableBlocks,
  ),
  out: {
    from: RARE,
    read: (journal, from, to) => {
      const found = outcomeWorded(listPromises(journal), from, to);
      return shareFigure(ownedOutcomes(found), found.n);
    },
  },
  intentions: counted(daysTo(THRESHOLDS.plans.windowDays), plansByDay, plansKept),
  density: { from: daysTo(THRESHOLDS.density.windowDays), read: practice },
};

function leading(journal: Journal, from: Day, to: Day): Figure {
  const parts = partsOfDays(pairCountsByDay(journal, from, to, weekOf(to)));
  const sessionDays = practisedDays(journal, from, to).length;
  const found = leadingIndex({ pairs: parts, sessionDays });
  const named = parts.map((each) => ({ ...each, part: PAIR_SERIES[each.part] }));
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const figure = indexFigure(found, n, partial(partShares(named, THRESHOLDS.leading.pair)));
  return found.kind === 'value' ? { ...figure, word: found.word } : figure;
}

function pair(name: Pair): Reader {
  return {
    from: LEADING,
    read: (journal, from, to) => {
      const found = pairCounts(journal, from, to, weekOf(to)).find((each) => each.pair === name);
      const sides = { x: found?.right ?? 0, n: found?.all ?? 0 };
      return shareFigure(share(sides, THRESHOLDS.leading.pair, 'count'), sides.n);
    },
  };
}

function rating(item: EntryRating): Reader {
  return {
    from: daysTo(THRESHOLDS.ratings.windowDays),
    read: (journal, from, to) => {
      // A check-in stands on the Sunday of its week, which may be still to come.
      const until = item === 'R4' ? lastDayOf(weekOf(to)) : to;
      const given = ratingsBetween(journal, item, RATING_VERSIONS[item], from, until);
      const found = ratingLevel(given);
      if (found.kind === 'needs') return lacking(found.needs, given.length);
      const { value, ci95, n } = found;
      return { ...NOTHING, value, ci95: [ci95.lower, ci95.upper], n, needs: null };
    },
  };
}

function counted(
  begin: Reader['from'],
  read: (journal: Journal, from: Day, to: Day) => readonly CountedDay[],
  measured: (sum: { x: number; n: number }) => Measured<Share>,
): Reader {
  return {
    from: begin,
    read: (journal, from, to) => {
      const found = read(journal, from, to);
      const sum = (of: 'x' | 'n') => found.reduce((all, day) => all + day[of], 0);
      const both = { x: sum('x'), n: sum('n') };
      return shareFigure(measured(both), both.n);
    },
  };
}

/** Unprompted starts a week, over the weeks in which they were counted: what was not asked is no zero. */
function starts(journal: Journal, from: Day, to: Day): Figure {
  const { count, weeks } = startsIn(pairCountsByDay(journal, from, to, weekOf(to)));
  const found = initiativeRate({ starts: count, weeks });
  if (found.kind === 'needs') return lacking(found.needs, count);
  const { rate, lower, upper } = found;
  return { ...NOTHING, value: rate, ci95: [lower, upper], n: count, needs: null };
}

function practice(journal: Journal, from: Day, to: Day): Figure {
  const working = workingDays(journal, from, to);
  const found = density(practisedDays(journal, from, to).length, working);
  if (found.kind === 'needs') return lacking(found.needs, working);
  const days = { part: 'sessionDays', x: found.sessionDays, n: working };
  return {
    ...NOTHING,
    value: 100 * found.density,
    n: working,
    needs: null,
    parts: partial([days]),
  };
}
