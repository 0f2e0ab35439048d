import { LAST_DAY } from '../domain/day.ts';
import { seriesTitle } from '../domain/series.ts';
import { lastDayOf } from '../domain/week.ts';
import type { DayLine } from '../render/markdown.ts';
import { counted } from '../render/text.ts';
import { VERDICT_PHRASES } from '../render/verdict.ts';
import { listBreaks } from '../store/break.ts';
import type { Journal } from '../store/journal.ts';
import { listPauses } from '../store/pause.ts';
import { listSeries, pointsOf } from '../store/series.ts';
import { listVerdicts } from '../store/verdict.ts';

/** What belongs to the counting and to nobody: values of one's own series, breaks, pauses, verdicts, each on its day. */
export function seriesLines(journal: Journal): DayLine[] {
  const values = listSeries(journal).flatMap(({ id, name, about }) =>
    pointsOf(journal, id).map(({ week, value, n }) => ({
      on: lastDayOf(week),
      text: `Series ${name}${about ? ` (${about})` : ''}: ${value}${n > 1 ? ` of ${n}` : ''} in ${week}`,
    })),
  );
  const breaks = listBreaks(journal).map(({ on, reason }) => ({ on, text: `Break: ${reason}` }));
  const pauses = listPauses(journal).map(({ kind, from, until }) => {
    const word = kind === 'finish' ? 'Finished' : 'Paused';
    return {
      on: from,
      text: until === null || until === LAST_DAY ? word : `${word} until ${until}`,
    };
  });
  const verdicts = listVerdicts(journal).map(({ issuedOn, report: { series, n, verdict } }) => ({
    on: issuedOn,
    text: `Verdict, ${seriesTitle(series)}: ${VERDICT_PHRASES[verdict]} (${counted(n, 'point')})`,
  }));
  return [...values, ...breaks, ...pauses, ...verdicts];
}
