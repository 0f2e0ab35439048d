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
import { confirmed } from './confirm.ts';
import type { Context } from './context.ts';
import { describeKnown, isKnown, KNOWN, removeKnown } from './known-record.ts';
import { afterwards, inDocument, type OlderBackups } from './older-backups.ts';
import type { Register } from './register.ts';
import { describeWords } from './show-words.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('delete')
      .description('Remove an entry or a plan. praxis undo brings it back.')
      .argument('<id>', 'as praxis list or praxis intentions shows it')
      .option(
        '--for-good',
        'from the history and the bytes of the file too: nothing brings it back',
      )
      .option('--backups', 'with --for-good: also remove the backups that hold it')
      .action(async (id: string, options: Options) => remove(await context(), id, options)),
    'praxis delete 019a2b3c',
    'praxis delete 019a2b3c --yes',
    'praxis delete 019a2b3c --for-good',
  );
};

interface Options {
  readonly forGood?: boolean;
  readonly backups?: boolean;
}

async function remove(context: Context, prefix: string, options: Options): Promise<void> {
  const { forGood = false, backups = false } = options;
  if (backups && !forGood) {
    throw new UserError(
      '--backups goes with --for-good.',
      'What praxis undo can bring back stays in the backups too. Nothing was removed.',
      EXIT.usage,
    );
  }
  let older: OlderBackups | undefined;
  const use = async (journal: Journal) => {
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
    const described = describe(journal, context, reference);
    if (forGood) {
      const { deleteForGood } = await import('./delete-for-good.ts');
      const work = (tx: Tx) => removeReferenced(tx, reference);
      older = await deleteForGood(context, journal, reference, described, work, backups);
      return older && reference;
    }
    const asked = { what: `Removing ${described}`, question: `Remove ${described}?` };
    if (!(await confirmed(context, asked))) return undefined;
    write(journal, context.command, (tx) => removeReferenced(tx, reference));
    return reference;
  };
  const removed = await context.writing(use, { backup: forGood ? 'none' : 'daily' });
  if (!removed) return context.notice('  Nothing was removed.');
  if (older) afterwards(context, older);
  const gone = older ? { forGood, ...inDocument(older) } : {};
  context.answer({ schema: 'praxis.deleted/1', ...removed, ...gone }, () =>
    older
      ? '  Removed for good. Files that you exported are yours to look through.'
      : '  Removed. praxis undo brings it back.',
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
