import { THRESHOLDS } from '../analysis/constants.ts';
import { holm } from '../analysis/holm.ts';
import { verdictReport } from '../analysis/report.ts';
import { trend } from '../analysis/trend.ts';
import { type Finding, findingOf } from '../analysis/verdict.ts';
import { addDays, addMonths, type Day, daysBetween, weekOf } from '../domain/day.ts';
import { VERDICT_SPACING_DAYS } from '../domain/review.ts';
import { HEADLINE } from '../domain/series.ts';
import type { VerdictReport } from '../domain/verdict.ts';
import type { Journal } from '../store/journal.ts';
import { addVerdict, type Issued, listVerdicts, verdictsUpTo } from '../store/verdict.ts';
import type { Tx } from '../store/write.ts';
import { lookBack } from './course.ts';
import { judgedSeries } from './judged-series.ts';

/** Whether verdicts may be issued on a day: the last ones lie far enough back, or there are none. */
export function mayJudge(journal: Journal, on: Day): boolean {
  return listVerdicts(journal).every(
    ({ issuedOn }) => issuedOn <= on && daysBetween(issuedOn, on) >= VERDICT_SPACING_DAYS,
  );
}

/**
 * The verdicts that a review of a day issues. The headline series are judged together (Holm); each looks back at the
 * verdict of the review before. A series without a single point has none.
 */
export function verdictsOn(journal: Journal, on: Day): VerdictReport[] {
  const before = new Map(verdictsUpTo(journal, on).map((issued) => [issued.series, issued]));
  const judged = judgedSeries(journal, on)
    .filter(({ points }) => points.length > 0)
    .map((series) => ({ ...series, trend: trend(series.points, series.time.step) }));
  const together = judged.flatMap(({ series, trend: found }) => {
    const finding = HEADLINE.includes(series) ? findingOf(found) : null;
    return finding ? [{ series, p: finding.p }] : [];
  });
  const adjusted = holm(together.map(({ p }) => p));
  const p = new Map(together.map(({ series }, i) => [series, adjusted[i]]));
  return judged.map((each) => {
    const own = p.get(each.series);
    return verdictReport({
      ...each,
      ...(own === undefined ? {} : { p: own }),
      before: findingBefore(before.get(each.series), each.window, on),
      issued: on,
      next: addMonths(on, 1),
    });
  });
}

/** What the review before found on the same series; a series that was cut since is another one. */
function findingBefore(
  issued: Issued | undefined,
  window: VerdictReport['window'],
  on: Day,
): Finding | null {
  if (!issued || !window) return null;
  // After ten years the window slides on with the weeks, and is the same series all the same.
  const slid = String(window.from) <= weekOf(addDays(lookBack(on), 7));
  if (issued.report.window?.from !== window.from && !slid) return null;
  const { n, S, pAdjusted } = issued.report;
  if (n < THRESHOLDS.verdict.points || S === null || pAdjusted === null) return null;
  return { p: pAdjusted, direction: Math.sign(S) };
}

/** Keeps what a review said. */
export function issue(tx: Tx, sessionId: string, on: Day, reports: readonly VerdictReport[]): void {
  for (const report of reports) addVerdict(tx, sessionId, on, addMonths(on, 1), report);
}
