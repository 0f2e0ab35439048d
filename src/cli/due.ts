import { pauseOn } from '../domain/pause.ts';
import { EXIT, Stopped } from '../errors.ts';
import { dueDocument, dueText } from '../render/due.ts';
import { SUMMARIES } from '../render/week.ts';
import { listPauses } from '../store/pause.ts';
import { oneOf, withExamples } from './args.ts';
import type { Context } from './context.ts';
import { dueOn } from './due-items.ts';
import type { Register } from './register.ts';
import { summaryOf } from './summary.ts';

interface Options {
  readonly summary?: string;
  readonly failOn?: string;
}

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('due')
      .description('All that is due: people, promises, questions that come back, sessions.')
      .option('--summary <how>', `${SUMMARIES.join(' (no text, no name) or ')}`)
      .option('--fail-on <what>', 'due: exit 3 when something is due')
      .action(async (options: Options) => due(await context(), options)),
    'praxis due',
    'praxis due --fail-on due >/dev/null || echo "somebody is waiting"',
    "praxis due --json | jq -r '.due[].kind'",
  );
};

async function due(context: Context, options: Options): Promise<void> {
  const { today, style } = context;
  const summary = summaryOf(context, options.summary);
  const failOn = oneOf('--fail-on', options.failOn, ['due']);
  const something = await context.reading(async (journal) => {
    const pause = pauseOn(listPauses(journal), today) ?? null;
    const items = await dueOn(context, journal, today);
    const documents = items.map((item) => dueDocument(item, summary === 'full'));
    context.answer({ schema: 'praxis.due/1', on: today, pause, due: documents }, () =>
      dueText(items, pause, summary === 'full', today, style),
    );
    return items.length > 0;
  });
  if (failOn && something) throw new Stopped(EXIT.due);
}
