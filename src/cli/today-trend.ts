import { THRESHOLDS } from '../analysis/constants.ts';
import { addDays, type Day, laterOf } from '../domain/day.ts';
import type { TodayTrend } from '../domain/verdict.ts';
import { listBreaks } from '../store/break.ts';
import { weeksWith } from '../store/by-day.ts';
import type { Journal } from '../store/open.ts';
import { firstSessionDay } from '../store/practice.ts';
import { lastVerdict } from '../store/verdict.ts';

/** The series that is told every day: what one did oneself, and the first that can have a verdict. */
const SERIES = 'handed-back';

/**
 * What stands of the trend on a day: the last verdict, or how many weeks there are towards the first one. Nothing is
 * tested here. Null before anything was counted.
 */
export function todayTrend(journal: Journal, on: Day): TodayTrend | null {
  const last = lastVerdict(journal, SERIES, on);
  if (last) {
    const { issuedOn, nextOn, report } = last;
    return { series: SERIES, verdict: report.verdict, points: report.n, issuedOn, nextOn };
  }
  const first = firstSessionDay(journal, on);
  if (first === undefined) return null;
  const { warmUpDays, counts } = THRESHOLDS.weekly;
  const cuts = listBreaks(journal).filter((each) => each.on <= on);
  // Twice the weeks that a first verdict takes are enough to say that it may be given.
  const weeks = addDays(on, -14 * THRESHOLDS.verdict.points);
  const from = [addDays(first, warmUpDays), ...cuts.map((each) => each.on)].reduce(laterOf, weeks);
  const points = weeksWith(journal, 'stance', counts, from, on);
  if (points === 0) return null;
  const needs = Math.max(0, THRESHOLDS.verdict.points - points);
  return { series: SERIES, verdict: null, points, needs };
}
