import type { Exercise } from '../domain/exercise.ts';
import {
  fieldsOf,
  type RecordField,
  type RecordValues,
  readRecordValue,
} from '../domain/exercise-record.ts';
import type { Ask } from '../domain/question.ts';
import { Interrupted, UserError } from '../errors.ts';
import { stepText } from '../render/exercise.ts';
import { paragraph, visible } from '../render/text.ts';
import { addRun, moveRun, openRun } from '../store/exercise.ts';
import type { Journal } from '../store/journal.ts';
import { write } from '../store/write.ts';
import { terminalFor } from './ask.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { finish, personIdOf, type RunLinks, runWith, told } from './exercise-run.ts';
import { focusIdFor } from './focus-link.ts';

/** Leads through an exercise step by step. Each step is kept as it is done, so tomorrow goes on where today stopped. */
export async function guide(
  context: Context,
  exercise: Exercise,
  person: string | null,
  focus?: boolean,
): Promise<void> {
  const { ask, style } = await terminalFor(context);
  await context.writing(async (journal) => {
    const personId = personIdOf(journal, person ?? undefined);
    const focusId = focusIdFor(journal, focus);
    context.notice(
      `\n  ${style.bold(`${exercise.id}  ${visible(exercise.title)}`)}\n${paragraph(visible(exercise.purpose), style.width)}\n`,
    );
    const first = openRun(journal, exercise.id)?.step ?? 0;
    let done = first;
    const leave = () => {
      const at = done < exercise.steps.length ? `at step ${done + 1}` : 'with every step done';
      context.notice(`\n  Kept ${at}. praxis exercise do ${exercise.id} goes on from here.`);
    };
    let values: RecordValues;
    try {
      for (const [i, step] of exercise.steps.entries()) {
        const line = stepText(step, i, style.width);
        context.notice(i < first ? style.dim(line) : line);
        if (i < first) continue;
        if (!(await stepDone(ask))) return leave();
        keepStep(context, journal, exercise, i + 1, { personId, focusId });
        done = i + 1;
      }
      values = await record(ask, exercise);
    } catch (error) {
      if (error instanceof Interrupted && done > 0) leave();
      throw error;
    }
    await checkBoundary(
      context,
      Object.values(values).filter((value) => typeof value === 'string'),
    );
    const id = write(journal, context.command, (tx) =>
      finish(tx, journal, exercise, context.today, values, { personId, focusId }),
    );
    told(context, runWith(journal, id));
  });
}

async function stepDone(ask: Ask): Promise<boolean> {
  const choice = await ask({
    kind: 'key',
    name: 'step',
    options: [
      { key: 'd', value: 'done', label: 'done' },
      { key: 'l', value: 'later', label: 'later' },
    ],
    enter: 'done',
  });
  return choice !== 'later';
}

function keepStep(
  context: Context,
  journal: Journal,
  exercise: Exercise,
  step: number,
  { personId, focusId }: RunLinks,
): void {
  write(journal, context.command, (tx) => {
    const open = openRun({ db: tx.db }, exercise.id);
    if (open) return moveRun(tx, open.id, step, context.today);
    addRun(tx, {
      exercise_id: exercise.id,
      exercise_version: exercise.version,
      state: 'doing',
      step,
      person_id: personId,
      state_on: context.today,
      focus_id: focusId,
    });
  });
}

async function record(ask: Ask, exercise: Exercise): Promise<RecordValues> {
  const values: Record<string, string | number> = {};
  for (const field of fieldsOf(exercise.records)) {
    const whole = fieldsOf(exercise.records).find(({ role }) => role === 'n');
    const most = field.role === 'x' && whole ? values[whole.key] : undefined;
    const value = await recordField(ask, field, typeof most === 'number' ? most : 999);
    if (value !== null) values[field.key] = value;
  }
  return values;
}

async function recordField(
  ask: Ask,
  field: RecordField,
  most: number,
): Promise<string | number | null> {
  const { key, label, takes } = field;
  if (takes === 'count') return ask({ kind: 'count', name: key, label, most });
  if (takes === 'text') return ask({ kind: 'text', name: key, label: `${label} `, editor: false });
  const keys = ['1', '2', '3', '4', '5', '6'];
  const answer = await ask({
    kind: 'key',
    name: key,
    text: label,
    options: takes.map((value, i) => ({
      key: keys[i] ?? '',
      value,
      label: value === keys[i] ? 'step' : value,
    })),
    enter: 'skipped',
  });
  if (answer === null) return null;
  try {
    return readRecordValue(field, answer);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
