import { densityFell } from '../analysis/density.ts';
import { compareInitiative } from '../analysis/initiative.ts';
import { compareLeading, type LeadingPeriod } from '../analysis/leading-index.ts';
import type { Measured } from '../analysis/measured.ts';
import type { Estimate } from '../analysis/mover.ts';
import { comparePeriods } from '../analysis/periods.ts';
import { addDays, type Day, weekOf } from '../domain/day.ts';
import type {
  Difference,
  PeriodComparison,
  PeriodSide,
  StartsComparison,
} from '../domain/periods.ts';
import { QUARTER_DAYS } from '../domain/review.ts';
import { PAIRS, type Pair } from '../domain/tally.ts';
import { listBreaks } from '../store/break.ts';
import { pairCountsByDay } from '../store/by-day.ts';
import type { Journal } from '../store/journal.ts';
import { practisedDays } from '../store/practice.ts';
import { courseOf, usableDays } from './course.ts';
import { countsOf, startsIn } from './index-parts.ts';
import { workingDays } from './month-figures.ts';

/** Days and counts of one side, as far as they may be compared. */
interface Side {
  readonly period: PeriodSide;
  readonly workingDays: number;
  readonly weeks: number;
  readonly counts: ReturnType<typeof pairCountsByDay>;
}

/** The twelve weeks that end on a day beside the twelve before them. Nothing is compared across a cut. */
export function comparisonOn(journal: Journal, on: Day): PeriodComparison {
  const start = addDays(on, 1 - QUARTER_DAYS);
  const later = sideOf(journal, start, on, on);
  const earlier = sideOf(journal, addDays(start, -QUARTER_DAYS), addDays(start, -1), on);
  const cut = listBreaks(journal)
    .filter((each) => each.on > earlier.period.from && each.on <= on)
    .at(-1);
  const leading = compareLeading(leadingPeriod(later), leadingPeriod(earlier));
  return {
    later: later.period,
    earlier: earlier.period,
    pairs: (Object.keys(PAIRS) as Pair[]).flatMap((pair) => {
      const [now, before] = [countsOf(later.counts, pair), countsOf(earlier.counts, pair)];
      if (now.n === 0 && before.n === 0) return [];
      const difference = comparePeriods(
        { ...now, sessionDays: later.period.sessionDays, weeks: later.weeks },
        { ...before, sessionDays: earlier.period.sessionDays, weeks: earlier.weeks },
      );
      const plain = ({ x, n }: { x: number; n: number }) => ({ x, n });
      return [
        { pair, later: plain(now), earlier: plain(before), difference: inPoints(difference, 100) },
      ];
    }),
    leading: { ...inPoints(leading, 1), pairs: leading.kind === 'value' ? leading.pairs : [] },
    initiative: startsCompared(later, earlier),
    fell: fell(later, earlier),
    cut: cut ? { on: cut.on, reason: cut.reason } : null,
  };
}

function sideOf(journal: Journal, from: Day, to: Day, on: Day): Side {
  const course = courseOf(journal, on);
  const days = practisedDays(journal, from, to);
  const usable = course
    ? usableDays(
        days.map((day) => ({ on: day })),
        course,
      )
    : [];
  return {
    period: { from, to, sessionDays: usable.length },
    workingDays: workingDays(journal, from, to),
    weeks: new Set(usable.map((day) => weekOf(day.on))).size,
    counts: course ? usableDays(pairCountsByDay(journal, from, to), course) : [],
  };
}

function leadingPeriod(side: Side): LeadingPeriod {
  return {
    pairs: (Object.keys(PAIRS) as Pair[]).map((part) => ({ part, ...countsOf(side.counts, part) })),
    sessionDays: side.period.sessionDays,
    weeks: side.weeks,
  };
}

/** Starts a week of both sides, by the conditional binomial test: they are events, and no shares. */
function startsCompared(one: Side, other: Side): StartsComparison {
  const sideStarts = (side: Side) => {
    const { count, weeks } = startsIn(side.counts);
    return { starts: count, weeks };
  };
  const [later, earlier] = [sideStarts(one), sideStarts(other)];
  const found = compareInitiative(later, earlier);
  if (found.kind === 'needs') {
    return { later, earlier, ratio: null, ci95: null, p: null, needs: found.needs };
  }
  const { ratio, lower, upper, p } = found;
  return { later, earlier, ratio, ci95: [lower, upper], p, needs: null };
}

function inPoints(found: Measured<Estimate>, times: number): Difference {
  if (found.kind === 'needs') return { value: null, needs: found.needs };
  const { value, lower, upper } = found;
  return { value: times * value, ci95: [times * lower, times * upper], needs: null };
}

function fell(later: Side, earlier: Side): boolean {
  const density = ({ period, workingDays: days }: Side) => ({
    sessionDays: period.sessionDays,
    workingDays: days,
    density: days === 0 ? 0 : period.sessionDays / days,
  });
  return densityFell(density(later), density(earlier));
}
