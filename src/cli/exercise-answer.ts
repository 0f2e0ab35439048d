import type { ExerciseAnswer } from '../domain/checkin.ts';
import { type Day, weekOf } from '../domain/day.ts';
import type { Exercise } from '../domain/exercise.ts';
import type { Plan } from '../domain/session.ts';
import { addRun, listRuns, openRun, skipRun } from '../store/exercise.ts';
import { addIntention } from '../store/intention.ts';
import type { Tx } from '../store/write.ts';
import { finish } from './exercise-run.ts';

/**
 * What a check-in says of an exercise, done to its run as the command of that name does it; once: what the week knows
 * already is not done again.
 */
export function answerExercise(
  tx: Tx,
  exercise: Exercise,
  state: ExerciseAnswer['state'],
  on: Day,
  plan: Plan | null,
): void {
  const open = openRun(tx, exercise.id);
  const inWeek = listRuns(tx).some(
    (run) => run.exercise === exercise.id && run.state === state && weekOf(run.on) === weekOf(on),
  );
  // A run may have moved since the day that the check-in stands for; time does not run backwards in it.
  const day = open && open.on > on ? open.on : on;
  if (state === 'planned') {
    if (open) return;
    addRun(tx, {
      ...blank(exercise),
      state: 'planned',
      state_on: on,
      planned_on: on,
      intention_id: plan && addIntention(tx, plan, on, null),
    });
  } else if (inWeek) return;
  else if (state === 'done') finish(tx, tx, exercise, day, {}, { personId: null, focusId: null });
  else if (open) skipRun(tx, open.id, null, day);
  else addRun(tx, { ...blank(exercise), state: 'skipped', state_on: on });
}

function blank({ id, version }: Exercise) {
  return { exercise_id: id, exercise_version: version, step: 0, person_id: null };
}
