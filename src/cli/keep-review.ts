import { RATING_VERSIONS } from '../content/ratings.ts';
import { type Day, weekOf } from '../domain/day.ts';
import type { ReviewPeriod } from '../domain/due-dates.ts';
import { CHANGE_ITEMS, changePlan, REVIEW_KINDS } from '../domain/review.ts';
import { contradicts, newIn, type Said, together } from '../domain/review-said.ts';
import { recallLag, type Session, type Source } from '../domain/session.ts';
import { saysAlready } from '../domain/statement.ts';
import { EXIT, UserError } from '../errors.ts';
import { addBreak } from '../store/break.ts';
import { removeDraft } from '../store/draft.ts';
import { addIntention } from '../store/intention.ts';
import type { Journal } from '../store/journal.ts';
import { addLabel } from '../store/label.ts';
import { endFinish } from '../store/pause.ts';
import { editPerson, listPeople } from '../store/person.ts';
import { plansOf, reviewOf } from '../store/review.ts';
import { sessionById } from '../store/session.ts';
import { addToSession } from '../store/session-add.ts';
import { addSession, type NewSession, replaceSession } from '../store/session-write.ts';
import { addStatement, latestStatement } from '../store/statement.ts';
import { type Tx, write } from '../store/write.ts';
import type { Context } from './context.ts';
import { issue, mayJudge, verdictsOn } from './verdicts.ts';

/** A review that comes this many days late is remembered rather than rated: its ratings are in no index. */
const LATE_AFTER = 7;

/** One part of a review, or several, on the way into the journal. */
export interface ToKeep {
  readonly period: ReviewPeriod;
  /** The day it is about; a review that is there keeps its own. */
  readonly on: Day;
  readonly said: Said;
  /** The review as it was when its questions were put. */
  readonly stored: Session | undefined;
  readonly source: Source;
  readonly replace: boolean;
  readonly dryRun: boolean;
  /** Issue the verdicts, if their time has come. */
  readonly judge: boolean;
  readonly startedAt?: string;
  readonly seconds?: number;
  readonly draftId?: string;
}

/**
 * Stores what was said in a review, as one action: the review is made with its first part, and later parts join it.
 * The same words again change nothing; other words need `replace`, and keep the old ones as a revision.
 * @throws UserError (conflict) when it contradicts what is stored.
 */
export function keepReview(journal: Journal, context: Context, keep: ToKeep): Session {
  const { period, on, stored, said } = keep;
  const fresh = newIn(stored?.answers ?? {}, said.answers);
  const other = stored !== undefined && contradicts(stored.answers, fresh);
  const clash = other ? 'says something else' : clashOf(journal, keep);
  if (clash !== null && !keep.replace) {
    throw new UserError(
      `The review of this ${period} is stored already, and ${clash}.`,
      '--replace stores this one and keeps the old as a revision. Nothing was stored.',
      EXIT.conflict,
    );
  }
  const next = asSession(context, keep, fresh);
  if (keep.dryRun) return rehearsed(keep, next);
  return write(journal, context.command, (tx) => {
    // Read again under the lock: another praxis may have stored a part since.
    const current = reviewOf(tx, period, on);
    if (current?.id !== stored?.id || current?.revision !== stored?.revision) {
      throw new UserError(
        `The review of this ${period} was stored by another praxis just now.`,
        `Look at it: praxis review ${period}. Nothing was stored.`,
        EXIT.conflict,
      );
    }
    endFinish(tx, context.today);
    if (keep.draftId !== undefined) removeDraft(tx, keep.draftId);
    const id = storeAnswers(tx, stored, next, other);
    storeRecords(tx, journal, id, keep);
    if (keep.judge && stored?.answers.parts?.['verdicts'] !== 'done')
      judge(tx, journal, id, on, next);
    // Read back before it counts: what cannot be read here was not stored.
    return sessionById(tx, id);
  });
}

/** The verdicts go with the review that issues them; they are a part of it like the others. */
function judge(tx: Tx, journal: Journal, sessionId: string, on: Day, next: NewSession): void {
  if (!mayJudge(journal, on)) return;
  issue(tx, sessionId, on, verdictsOn(journal, on));
  const done = { ...next, seconds: null, answers: { parts: { verdicts: 'done' as const } } };
  addToSession(tx, sessionById(tx, sessionId), done);
}

