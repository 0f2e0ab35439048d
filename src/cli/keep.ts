import { isCommitment, type PromiseMade, type Wording } from '../domain/promise.ts';
import { promiseDocument, promiseKept, successText } from '../render/promise.ts';
import { paragraph, visibleLine } from '../render/text.ts';
import { promiseById, settlePromise } from '../store/promise.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { openPromise, settledDay } from './promise-open.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('keep')
      .description('A promise was kept. On time is on its day or before.')
      .argument('<id>', 'as praxis promises shows it')
      .option('--on <day>', 'the day it was kept, if not today')
      .action(async (id: string, options: { on?: string }) => keep(await context(), id, options)),
    'praxis keep 019a2b3c',
    'praxis keep 019a2b3c --on yesterday',
  );
};

async function keep(context: Context, prefix: string, options: { on?: string }): Promise<void> {
  const kept = await context.writing(async (journal) => {
    const promise = openPromise(journal, prefix, context.today);
    const on = settledDay(promise, options.on, context.today);
    const wording = context.interactive ? await review(context, promise) : null;
    write(journal, context.command, (tx) => {
      openPromise(tx, promise.id, context.today);
      settlePromise(tx, promise.id, 'kept', on, wording === null ? {} : { wording });
    });
    return promiseById(journal, promise.id);
  });
  context.answer({ schema: 'praxis.promise/1', ...promiseDocument(kept, context.today) }, () =>
    promiseKept(kept, context.style),
  );
}

/** Shows how it was to be recognised, and asks once what a commitment named, where that was not said. */
async function review(context: Context, promise: PromiseMade): Promise<Wording | null> {
  const { terminalFor } = await import('./ask.ts');
  const { ask, style } = await terminalFor(context);
  if (promise.success) context.notice(paragraph(successText(promise.success), style.width));
  const asks = promise.wording === null && (isCommitment(promise) || promise.success !== null);
  if (!asks) return null;
  const { askWording } = await import('../prompts/promise.ts');
  return askWording(ask, `${visibleLine(promise.text)}: result or activity?`);
}
