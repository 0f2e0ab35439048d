import type { Command } from 'commander';
import { type Day, parseDay } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import { CHANGE_ITEMS, openParts, periodOf } from '../domain/review.ts';
import type { PartState } from '../domain/review-part.ts';
import { newIn, type Said, saysNothing, together } from '../domain/review-said.ts';
import { recallLag, type Session } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { json } from '../render/json.ts';
import { type ReviewFacts, reviewDocument, reviewText } from '../render/review.ts';
import { checkinDocument, type Summary } from '../render/week.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { reviewOf } from '../store/review.ts';
import { verdictsUpTo } from '../store/verdict.ts';
import { withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { readInput } from './input.ts';
import { keepReview } from './keep-review.ts';
import { monthFigures } from './month-figures.ts';
import { comparisonOn } from './period-comparison.ts';
import type { Register } from './register.ts';
import { lastVerdicts } from './review-month.ts';
import { summaryOf } from './summary.ts';
import { textsOf } from './texts.ts';

interface Options {
  readonly on?: string;
  readonly answers?: string;
  readonly template?: boolean;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly summary?: string;
}

export const register: Register = (program, context) => {
  const review = withExamples(
    program
      .command('review')
      .description(
        'Look back: what is changing, month by month? And is this how you want to lead?',
      ),
    'praxis review month',
    'praxis review quarter',
    'praxis review month --json | jq .figures.practice',
  );
  const add = (period: ReviewPeriod, description: string, answers: string) =>
    withExamples(
      withOptions(review.command(period).description(description), period).action(
        async (options: Options) => run(await context(), period, options),
      ),
      `praxis review ${period}`,
      `praxis review ${period} --template > review.json`,
      `echo '${answers}' | praxis review ${period} --answers -`,
    );
  add(
    'month',
    'Figures, candour, old entries, verdicts. 20 minutes.',
    '{"answers":{"R5":{"lee":4}}}',
  );
  add(
    'quarter',
    'Twelve weeks beside the twelve before, and what to change. 45 to 60 minutes.',
    '{"answers":{"belief":"TEXT"}}',
  );
};

function withOptions(command: Command, period: ReviewPeriod): Command {
  return command
    .option('--on <day>', `a day of the ${period} it is about, and of its figures`)
    .option('--answers <file>', 'take any parts of it from a file, or - for stdin')
    .option('--summary <how>', 'counts (no text of yours) or full')
    .option('--template', 'print the shape of an answers file')
    .option('--dry-run', 'store nothing')
    .option('--replace', 'other answers than those stored; the old ones stay a revision');
}

async function run(context: Context, period: ReviewPeriod, options: Options): Promise<void> {
  const asked = options.on === undefined ? undefined : parseDay(options.on, context.today);
  const on = asked ?? context.today;
  const summary = summaryOf(context, options.summary);
  recallLag(on, context.today);
  if (options.template) return printTemplate(context, period, on);
  if (options.answers !== undefined) return fromFile(context, period, options, asked, summary);
  if (!context.interactive) return show(context, period, on, summary);
  const { holdReview } = await import('./review-terminal.ts');
  await holdReview(context, period, on, {
    rehearse: options.dryRun ?? false,
    again: options.replace ?? false,
  });
}

/** What a review looks at. Looking stores nothing, and makes no verdict. */
function show(context: Context, period: ReviewPeriod, on: Day, summary: Summary): Promise<void> {
  return context.reading((journal) => {
    const session = reviewOf(journal, period, on);
    const facts: ReviewFacts = {
      period,
      on,
      ...periodOf(period, on),
      session: session ? { id: session.id, revision: session.revision } : null,
      states: session?.answers.parts ?? {},
      month: period === 'month' ? monthFigures(journal, on) : null,
      quarter: period === 'quarter' ? comparisonOn(journal, on) : null,
      verdicts: verdictsUpTo(journal, on),
    };
    context.answer(reviewDocument(facts, summary), () => {
      const last =
        facts.verdicts.length > 0 && period === 'month'
          ? lastVerdicts({ journal, on, style: context.style })
          : '';
      return reviewText(facts, last, summary, context.style);
    });
  });
}

function printTemplate(context: Context, period: ReviewPeriod, on: Day): Promise<void> {
  return context.reading((journal) => {
    const active = listPeople(journal).filter(({ state }) => state === 'active');
    const people = Object.fromEntries(active.map(({ code }) => [code, null]));
    const asked = askedIn(journal, period, on).map((key): [string, unknown] => [
      key,
      ['R0', 'R5', 'futureRoles'].includes(key) ? people : null,
    ]);
    context.say(
      json({ schema: `praxis.${period}-answers/1`, on, answers: Object.fromEntries(asked) }),
    );
  });
}

/** The keys of an answers file that are open in the review of a day. */
function askedIn(journal: Journal, period: ReviewPeriod, on: Day): string[] {
  const keys = openParts(period, reviewOf(journal, period, on)?.answers.parts).flatMap(
    ({ asks }) => asks,
  );
  const exceptions = period === 'month' && monthFigures(journal, on).exceptions;
  return keys.filter((key) => key !== 'exceptions' || exceptions);
}

async function fromFile(
  context: Context,
  period: ReviewPeriod,
  options: Options,
  asked: Day | undefined,
  summary: Summary,
): Promise<void> {
  // The schema library is a good part of what loads: only a script that hands answers in pays for it.
  const { readReviewFile, saidIn } = await import('../prompts/review-answers.ts');
  const file = readReviewFile(period, await readInput(context, options.answers ?? '-'));
  if (file.on !== undefined && asked !== undefined && file.on !== asked) {
    throw new UserError(
      `The answers are for ${file.on}, and --on says ${asked}.`,
      'Leave one of them away. Nothing was stored.',
      EXIT.usage,
    );
  }
  const on = file.on ?? asked ?? context.today;
  recallLag(on, context.today);
  const dryRun = options.dryRun ?? false;
  const session = await context.writing(
    async (journal) => {
      const people = listPeople(journal).map(({ code }) => code);
      const said = saidIn(file, people);
      if (saysNothing(said)) {
        throw new UserError(
          'There is no answer in it.',
          `praxis review ${period} --template prints the shape. Nothing was stored.`,
          EXIT.usage,
        );
      }
      const { breaks } = said.records;
      for (const each of breaks ?? []) recallLag(each.on, context.today);
      const stored = reviewOf(journal, period, on);
      await checkBoundary(context, newTexts(said, stored));
      const parts = partsDone(journal, period, on, said, stored);
      return keepReview(journal, context, {
        period,
        on,
        said: together(said, { answers: { parts }, records: {} }),
        stored,
        source: 'script',
        replace: options.replace ?? false,
        dryRun,
        judge: period === 'month',
      });
    },
    { rehearse: dryRun },
  );
  const document = { schema: 'praxis.session/1', ...checkinDocument(session, summary) };
  context.answer(dryRun ? { ...document, id: null, dryRun: true } : document, () =>
    dryRun
      ? `  The review of this ${period} would be kept. Nothing was stored.`
      : `  Kept. praxis review ${period} shows what it looks at, praxis show ${session.on} what it says.`,
  );
}

/** Texts that are not stored yet. */
function newTexts({ answers, records }: Said, stored: Session | undefined): (string | null)[] {
  const { breaks, labels, futureRoles, choice, cues } = records;
  return [
    ...textsOf(newIn(stored?.answers ?? {}, answers)),
    ...(breaks ?? []).map(({ reason }) => reason),
    ...(labels ?? []).map(({ word }) => word),
    ...Object.values(futureRoles ?? {}),
    ...[choice?.text, choice?.because],
    ...CHANGE_ITEMS.map((item) => cues?.[item]),
  ].map((text) => text ?? null);
}

/** Parts of which every question has its answer with this file. */
function partsDone(
  journal: Journal,
  period: ReviewPeriod,
  on: Day,
  { answers, records }: Said,
  stored: Session | undefined,
): Record<string, PartState> {
  const all = together({ answers: stored?.answers ?? {}, records: {} }, { answers, records });
  const active = listPeople(journal).filter(({ state }) => state === 'active');
  const exceptions = period === 'month' && monthFigures(journal, on).exceptions;
  const isAnswered = (key: string): boolean => {
    if (key === 'exceptions' && !exceptions) return true;
    const people = key === 'R5' ? all.answers.R5 : key === 'R0' ? all.answers.leads : undefined;
    if (key === 'R5' || key === 'R0')
      return people !== undefined && active.every(({ code }) => people[code] !== undefined);
    return Object.hasOwn(all.answers, key) || Object.hasOwn(all.records, key);
  };
  return Object.fromEntries(
    openParts(period, stored?.answers.parts)
      .filter(({ asks }) => asks.length > 0 && asks.every(isAnswered))
      .map(({ id }) => [id, 'done' as const]),
  );
}
