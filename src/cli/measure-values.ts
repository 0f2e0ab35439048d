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
import type { Day } from '../domain/day.ts';
import { outcomeWorded } from '../domain/promise.ts';
import type { EntryRating } from '../domain/rating.ts';
import { PRACTICE_RATIOS } from '../domain/ratio.ts';
import type { SeriesId } from '../domain/series.ts';
import type { Pair } from '../domain/tally.ts';
import { ratingsBetween } from '../store/audit.ts';
import {
  type CountedDay,
  challengesByDay,
  pairCountsByDay,
  plansByDay,
  recordsByDay,
} from '../store/by-day.ts';
import { pairCounts } from '../store/facts.ts';
import type { Journal } from '../store/open.ts';
import { practisedDays } from '../store/practice.ts';
import { listPromises } from '../store/promise.ts';
import { type Figure, indexFigure, lacking, NOTHING, partial, shareFigure } from './figure.ts';
import { partsOf, startsIn } from './index-parts.ts';
import { assumed, contact, known } from './measure-team.ts';
import { trustCounts, workingDays } from './month-figures.ts';

/** How a measure is read: over how many days, and what of them. */
export interface Reader {
  /** The days that end on the day asked about; 1 for what is true on it. */
  readonly days: number;
  readonly read: (journal: Journal, from: Day, to: Day) => Figure;
}

const LEADING = THRESHOLDS.leading.windowDays;
const RARE = THRESHOLDS.rare.windowDays;

/** Parts of the leading index bear the names of their series. */
export const PAIR_SERIES: Readonly<Record<Pair, SeriesId>> = {
  stance: 'handed-back',
  arrival: 'proposal',
  questions: 'why',
  motion: 'initiative',
  routing: 'among-themselves',
};

export const READERS: Readonly<Record<SeriesId, Reader>> = {
  lli: { days: LEADING, read: leading },
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
    days: THRESHOLDS.trust.windowDays,
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
    days: THRESHOLDS.candour.windowDays,
    read: (journal, _, on) => {
      const { badNews } = trustCounts(journal, on);
      return indexFigure(candour(badNews), badNews.n, partial([{ part: 'badNews', ...badNews }]));
    },
  },
  ac: { days: 1, read: (journal, _, on) => known(journal, on) },
  al: { days: 1, read: (journal, _, on) => assumed(journal, on) },
  cc: { days: 1, read: (journal, _, on) => contact(journal, on) },
  ir: { days: RARE, read: starts },
  chx: counted(RARE, challengesByDay, challengesExplored),
  al3: counted(RARE, (journal, ...days) => recordsByDay(journal, 'alignment', ...days), alignment),
  mvw: counted(
    RARE,
    (journal, ...days) => recordsByDay(journal, 'blocks', ...days),
    valuableBlocks,
  ),
  out: {
    days: RARE,
    read: (journal, from, to) => {
      const found = outcomeWorded(listPromises(journal), from, to);
      return shareFigure(ownedOutcomes(found), found.n);
    },
  },
  intentions: counted(THRESHOLDS.plans.windowDays, plansByDay, plansKept),
  density: { days: THRESHOLDS.density.windowDays, read: practice },
};

function leading(journal: Journal, from: Day, to: Day): Figure {
  const counts = pairCounts(journal, from, to);
  const parts = partsOf(counts);
  const sessionDays = practisedDays(journal, from, to).length;
  const found = leadingIndex({ pairs: parts, sessionDays });
  const named = parts.map((each) => ({ ...each, part: PAIR_SERIES[each.part] }));
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const figure = indexFigure(found, n, partial(partShares(named, THRESHOLDS.leading.pair)));
  return found.kind === 'value' ? { ...figure, word: found.word } : figure;
}

function pair(name: Pair): Reader {
  return {
    days: LEADING,
    read: (journal, from, to) => {
      const found = pairCounts(journal, from, to).find((each) => each.pair === name);
      const sides = { x: found?.right ?? 0, n: found?.all ?? 0 };
      return shareFigure(share(sides, THRESHOLDS.leading.pair, 'count'), sides.n);
    },
  };
}

function rating(item: EntryRating): Reader {
  return {
    days: THRESHOLDS.ratings.windowDays,
    read: (journal, from, to) => {
      const given = ratingsBetween(journal, item, RATING_VERSIONS[item], from, to);
      const found = ratingLevel(given);
      if (found.kind === 'needs') return lacking(found.needs, given.length);
      const { value, ci95, n } = found;
      return { ...NOTHING, value, ci95: [ci95.lower, ci95.upper], n, needs: null };
    },
  };
}

function counted(
  days: number,
  read: (journal: Journal, from: Day, to: Day) => readonly CountedDay[],
  measured: (sum: { x: number; n: number }) => Measured<Share>,
): Reader {
  return {
    days,
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
  const { count, weeks } = startsIn(pairCountsByDay(journal, from, to));
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
