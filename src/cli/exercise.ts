import type { Day } from '../domain/day.ts';
import { type Exercise, SKIP_REASONS, type SkipReason } from '../domain/exercise.ts';
import { fieldsOf, type RecordValues, readRecordValues } from '../domain/exercise-record.ts';
import { planInWords } from '../domain/intention.ts';
import { didYouMean } from '../domain/nearest.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { EXIT, UserError } from '../errors.ts';
import { runDocument, valuesText } from '../render/exercise.ts';
import { visible } from '../render/text.ts';
import { addLog, addRun, listLogs, openRun, skipRun } from '../store/exercise.ts';
import { addIntention } from '../store/intention.ts';
import { write } from '../store/write.ts';
import { takePerson, withDefault, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { finish, personIdOf, runWith, told } from './exercise-run.ts';
import { exerciseNamed, list, offer, show } from './exercise-show.ts';
import { focusIdFor } from './focus-link.ts';
import type { Register } from './register.ts';

interface PlanOptions {
  readonly if?: string;
  readonly then?: string;
  readonly focus?: boolean;
}

interface DoOptions {
  readonly on?: string;
  readonly focus?: boolean;
}

const SERVES = 'it serves the focus: praxis focus';

export const register: Register = (program, context) => {
  const exercise = withExamples(
    program
      .command('exercise')
      .description('Trust and leadership exercises. Alone: the one that fits now, and why.'),
    'praxis exercise',
    'praxis exercise plan X5 --if "someone asks what to do" --then "ask what they have considered"',
    'praxis exercise do X3 @lee rounds=2 accepted=1',
  );
  withDefault(exercise, async () => offer(await context()));
  exercise
    .command('offer')
    .description('the one that fits now, and why')
    .action(async () => offer(await context()));
  exercise
    .command('list')
    .description('all of them, with where you stand')
    .action(async () => list(await context()));
  exercise
    .command('show')
    .description('one in full, with what you recorded')
    .argument('<exercise>', 'X5 or answer-on-hold')
    .action(async (named: string) => show(await context(), named));
  exercise
    .command('plan')
    .description('plan it as an if-then')
    .argument('<exercise>')
    .argument('[person]', '@person')
    .option('--if <cue>', 'the moment you will recognise')
    .option('--then <act>', 'what you will do')
    .option('--focus', SERVES)
    .action(async (named: string, person: string | undefined, options: PlanOptions) =>
      plan(await context(), named, person, options),
    );
  exercise
    .command('do')
    .description('do it, step by step; by script: mark it done')
    .argument('<exercise>')
    .argument('[what...]', '@person and KEY=VALUE, as exercise show names them')
    .option('--on <day>', 'the day it was done')
    .option('--focus', SERVES)
    .action(async (named: string, what: string[], options: DoOptions) =>
      carryOut(await context(), named, what, options),
    );
  exercise
    .command('log')
    .description('record what happened along the way')
    .argument('<exercise>')
    .argument('<what...>', '@person and KEY=VALUE, as exercise show names them')
    .option('--on <day>', 'the day it happened')
    .action(async (named: string, what: string[], options: { on?: string }) =>
      log(await context(), named, what, options),
    );
  exercise
    .command('skip')
    .description('pass it over; it returns in two weeks')
    .argument('<exercise>')
    .option('--reason <why>', SKIP_REASONS.join(', '))
    .action(async (named: string, options: { reason?: string }) =>
      skip(await context(), named, options),
    );
};

async function plan(
  context: Context,
  named: string,
  person: string | undefined,
  options: PlanOptions,
): Promise<void> {
  const exercise = await exerciseNamed(context, named);
  const { cue, act } = await planFrom(context, exercise, options);
  await checkBoundary(context, [cue, act]);
  const run = await context.writing((journal) => {
    if (openRun(journal, exercise.id)) {
      throw new UserError(
        `${exercise.id} is planned already.`,
        `praxis exercise do ${exercise.id} does it, skip ${exercise.id} lets it go.`,
        EXIT.conflict,
      );
    }
    const personId = personIdOf(journal, person);
    const focusId = focusIdFor(journal, options.focus);
    const id = write(journal, context.command, (tx) =>
      addRun(tx, {
        exercise_id: exercise.id,
        exercise_version: exercise.version,
        state: 'planned',
        step: 0,
        person_id: personId,
        state_on: context.today,
        planned_on: context.today,
        intention_id: addIntention(tx, { if: cue, then: act }, context.today, null, focusId),
        focus_id: focusId,
      }),
    );
    return runWith(journal, id);
  });
  context.answer(
    { schema: 'praxis.run/1', ...runDocument(run), intention: { if: cue, then: act } },
    () =>
      `  Planned ${exercise.id}. Say it once in your head: ${visible(planInWords({ if: cue, then: act }, 'I'))}.`,
  );
}

async function planFrom(
  context: Context,
  exercise: Exercise,
  options: PlanOptions,
): Promise<{ cue: string; act: string }> {
  let { if: cue, then: act } = options;
  if ((cue === undefined || act === undefined) && context.interactive) {
    const { terminalFor } = await import('./ask.ts');
    const { ask } = await terminalFor(context);
    cue ??=
      (await ask({
        kind: 'text',
        name: 'if',
        text: exercise.when,
        label: 'If …      ',
        editor: false,
      })) ?? undefined;
    if (cue !== undefined) {
      act ??=
        (await ask({
          kind: 'text',
          name: 'then',
          label: 'then I …  ',
          editor: false,
          suggestion: exercise.steps[0] ?? '',
        })) ?? undefined;
    }
  }
  if (cue?.trim() && act?.trim() && cue.isWellFormed() && act.isWellFormed()) return { cue, act };
  throw new UserError(
    'A plan needs a moment and an act.',
    `praxis exercise plan ${exercise.id} --if "..." --then "...". Nothing was stored.`,
    EXIT.usage,
  );
}

async function carryOut(
  context: Context,
  named: string,
  what: readonly string[],
  options: DoOptions,
): Promise<void> {
  const exercise = await exerciseNamed(context, named);
  const { words, person } = takePerson(what);
  const values = readRecordValues(exercise.records, words);
  if (words.length === 0 && options.on === undefined && context.interactive) {
    const { guide } = await import('./exercise-guide.ts');
    return guide(context, exercise, person, options.focus);
  }
  await checkBoundary(context, textsIn(values));
  const on = dayFrom(context, options.on);
  const run = await context.writing((journal) => {
    const personId = personIdOf(journal, person ?? undefined);
    const focusId = focusIdFor(journal, options.focus);
    const id = write(journal, context.command, (tx) =>
      finish(tx, journal, exercise, on, values, { personId, focusId }),
    );
    return runWith(journal, id);
  });
  told(context, run);
}

async function log(
  context: Context,
  named: string,
  what: readonly string[],
  options: { on?: string },
): Promise<void> {
  const exercise = await exerciseNamed(context, named);
  const { words, person } = takePerson(what);
  const values = readRecordValues(exercise.records, words);
  if (Object.keys(values).length === 0) {
    const keys = fieldsOf(exercise.records).map(({ key }) => `${key}=...`);
    throw new UserError(
      'There is nothing to record.',
      `${exercise.id} records ${keys.join(' ')}.`,
      EXIT.usage,
    );
  }
  await checkBoundary(context, textsIn(values));
  const on = dayFrom(context, options.on);
  const stored = await context.writing((journal) => {
    const personId = personIdOf(journal, person ?? undefined);
    const id = write(journal, context.command, (tx) =>
      addLog(tx, {
        runId: openRun(journal, exercise.id)?.id ?? null,
        exercise: exercise.id,
        on,
        kind: exercise.records,
        values,
        personId,
      }),
    );
    return listLogs(journal).find((each) => each.id === id);
  });
  context.answer(
    { schema: 'praxis.log/1', ...stored },
    () => `  Recorded: ${exercise.id}, ${valuesText(values)}.`,
  );
}

async function skip(context: Context, named: string, options: { reason?: string }): Promise<void> {
  const exercise = await exerciseNamed(context, named);
  const reason = reasonFrom(options.reason);
  const run = await context.writing((journal) => {
    const open = openRun(journal, exercise.id);
    const id = write(journal, context.command, (tx) => {
      if (open) {
        skipRun(tx, open.id, reason, context.today);
        return open.id;
      }
      return addRun(tx, {
        exercise_id: exercise.id,
        exercise_version: exercise.version,
        state: 'skipped',
        step: 0,
        person_id: null,
        state_on: context.today,
        reason,
      });
    });
    return runWith(journal, id);
  });
  told(context, run);
}

function reasonFrom(given: string | undefined): SkipReason | null {
  if (given === undefined) return null;
  const reason = SKIP_REASONS.find((each) => each === given);
  if (reason) return reason;
  throw new UserError(
    `--reason is "${given}".${didYouMean(given, SKIP_REASONS)}`,
    `It takes ${SKIP_REASONS.join(', ')}.`,
    EXIT.usage,
  );
}

function dayFrom(context: Context, given: string | undefined): Day {
  const on = parsePastDay(given, context.today);
  return on;
}

function textsIn(values: RecordValues): string[] {
  return Object.values(values).filter((value) => typeof value === 'string');
}
