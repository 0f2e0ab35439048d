import { inWords, parseDay } from '../domain/day.ts';
import type { Session } from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { runDocument, runText, valuesText } from '../render/exercise.ts';
import { intentionDocument, intentionsText } from '../render/intention.ts';
import { sessionDocument, sessionText } from '../render/session.ts';
import { listLogs, listRuns } from '../store/exercise.ts';
import { listIntentions } from '../store/intention.ts';
import type { Journal } from '../store/open.ts';
import { resolveId, shortIds } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { tellDecision } from './decide-show.ts';
import { isKnown, showKnown } from './known-record.ts';
import { tellPromise } from './promise-open.ts';
import type { Register } from './register.ts';
import { showWords } from './show-words.ts';

export const register: Register = (program, context) => {
  withExamples(
    program
      .command('show')
      .description('One entry by its id, all of one day, or the last one.')
      .argument('[what...]', 'an id, a day (2026-11-20, friday, 3 days ago), or last', ['last'])
      .action(async (what: string[]) => show(await context(), what.join(' '))),
    'praxis show last',
    'praxis show friday',
    'praxis show 019a2b3c --json',
  );
};

async function show(context: Context, what: string): Promise<void> {
  await context.reading((journal) => {
    const { sessions, one } = find(journal, context, what);
    if (sessions === undefined) return;
    if (sessions.length === 0) {
      throw new UserError(
        `There is no entry ${what === 'last' ? 'yet' : `for ${what}`}.`,
        'praxis list shows the last ones.',
        EXIT.cannot,
      );
    }
    const documents = sessions.map(sessionDocument);
    const document = one
      ? { schema: 'praxis.session/1', ...documents[0] }
      : { schema: 'praxis.sessions/1', sessions: documents };
    context.answer(document, () => {
      const ids = shortIds(
        journal,
        sessions.map(({ id }) => id),
      );
      return sessions
        .map((session) =>
          sessionText(session, ids.get(session.id) ?? session.id, context.today, context.style),
        )
        .join('\n\n\n');
    });
  });
}

function find(
  journal: Journal,
  context: Context,
  what: string,
): { sessions?: Session[]; one: boolean } {
  if (what === 'last') return { sessions: listSessions(journal, { limit: 1 }), one: true };
  if (!/^\d{4}-\d\d-\d\d$/.test(what) && /^[0-9a-f]{4}[0-9a-f-]*$/i.test(what)) {
    const reference = resolveId(journal, what);
    const { noun, id } = reference;
    if (noun === 'session') return { sessions: listSessions(journal, { id }), one: true };
    if (isKnown(reference)) {
      showKnown(journal, context, reference);
      return { one: true };
    }
    if (noun === 'promise' || noun === 'decision') {
      (noun === 'promise' ? tellPromise : tellDecision)(context, journal, id);
      return { one: true };
    }
    if (noun === 'statement' || noun === 'milestone' || noun === 'heard') {
      showWords(journal, context, noun, id);
      return { one: true };
    }
    if (noun !== 'intention') {
      showExercise(journal, context, id);
      return { one: true };
    }
    const intentions = listIntentions(journal).filter((each) => each.id === id);
    for (const each of intentions) {
      context.answer({ schema: 'praxis.intention/1', ...intentionDocument(each) }, () =>
        intentionsText([each], shortIds(journal, [id]), context.today, context.style),
      );
    }
    return { one: true };
  }
  const day = parseDay(what, context.today);
  return { sessions: listSessions(journal, { from: day, to: day }).reverse(), one: false };
}

/** A run of an exercise with what it recorded, or one record. */
function showExercise(journal: Journal, context: Context, id: string): void {
  const run = listRuns(journal).find((each) => each.id === id);
  const logs = listLogs(journal).filter((log) => log.id === id || log.runId === id);
  const records = logs.map(({ exercise, on, person, values }) =>
    [`  ${inWords(on, context.today)}   ${exercise}`, person ?? '', valuesText(values)]
      .filter((part) => part !== '')
      .join('   '),
  );
  const document = run
    ? { schema: 'praxis.run/1', ...runDocument(run), logs }
    : { schema: 'praxis.log/1', ...logs[0] };
  context.answer(document, () =>
    [...(run ? [`  ${runText(run, context.today)}`] : []), ...records].join('\n'),
  );
}
