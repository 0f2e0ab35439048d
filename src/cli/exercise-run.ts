import { addDays, type Day } from '../domain/day.ts';
import type { Exercise, Run } from '../domain/exercise.ts';
import type { RecordValues } from '../domain/exercise-record.ts';
import { runDocument, runText } from '../render/exercise.ts';
import { addLog, addRun, finishRun, listRuns, openRun } from '../store/exercise.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import type { Tx } from '../store/write.ts';
import { findPerson } from './args.ts';
import type { Context } from './context.ts';

/** Whom a run is with and which focus it serves, where that was said. */
export interface RunLinks {
  readonly personId: string | null;
  readonly focusId: string | null;
}

/** Marks an exercise done on a day, with what it recorded; the run that was planned, or a new one. */
export function finish(
  tx: Tx,
  journal: Pick<Journal, 'db'>,
  exercise: Exercise,
  on: Day,
  values: RecordValues,
  { personId, focusId }: RunLinks,
): string {
  const open = openRun(journal, exercise.id);
  const steps = exercise.steps.length;
  const followUpOn = addDays(on, exercise.followUp.days);
  const id =
    open?.id ??
    addRun(tx, {
      exercise_id: exercise.id,
      exercise_version: exercise.version,
      state: 'doing',
      step: 0,
      person_id: personId,
      state_on: on,
      focus_id: focusId,
    });
  if (open && personId !== null) tx.update('exercise_run', id, { person_id: personId });
  if (open && focusId !== null) tx.update('exercise_run', id, { focus_id: focusId });
  finishRun(tx, id, steps, on, followUpOn);
  if (Object.keys(values).length > 0) {
    addLog(tx, { runId: id, exercise: exercise.id, on, kind: exercise.records, values, personId });
  }
  return id;
}

/** Says what became of a run. */
export function told(context: Context, run: Run): void {
  context.answer(
    { schema: 'praxis.run/1', ...runDocument(run) },
    () => `  ${runText(run, context.today)}.`,
  );
}

export function personIdOf(journal: Journal, named: string | undefined): string | null {
  return named === undefined ? null : findPerson(named, listPeople(journal)).id;
}

export function runWith(journal: Journal, id: string): Run {
  const run = listRuns(journal).find((each) => each.id === id);
  if (!run) throw new Error(`no run ${id}`);
  return run;
}
