import { RATING_VERSIONS } from '../content/ratings.ts';
import { daysBetween, type Week } from '../domain/day.ts';
import { type Exercise, findExercise } from '../domain/exercise.ts';
import type { PromiseOutcome } from '../domain/promise.ts';
import { RATIO_ITEMS } from '../domain/ratio.ts';
import {
  type Answers,
  type Plan,
  type Session,
  type Source,
  sameAnswers,
} from '../domain/session.ts';
import { isLate, lastDayOf, lastDaySoFar } from '../domain/week.ts';
import { EXIT, UserError } from '../errors.ts';
import { removeDraft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { endFinish } from '../store/pause.ts';
import { addContact, listPeople } from '../store/person.ts';
import { settlePromise } from '../store/promise.ts';
import { sessionById } from '../store/session.ts';
import { addSession, type NewSession, replaceSession } from '../store/session-write.ts';
import { takeBackContacts, weeklySession } from '../store/week.ts';
import { type Tx, write } from '../store/write.ts';
import type { Context } from './context.ts';
import { answerExercise } from './exercise-answer.ts';

/** What became of a promise, and on which day. */
export interface Settled {
  readonly id: string;
  readonly outcome: PromiseOutcome;
  readonly on: Session['on'];
}

/** A finished check-in, on its way into the journal. */
export interface FinishedWeek {
  readonly week: Week;
  readonly answers: Answers;
  /** The check-in that the week has already. */
  readonly stored: Session | undefined;
  readonly source: Source;
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly exercises: readonly Exercise[];
  /** The if-then of the exercise that was planned. */
  readonly exercisePlan?: Plan | null;
  readonly settled?: readonly Settled[];
  readonly draftId?: string;
  readonly startedAt?: string;
  readonly seconds?: number;
}

/**
 * Stores a week's check-in with all that follows from it, once: the same answers again are the same record, others need
 * `replace`. It stands on the week's Sunday; talks and exercises stand on the last day of the week that has come.
 * @throws UserError (conflict) when the week holds something else already.
 */
export function keepWeekly(journal: Journal, context: Context, finished: FinishedWeek): Session {
  const { week, answers, stored, settled = [] } = finished;
  const same = (session: Session | undefined) =>
    session !== undefined && sameAnswers(session.answers, answers) && settled.length === 0;
  if (stored && same(stored)) return stored;
  if (stored && !finished.replace) {
    throw new UserError(
      `${week} has its check-in already, and it says something else.`,
      '--replace stores this one and keeps the old as a revision. Nothing was stored.',
      EXIT.conflict,
    );
  }
  const next = asSession(context, finished);
  if (finished.dryRun) {
    return { ...next, id: stored?.id ?? '', week, revision: (stored?.revision ?? 0) + 1 };
  }
  return write(journal, context.command, (tx) => {
    // Read again under the lock: another praxis may have stored this week since.
    const current = weeklySession(tx, week);
    if (current && same(current)) return current;
    if (current?.revision !== stored?.revision || current?.id !== stored?.id) {
      throw new UserError(
        `${week} was stored by another praxis just now.`,
        'Look at it: praxis checkin. Nothing was stored.',
        EXIT.conflict,
      );
    }
    if (finished.draftId !== undefined) removeDraft(tx, finished.draftId);
    endFinish(tx, context.today);
    for (const { id, outcome, on } of settled) settlePromise(tx, id, outcome, on);
    // Before the session: of two plans of one day the later one is asked about first, and that is the week's own.
    takeUpExercise(tx, context, finished);
    const id = storeSession(tx, stored, next);
    noteTalks(tx, id, context, finished);
    // Read back before it counts: what cannot be read here was not stored.
    return sessionById(tx, id);
  });
}

function asSession(context: Context, finished: FinishedWeek): NewSession {
  const { week, answers, stored } = finished;
  const { instant, zone } = context.now;
  const on = lastDayOf(week);
  // Mending the words of a check-in that came in time does not make its numbers late.
  const keepsNumbers =
    stored !== undefined && sameAnswers(numbersOf(stored.answers), numbersOf(answers));
  return {
    kind: 'weekly',
    on,
    zone,
    startedAt: finished.startedAt ?? instant,
    endedAt: instant,
    seconds: finished.seconds ?? null,
    source: finished.source,
    recallLagDays: Math.max(0, daysBetween(on, context.today)),
    late: keepsNumbers ? stored.late : isLate(week, context.today),
    answers,
    person: null,
    minutes: null,
    met: null,
    ratingVersions: RATING_VERSIONS,
  };
}

function numbersOf({ tallies, R4, ...answers }: Answers): Answers {
  const ratios = RATIO_ITEMS.map((item) => [item, answers[item]]);
  return {
    ...Object.fromEntries(ratios),
    ...(tallies === undefined ? {} : { tallies }),
    ...(R4 === undefined ? {} : { R4 }),
  };
}

function storeSession(tx: Tx, stored: Session | undefined, next: NewSession): string {
  if (!stored) return addSession(tx, next);
  replaceSession(tx, stored, next);
  return stored.id;
}

function takeUpExercise(tx: Tx, { today }: Context, finished: FinishedWeek): void {
  const { week, answers, stored, exercises, exercisePlan = null } = finished;
  const { exercise } = answers;
  const before = stored?.answers.exercise;
  if (!exercise || (before?.id === exercise.id && before.state === exercise.state)) return;
  const found = findExercise(exercise.id, exercises);
  answerExercise(tx, found, exercise.state, lastDaySoFar(week, today), exercisePlan);
}

function noteTalks(tx: Tx, sessionId: string, { today }: Context, finished: FinishedWeek): void {
  const { week, answers, stored } = finished;
  const now = answers.contacts ?? [];
  const before = stored?.answers.contacts ?? [];
  takeBackContacts(
    tx,
    sessionId,
    before.filter((code) => !now.includes(code)),
  );
  for (const { id, code } of listPeople(tx)) {
    if (now.includes(code) && !before.includes(code))
      addContact(tx, id, lastDaySoFar(week, today), sessionId);
  }
}
