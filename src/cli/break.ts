import { inWords } from '../domain/day.ts';
import { parsePastDay } from '../domain/past-day.ts';
import { EXIT, UserError } from '../errors.ts';
import { breaksText } from '../render/break.ts';
import { addBreak, breakById, listBreaks } from '../store/break.ts';
import { shortIds } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';
import { saidText } from './texts.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('break')
      .description(
        'Cut the series on a day: a new team, a long leave, a changed habit of counting. What came before is not compared with what comes after. Alone: the cuts there are.',
      )
      .argument('[day]', 'the first day of the new series: today, monday, 2026-11-20')
      .argument('[reason...]', 'why')
      .action(async (day: string | undefined, reason: string[]) =>
        day === undefined ? list(await context()) : cut(await context(), day, reason.join(' ')),
      ),
    'praxis break monday "new team"',
    'praxis break',
  );
};

async function cut(context: Context, day: string, given: string): Promise<void> {
  const on = parsePastDay(day, context.today);
  const reason = breakReason(given);
  await checkBoundary(context, [reason]);
  const kept = await context.writing((journal) => {
    const id = write(journal, context.command, (tx) => addBreak(tx, on, reason));
    return breakById(journal, id);
  });
  context.answer(
    { schema: 'praxis.break/1', ...kept },
    () => `  Kept: the series are cut on ${inWords(on, context.today)}.`,
  );
}

/** Why a series is cut, in a line. @throws UserError (usage) for none. */
export function breakReason(given: string): string {
  if (given.trim() !== '') return saidText(given, 'The reason', 'praxis break monday "new team".');
  throw new UserError(
    'A break has a day and a reason.',
    'praxis break monday "new team". Nothing was stored.',
    EXIT.usage,
  );
}

async function list(context: Context): Promise<void> {
  await context.reading((journal) => {
    const breaks = listBreaks(journal);
    context.answer({ schema: 'praxis.breaks/1', breaks }, () => {
      const ids = shortIds(
        journal,
        breaks.map(({ id }) => id),
      );
      return breaksText(breaks, ids, context.today, context.style);
    });
  });
}
