import { RATING_VERSIONS } from '../content/ratings.ts';
import type { Rating } from '../domain/rating.ts';
import { REVIEW_TEXTS } from '../domain/review.ts';
import type { Answers, Session } from '../domain/session.ts';
import { isWritten } from '../domain/written.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { sessionById } from '../store/session.ts';
import { replaceSession } from '../store/session-write.ts';
import { write } from '../store/write.ts';
import { checkBoundary } from './boundary.ts';
import type { Context } from './context.ts';
import { type Change, chooseOne, type Item } from './mend.ts';

/**
 * Mends one text or rating of a review; what it said before is kept as a revision. Plans, choices and labels that came
 * of it are mended by their own ids, and a verdict stays as it was issued. Returns the review as it stands then.
 */
export async function editReview(
  context: Context,
  journal: Journal,
  session: Session,
  change: Change,
): Promise<Session> {
  const { item, typed } = await chooseOne(change, itemsOf(session), 'review');
  const text = typed.trim() === '' ? null : typed;
  const patch = isWritten(item) ? { [item]: text } : ratingOf(item, text, session.answers);
  await checkBoundary(context, isWritten(item) ? [text] : []);
  const answers: Answers = { ...session.answers, ...patch };
  const same = isWritten(item) && (session.answers[item] ?? null) === text;
  if (same) return session;
  write(journal, context.command, (tx) =>
    replaceSession(tx, session, {
      ...session,
      answers,
      endedAt: context.now.instant,
      ratingVersions: RATING_VERSIONS,
    }),
  );
  return sessionById(journal, session.id);
}

function itemsOf({ kind, answers }: Session): Item[] {
  const rated = (item: string, people: Answers['R5'] = {}) =>
    Object.entries(people).map(([code, n]) => ({ item: `${item}:${code}`, now: `${n ?? ''}` }));
  return [
    ...rated('R0', answers.leads),
    ...rated('R5', answers.R5),
    ...REVIEW_TEXTS[kind === 'monthly' ? 'month' : 'quarter'].map((item) => ({
      item,
      now: answers[item] ?? '',
    })),
  ];
}

function ratingOf(item: string, typed: string | null, answers: Answers): Answers {
  const [scale = '', code = ''] = item.split(/:(.*)/s);
  if (typed !== null && !/^[1-5]$/.test(typed.trim())) {
    throw new UserError(
      `"${item}" takes a whole number from 1 to 5.`,
      'Nothing takes it back. Nothing was changed.',
      EXIT.usage,
    );
  }
  const value = typed === null ? null : (Number(typed) as Rating);
  return scale === 'R0'
    ? { leads: { ...answers.leads, [code]: value } }
    : { R5: { ...answers.R5, [code]: value } };
}
