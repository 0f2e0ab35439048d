import { candour } from '../analysis/candour.ts';
import { THRESHOLDS } from '../analysis/constants.ts';
import type { Measured } from '../analysis/measured.ts';
import { blocksOf, type Time, WEEKS } from '../analysis/report.ts';
import { trustPractice } from '../analysis/trust-practice.ts';
import {
  blocks,
  type Course,
  type CoursePoint,
  pointsIn,
  stretches,
  weeklyMedians,
  weeklyShares,
  weekNumber,
} from '../analysis/weekly.ts';
import { type Day, firstDayOf, weekOf } from '../domain/day.ts';
import { outcomeWorded } from '../domain/promise.ts';
import type { EntryRating } from '../domain/rating.ts';
import type { OwnSeries, SeriesId } from '../domain/series.ts';
import { lastDaySoFar } from '../domain/week.ts';
import { workingDaysIn } from '../domain/working-days.ts';
import { challengesByDay, plansByDay, recordsByDay } from '../store/by-day.ts';
import type { Journal } from '../store/journal.ts';
import { listPauses } from '../store/pause.ts';
import { listPromises } from '../store/promise.ts';
import { pointsOf } from '../store/series.ts';
import { dayNumber } from './days.ts';
import { leadingOf, sumRatio, trustPartsOf } from './index-parts.ts';
import { type NumberedShare, numbered, type SeriesDays } from './series-days.ts';
import { contactOver } from './team-contact.ts';
import { teamOver } from './team-coverage.ts';

/** How the points of a series come about. */
interface Source {
  readonly time: Time;
  readonly points: (days: SeriesDays, course: Course) => CoursePoint[];
}

const BLOCKS = {
  lli: THRESHOLDS.leading.blockWeeks,
  tpi: THRESHOLDS.trust.windowDays / 7,
  cand: THRESHOLDS.candour.windowDays / 7,
} as const;

/** Shares of each week, in per cent. */
function shares(read: (days: SeriesDays) => NumberedShare[]): Source {
  return {
    time: WEEKS,
    points: (days, course) =>
      pointsIn(stretches(read(days), course), (part) =>
        weeklyShares(part.days).map((point) => ({ ...point, y: 100 * point.y })),
      ),
  };
}

/** Medians of each week; what a check-in asks stands for its week. */
function ratings(item: EntryRating): Source {
  const least = item === 'R4' ? 1 : THRESHOLDS.weekly.sessionDays;
  return {
    time: WEEKS,
    points: (days, course) =>
      pointsIn(stretches(days.ratings(item), course), (part) => weeklyMedians(part.days, least)),
  };
}

/** What is true at the end of each week, or said of all of it: `day` is any day of that week. */
function weeks(
  read: (days: SeriesDays) => { readonly day: number; readonly y: number; readonly n: number }[],
): Source {
  return {
    time: WEEKS,
    points: (days, course) =>
      pointsIn(stretches(read(days), course), (part) =>
        part.days.map(({ day, y, n }) => ({ t: weekNumber(day), y, n })),
      ),
  };
}

/** An index over blocks of the weeks of trust. */
function trustBlocks(
  weeksOfBlock: number,
  index: (block: SeriesDays['trust']) => Measured<{ readonly value: number; readonly n: number }>,
): Source {
  return {
    time: blocksOf(weeksOfBlock),
    points: (days, course) =>
      pointsIn(stretches(days.trust, course), (part) =>
        blocks(part, dayNumber(days.to), index, weeksOfBlock),
      ),
  };
}

