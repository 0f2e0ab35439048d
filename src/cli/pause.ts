import { parseComingDay } from '../domain/coming-day.ts';
import { inWords, parseDay } from '../domain/day.ts';
import { type Pause, pauseOn } from '../domain/pause.ts';
import { EXIT, UserError } from '../errors.ts';
import { pauseText } from '../render/pause.ts';
import { addPause, endPauses, listPauses } from '../store/pause.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

interface Options {
  readonly until?: string;
  readonly from?: string;
  readonly off?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('pause')
      .description(
        'Leave it be for a while: nothing is due, cadences stand still, and the days do not count.',
      )
      .option('--until <day>', 'the last day of the pause')
      .option('--from <day>', 'its first day (today)')
      .option('--off', 'you are back')
      .action(async (options: Options) => pause(await context(), options)),
    'praxis pause --until 2027-01-05',
    'praxis pause --from monday --until "in 2 weeks"',
    'praxis pause --off',
  );
};

async function pause(context: Context, options: Options): Promise<void> {
  const { today } = context;
  const lasts = options.until !== undefined;
  if (options.off ? lasts || options.from !== undefined : options.from !== undefined && !lasts) {
    throw new UserError(
      options.off ? '--off goes alone.' : '--from goes with --until.',
      'praxis pause --until 2027-01-05 begins one, --off ends it. Nothing was stored.',
      EXIT.usage,
    );
  }
  if (options.off) {
    const ended = await context.writing((journal) =>
      write(journal, context.command, (tx) => endPauses(tx, today)),
    );
    return answer(context, null, ended > 0 ? 'Welcome back.' : 'There was no pause.');
  }
  if (options.until === undefined) return show(context);
  const from = options.from === undefined ? today : parseDay(options.from, today, 'ahead');
  const until = parseComingDay(options.until, today);
  if (until < from) {
    throw new UserError(
      `A pause cannot end on ${inWords(until, today)}, before it begins.`,
      'Name its last day: praxis pause --until 2027-01-05. Nothing was stored.',
      EXIT.usage,
    );
  }
  const kept = await context.writing((journal) => {
    const known = listPauses(journal).find((each) => each.from === from && each.until === until);
    if (known) return known;
    const id = write(journal, context.command, (tx) => addPause(tx, 'pause', from, until));
    return listPauses(journal).find((each) => each.id === id) ?? null;
  });
  answer(
    context,
    kept,
    `Nothing is due from ${inWords(from, today)} to ${inWords(until, today)}. Enjoy it.`,
  );
}

async function show(context: Context): Promise<void> {
  const { today } = context;
  const now = await context.reading((journal) => pauseOn(listPauses(journal), today) ?? null);
  answer(context, now, pauseText(now, today));
}

function answer(context: Context, pause: Pause | null, text: string): void {
  context.answer({ schema: 'praxis.pause/1', pause }, () => `  ${text}`);
}
