import { type Day, inWords } from '../domain/day.ts';
import { counted, paragraph, type Style } from './text.ts';

/** What each table's rows are called here, one and many. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  session: ['entry', 'entries'],
  intention: ['plan', 'plans'],
  contact: ['talk', 'talks'],
  heard: ['question heard', 'questions heard'],
  knowledge: ['note on how somebody works', 'notes on how somebody works'],
  question_asked: ['question asked', 'questions asked'],
  exercise_log: ['record of an exercise', 'records of exercises'],
  exercise_run: ['exercise', 'exercises'],
  label: ['word for somebody', 'words for people'],
  departure: ['record of a leaving', 'records of leavings'],
  promise: ['settled promise', 'settled promises'],
  decision: ['settled decision', 'settled decisions'],
  statement: ['former statement', 'former statements'],
  series_break: ['break of the series', 'breaks of the series'],
  series_point: ['value of a series of yours', 'values of series of yours'],
  draft: ['unfinished session', 'unfinished sessions'],
  change: ['record that was deleted before', 'records that were deleted before'],
};

/** `2 entries, 1 talk`. */
function partsOf(removed: Readonly<Record<string, number>>): string {
  return Object.entries(removed)
    .map(([table, n]) => {
      const [one, many] = NOUNS[table] ?? [table, `${table}s`];
      return counted(n, one, many);
    })
    .join(', ');
}

/** What went for good. */
export function agedGoneText(removed: Readonly<Record<string, number>>, style: Style): string {
  return paragraph(
    `Removed for good: ${partsOf(removed)}. Files that you exported are yours to look through.`,
    style.width,
  );
}

/** What is older than a day and would go. */
export function agedText(
  removed: Readonly<Record<string, number>>,
  before: Day,
  today: Day,
  style: Style,
): string {
  const parts = partsOf(removed);
  const from = `before ${inWords(before, today)}`;
  return paragraph(
    parts === ''
      ? `There is nothing from ${from}.`
      : `From ${from}: ${parts}. What is still open or in force stays, and so do people.`,
    style.width,
  );
}