function storeAnswers(
  tx: Tx,
  stored: Session | undefined,
  next: NewSession,
  other: boolean,
): string {
  if (!stored) return addSession(tx, next);
  if (Object.keys(next.answers).length === 0) return stored.id;
  if (!other) addToSession(tx, stored, next);
  else {
    const { answers } = together(
      { answers: stored.answers, records: {} },
      { answers: next.answers, records: {} },
    );
    replaceSession(tx, stored, { ...next, on: stored.on, answers });
  }
  return stored.id;
}

function storeRecords(
  tx: Tx,
  journal: Journal,
  sessionId: string,
  { on, said, stored }: ToKeep,
): void {
  const { breaks, labels, futureRoles, choice } = said.records;
  for (const each of breaks ?? []) addBreak(tx, each.on, each.reason);
  const people = new Map(listPeople(tx).map(({ code, id }) => [code, id]));
  for (const { person, word, side } of labels ?? []) {
    const id = people.get(person);
    if (id) addLabel(tx, id, { on, word, side, moment: null });
  }
  for (const [code, text] of Object.entries(futureRoles ?? {})) {
    const id = people.get(code);
    if (id) editPerson(tx, id, { future_role: text });
  }
  if (choice && !saysAlready(latestStatement(tx, 'choice'), choice.text, choice.because))
    addStatement(tx, { kind: 'choice', on, ...choice });
  storeChanges(tx, journal, sessionId, { on, said, stored });
}

/** Each change with a moment becomes a plan; a change that is worded anew takes its plan along. */
function storeChanges(
  tx: Tx,
  journal: Journal,
  sessionId: string,
  { on, said, stored }: Pick<ToKeep, 'on' | 'said' | 'stored'>,
): void {
  for (const item of CHANGE_ITEMS) {
    const [text, cue] = [said.answers[item], said.records.cues?.[item]];
    if (!text || !cue) continue;
    const plan = changePlan(item, cue, text);
    const before = stored?.answers[item];
    const thens = [text, ...(before ? [before] : [])].map(
      (each) => changePlan(item, cue, each).then,
    );
    const known = plansOf(journal, sessionId).find(({ then }) => thens.includes(then));
    if (!known) addIntention(tx, plan, on, sessionId);
    else tx.update('intention', known.id, { if_text: plan.if, then_text: plan.then });
  }
}

/** What of the records contradicts a part that is done; null where nothing does. */
function clashOf(journal: Journal, { stored, said }: ToKeep): string | null {
  const parts = stored?.answers.parts ?? {};
  const { choice, futureRoles } = said.records;
  const latest = latestStatement(journal, 'choice');
  if (parts['choice'] === 'done' && choice && !saysAlready(latest, choice.text, choice.because))
    return 'its choice is another one';
  if (parts['roles'] !== 'done' || !futureRoles) return null;
  const roles = new Map(listPeople(journal).map(({ code, futureRole }) => [code, futureRole]));
  const other = Object.entries(futureRoles).find(([code, text]) => roles.get(code) !== text);
  return other ? `says something else of ${other[0]}` : null;
}

function asSession(context: Context, keep: ToKeep, answers: Said['answers']): NewSession {
  const { instant, zone } = context.now;
  const lag = recallLag(keep.stored?.on ?? keep.on, context.today);
  return {
    kind: REVIEW_KINDS[keep.period],
    on: keep.on,
    zone,
    startedAt: keep.startedAt ?? instant,
    endedAt: instant,
    seconds: keep.seconds ?? null,
    source: keep.source,
    recallLagDays: lag,
    late: lag > LATE_AFTER,
    answers,
    person: null,
    minutes: null,
    met: null,
    ratingVersions: RATING_VERSIONS,
  };
}

function rehearsed({ stored, said }: ToKeep, next: NewSession): Session {
  const before: Said = { answers: stored?.answers ?? {}, records: {} };
  return {
    ...next,
    id: stored?.id ?? '',
    on: stored?.on ?? next.on,
    week: weekOf(stored?.on ?? next.on),
    revision: stored?.revision ?? 1,
    answers: together(before, said).answers,
  };
}
