import { type Day, inShort, inWords } from '../domain/day.ts';
import {
  EVIDENCE_WORDS,
  type Exercise,
  type Fit,
  nextOffer,
  type Offer,
  type Run,
} from '../domain/exercise.ts';
import { fieldsOf, type RecordValues } from '../domain/exercise-record.ts';
import { COUNTERS, PAIRS } from '../domain/tally.ts';
import { counted, INDENT, paragraph, type Style, table, visible, visibleLine } from './text.ts';

export function exerciseDocument(
  exercise: Exercise,
  runs: readonly Run[],
  today: Day,
): Record<string, unknown> {
  const own = runs.filter((run) => run.exercise === exercise.id);
  return {
    ...exercise,
    recordFields: fieldsOf(exercise.records).map(({ key, label, takes }) => ({
      key,
      label,
      takes,
    })),
    state: own[0]?.state ?? 'never',
    timesDone: own.filter(({ state }) => state === 'done').length,
    nextOffer: nextOffer(own, today),
  };
}

export function runDocument(run: Run): Record<string, unknown> {
  const { id, exercise, state, step, person, on, followUpOn, followedUpOn, focusId } = run;
  return { id, exercise, state, step, person, on, followUpOn, followedUpOn, focusId };
}

export function exercisesText(
  exercises: readonly Exercise[],
  runs: readonly Run[],
  today: Day,
  style: Style,
): string {
  return table(
    exercises.map((exercise) => [
      style.bold(exercise.id),
      visibleLine(exercise.title),
      `${exercise.minutes} min, ${exercise.who}`,
      stateText(
        runs.filter((run) => run.exercise === exercise.id),
        today,
      ),
    ]),
    style.width,
  );
}

function stateText(runs: readonly Run[], today: Day): string {
  const [last] = runs;
  if (!last) return '';
  const next = nextOffer(runs, today);
  const serves = last.focusId ? ' (focus)' : '';
  switch (last.state) {
    case 'planned':
      return `planned${serves}`;
    case 'doing':
      return `under way, step ${last.step + 1}${serves}`;
    case 'done':
      return `done ${inShort(last.on, today)}${serves}`;
    case 'skipped':
      return next === null ? 'not offered any more' : `back ${inShort(next, today)}`;
  }
}

/** An exercise in full. */
export function exerciseText(exercise: Exercise, style: Style): string {
  const width = Math.min(style.width, 88);
  const {
    id,
    title,
    minutes,
    who,
    purpose,
    steps,
    when,
    not,
    success,
    evidence,
    source,
    followUp,
  } = exercise;
  return [
    `${INDENT}${style.bold(`${id}  ${visibleLine(title)}`)}   ${style.dim(`${minutes} min, ${who}`)}`,
    paragraph(visible(purpose), width),
    '',
    ...steps.map((step, i) => stepText(step, i, width)),
    '',
    paragraph(`When: ${visible(when)}${not ? ` ${visible(not)}` : ''}`, width),
    paragraph(`It worked if: ${visible(success)}`, width),
    paragraph(`After ${counted(followUp.days, 'day')}: ${visible(followUp.prompt)}`, width),
    '',
    style.dim(paragraph(`${EVIDENCE_WORDS[evidence]}: ${visible(source)}`, width)),
  ].join('\n');
}

/** One step, numbered, with its lines under each other. */
export function stepText(step: string, i: number, width: number): string {
  const head = `${INDENT}${String(i + 1).padStart(2)}  `;
  return head + paragraph(visible(step), width, ' '.repeat(head.length)).trimStart();
}

/** The one exercise that fits now, and why. */
export function offerText(offer: Offer | undefined, style: Style): string {
  if (!offer) return `${INDENT}Nothing new fits just now. praxis exercise list shows them all.`;
  const { exercise, fit } = offer;
  const width = Math.min(style.width, 88);
  return [
    `${INDENT}${style.bold(`${exercise.id}  ${visibleLine(exercise.title)}`)}   ${style.dim(`${exercise.minutes} min, ${exercise.who}`)}`,
    paragraph(visible(exercise.purpose), width),
    '',
    paragraph(fitText(fit), width),
    '',
    style.dim(
      `${INDENT}praxis exercise show ${exercise.id} · plan ${exercise.id} · do ${exercise.id} · skip ${exercise.id}`,
    ),
  ].join('\n');
}

/** Why it fits, in words. */
export function fitText(fit: Fit): string {
  switch (fit.kind) {
    case 'weak':
      return `Because of the last four weeks: ${fit.right} of ${fit.all} ${COUNTERS[PAIRS[fit.pair].right].label.replace(/^you /, '')}.`;
    case 'never':
      return 'You have not tried it yet.';
    case 'again':
      return `You last did it ${counted(fit.days, 'day')} ago.`;
  }
}

/** What was recorded: `rounds 2, accepted 1`. */
export function valuesText(values: RecordValues): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${visibleLine(String(value))}`)
    .join(', ');
}

export function runText(run: Run, today: Day): string {
  const follow = run.followUpOn
    ? `, its question comes back on ${inWords(run.followUpOn, today)}`
    : '';
  return `${run.exercise} ${run.state}${run.person ? ` with ${visibleLine(run.person)}` : ''}${follow}`;
}
