import { THRESHOLDS } from '../analysis/constants.ts';
import { testedFrom } from '../analysis/weekly.ts';
import { type Day, laterOf } from '../domain/day.ts';
import type { TodayTrend } from '../domain/verdict.ts';
import { weeksWith } from '../store/by-day.ts';
import type { Journal } from '../store/journal.ts';
import { lastVerdict } from '../store/verdict.ts';
import { courseOf, lookBack } from './course.ts';
import { dayNumbered } from './days.ts';

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
  const course = courseOf(journal, on);
  if (!course) return null;
  const from = laterOf(dayNumbered(testedFrom(course)), lookBack(on));
  const points = weeksWith(journal, 'stance', THRESHOLDS.weekly.counts, from, on);
  // Before the first point there is nothing to say, but that a break began it anew.
  if (points === 0 && (course.breaks ?? []).length === 0) return null;
  const needs = Math.max(0, THRESHOLDS.verdict.points - points);
  return { series: SERIES, verdict: null, points, needs };
}
