import { inWords } from '../domain/day.ts';
import { runDocument, runText, valuesText } from '../render/exercise.ts';
import { listLogs, listRuns, removeRun } from '../store/exercise.ts';
import type { Journal } from '../store/journal.ts';
import type { Context } from './context.ts';
import type { EntryKind } from './entry-kind.ts';

const COMMON: Pick<EntryKind, 'show' | 'describe'> = {
  show: showExercise,
  describe: () => 'this record of an exercise',
};

export const RUN: EntryKind = { ...COMMON, remove: removeRun };
export const LOG: EntryKind = { ...COMMON, remove: (tx, id) => tx.remove('exercise_log', id) };

/** A run of an exercise with what it recorded, or one record. */
function showExercise(context: Context, journal: Journal, id: string): void {
  const run = listRuns(journal).find((each) => each.id === id);
  const logs = listLogs(journal).filter((log) => log.id === id || log.runId === id);
  const records = logs.map(({ exercise, on, person, values }) =>
    [`  ${inWords(on, context.today)}   ${exercise}`, person ?? '', valuesText(values)]
      .filter((part) => part !== '')
      .join('   '),
  );
  const document = run
    ? { schema: 'praxis.run/1', ...runDocument(run), logs }
    : { schema: 'praxis.log/1', ...logs[0] };
  context.answer(document, () =>
    [...(run ? [`  ${runText(run, context.today)}`] : []), ...records].join('\n'),
  );
}
