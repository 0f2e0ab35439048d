import { promiseDocument, promiseDropped } from '../render/promise.ts';
import { promiseById, settlePromise } from '../store/promise.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { openPromise, settledDay } from './promise-open.ts';
import type { Register } from './register.ts';
import { flagText } from './texts.ts';

interface Options {
  readonly why?: string;
  readonly on?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('drop')
      .description('A promise was taken back. Before its day, it leaves the count of those kept.')
      .argument('<id>', 'as praxis promises shows it')
      .option('--why <text>', 'why')
      .option('--on <day>', 'the day it was taken back, if not today')
      .action(async (id: string, options: Options) => drop(await context(), id, options)),
    'praxis drop 019a2b3c',
    'praxis drop 019a2b3c --why "the customer no longer needs it"',
  );
};

async function drop(context: Context, prefix: string, options: Options): Promise<void> {
  const why = flagText('--why', options.why);
  await checkBoundary(context, [why]);
  const dropped = await context.writing((journal) => {
    const promise = openPromise(journal, prefix, context.today);
    const on = settledDay(promise, options.on, context.today);
    write(journal, context.command, (tx) => {
      openPromise(tx, promise.id, context.today);
      settlePromise(tx, promise.id, 'dropped', on, { why });
    });
    return promiseById(journal, promise.id);
  });
  context.answer({ schema: 'praxis.promise/1', ...promiseDocument(dropped, context.today) }, () =>
    promiseDropped(dropped, context.style),
  );
}
