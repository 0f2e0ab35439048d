import { THRESHOLDS } from '../analysis/constants.ts';
import { RATING_VERSIONS } from '../content/ratings.ts';
import { inWords } from '../domain/day.ts';
import { isReview } from '../domain/review.ts';
import { type Answers, checkRecall, type Session, sameAnswers } from '../domain/session.ts';
import { readItem } from '../prompts/answers.ts';
import { reviewLines } from '../render/review.ts';
import { sessionDocument, sessionLine, sessionText } from '../render/session.ts';
import type { Journal } from '../store/journal.ts';
import { listPeople } from '../store/person.ts';
import { shortIds } from '../store/reference.ts';
import { listSessions, sessionById } from '../store/session.ts';
import { removeSession, replaceSession } from '../store/session-write.ts';
import { verdictsOf } from '../store/verdict.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import type { EntryKind } from './entry-kind.ts';
import { loadLibrary } from './library.ts';
import { type Change, type Item, unknownItem } from './mend.ts';

export const SESSION: EntryKind = {
  show(context, journal, id) {
    const { today, style } = context;
    const session = sessionById(journal, id);
    context.answer({ schema: 'praxis.session/1', ...sessionDocument(session) }, () =>
      [
        sessionText(session, shortIds(journal, [id]).get(id) ?? id, today, style),
        ...(isReview(session.kind)
          ? reviewLines(session, verdictsOf(journal, id), THRESHOLDS, today, style)
          : []),
      ].join('\n\n'),
    );
  },
  describe(context, journal, id) {
    const session = sessionById(journal, id);
    const line = context.interactive ? sessionLine(session) : '';
    return `the entry of ${inWords(session.on, context.today)}${line ? ` (${line})` : ''}`;
  },
  remove: removeSession,
  edit: editSession,
};

async function editSession(
  context: Context,
  journal: Journal,
  id: string,
  change: Change,
): Promise<void> {
  const [session] = listSessions(journal, { id });
  if (!session) throw new Error(`no session ${id}`);
  if (session.kind === 'weekly') {
    const { editWeek } = await import('./edit-week.ts');
    const mended = await editWeek(context, journal, session, change);
    return mended.revision === session.revision
      ? unchanged(context, session)
      : told(context, mended);
  }
  if (isReview(session.kind)) {
    const { editReview } = await import('./edit-review.ts');
    const mended = await editReview(context, journal, session, change);
    return mended.revision === session.revision
      ? unchanged(context, session)
      : told(context, mended);
  }
  const items = itemsOf(session.answers);
  const { item, typed } = await change(items);
  if (!items.some((each) => each.item === item) && session.kind === 'moment') {
    throw unknownItem(item, items);
  }
  const library = await loadLibrary(context);
  const people = listPeople(journal).map(({ code }) => code);
  const patch = readItem(item, typed, session.answers, {
    templates: library.prompts,
    followUps: session.answers.followUp ? [session.answers.followUp] : [],
    people,
    prompt: session.answers.prompt ?? null,
  });
  checkRecall(patch, session.on, context.today, session.late);
  const answers = {
    ...session.answers,
    ...patch,
    ...(patch.tallies ? { tallies: { ...session.answers.tallies, ...patch.tallies } } : {}),
  };
  await checkBoundary(context, /^(\d+|[a-z]!?)$/.test(typed) ? [] : [typed]);
  if (sameAnswers(answers, session.answers)) {
    return unchanged(context, session);
  }
  write(journal, context.command, (tx) =>
    replaceSession(tx, session, {
      ...session,
      answers,
      endedAt: context.now.instant,
      ratingVersions: RATING_VERSIONS,
    }),
  );
  const [mended = session] = listSessions(journal, { id });
  told(context, mended);
}

function unchanged(context: Context, session: Session): void {
  const document = { schema: 'praxis.session/1', ...sessionDocument(session) };
  context.answer(document, () => '  Nothing to change: it says that already.');
}

function told(context: Context, session: Session): void {
  context.answer(
    { schema: 'praxis.session/1', ...sessionDocument(session) },
    () => `  Mended: ${inWords(session.on, context.today)}, revision ${session.revision}.`,
  );
}

function itemsOf(answers: Answers): Item[] {
  const { prompt, note, intention, yesterday, tallies, R0, R1, R2, R3 } = answers;
  return [
    ...(prompt ? [{ item: 'prompt', now: prompt.text ?? '' }] : []),
    ...(note === undefined ? [] : [{ item: 'note', now: note ?? '' }]),
    ...(intention
      ? [
          { item: 'if', now: intention.if },
          { item: 'then', now: intention.then },
        ]
      : []),
    ...(yesterday === undefined ? [] : [{ item: 'yesterday', now: yesterday ?? '' }]),
    ...Object.entries(tallies ?? {}).map(([item, n]) => ({
      item,
      now: n === null ? '' : String(n),
    })),
    ...Object.entries({ R0, R1, R2, R3 }).flatMap(([item, n]) =>
      n === undefined ? [] : [{ item, now: n === null ? '' : String(n) }],
    ),
  ];
}
