import { parseDay } from '../domain/day.ts';
import { EXIT, UserError } from '../errors.ts';
import { sessionDocument, sessionText } from '../render/session.ts';
import type { Journal } from '../store/journal.ts';
import { resolveId, shortIds } from '../store/reference.ts';
import { listSessions } from '../store/session.ts';
import { withExamples } from './args.ts';
import type { Context } from './context.ts';
import { entryKind } from './entry.ts';
import type { Register } from './register.ts';

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
  await context.reading(async (journal) => {
    if (what === 'last') return last(context, journal);
    const names = !/^\d{4}-\d\d-\d\d$/.test(what) && /^[0-9a-f]{4}[0-9a-f-]*$/i.test(what);
    return names ? one(context, journal, what) : day(context, journal, what);
  });
}

async function last(context: Context, journal: Journal): Promise<void> {
  if (listSessions(journal, { limit: 1 }).length > 0) return one(context, journal, 'last');
  throw new UserError('There is no entry yet.', 'praxis reflect makes the first.', EXIT.cannot);
}

async function one(context: Context, journal: Journal, prefix: string): Promise<void> {
  const { noun, id } = resolveId(journal, prefix);
  (await entryKind(noun)).show(context, journal, id);
}

/** All entries of one day, in the order they were made. */
function day(context: Context, journal: Journal, what: string): void {
  const on = parseDay(what, context.today);
  const sessions = listSessions(journal, { from: on, to: on }).reverse();
  if (sessions.length === 0) {
    throw new UserError(
      `There is no entry for ${what}.`,
      'praxis list shows the last ones.',
      EXIT.cannot,
    );
  }
  const document = { schema: 'praxis.sessions/1', sessions: sessions.map(sessionDocument) };
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
}
