import { OUTCOME_WORDS, planInWords } from '../domain/intention.ts';
import type { Outcome } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { intentionDocument } from '../render/intention.ts';
import { paragraph, visible } from '../render/text.ts';
import { intentionById, latestOpenIntention, settleIntention } from '../store/intention.ts';
import { resolveId } from '../store/reference.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

interface Options {
  readonly partly?: boolean;
  /** commander reads `--no-cue` as the negation of a flag `cue`. */
  readonly cue?: boolean;
  readonly skipped?: boolean;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('done')
      .description(
        'Say what became of a plan: done, unless a flag says otherwise. Without an id it is the latest open one.',
      )
      .argument('[id]', 'the plan, as praxis intentions shows it')
      .option('--partly', 'partly done')
      .option('--no-cue', 'the moment never came')
      .option('--skipped', 'the moment came and you left it')
      .action(async (id: string | undefined, options: Options) =>
        done(await context(), id, options),
      ),
    'praxis done',
    'praxis done --no-cue',
  );
};

async function done(context: Context, prefix: string | undefined, options: Options): Promise<void> {
  const outcome = outcomeFrom(options);
  const settled = await context.writing((journal) => {
    const intention =
      prefix === undefined
        ? latestOpenIntention(journal)
        : intentionById(journal, resolveId(journal, prefix, ['intention']).id);
    if (!intention)
      throw new UserError(
        'There is no open plan.',
        'praxis intend "IF" "THEN" makes one.',
        EXIT.cannot,
      );
    write(journal, context.command, (tx) =>
      settleIntention(tx, intention.id, outcome, context.today, null),
    );
    return { ...intention, outcome, settledOn: context.today };
  });
  context.answer({ schema: 'praxis.intention/1', ...intentionDocument(settled) }, () =>
    paragraph(visible(`${planInWords(settled)}: ${OUTCOME_WORDS[outcome]}.`), context.style.width),
  );
}

function outcomeFrom({ partly, cue, skipped }: Options): Outcome {
  const said: Outcome[] = [
    ...(partly ? (['partly'] as const) : []),
    ...(cue === false ? (['no-cue'] as const) : []),
    ...(skipped ? (['skipped'] as const) : []),
  ];
  if (said.length > 1)
    throw new UserError(
      'One outcome a plan.',
      'Choose one of --partly, --no-cue and --skipped.',
      EXIT.usage,
    );
  return said[0] ?? 'done';
}
