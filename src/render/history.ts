import type { Action } from '../domain/action.ts';
import { onTheWall } from './clock.ts';
import { counted, INDENT, type Style, table } from './text.ts';

export function actionDocument(action: Action): Record<string, unknown> {
  const { id, at, command, changes, undone } = action;
  return { id, at, command, changes, undone };
}

export function historyText(actions: readonly Action[], zone: string, style: Style): string {
  if (actions.length === 0) return `${INDENT}Nothing was written yet.`;
  return table(
    actions.map((action) => [
      onTheWall(action.at, zone),
      action.undone ? `${action.command}, undone` : action.command,
      changesText(action.changes),
    ]),
    style.width,
  );
}

export function turnedText(how: string, action: Action, zone: string): string {
  return `${INDENT}${how}: ${action.command} of ${onTheWall(action.at, zone)} (${changesText(action.changes)}).`;
}

/** What a row of each table is called when it is counted. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  person: ['person', 'people'],
  session: ['entry', 'entries'],
  asked: ['question asked', 'questions asked'],
  tally: ['count', 'counts'],
  intention: ['plan', 'plans'],
  exercise_run: ['exercise', 'exercises'],
  exercise_log: ['record', 'records'],
  revision: ['former revision', 'former revisions'],
};

function changesText(changes: Readonly<Record<string, number>>): string {
  return Object.entries(changes)
    .map(([table, n]) => {
      const [one, many] = NOUNS[table] ?? [table, `${table}s`];
      return counted(n, one, many);
    })
    .join(', ');
}
