import { THRESHOLDS } from '../analysis/constants.ts';
import { leadingIndex } from '../analysis/leading-index.ts';
import { BLOCKS, type Time, WEEKS } from '../analysis/report.ts';
import { trustPractice } from '../analysis/trust-practice.ts';
import {
  blocks,
  type Course,
  testable,
  type WeekPoint,
  weeklyShares,
  weekNumber,
} from '../analysis/weekly.ts';
import { addDays, type Day, daysBetween, weekOf } from '../domain/day.ts';
import { RATIO_ITEMS } from '../domain/ratio.ts';
import type { JudgedSeries } from '../domain/series.ts';
import { countPairs, PAIRS, type PairCount } from '../domain/tally.ts';
import { ratiosOf } from '../domain/trust.ts';
import { lastDayOf } from '../domain/week.ts';
import { listBreaks } from '../store/break.ts';
import { pairCountsByDay } from '../store/facts.ts';
import type { Journal } from '../store/open.ts';
import { practisedDays, sessionDays } from '../store/practice.ts';
import { trustRecords } from '../store/trust.ts';
import { partsOf } from './month-figures.ts';
import { teamOver } from './team-coverage.ts';

/** A series as the tests take it: points of 0 to 100, in order of time. */
export interface Series {
  readonly series: JudgedSeries;
  readonly time: Time;
  readonly points: readonly WeekPoint[];
  /** Weeks of the first and the last point. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

const EPOCH = '1970-01-01' as Day;
const dayNumber = (day: Day) => daysBetween(EPOCH, day);

/** Weeks of a block of trust practice: as long as its own window. */
const TRUST_BLOCK = THRESHOLDS.trust.windowDays / 7;

/** Where the practice began, and where its series are cut, up to a day; undefined before it began. */
export function courseOf(journal: Journal, on: Day): Course | undefined {
  const [first] = sessionDays(journal, on);
  if (first === undefined) return undefined;
  const breaks = listBreaks(journal).filter((each) => each.on <= on);
  return { start: dayNumber(first), breaks: breaks.map((each) => dayNumber(each.on)) };
}

/** Days that a test may use, of those from the first session to a day: without the warm-up, and from the last cut on. */
export function usableDays<T extends { readonly on: Day }>(
  days: readonly T[],
  course: Course,
): T[] {
  return testable(
    days.map((each) => ({ each, day: dayNumber(each.on) })),
    course,
  ).map(({ each }) => each);
}

/** All series that verdicts are issued on, as they stand at the end of a day. */
export function judgedSeries(journal: Journal, on: Day): Series[] {
  const course = courseOf(journal, on);
  if (!course) return [];
  const days = pairCountsByDay(journal, addDays(EPOCH, course.start), on);
  return [
    inWeeks('handed-back', stancePoints(days, course)),
    inBlocks('lli', BLOCKS, leadingPoints(journal, days, course, on), course),
    inBlocks('tpi', TRUST_BLOCKS, trustPoints(journal, course, on), course),
    inWeeks('ac', coveragePoints(journal, course, on)),
  ];
}

const TRUST_BLOCKS: Time = { step: 1, perWeek: 1 / TRUST_BLOCK, noun: 'block' };

type CountedDays = ReturnType<typeof pairCountsByDay>;

function stancePoints(days: CountedDays, course: Course): WeekPoint[] {
  const shares = days.flatMap(({ on, counts }) => {
    const stance = counts.find(({ pair }) => pair === 'stance');
    return stance ? [{ day: dayNumber(on), x: stance.right, n: stance.all }] : [];
  });
  return weeklyShares(shares, course).map((point) => ({ ...point, y: 100 * point.y }));
}

function leadingPoints(journal: Journal, days: CountedDays, course: Course, on: Day): WeekPoint[] {
  const counted = new Map(days.map((each) => [each.on, each.counts]));
  const practised = new Set(practisedDays(journal, addDays(EPOCH, course.start), on));
  const all = [...new Set([...counted.keys(), ...practised])].map((day) => ({
    day: dayNumber(day),
    counts: counted.get(day) ?? [],
    session: practised.has(day) ? 1 : 0,
  }));
  return blocks(all, course, dayNumber(on), (block) =>
    leadingIndex({
      pairs: partsOf(addUp(block.flatMap(({ counts }) => counts))),
      sessionDays: block.reduce((sum, { session }) => sum + session, 0),
    }),
  );
}

/** Counts of several days as one row a pair. */
export function addUp(counts: readonly PairCount[]): PairCount[] {
  return countPairs(
    counts.flatMap(({ pair, right, all, warranted }) => [
      { code: PAIRS[pair].right, warranted: false, n: right },
      { code: PAIRS[pair].left, warranted: false, n: all - right },
      ...(warranted > 0 ? [{ code: PAIRS[pair].left, warranted: true, n: warranted }] : []),
    ]),
  );
}

function trustPoints(journal: Journal, course: Course, on: Day): WeekPoint[] {
  const start = addDays(EPOCH, course.start);
  const records = trustRecords(journal, start, on);
  const weeks = mondays(start, on).map((monday) => ({
    day: dayNumber(monday),
    ratios: ratiosOf(weekOf(monday), records, on),
  }));
  return blocks(
    weeks,
    course,
    dayNumber(on),
    (block) =>
      trustPractice(
        RATIO_ITEMS.filter((item) => item !== 'badNews').map((part) => {
          const own = block.flatMap(({ ratios }) => ratios[part] ?? []);
          const sum = (of: 'x' | 'n') => own.reduce((all, each) => all + each[of], 0);
          return { part, x: sum('x'), n: sum('n') };
        }),
      ),
    TRUST_BLOCK,
  );
}

/** How well the team was known at the end of each week that is over; a week with nobody in it has no point. */
function coveragePoints(journal: Journal, course: Course, on: Day): WeekPoint[] {
  const sundays = mondays(addDays(EPOCH, course.start), on)
    .map((monday) => lastDayOf(weekOf(monday)))
    .filter((sunday) => sunday <= on);
  const weeks = teamOver(journal, sundays).flatMap(({ on: sunday, team }) =>
    team.kind === 'value' ? [{ day: dayNumber(sunday), y: team.ac, n: team.people }] : [],
  );
  return testable(weeks, course).map(({ day, y, n }) => ({ t: weekNumber(day), y, n }));
}

function mondays(from: Day, to: Day): Day[] {
  const list: Day[] = [];
  for (let week = weekNumber(dayNumber(from)); week <= weekNumber(dayNumber(to)); week++) {
    list.push(mondayNumbered(week));
  }
  return list;
}

/** The Monday of the week with a number, as `weekNumber` counts them. */
function mondayNumbered(week: number): Day {
  return addDays(EPOCH, 7 * week - 3);
}

function inWeeks(series: JudgedSeries, points: readonly WeekPoint[]): Series {
  return { series, time: WEEKS, points, window: windowOf(points, (t) => t, 1) };
}

function inBlocks(
  series: JudgedSeries,
  time: Time,
  points: readonly WeekPoint[],
  { start, breaks = [] }: Course,
): Series {
  // Where `blocks` begins to count: the first Monday that may be used.
  const first = weekNumber(Math.max(start + THRESHOLDS.weekly.warmUpDays, ...breaks) + 6);
  const weeks = Math.round(1 / time.perWeek);
  return { series, time, points, window: windowOf(points, (t) => first + t * weeks, weeks) };
}

function windowOf(
  points: readonly WeekPoint[],
  weekOfPoint: (t: number) => number,
  weeks: number,
): Series['window'] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const name = (week: number) => weekOf(mondayNumbered(week));
  return { from: name(weekOfPoint(first.t)), to: name(weekOfPoint(last.t) + weeks - 1) };
}