const SOURCES: Readonly<Record<SeriesId, Source>> = {
  lli: {
    time: blocksOf(BLOCKS.lli),
    points: (days, course) =>
      pointsIn(stretches(days.leading, course), (part) =>
        blocks(part, dayNumber(days.to), leadingOf, BLOCKS.lli),
      ),
  },
  'handed-back': shares((days) => days.pair('stance')),
  proposal: shares((days) => days.pair('arrival')),
  why: shares((days) => days.pair('questions')),
  initiative: shares((days) => days.pair('motion')),
  'among-themselves': shares((days) => days.pair('routing')),
  R1: ratings('R1'),
  R2: ratings('R2'),
  R3: ratings('R3'),
  R4: ratings('R4'),
  tpi: trustBlocks(BLOCKS.tpi, (block) =>
    trustPractice(trustPartsOf(block.map(({ ratios }) => ratios))),
  ),
  cand: trustBlocks(BLOCKS.cand, (block) =>
    candour(
      sumRatio(
        block.map(({ ratios }) => ratios),
        'badNews',
      ),
    ),
  ),
  ac: weeks((days) => coverage(days, 'ac')),
  al: weeks((days) => coverage(days, 'al')),
  cc: weeks(({ journal, sundays }) =>
    contactOver(journal, sundays).flatMap(({ on, contact }) =>
      contact.kind === 'value'
        ? [{ day: dayNumber(on), y: contact.coverage, n: contact.people }]
        : [],
    ),
  ),
  ir: weeks(startsByWeek),
  chx: shares(({ journal, from, to }) => numbered(challengesByDay(journal, from, to))),
  al3: shares(({ journal, from, to }) => numbered(recordsByDay(journal, 'alignment', from, to))),
  mvw: shares(({ journal, from, to }) => numbered(recordsByDay(journal, 'blocks', from, to))),
  out: shares(commitmentsByDay),
  intentions: shares(({ journal, from, to }) => numbered(plansByDay(journal, from, to))),
  density: weeks(practiceByWeek),
};

export function timeOf(series: SeriesId): Time {
  return SOURCES[series].time;
}

/** The points of a series from the first whole week of the days on, in the order of time. */
export function seriesPoints(series: SeriesId, days: SeriesDays, course: Course): CoursePoint[] {
  const whole = dayNumber(days.from) <= course.start ? 0 : weekNumber(dayNumber(days.from) + 6);
  return SOURCES[series].points(days, course).filter(({ t }) => t >= whole);
}

/** The values of a series of one's own; it has no warm-up, but is cut where all series are. */
export function ownPoints(
  journal: Journal,
  { id }: OwnSeries,
  from: Day,
  to: Day,
  breaks: readonly number[],
): CoursePoint[] {
  const values = pointsOf(journal, id, weekOf(from))
    .filter(({ week }) => firstDayOf(week) <= to)
    .map(({ week, value, n }) => ({ day: dayNumber(firstDayOf(week)), y: value, n }));
  const [first] = values;
  if (!first) return [];
  const course = { start: first.day - THRESHOLDS.weekly.warmUpDays, breaks };
  return pointsIn(stretches(values, course), (part) =>
    part.days.map(({ day, y, n }) => ({ t: weekNumber(day), y, n })),
  );
}

function coverage(
  { journal, sundays }: SeriesDays,
  figure: 'ac' | 'al',
): { day: number; y: number; n: number }[] {
  return teamOver(journal, sundays).flatMap(({ on, people, team }) => {
    if (figure === 'ac')
      return team.kind === 'value' ? [{ day: dayNumber(on), y: team.ac, n: team.people }] : [];
    const known = people.flatMap(({ al }) => al ?? []);
    const mean = known.reduce((sum, al) => sum + al, 0) / known.length;
    return known.length > 0 ? [{ day: dayNumber(on), y: mean, n: known.length }] : [];
  });
}

/** Unprompted starts in each week in which they were counted: a week that was not asked is a gap, and no zero. */
function startsByWeek(days: SeriesDays): { day: number; y: number; n: number }[] {
  return [...Map.groupBy(days.pair('motion'), ({ day }) => weekNumber(day)).values()].flatMap(
    (week) => {
      const [first] = week;
      const y = week.reduce((sum, { x }) => sum + x, 0);
      return first ? [{ day: first.day, y, n: y }] : [];
    },
  );
}

function commitmentsByDay({ journal, from, to }: SeriesDays): NumberedShare[] {
  const promises = listPromises(journal);
  const days = new Set(promises.map(({ madeOn }) => madeOn).filter((on) => on >= from && on <= to));
  return [...days].sort().flatMap((on) => {
    const { x, n } = outcomeWorded(promises, on, on);
    return n > 0 ? [{ day: dayNumber(on), x, n }] : [];
  });
}

/** Session days of the working days of each week since the practice began, in per cent. */
function practiceByWeek({ journal, from, to, mondays, practised }: SeriesDays) {
  const pauses = listPauses(journal);
  return mondays.flatMap((monday): { day: number; y: number; n: number }[] => {
    const week = weekOf(monday);
    const first = monday < from ? from : monday;
    const last = lastDaySoFar(week, to);
    const working = workingDaysIn(first, last, pauses).length;
    const days = practised.filter((on) => on >= first && on <= last).length;
    return working > 0 ? [{ day: dayNumber(first), y: (100 * days) / working, n: working }] : [];
  });
}
