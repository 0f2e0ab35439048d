import type { Day } from '../domain/day.ts';
import { type Intention, OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import { valuesText } from '../render/exercise.ts';
import { intentionDocument } from '../render/intention.ts';
import type { DayLine } from '../render/markdown.ts';
import { listLogs, listRuns } from '../store/exercise.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/open.ts';
import { listContacts } from '../store/person.ts';
import type { Part } from '../store/transfer.ts';

/** Plans made at a command, talks and exercises: they belong to a day and to no entry. */
export function linesOf(
  journal: Journal,
  { from = '' as Day, to = '9999' as Day, person }: Part,
): DayLine[] {
  const plans =
    person === undefined
      ? listIntentions(journal)
          .filter(({ sessionId }) => sessionId === null)
          .map((plan) => ({
            on: plan.madeOn,
            person: null,
            text: planLine(plan),
            data: { plan: intentionDocument(plan) },
          }))
      : [];
  const talks = listContacts(journal).map(({ on, code }) => ({
    on,
    person: code,
    text: `Talked with ${code}`,
  }));
  const runs = listRuns(journal).map((run) => ({
    on: run.on,
    person: run.person,
    text: `Exercise ${run.exercise} ${run.state}${run.person ? ` with ${run.person}` : ''}`,
  }));
  const logs = listLogs(journal).map((log) => ({
    on: log.on,
    person: log.person,
    text: `${log.exercise}: ${valuesText(log.values)}`,
  }));
  const about = [...talks, ...runs, ...logs].filter(
    (line) => person === undefined || line.person === person,
  );
  return [...plans, ...about]
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on + a.text < b.on + b.text ? -1 : 1));
}

/** A plan made at a command, as an export has it. */
export function planLine(plan: Pick<Intention, 'if' | 'then' | 'outcome'>): string {
  return `Plan: ${planInWords(plan)}${plan.outcome ? ` (${OUTCOME_WORDS[plan.outcome]})` : ''}`;
}
