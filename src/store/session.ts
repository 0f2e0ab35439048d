import type { ExerciseAnswer, MovementStage } from '../domain/checkin.ts';
import type { Day } from '../domain/day.ts';
import type { Rating } from '../domain/rating.ts';
import { isReview } from '../domain/review.ts';
import type { Answers, Outcome, Session, SessionKind } from '../domain/session.ts';
import { parseTallyKey, tallyKey } from '../domain/tally.ts';
import { isWritten } from '../domain/written.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Rows } from './tables.ts';

export interface SessionFilter {
  readonly kind?: SessionKind;
  readonly from?: Day;
  readonly to?: Day;
  readonly id?: string;
  readonly limit?: number;
}

/** Sessions with their answers, the latest day first and within a day the latest entry first. */
export function listSessions(journal: Pick<Journal, 'db'>, filter: SessionFilter = {}): Session[] {
  const found = rows<Rows['session']>(
    journal.db,
    `SELECT * FROM session
     WHERE ${filter.id === undefined ? '@id IS NULL' : 'id = @id'}
       AND ${filter.kind === undefined ? '@kind IS NULL' : 'kind = @kind'}
       AND on_day >= @from AND on_day <= @to
     ORDER BY on_day DESC, id DESC LIMIT @limit`,
    {
      kind: filter.kind ?? null,
      id: filter.id ?? null,
      from: filter.from ?? '',
      // Behind every day, also one that is none.
      to: filter.to ?? '~',
      limit: filter.limit ?? -1,
    },
  );
  const held = answersOf(journal, found);
  return found.map((each) => ({
    id: each.id,
    kind: each.kind,
    on: each.on_day,
    week: each.week,
    zone: each.zone,
    startedAt: each.started_at,
    endedAt: each.ended_at,
    seconds: each.seconds,
    source: each.source,
    revision: each.revision,
    recallLagDays: each.recall_lag_days,
    late: each.late === 1,
    ...(held.get(each.id) ?? nothingHeld()),
  }));
}

export function dailySession(journal: Pick<Journal, 'db'>, on: Day): Session | undefined {
  return listSessions(journal, { kind: 'daily', from: on, to: on })[0];
}

/** The session with this id, which is known to be there. */
export function sessionById(journal: Pick<Journal, 'db'>, id: string): Session {
  const [session] = listSessions(journal, { id });
  if (!session) throw new Error(`no session ${id}`);
  return session;
}

type OfSession<T> = T & { readonly session_id: string; readonly person: string | null };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Held = Mutable<Pick<Session, 'person' | 'minutes' | 'met' | 'tags' | 'starred' | 'origin'>> & {
  answers: Mutable<Answers>;
};

function nothingHeld(): Held {
  return { answers: {}, person: null, minutes: null, met: null };
}

