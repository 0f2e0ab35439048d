import { RATING_VERSIONS } from '../content/ratings.ts';
import { type Day, weekOf } from '../domain/day.ts';
import {
  type Answers,
  RECALL_DAYS,
  recallLag,
  type Session,
  type Source,
  sameAnswers,
} from '../domain/session.ts';
import { EXIT, UserError } from '../errors.ts';
import { removeDraft } from '../store/draft.ts';
import type { Journal } from '../store/journal.ts';
import { endFinish } from '../store/pause.ts';
import { dailySession, sessionById } from '../store/session.ts';
import { addSession, type NewSession, replaceSession } from '../store/session-write.ts';
import { write } from '../store/write.ts';
import type { Context } from './context.ts';

/** The flags of `reflect`. */
export interface ReflectOptions {
  readonly quick?: boolean;
  readonly on?: string;
  readonly late?: boolean;
  readonly resume?: boolean;
  readonly discard?: boolean;
  readonly answers?: string;
  readonly replace?: boolean;
  readonly template?: boolean;
  readonly dryRun?: boolean;
}

/** A finished daily session, on its way into the journal. */
export interface Finished {
  readonly on: Day;
  readonly answers: Answers;
  /** The session that the day has already. */
  readonly stored: Session | undefined;
  readonly source: Source;
  readonly options: ReflectOptions;
  /** The draft that it was, to go with the same stroke. */
  readonly draftId?: string;
  readonly startedAt?: string;
  readonly seconds?: number;
}

/**
 * Stores a day's session, once: the same answers again are the same record, others need `--replace`.
 * @throws UserError (conflict) when the day holds something else already.
 */
export function keepDaily(journal: Journal, context: Context, finished: Finished): Session {
  const { on, answers, stored, source, options } = finished;
  if (stored && sameAnswers(stored.answers, answers)) return stored;
  if (stored && !options.replace) {
    throw new UserError(
      `${on} has a session already, and it says something else.`,
      '--replace stores this one and keeps the old as a revision. Nothing was stored.',
      EXIT.conflict,
    );
  }
  const { instant, zone } = context.now;
  const next: NewSession = {
    kind: 'daily',
    on,
    zone,
    startedAt: finished.startedAt ?? instant,
    endedAt: instant,
    seconds: finished.seconds ?? null,
    source,
    recallLagDays: recallLag(on, context.today),
    late: options.late === true && recallLag(on, context.today) > RECALL_DAYS,
    answers,
    person: null,
    minutes: null,
    met: null,
    ratingVersions: RATING_VERSIONS,
  };
  if (options.dryRun) {
    return {
      ...next,
      id: stored?.id ?? '',
      week: weekOf(on),
      revision: (stored?.revision ?? 0) + 1,
    };
  }
  return write(journal, context.command, (tx) => {
    // Read again under the lock: another praxis may have stored this day since.
    const current = dailySession({ db: tx.db }, on);
    if (current && sameAnswers(current.answers, answers)) return current;
    if (current?.revision !== stored?.revision || current?.id !== stored?.id) {
      throw new UserError(
        `${on} was stored by another praxis just now.`,
        'Look at it: praxis show. Nothing was stored.',
        EXIT.conflict,
      );
    }
    if (finished.draftId !== undefined) removeDraft(tx, finished.draftId);
    endFinish(tx, context.today);
    // Read back before it counts: what cannot be read here was not stored.
    if (!stored) return sessionById({ db: tx.db }, addSession(tx, next));
    replaceSession(tx, stored, next);
    return sessionById({ db: tx.db }, stored.id);
  });
}
