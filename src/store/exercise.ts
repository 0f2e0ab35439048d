import { type Day, weekOf } from '../domain/day.ts';
import { followUpsDue, type Run, type SkipReason } from '../domain/exercise.ts';
import { type RecordKind, type RecordValues, shareIn } from '../domain/exercise-record.ts';
import { heldJson, isObject } from './held-json.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

/** Every time an exercise was taken up or passed over, the latest first. */
export function listRuns({ db }: Pick<Journal, 'db'>): Run[] {
  return rows(
    db,
    `SELECT run.id, run.exercise_id AS exercise, run.state, run.step, run.state_on AS "on",
            run.follow_up_on AS followUpOn, run.followed_up_on AS followedUpOn,
            run.focus_id AS focusId,
            (SELECT code FROM person WHERE person.id = run.person_id) AS person
     FROM exercise_run AS run ORDER BY run.state_on DESC, run.id DESC`,
  );
}

/** What a run recorded. */
export interface Log {
  readonly id: string;
  readonly runId: string | null;
  readonly exercise: string;
  readonly on: Day;
  readonly kind: RecordKind;
  readonly person: string | null;
  readonly values: RecordValues;
}

/** What was recorded, the latest first. */
export function listLogs({ db }: Pick<Journal, 'db'>): Log[] {
  return rows<Omit<Log, 'values'> & { json: string }>(
    db,
    `SELECT log.id, log.run_id AS runId, log.exercise_id AS exercise, log.on_day AS "on", log.kind,
            log.values_json AS json, (SELECT code FROM person WHERE person.id = log.person_id) AS person
     FROM exercise_log AS log ORDER BY log.on_day DESC, log.id DESC`,
  ).map(({ json, ...log }) => ({ ...log, values: heldJson<RecordValues>(json, isObject, {}) }));
}

type NewRun = Pick<
  Rows['exercise_run'],
  'exercise_id' | 'exercise_version' | 'state' | 'step' | 'person_id' | 'state_on'
> &
  Partial<Rows['exercise_run']>;

export function addRun(tx: Tx, run: NewRun): string {
  const id = tx.newId();
  tx.insert('exercise_run', {
    intention_id: null,
    planned_on: null,
    reason: null,
    follow_up_on: null,
    followed_up_on: null,
    followed_up_by: null,
    focus_id: null,
    ...run,
    id,
  });
  return id;
}

/** A step forward in a run under way. */
export function moveRun(tx: Tx, id: string, step: number, on: Day): void {
  tx.update('exercise_run', id, { state: 'doing', step, state_on: on });
}

export function finishRun(tx: Tx, id: string, step: number, on: Day, followUpOn: Day): void {
  tx.update('exercise_run', id, { state: 'done', step, state_on: on, follow_up_on: followUpOn });
}

export function skipRun(tx: Tx, id: string, reason: SkipReason | null, on: Day): void {
  tx.update('exercise_run', id, { state: 'skipped', state_on: on, reason });
}

/** The run that is planned or under way, if there is one. */
export function openRun(journal: Pick<Journal, 'db'>, exercise: string): Run | undefined {
  return listRuns(journal).find(
    (run) => run.exercise === exercise && (run.state === 'planned' || run.state === 'doing'),
  );
}

export function addLog(
  tx: Tx,
  log: {
    runId: string | null;
    exercise: string;
    on: Day;
    kind: RecordKind;
    values: RecordValues;
    personId: string | null;
  },
): string {
  const id = tx.newId();
  const words = Object.values(log.values).filter((value) => typeof value === 'string');
  tx.insert('exercise_log', {
    id,
    run_id: log.runId,
    exercise_id: log.exercise,
    on_day: log.on,
    week: weekOf(log.on),
    kind: log.kind,
    ...shareIn(log.kind, log.values),
    values_json: JSON.stringify(log.values),
    text: words.join('\n'),
    person_id: log.personId,
  });
  return id;
}

/** Marks the follow-up of an exercise as answered in a session, if one was due. */
export function answerFollowUp(tx: Tx, exercise: string, on: Day, sessionId: string): void {
  const [due] = followUpsDue(listRuns(tx), on).filter((run) => run.exercise === exercise);
  if (due) tx.update('exercise_run', due.id, { followed_up_on: on, followed_up_by: sessionId });
}

/** Takes back what a session answered: it is being replaced or deleted. */
export function reopenFollowUps(tx: Tx, sessionId: string): void {
  for (const { id } of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM exercise_run WHERE followed_up_by = ?',
    sessionId,
  )) {
    tx.update('exercise_run', id, { followed_up_on: null, followed_up_by: null });
  }
}

/** Removes a run with what it recorded; a plan made for it stays. */
export function removeRun(tx: Tx, id: string): void {
  for (const log of rows<{ id: string }>(
    tx.db,
    'SELECT id FROM exercise_log WHERE run_id = ?',
    id,
  )) {
    tx.remove('exercise_log', log.id);
  }
  tx.remove('exercise_run', id);
}
