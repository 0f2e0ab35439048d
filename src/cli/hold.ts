import { EXIT, UserError } from '../errors.ts';
import { holdDocument, holdText } from '../render/hold.ts';
import { addHold, liftHolds, listHolds, standingHold } from '../store/hold.ts';
import { write } from '../store/write.ts';
import { withDefault, withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  const hold = withExamples(
    program
      .command('hold')
      .description(
        'While a hold stands, nothing is deleted, forgotten or pruned: for the day when a dispute starts.',
      ),
    'praxis hold on "question of 20 November, told to keep everything"',
    'praxis hold',
    'praxis hold off',
  );
  withDefault(hold, async () => say(await context()));
  hold
    .command('on')
    .description('Stop all deleting until it is lifted.')
    .argument('[reason]')
    .action(async (reason: string | undefined) => begin(await context(), reason));
  hold
    .command('off')
    .description('Lift it.')
    .action(async () => lift(await context()));
};

async function say(context: Context): Promise<void> {
  const holds = await context.reading(listHolds);
  context.answer({ schema: 'praxis.hold/1', ...holdDocument(holds) }, () =>
    holdText(holds, context.today, context.style),
  );
}

async function begin(context: Context, given: string | undefined): Promise<void> {
  const reason = given?.trim() ? given : null;
  if (reason !== null && !reason.isWellFormed()) {
    throw new UserError(
      'The reason holds half a character.',
      'Write it again. Nothing was stored.',
      EXIT.usage,
    );
  }
  await checkBoundary(context, [reason]);
  const holds = await context.writing((journal) => {
    write(journal, context.command, (tx) => {
      const standing = standingHold(tx.db);
      if (standing === undefined) addHold(tx, context.today, reason);
      else if (reason !== null && standing.reason !== reason) {
        throw new UserError(
          `A hold stands already, since ${standing.on}.`,
          'One is enough. praxis hold off lifts it.',
          EXIT.conflict,
        );
      }
    });
    return listHolds(journal);
  });
  context.answer({ schema: 'praxis.hold/1', ...holdDocument(holds) }, () =>
    holdText(holds, context.today, context.style),
  );
}

async function lift(context: Context): Promise<void> {
  const holds = await context.writing((journal) => {
    if (standingHold(journal.db) === undefined) {
      throw new UserError('No hold stands.', 'praxis hold on "REASON" begins one.', EXIT.cannot);
    }
    write(journal, context.command, (tx) => liftHolds(tx, context.today));
    return listHolds(journal);
  });
  context.answer(
    { schema: 'praxis.hold/1', ...holdDocument(holds) },
    () => '  Lifted. Deleting, forgetting and pruning are possible again.',
  );
}
