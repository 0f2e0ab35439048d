import { type Day, LAST_DAY } from '../domain/day.ts';
import { type Intention, OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { valuesText } from '../render/exercise.ts';
import type { DayLine } from '../render/markdown.ts';
import { planData } from '../render/markdown-data.ts';
import { listLogs, listRuns } from '../store/exercise.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { reviewIds } from '../store/review.ts';
import type { Part } from '../store/transfer.ts';
import { focusLines } from './export-focus.ts';
import { knowledgeLines } from './export-knowledge.ts';
import { decisionLines, promiseLines } from './export-lines.ts';
import { personLines } from './export-person.ts';
import { seriesLines } from './export-series.ts';

/** What belongs to a day and stands in no entry: plans made at a command or in a review, talks, exercises, promises, decisions, values of series and more. */
export function linesOf(
  journal: Journal,
  { from = '' as Day, to = LAST_DAY, person }: Part,
): DayLine[] {
  const reviews = reviewIds(journal);
  const plans =
    person === undefined
      ? listIntentions(journal)
          .filter(({ sessionId }) => sessionId === null || reviews.has(sessionId))
          .map((plan) => ({
            on: plan.madeOn,
            text: planLine(plan),
            data: { plan: planData(plan) },
          }))
      : [];
  const runs = listRuns(journal).map((run) => ({
    on: run.on,
    code: run.person,
    text: `Exercise ${run.exercise} ${run.state}${run.person ? ` with ${run.person}` : ''}`,
  }));
  const logs = listLogs(journal).map((log) => ({
    on: log.on,
    code: log.person,
    text: `${log.exercise}: ${valuesText(log.values)}`,
  }));
  const about = [...personLines(journal), ...runs, ...logs, ...knowledgeLines(journal)].map(
    ({ on, text, code }) => ({ on, text, codes: code === null ? [] : [code] }),
  );
  const between = [...about, ...promiseLines(journal), ...decisionLines(journal)].filter(
    ({ codes }) => person === undefined || codes.includes(person),
  );
  const counting = person === undefined ? seriesLines(journal) : [];
  const lines: readonly DayLine[] = [
    ...plans,
    ...between,
    ...focusLines(journal, person),
    ...counting,
  ];
  return lines
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on + a.text < b.on + b.text ? -1 : 1));
}

/** A plan made at a command or in a review, as an export has it. */
export function planLine(plan: Pick<Intention, 'if' | 'then' | 'outcome'>): string {
  return `Plan: ${planInWords(plan)}${plan.outcome ? ` (${OUTCOME_WORDS[plan.outcome]})` : ''}`;
}
