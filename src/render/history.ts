import type { Action } from '../domain/action.ts';
import { onTheWall } from './clock.ts';
import { counted, INDENT, paragraph, type Style, table, visibleLine } from './text.ts';

export function actionDocument(action: Action): Record<string, unknown> {
  const { id, at, command, changes, undone } = action;
  return { id, at, command, changes, undone };
}

/** @param cut something was removed for good, and the history with it. */
export function historyText(
  actions: readonly Action[],
  zone: string,
  style: Style,
  cut = false,
): string {
  if (actions.length === 0)
    return cut
      ? paragraph(
          'The history begins again here: something was removed for good, and with it what undo could have brought back.',
          style.width,
        )
      : `${INDENT}Nothing was written yet.`;
  return table(
    actions.map((action) => [
      onTheWall(action.at, zone),
      visibleLine(action.undone ? `${action.command}, undone` : action.command),
      changesText(action.changes),
    ]),
    style.width,
  );
}

export function turnedText(how: string, action: Action, zone: string): string {
  return `${INDENT}${how}: ${visibleLine(action.command)} of ${onTheWall(action.at, zone)} (${changesText(action.changes)}).`;
}

/** What a row of each table is called when it is counted, where that is not the table's name. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  person: ['person', 'people'],
  departure: ['leaving', 'leavings'],
  label: ['word for somebody', 'words for people'],
  knowledge: ['note on how somebody works', 'notes on how somebody works'],
  question_asked: ['question asked', 'questions asked'],
  promise_owner: ['shared commitment', 'shared commitments'],
  decision: ['options page', 'options pages'],
  decision_option: ['option', 'options'],
  look_back: ['look back', 'looks back'],
  session: ['entry', 'entries'],
  asked: ['question asked', 'questions asked'],
  answer: ['text', 'texts'],
  tally: ['count', 'counts'],
  ratio: ['share', 'shares'],
  intention: ['plan', 'plans'],
  contact: ['talk', 'talks'],
  heard: ['question heard', 'questions heard'],
  exercise_run: ['exercise', 'exercises'],
  exercise_log: ['record', 'records'],
  revision: ['former revision', 'former revisions'],
  series: ['series', 'series'],
  series_point: ['value', 'values'],
  series_break: ['break', 'breaks'],
};

/** Tables whose rows are parts of something: they are not counted beside it. */
const PARTS = [
  'asked',
  'answer',
  'tally',
  'rating',
  'ratio',
  'revision',
  'promise_owner',
  'decision_option',
  'look_back',
];

function changesText(changes: Readonly<Record<string, number>>): string {
  const whole = Object.keys(changes).some((table) => !PARTS.includes(table));
  return Object.entries(changes)
    .filter(([table]) => !whole || !PARTS.includes(table))
    .map(([table, n]) => {
      const [one, many] = NOUNS[table] ?? [table, `${table}s`];
      return counted(n, one, many);
    })
    .join(', ');
}
