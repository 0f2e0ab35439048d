import type { StatementKind } from '../domain/statement.ts';
import { waysOf } from '../domain/way.ts';
import type { DayLine } from '../render/markdown.ts';
import { listHeard } from '../store/heard.ts';
import type { Journal } from '../store/journal.ts';
import { listMilestones } from '../store/milestone.ts';
import { listStatements } from '../store/statement.ts';

/** Focus, choice, scene, page, milestones and questions heard, each on its day; with a person, only what they asked. */
export function focusLines(journal: Journal, person?: string): DayLine[] {
  const heard = listHeard(journal)
    .filter((each) => person === undefined || each.person === person)
    .flatMap(({ on, person: who, about, text, answeredOn, answer }) => [
      {
        on,
        text: `Asked${who ? ` by ${who}` : ''} (${about}): ${text}`,
        codes: who ? [who] : [],
      },
      ...(answeredOn === null
        ? []
        : [{ on: answeredOn, text: `Answered (${about}): ${text}${answer ? ` ${answer}` : ''}` }]),
    ]);
  if (person !== undefined) return heard;
  const said = (kind: StatementKind, label: string) =>
    listStatements(journal, kind).map(({ on, text, because }) => ({
      on,
      text: `${label}: ${text}${because ? ` (because: ${because})` : ''}`,
    }));
  const milestones = listMilestones(journal).flatMap(
    ({ madeOn, text, dueOn, reachedOn, droppedOn }) => [
      { on: madeOn, text: `Milestone, due ${dueOn}: ${text}` },
      ...(reachedOn === null ? [] : [{ on: reachedOn, text: `Milestone reached: ${text}` }]),
      ...(droppedOn === null ? [] : [{ on: droppedOn, text: `Milestone dropped: ${text}` }]),
    ],
  );
  const pages = waysOf(listStatements(journal, 'way')).map(({ on, version, text }) => ({
    on,
    text: `My way of leading, version ${version}`,
    page: text,
  }));
  const scenes = listStatements(journal, 'scene').map(({ on, text }) => ({
    on,
    text: 'The scene, imagined',
    page: text,
  }));
  return [
    ...said('focus', 'Focus'),
    ...said('choice', 'Choice'),
    ...scenes,
    ...milestones,
    ...pages,
    ...heard,
  ];
}
