import type { Week } from '../domain/day.ts';
import { weekOf } from '../domain/day.ts';
import { isEmpty, type Session, sameAnswers } from '../domain/session.ts';
import { checkBegun, readWeek, textsOfWeek } from '../domain/week.ts';
import type { WeekSummary } from '../domain/week-summary.ts';
import { EXIT, Stopped, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { checkinDocument, type Summary, weekDocument, weekText } from '../render/week.ts';
import { listPeople } from '../store/person.ts';
import { countedByDay, weeklySession } from '../store/week.ts';
import { oneOf, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import {
  ANSWER_HELP,
  ANSWER_OPTIONS,
  type AnswerFlags,
  answersFromFlags,
  hasAnswers,
} from './checkin-flags.ts';
import type { Context } from './context.ts';
import { readInput } from './input.ts';
import { keepWeekly } from './keep-weekly.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';
import { summaryOf } from './summary.ts';
import { textsOf } from './texts.ts';
import { weekSummary } from './week-summary.ts';

interface CheckinOptions extends AnswerFlags {
  readonly week?: string;
  readonly answers?: string;
  readonly replace?: boolean;
  readonly summary?: string;
  readonly failOn?: string;
  readonly template?: boolean;
  readonly schema?: boolean;
  readonly dryRun?: boolean;
}

export const register: Register = (program, context) => {
  const command = program
    .command('checkin')
    .description('The weekly session: who and what needs you next week? About eight minutes.')
    .option('--week <week>', '2026-W47, this or last; the present one if not named')
    .option('--answers <file>', 'take the answers from a file, or - for stdin')
    .option('--replace', "replace the week's check-in; the old one stays a revision")
    .option('--summary <how>', 'counts (no text, no name) or full')
    .option('--fail-on <what>', 'due: exit 3 when something is due')
    .option('--template', 'print the shape of an answers file')
    .option('--schema', 'print its JSON Schema')
    .option('--dry-run', 'store nothing');
  for (const option of ANSWER_OPTIONS) command.addOption(option);
  withExamples(
    command
      .addHelpText('after', ANSWER_HELP)
      .action(async (options: CheckinOptions) => checkin(await context(), options)),
    'praxis checkin',
    'praxis checkin --week last --kept 4/5 --tally "a3 c9" --exercise X5=done',
    'praxis checkin --json --fail-on due',
  );
};

async function checkin(context: Context, options: CheckinOptions): Promise<void> {
  if (options.schema) return printSchema(context);
  const summary = summaryOf(context, options.summary);
  const failOn = oneOf('--fail-on', options.failOn, ['due']);
  const asked = options.week === undefined ? undefined : readWeek(options.week, context.today);
  const flags = hasAnswers(options);
  if (options.answers !== undefined && flags) {
    throw new UserError(
      'Answers come from a file or from flags, not from both.',
      'Leave one of them away. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (options.template) return printTemplate(context, asked ?? weekOf(context.today));
  const due =
    options.answers !== undefined || flags
      ? await scripted(context, options, asked, summary)
      : context.interactive
        ? await atTerminal(context, options, asked, summary)
        : await show(context, asked ?? weekOf(context.today), summary);
  if (failOn && due) throw new Stopped(EXIT.due);
}

async function printSchema(context: Context): Promise<void> {
  const { SCHEMAS } = await import('./schemas.ts');
  const { jsonSchema } = await import('../render/schema/json-schema.ts');
  const described = SCHEMAS.find(({ name }) => name === 'weekly-answers');
  if (described) context.say(json(jsonSchema(described)));
}

function printTemplate(context: Context, week: Week): Promise<void> {
  return context.reading((journal) => {
    const tallies = { a: null, 'a!': null, c: null, b: null, p: null };
    const ratios = { kept: null, loops: null, listening: null, questions: null, badNews: null };
    const answers = {
      ...(countedByDay(journal, week) ? {} : { tallies }),
      ...ratios,
      R4: null,
      movement: null,
      contacts: null,
      exercise: null,
      ...Object.fromEntries(textsOfWeek(week).map((item) => [item, null])),
      intention: null,
      note: null,
    };
    context.say(json({ schema: 'praxis.weekly-answers/1', week, answers }));
  });
}

/** The week so far; nothing is stored. */
function show(context: Context, week: Week, summary: Summary): Promise<boolean> {
  return context.reading(async (journal) => {
    const found = await weekSummary(context, journal, week);
    told(context, found, summary);
    return found.due.length > 0;
  });
}

function told(context: Context, week: WeekSummary, summary: Summary): void {
  context.answer(weekDocument(week, summary), () =>
    weekText(week, summary, context.today, context.style),
  );
}

async function atTerminal(
  context: Context,
  options: CheckinOptions,
  asked: Week | undefined,
  summary: Summary,
): Promise<boolean> {
  const { holdCheckin } = await import('./checkin-terminal.ts');
  const found = await holdCheckin(context, asked, options.dryRun ?? false);
  told(context, found, summary);
  return found.due.length > 0;
}

async function scripted(
  context: Context,
  options: CheckinOptions,
  asked: Week | undefined,
  summary: Summary,
): Promise<boolean> {
  // The schema library is a good part of what loads: only a script that hands answers in pays for it.
  const weekly = await import('../prompts/weekly-answers.ts');
  const file =
    options.answers === undefined
      ? weekly.readWeekly({ answers: answersFromFlags(options) })
      : weekly.readWeeklyFile(await readInput(context, options.answers));
  const week = weekFor(weekly.weekIn(file), asked, context);
  const { exercises } = await loadLibrary(context);
  const kept = await context.writing(
    async (journal) => {
      const people = listPeople(journal).map(({ code }) => code);
      const answers = weekly.weeklyAnswersFrom(file, { people, exercises });
      if (isEmpty(answers)) {
        throw new UserError(
          'There is no answer in it.',
          'praxis checkin --template prints the shape. Nothing was stored.',
          EXIT.usage,
        );
      }
      const stored = weeklySession(journal, week);
      if (!stored || !sameAnswers(stored.answers, answers))
        await checkBoundary(context, textsOf(answers));
      const session = keepWeekly(journal, context, {
        week,
        answers,
        stored,
        source: 'script',
        replace: options.replace ?? false,
        dryRun: options.dryRun ?? false,
        exercises,
      });
      if (answers.tallies && countedByDay(journal, week)) {
        context.notice(
          `praxis: ${week} was counted day by day; the counts of the check-in are kept and stand back.`,
        );
      }
      return { session, found: await weekSummary(context, journal, week) };
    },
    { rehearse: options.dryRun ?? false },
  );
  toldStored(context, kept.session, kept.found, options, summary);
  return kept.found.due.length > 0;
}

function toldStored(
  context: Context,
  session: Session,
  week: WeekSummary,
  options: CheckinOptions,
  summary: Summary,
): void {
  if (session.late) {
    context.notice(
      `praxis: ${session.week} ended more than a week ago. It is kept, and stays out of every index.`,
    );
  }
  const document = { schema: 'praxis.session/1', ...checkinDocument(session, summary) };
  context.answer(options.dryRun ? { ...document, id: null, dryRun: true } : document, () =>
    options.dryRun
      ? `  ${session.week} would be kept, as revision ${session.revision}. Nothing was stored.`
      : weekText(week, summary, context.today, context.style),
  );
}

function weekFor(inFile: Week | undefined, asked: Week | undefined, { today }: Context): Week {
  if (inFile !== undefined && asked !== undefined && inFile !== asked) {
    throw new UserError(
      `The answers are for ${inFile}, and --week says ${asked}.`,
      'Leave one of them away. Nothing was stored.',
      EXIT.usage,
    );
  }
  const week = inFile ?? asked ?? weekOf(today);
  checkBegun(week, today);
  return week;
}