/** What sessions hold, put together from their rows. */
function answersOf(
  { db }: Pick<Journal, 'db'>,
  sessions: readonly Pick<Rows['session'], 'id' | 'kind'>[],
): Map<string, Held> {
  const ids = sessions.map(({ id }) => id);
  const wanted = JSON.stringify(ids);
  const of = <T>(table: string, columns: readonly string[], person = `${table}.person_id`) =>
    rows<OfSession<T>>(
      db,
      `SELECT ${['session_id', ...columns].map((column) => `${table}.${column}`).join(', ')}, (SELECT code FROM person WHERE person.id = ${person}) AS person
       FROM json_each(?) AS wanted JOIN ${table} ON ${table}.session_id = wanted.value ORDER BY ${table}.id`,
      wanted,
    );
  const held = new Map(ids.map((id) => [id, nothingHeld()]));
  const at = (id: string) => held.get(id) ?? nothingHeld();

  for (const each of of<Rows['asked']>('asked', [
    'item',
    'prompt_id',
    'prompt_version',
    'question',
    'skipped',
  ])) {
    const { answers } = at(each.session_id);
    if (each.item === 'prompt' && each.prompt_id !== null) {
      answers.prompt = {
        id: each.prompt_id,
        version: each.prompt_version ?? 1,
        question: each.question ?? '',
        person: each.person,
        text: null,
      };
    } else if (each.item === 'followUp' && each.prompt_id !== null) {
      answers.followUp = { exercise: each.prompt_id, question: each.question ?? '', text: null };
    } else if (each.item === 'R5' && each.person !== null) {
      answers.R5 = { ...answers.R5, [each.person]: null };
    } else if (each.item === 'R0' && each.person !== null) {
      answers.leads = { ...answers.leads, [each.person]: null };
    } else if (each.item === 'part' && each.prompt_id !== null) {
      answers.parts = {
        ...answers.parts,
        [each.prompt_id]: each.skipped === 1 ? 'skipped' : 'done',
      };
    } else if (each.item === 'contacts') {
      answers.contacts = each.skipped === 1 ? null : [];
    } else if (each.skipped === 1) {
      if (parseTallyKey(each.item)) answers.tallies = { ...answers.tallies, [each.item]: null };
      else Object.assign(answers, { [each.item]: null });
    }
  }
  for (const each of of<Rows['answer']>('answer', ['item', 'prompt_id', 'text'])) {
    const entry = at(each.session_id);
    if (isWritten(each.item)) Object.assign(entry.answers, { [each.item]: each.text });
    else if (each.item === 'tag') entry.tags = [...(entry.tags ?? []), each.text];
    else if (each.item === 'star') entry.starred = true;
    else if (each.item === 'origin') entry.origin = each.text;
    else if (each.item === 'contacts') {
      if (each.person) entry.answers.contacts = [...(entry.answers.contacts ?? []), each.person];
    } else if (each.item === 'movement') {
      const stage = each.prompt_id as MovementStage;
      entry.answers.movement = { stage, joined: each.text || null };
    } else if (each.item === 'exercise') {
      const state = each.text as ExerciseAnswer['state'];
      entry.answers.exercise = { id: each.prompt_id ?? '', state };
    } else if (each.item === 'yesterday') entry.answers.yesterday = each.text as Outcome;
    else if (each.item === 'note') {
      entry.answers.note = each.text;
      entry.person = each.person;
    } else if (each.item === 'followUp') {
      if (entry.answers.followUp)
        entry.answers.followUp = { ...entry.answers.followUp, text: each.text };
    } else if (entry.answers.prompt)
      entry.answers.prompt = { ...entry.answers.prompt, text: each.text };
  }
  for (const each of of<Rows['tally']>('tally', [
    'code',
    'subtype',
    'n',
    'warranted',
    'minutes',
    'met',
  ])) {
    const entry = at(each.session_id);
    const key = tallyKey({ ...each, warranted: each.warranted === 1 });
    entry.answers.tallies = { ...entry.answers.tallies, [key]: each.n };
    entry.person = each.person ?? entry.person;
    entry.minutes = each.minutes ?? entry.minutes;
    entry.met = each.met ?? entry.met;
  }
  for (const each of of<Rows['rating']>('rating', ['item', 'value'])) {
    const entry = at(each.session_id);
    const value = each.value as Rating;
    if (each.item === 'R5') {
      if (each.person) entry.answers.R5 = { ...entry.answers.R5, [each.person]: value };
      continue;
    }
    const { leads } = entry.answers;
    if (each.item === 'R0' && each.person && leads?.[each.person] !== undefined) {
      entry.answers.leads = { ...leads, [each.person]: value };
      continue;
    }
    Object.assign(entry.answers, { [each.item]: value });
    entry.person = each.person ?? entry.person;
  }
  for (const { session_id: id, item, x, n } of of<Rows['ratio']>(
    'ratio',
    ['item', 'x', 'n'],
    'NULL',
  )) {
    Object.assign(at(id).answers, { [item]: { x, n } });
  }
  const reviews = new Set(sessions.filter(({ kind }) => isReview(kind)).map(({ id }) => id));
  for (const each of of<Rows['intention']>('intention', ['if_text', 'then_text'], 'NULL')) {
    // The plans of a review stand beside it.
    if (reviews.has(each.session_id)) continue;
    at(each.session_id).answers.intention = { if: each.if_text, then: each.then_text };
  }
  return held;
}
