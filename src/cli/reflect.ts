import { type DailyPlan, templateOf } from '../domain/daily.ts';
import { type Day, parseDay } from '../domain/day.ts';
import {
  asWritten,
  checkRecall,
  isEmpty,
  recallLag,
  type Session,
  sameAnswers,
} from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { sessionDocument } from '../render/session.ts';
import { intentionToSettle } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { dailySession } from '../store/session.ts';
import { withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { followUpQuestions, planFor, promptFor } from './evening.ts';
import { readInput } from './input.ts';
import { keepDaily, type ReflectOptions } from './keep-daily.ts';
import { loadLibrary } from './library.ts';
import type { Register } from './register.ts';
import { textsOf } from './texts.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('reflect')
      .description('The daily session: am I leading leaders or followers? About three minutes.')
      .option('--quick', 'only the plan, the counts and the next plan')
      .option('--on <day>', 'the day it is about: yesterday, friday, 2026-11-20')
      .option(
        '--late',
        'take counts for a day further back than two days; they stay out of every index',
      )
      .option('--resume', 'go on with the session that was interrupted')
      .option('--discard', 'throw the interrupted session away')
      .option('--answers <file>', 'take the answers from a file, or - for stdin')
      .option('--replace', "replace the day's session; the old one is kept as a revision")
      .option('--template', 'print the shape of an answers file with what is asked now')
      .option('--dry-run', 'store nothing')
      .action(async (options: ReflectOptions) => reflect(await context(), options)),
    'praxis reflect',
    'praxis reflect --quick --on yesterday',
    `echo '{"answers":{"tallies":{"a":1,"c":3}}}' | praxis reflect --answers -`,
  );
};

async function reflect(context: Context, options: ReflectOptions): Promise<void> {
  const on = options.on === undefined ? undefined : parseDay(options.on, context.today);
  if (on !== undefined) recallLag(on, context.today);
  if (options.answers !== undefined && !options.template) return fromFile(context, options, on);
  if (options.template || !context.interactive) {
    if (options.resume || options.discard) {
      throw new UserError(
        '--resume and --discard need a terminal.',
        'In a script, hand the answers in: --answers FILE.',
        EXIT.usage,
      );
    }
    const library = await loadLibrary(context);
    return context.reading((journal) =>
      printTemplate(
        context,
        planFor(journal, library, on ?? context.today, context.today, options),
      ),
    );
  }
  const { atTerminal } = await import('./reflect-terminal.ts');
  return atTerminal(context, options, on);
}

function printTemplate(context: Context, plan: DailyPlan): void {
  context.say(
    json({ schema: 'praxis.answers/1', on: plan.on, answers: asWritten(templateOf(plan)) }),
  );
}

async function fromFile(
  context: Context,
  options: ReflectOptions,
  asked: Day | undefined,
): Promise<void> {
  // The schema library is a good part of what loads: only a script that hands answers in pays for it.
  const { answersFrom, readDailyFile } = await import('../prompts/answers.ts');
  const file = readDailyFile(await readInput(context, options.answers ?? '-'));
  const on = dayFor(file.on as Day | undefined, asked, context.today);
  const library = await loadLibrary(context);
  const use = async (journal: Journal): Promise<Session> => {
    const people = listPeople(journal).map(({ code }) => code);
    const stored = dailySession(journal, on);
    const prompt = stored?.answers.prompt ?? promptFor(journal, library, on);
    const answers = answersFrom(file, {
      templates: library.prompts,
      people,
      prompt,
      followUps: [
        ...followUpQuestions(journal, library, on),
        ...(stored?.answers.followUp ? [stored.answers.followUp] : []),
      ],
    });
    if (isEmpty(answers)) {
      throw new UserError(
        'There is no answer in it.',
        'praxis reflect --template prints the shape. Nothing was stored.',
        EXIT.usage,
      );
    }
    if (!stored || !sameAnswers(stored.answers, answers)) {
      checkRecall(answers, on, context.today, options.late ?? false);
      if (answers.yesterday && !intentionToSettle(journal, on)) {
        context.notice(
          `praxis: there is no open plan from before ${on}; "yesterday" is kept and settles nothing.`,
        );
      }
      await checkBoundary(context, textsOf(answers));
    }
    return keepDaily(journal, context, { on, answers, stored, source: 'script', options });
  };
  const session = await context.writing(use, { rehearse: options.dryRun ?? false });
  told(context, session, options);
}

function told(context: Context, session: Session, options: ReflectOptions): void {
  const document = { schema: 'praxis.session/1', ...sessionDocument(session) };
  context.answer(options.dryRun ? { ...document, id: null, dryRun: true } : document, () =>
    options.dryRun
      ? `  ${session.on} would be kept, as revision ${session.revision}. Nothing was stored.`
      : `  Kept: ${session.on}, revision ${session.revision}.`,
  );
}

function dayFor(inFile: Day | undefined, asked: Day | undefined, today: Day): Day {
  if (inFile !== undefined && asked !== undefined && inFile !== asked) {
    throw new UserError(
      `The answers are for ${inFile}, and --on says ${asked}.`,
      'Leave one of them away. Nothing was stored.',
      EXIT.usage,
    );
  }
  const on = inFile ?? asked ?? today;
  recallLag(on, today);
  return on;
}
