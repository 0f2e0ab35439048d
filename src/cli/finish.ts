import { inWords } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { closingDocument, closingText } from '../render/closing.ts';
import { INDENT } from '../render/text.ts';
import { listDrafts } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { addPause, listPauses } from '../store/pause.ts';
import { write } from '../store/write.ts';
import { withExamples } from './args.ts';
import { closingOf } from './closing.ts';
import type { Context } from './context.ts';
import type { Register } from './register.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('finish')
      .description(
        'End the practice with a summary. Nothing is due any more; a session begins it again.',
      )
      .action(async () => finish(await context())),
    'praxis finish',
    'praxis finish --yes --json',
  );
};

async function finish(context: Context): Promise<void> {
  if (!context.options.yes && !context.interactive) {
    throw new UserError(
      'Ending the practice is asked about first, and nobody is there.',
      'In a script, say --yes. Nothing was changed.',
      EXIT.usage,
    );
  }
  await context.writing(async (journal) => {
    const { today, style } = context;
    const closing = closingOf(journal, today);
    if (!closing) {
      throw new UserError(
        'There is nothing to finish: nothing was written yet.',
        'praxis reflect begins.',
        EXIT.cannot,
      );
    }
    const standing = listPauses(journal).find(
      ({ kind, until }) => kind === 'finish' && until === null,
    );
    const document = { schema: 'praxis.closing/1', ...closingDocument(closing) };
    const say = (since: string, tail: string) =>
      context.answer({ ...document, finished: since }, () =>
        [closingText(closing, today, style), '', `${INDENT}${tail}`].join('\n'),
      );
    if (standing) return say(standing.from, `Finished on ${inWords(standing.from, today)}.`);
    if (!(await confirmed(context, journal, closingText(closing, today, style)))) {
      return context.notice(`${INDENT}Nothing was changed.`);
    }
    write(journal, context.command, (tx) => addPause(tx, 'finish', today, null));
    if (context.options.yes || context.options.json) say(today, AFTERWARDS);
    else context.say(`${INDENT}${AFTERWARDS}`);
  });
}

const AFTERWARDS = 'Thank you for practising. Nothing is due; praxis reflect begins again.';

/** Shows the summary and asks, unless that was answered with the command. */
async function confirmed(context: Context, journal: Journal, summary: string): Promise<boolean> {
  if (context.options.yes) return true;
  const { terminalFor } = await import('./ask.ts');
  const { ask } = await terminalFor(context);
  context.notice(summary);
  const open = listDrafts(journal).length > 0 ? ' An unfinished session stays where it is.' : '';
  const answer = await ask({
    kind: 'confirm',
    name: 'finish',
    text: `\nFinish here? The journal stays as it is, and nothing is due until a session begins again.${open}`,
  });
  return answer === true;
}
