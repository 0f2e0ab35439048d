import { type Day, weekOf } from '../domain/day.ts';
import { codeOfTag, type Mark } from '../domain/foreign.ts';
import { ENTRY_RATINGS } from '../domain/rating.ts';
import { RATIO_ITEMS } from '../domain/ratio.ts';
import { isReview } from '../domain/review.ts';
import type { Answers, PromptAnswer, Session } from '../domain/session.ts';
import { parseTallyKey } from '../domain/tally.ts';
import { WRITTEN_ITEMS } from '../domain/written.ts';
import { answerFollowUp, reopenFollowUps } from './exercise.ts';
import {
  addIntention,
  intentionToSettle,
  removeIntention,
  settleIntention,
  unsettle,
} from './intention.ts';
import { row, rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

/** A session to be stored: everything but what the store itself gives it. */
export type NewSession = Omit<Session, 'id' | 'week' | 'revision'> & {
  /** The version of each rating item as it was asked: a changed wording is another series. */
  readonly ratingVersions: Readonly<Record<string, number>>;
};

/** Stores a session with all it holds, and returns its id. */
export function addSession(tx: Tx, session: NewSession, id = tx.newId()): string {
  tx.insert('session', {
    id,
    kind: session.kind,
    on_day: session.on,
    week: weekOf(session.on),
    zone: session.zone,
    started_at: session.startedAt,
    ended_at: session.endedAt,
    seconds: session.seconds,
    source: session.source,
    revision: 1,
    recall_lag_days: session.recallLagDays,
    late: session.late ? 1 : 0,
  });
  addParts(tx, id, session);
  return id;
}

/** Replaces what a session says. What it said before is kept as a revision; its id and its day stay. */
export function replaceSession(tx: Tx, old: Session, next: NewSession): void {
  tx.insert('revision', {
    id: tx.newId(),
    session_id: old.id,
    revision: old.revision,
    ended_at: old.endedAt,
    source: old.source,
    answers: JSON.stringify(old.answers),
  });
  removeParts(tx, old.id);
  tx.update('session', old.id, {
    ended_at: next.endedAt,
    seconds: next.seconds ?? old.seconds,
    source: next.source,
    revision: old.revision + 1,
    late: next.late ? 1 : 0,
  });
  addParts(tx, old.id, next);
}

/** Removes a session, what it holds, its former revisions, the if-then made in it and the question kept with it. */
export function removeSession(tx: Tx, id: string): void {
  removeParts(tx, id);
  for (const table of ['intention', 'revision', 'contact', 'heard', 'verdict'] as const) {
    for (const each of rows<{ id: string }>(
      tx.db,
      `SELECT id FROM ${table} WHERE session_id = ?`,
      id,
    )) {
      if (table === 'intention') removeIntention(tx, each.id);
      else tx.remove(table, each.id);
    }
  }
  tx.remove('session', id);
}

const PARTS = ['asked', 'answer', 'tally', 'rating', 'ratio'] as const;

function removeParts(tx: Tx, sessionId: string): void {
  for (const table of PARTS) {
    for (const { id } of rows<{ id: string }>(
      tx.db,
      `SELECT id FROM ${table} WHERE session_id = ?`,
      sessionId,
    )) {
      tx.remove(table, id);
    }
  }
  unsettle(tx, sessionId);
  reopenFollowUps(tx, sessionId);
}

/** The rows of what a session says. */
export function addParts(tx: Tx, sessionId: string, session: NewSession): void {
  const { answers, on } = session;
  const common = { session_id: sessionId, on_day: on };
  const dated = { ...common, week: weekOf(on), late: session.late ? (1 as const) : (0 as const) };
  const personId = (code: string | null | undefined) => (code ? idOfPerson(tx, code) : null);
  const own = personId(session.person);

  const ask = (item: string, skipped: boolean, prompt?: PromptAnswer) => {
    if (session.kind === 'moment' || session.kind === 'imported') return;
    tx.insert('asked', {
      id: tx.newId(),
      ...common,
      item,
      prompt_id: prompt?.id ?? null,
      prompt_version: prompt?.version ?? null,
      question: prompt?.question ?? null,
      person_id: personId(prompt?.person),
      skipped: skipped ? 1 : 0,
    });
  };
  const say: Say = (item, text, prompt) =>
    tx.insert('answer', {
      id: tx.newId(),
      ...common,
      item,
      prompt_id: prompt?.id ?? null,
      prompt_version: prompt?.version ?? null,
      person_id: prompt ? personId(prompt.person) : own,
      text,
    });

  const { yesterday, followUp, tallies, prompt, intention, note } = answers;
  if (yesterday !== undefined) {
    ask('yesterday', yesterday === null);
    if (yesterday !== null) {
      say('yesterday', yesterday);
      const plan = intentionToSettle(tx, on);
      if (plan) settleIntention(tx, plan.id, yesterday, on, sessionId);
    }
  }
  if (followUp === null) ask('followUp', true);
  else if (followUp) {
    const asked = { id: followUp.exercise, version: 1, question: followUp.question, person: null };
    ask('followUp', followUp.text === null, { ...asked, text: null });
    if (followUp.text !== null) {
      say('followUp', followUp.text, asked);
      answerFollowUp(tx, followUp.exercise, on, sessionId);
    }
  }
  for (const [key, n] of Object.entries(tallies ?? {})) {
    ask(key, n === null);
    const parsed = parseTallyKey(key);
    if (n === null || !parsed) continue;
    tx.insert('tally', {
      id: tx.newId(),
      ...dated,
      code: parsed.code,
      subtype: parsed.subtype,
      n,
      warranted: parsed.warranted ? 1 : 0,
      person_id: own,
      minutes: parsed.code === 'c' ? session.minutes : null,
      met: parsed.subtype === 'challenge' ? session.met : null,
      weekly: session.kind === 'weekly' ? 1 : 0,
    });
  }
  addCheckin(tx, session, dated, { ask, say });
  for (const item of ENTRY_RATINGS) {
    const value = answers[item];
    if (value === undefined) continue;
    ask(item, value === null);
    if (value === null) continue;
    const version = session.ratingVersions[item] ?? 1;
    const about = item === 'R0' ? own : null;
    tx.insert('rating', { id: tx.newId(), ...dated, item, version, value, person_id: about });
  }
  if (prompt === null) ask('prompt', true);
  else if (prompt) {
    ask('prompt', prompt.text === null, prompt);
    if (prompt.text !== null) say('prompt', prompt.text, prompt);
  }
  // A review plans several things at once: its plans are kept beside it, and mended by themselves.
  if (!isReview(session.kind)) keepIntention(tx, sessionId, on, intention, ask);
  if (note !== undefined) {
    ask('note', note === null);
    if (note !== null) say('note', note);
  }
  const mark = (item: Mark, text: string, person: string | null = null) =>
    tx.insert('answer', {
      id: tx.newId(),
      ...common,
      item,
      prompt_id: null,
      prompt_version: null,
      person_id: person,
      text,
    });
  for (const tag of session.tags ?? []) mark('tag', tag, personOfTag(tx, tag));
  if (session.starred) mark('star', '*');
  if (session.origin !== undefined) mark('origin', session.origin);
}

// An if-then keeps its id, and with the same words its outcome, when its session is replaced: the next evening may have settled it.
function keepIntention(
  tx: Tx,
  sessionId: string,
  on: Day,
  plan: Answers['intention'],
  ask: (item: string, skipped: boolean) => void,
): void {
  const old = row<Rows['intention']>(
    tx.db,
    'SELECT * FROM intention WHERE session_id = ?',
    sessionId,
  );
  if (plan !== undefined) ask('intention', plan === null);
  if (!plan) {
    if (old) removeIntention(tx, old.id);
    return;
  }
  if (!old) addIntention(tx, plan, on, sessionId);
  else if (old.if_text !== plan.if || old.then_text !== plan.then) {
    tx.update('intention', old.id, {
      if_text: plan.if,
      then_text: plan.then,
      outcome: null,
      settled_on: null,
      settled_by: null,
    });
  }
}

function personOfTag(tx: Tx, tag: string): string | null {
  const code = codeOfTag(tag);
  return row<{ id: string }>(tx.db, 'SELECT id FROM person WHERE code = ?', code)?.id ?? null;
}

type Say = (
  item: string,
  text: string,
  prompt?: {
    readonly id: string | null;
    readonly version: number | null;
    readonly person: string | null;
  },
) => void;

/** What only check-ins and reviews hold. */
function addCheckin(
  tx: Tx,
  { answers, ratingVersions }: NewSession,
  dated: Pick<Rows['rating'], 'session_id' | 'on_day' | 'week' | 'late'>,
  { ask, say }: { readonly ask: (item: string, skipped: boolean) => void; readonly say: Say },
): void {
  for (const item of RATIO_ITEMS) {
    const ratio = answers[item];
    if (ratio === undefined) continue;
    ask(item, ratio === null);
    if (ratio) tx.insert('ratio', { id: tx.newId(), ...dated, item, ...ratio });
  }
  for (const [item, people] of [
    ['R0', answers.leads],
    ['R5', answers.R5],
  ] as const) {
    for (const [code, value] of Object.entries(people ?? {})) {
      const version = ratingVersions[item] ?? 1;
      const about = idOfPerson(tx, code);
      // Asked and skipped is kept by person too: the review does not ask twice.
      const skipped = value === null ? 1 : 0;
      tx.insert('asked', { ...askedAbout(tx, dated, item, about), skipped });
      if (value === null) continue;
      tx.insert('rating', { id: tx.newId(), ...dated, item, version, value, person_id: about });
    }
  }
  for (const [part, state] of Object.entries(answers.parts ?? {})) {
    const skipped = state === 'skipped' ? 1 : 0;
    tx.insert('asked', { ...askedAbout(tx, dated, 'part', null), prompt_id: part, skipped });
  }
  const { movement, contacts, exercise } = answers;
  if (movement !== undefined) ask('movement', movement === null);
  if (movement)
    say('movement', movement.joined ?? '', { id: movement.stage, version: null, person: null });
  if (contacts !== undefined) ask('contacts', contacts === null);
  for (const person of contacts ?? []) say('contacts', '', { id: null, version: null, person });
  if (exercise !== undefined) ask('exercise', exercise === null);
  if (exercise) say('exercise', exercise.state, { id: exercise.id, version: null, person: null });
  for (const item of WRITTEN_ITEMS) {
    const text = answers[item];
    if (text === undefined) continue;
    ask(item, text === null);
    if (text !== null) say(item, text);
  }
}

function askedAbout(
  tx: Tx,
  { session_id, on_day }: Pick<Rows['rating'], 'session_id' | 'on_day'>,
  item: string,
  personId: string | null,
): Omit<Rows['asked'], 'skipped'> {
  return {
    id: tx.newId(),
    session_id,
    on_day,
    item,
    prompt_id: null,
    prompt_version: null,
    question: null,
    person_id: personId,
  };
}

export function idOfPerson(tx: Tx, code: string): string {
  const found = row<{ id: string }>(tx.db, 'SELECT id FROM person WHERE code = ?', code);
  if (!found) throw new Error(`no person ${code}`);
  return found.id;
}
