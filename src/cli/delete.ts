import { inWords } from '../domain/day.ts';
import { planInWords } from '../domain/intention.ts';
import { EXIT, UserError } from '../errors.ts';
import { sessionLine } from '../render/session.ts';
import { visibleLine } from '../render/text.ts';
import { decisionById, removeDecision } from '../store/decision.ts';
import { removeRun } from '../store/exercise.ts';
import { refuseUnderHold } from '../store/hold.ts';
import { listIntentions, removeIntention } from '../store/intention.ts';
import type { Journal } from '../store/open.ts';
import { promiseById, removePromise } from '../store/promise.ts';
import { type Reference, resolveId } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import { removeSession } from '../store/session-write.ts';
import { removeStatement } from '../store/statement.ts';
import { type Tx, write } from '../store/write.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { describeKnown, isKnown, KNOWN, removeKnown } from './known-record.ts';
import type { Register } from './register.ts';
import { describeWords } from './show-words.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('delete')
      .description('Remove an entry or a plan. praxis undo brings it back.')
      .argument('<id>', 'as praxis list or praxis intentions shows it')
      .action(async (id: string) => remove(await context(), id)),
    'praxis delete 019a2b3c',
    'praxis delete 019a2b3c --yes',
  );
};

async function remove(context: Context, prefix: string): Promise<void> {
  const removed = await context.writing(async (journal) => {
    refuseUnderHold(journal.db, 'deleting');
    const reference = resolveId(journal, prefix, [
      'session',
      'intention',
      'exercise_run',
      'exercise_log',
      ...KNOWN,
      'statement',
      'milestone',
      'heard',
      'promise',
      'decision',
    ]);
    if (!(await confirmed(context, describe(journal, context, reference)))) return undefined;
    write(journal, context.command, (tx) => removeReferenced(tx, reference));
    return reference;
  });
  if (!removed) return context.notice('  Nothing was removed.');
  context.answer(
    { schema: 'praxis.deleted/1', ...removed },
    () => '  Removed. praxis undo brings it back.',
  );
}

function removeReferenced(tx: Tx, reference: Reference): void {
  const { noun, id } = reference;
  if (isKnown(reference)) removeKnown(tx, reference);
  else if (noun === 'session') removeSession(tx, id);
  else if (noun === 'intention') removeIntention(tx, id);
  else if (noun === 'exercise_run') removeRun(tx, id);
  else if (noun === 'statement') removeStatement(tx, id);
  else if (noun === 'promise') removePromise(tx, id);
  else if (noun === 'decision') removeDecision(tx, id);
  else tx.remove(noun, id);
}

async function confirmed(context: Context, what: string): Promise<boolean> {
  if (context.options.yes) return true;
  if (!context.interactive) {
    throw new UserError(
      `Removing ${what} is asked about first, and nobody is there.`,
      'In a script, say --yes. Nothing was removed.',
      EXIT.usage,
    );
  }
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  return (await ask({ kind: 'confirm', name: 'delete', text: `Remove ${what}?` })) === true;
}

function describe(journal: Journal, context: Context, reference: Reference): string {
  if (isKnown(reference)) return describeKnown(journal, context, reference);
  const { noun, id } = reference;
  if (noun === 'exercise_run' || noun === 'exercise_log') return 'this record of an exercise';
  if (noun === 'statement' || noun === 'milestone' || noun === 'heard') {
    return describeWords(journal, context, noun, id);
  }
  if (noun === 'promise') {
    const { text } = promiseById(journal, id);
    return context.interactive ? `the promise "${visibleLine(text)}"` : 'this promise';
  }
  if (noun === 'decision') {
    const { question } = decisionById(journal, id);
    return context.interactive ? `the page "${visibleLine(question)}"` : 'this options page';
  }
  if (noun === 'intention') {
    const plan = listIntentions(journal).find((each) => each.id === id);
    return context.interactive && plan
      ? `the plan "${visibleLine(planInWords(plan))}"`
      : 'this plan';
  }
  const [session] = listSessions(journal, { id });
  if (!session) return 'this entry';
  const line = context.interactive ? sessionLine(session) : '';
  return `the entry of ${inWords(session.on, context.today)}${line ? ` (${line})` : ''}`;
}
