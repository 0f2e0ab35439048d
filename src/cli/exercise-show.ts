import { addDays } from '../domain/day.ts';
import { type Exercise, findExercise, rankOffers } from '../domain/exercise.ts';
import { fieldsOf } from '../domain/exercise-record.ts';
import {
  exerciseDocument,
  exercisesText,
  exerciseText,
  offerText,
  runDocument,
  valuesText,
} from '../render/exercise.ts';
import { listLogs, listRuns } from '../store/exercise.ts';
import { pairCounts } from '../store/facts.ts';
import type { Context } from './context.ts';
import { loadLibrary } from './library.ts';

/** The exercise that a command named. */
export async function exerciseNamed(context: Context, named: string): Promise<Exercise> {
  return findExercise(named, (await loadLibrary(context)).exercises);
}

/** The one exercise that fits now. */
export async function offer(context: Context): Promise<void> {
  const { exercises } = await loadLibrary(context);
  await context.reading((journal) => {
    const counts = pairCounts(journal, addDays(context.today, -27), context.today);
    const pairs = Object.fromEntries(counts.map(({ pair, right, all }) => [pair, { right, all }]));
    const [best] = rankOffers(exercises, listRuns(journal), pairs, context.today);
    const document = best
      ? { exercise: best.exercise.id, title: best.exercise.title, why: best.fit }
      : null;
    context.answer({ schema: 'praxis.offer/1', offer: document }, () =>
      offerText(best, context.style),
    );
  });
}

/** All exercises. */
export async function list(context: Context): Promise<void> {
  const { exercises } = await loadLibrary(context);
  await context.reading((journal) => {
    const runs = listRuns(journal);
    const documents = exercises.map((each) => exerciseDocument(each, runs, context.today));
    context.answer({ schema: 'praxis.exercises/1', exercises: documents }, () =>
      exercisesText(exercises, runs, context.today, context.style),
    );
  });
}

/** One exercise, with what was recorded. */
export async function show(context: Context, named: string): Promise<void> {
  const exercise = await exerciseNamed(context, named);
  await context.reading((journal) => {
    const runs = listRuns(journal).filter((run) => run.exercise === exercise.id);
    const logs = listLogs(journal).filter((each) => each.exercise === exercise.id);
    const document = exerciseDocument(exercise, runs, context.today);
    context.answer(
      { schema: 'praxis.exercise/1', ...document, runs: runs.map(runDocument), logs },
      () => {
        const records = fieldsOf(exercise.records).map(({ key }) => `${key}=`);
        const lines = logs
          .slice(0, 5)
          .map(({ on, person, values }) => `  ${on}  ${person ?? ''}  ${valuesText(values)}`);
        return [
          exerciseText(exercise, context.style),
          context.style.dim(`  Records ${records.join(' ')}`),
          ...(lines.length > 0 ? ['', ...lines] : []),
        ].join('\n');
      },
    );
  });
}
