import * as z from 'zod';
import { BAD_NEWS, CAME_FOR, OPENINGS } from '../domain/contact.ts';
import { type Day, isDay, isWeek, weekOf } from '../domain/day.ts';
import { LOOK_BACK_VERDICTS, REVERSIBILITIES } from '../domain/decision.ts';
import { RUN_STATES, SKIP_REASONS } from '../domain/exercise.ts';
import { RECORD_KINDS } from '../domain/exercise-record.ts';
import { AREAS } from '../domain/facet.ts';
import { HEARD_ABOUT } from '../domain/heard.ts';
import { BET_OUTCOMES, KNOWLEDGE_STATES } from '../domain/knowledge.ts';
import { PAUSE_KINDS } from '../domain/pause.ts';
import { isCode, LABEL_SIDES, PERSON_STATES } from '../domain/person.ts';
import { PROMISE_OUTCOMES, PROPOSED_BY, WORDINGS } from '../domain/promise.ts';
import { RATIO_ITEMS } from '../domain/ratio.ts';
import { isSeriesName, LARGEST_VALUE } from '../domain/series.ts';
import { OUTCOMES, SESSION_KINDS } from '../domain/session.ts';
import { STATEMENT_KINDS } from '../domain/statement.ts';
import { CODES, COUNTERS, MET } from '../domain/tally.ts';
import { readReport, SERIES_UNITS, VERDICTS } from '../domain/verdict.ts';
import { type Rows, TABLE_NAMES, type TableName } from './tables.ts';

/** `Europe/Berlin`, `Etc/GMT+1`, `UTC`. */
const zone = z
  .string()
  .regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/, 'not a zone')
  .max(64);
const code = z.string().refine((value) => isCode(value), 'not a code');
const name = z
  .string()
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'not a name');

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not an id');
const day = z.iso.date().refine(isDay, 'not a day') as unknown as z.ZodType<Day>;
const week = z
  .string()
  .regex(/^\d{4}-W\d{2}$/)
  .refine(isWeek, 'not a week');
const instant = z.iso.datetime({ offset: true });
const text = z.string().refine((value) => value.isWellFormed(), 'half a character');
/** A list of texts, as JSON: `["best-hours"]`. */
const textList = text.refine((value) => {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) && list.every((each) => typeof each === 'string');
  } catch {
    return false;
  }
}, 'not a list of texts');
/** What an exercise recorded, as JSON: `{"moments":4}`. */
const valuesJson = text.refine((value) => {
  try {
    return z.record(z.string(), z.union([z.string(), z.number()])).safeParse(JSON.parse(value))
      .success;
  } catch {
    return false;
  }
}, 'no values');
const flag = z.union([z.literal(0), z.literal(1)]);
const count = z.int().min(0);
const source = z.enum(['terminal', 'script', 'import']);

/** A verdict with all that it stands on, as JSON. */
function isReport(detail: string): boolean {
  try {
    return readReport(JSON.parse(detail)) !== null;
  } catch {
    return false;
  }
}

/** One record a row, by table: the columns of the journal, strictly. */
const RECORDS: { readonly [T in TableName]: z.ZodType<Rows[T]> } = {
  person: z.strictObject({
    id,
    code,
    name: name.nullable(),
    cadence_days: z.int().min(1).max(3650).nullable(),
    added_on: day,
    state: z.enum(PERSON_STATES),
    // What later schemas added may be missing in the file of an earlier praxis.
    role_since: day.nullable().default(null),
    team_since: day.nullable().default(null),
    manager_since: day.nullable().default(null),
    future_role: text.nullable().default(null),
  }),
  departure: z.strictObject({
    id,
    person_id: id,
    on_day: day,
    reason: text.nullable(),
    growth: text.nullable(),
    cost: text.nullable(),
  }),
  benefit: z.strictObject({ id, person_id: id, on_day: day, text }),
  label: z.strictObject({
    id,
    person_id: id,
    on_day: day,
    word: text,
    side: z.enum(LABEL_SIDES).nullable(),
    moment: text.nullable(),
  }),
  knowledge: z.strictObject({
    id,
    person_id: id.nullable(),
    facet: text,
    area: z.enum(AREAS),
    on_day: day,
    state: z.enum(KNOWLEDGE_STATES),
    text: text.nullable(),
    source: text.nullable(),
    confidence: z.number().min(0.5).max(1).nullable(),
    outcome: z.enum(BET_OUTCOMES).nullable(),
    settled_on: day.nullable(),
    settled_by: id.nullable(),
    fresh_until: day.nullable(),
  }),
  question: z.strictObject({
    id,
    pack_id: text.nullable(),
    on_day: day,
    text,
    facets_json: textList,
    state: z.enum(['active', 'retired']),
  }),
  question_asked: z.strictObject({
    id,
    question: text,
    text,
    person_id: id.nullable(),
    on_day: day,
    learned: text.nullable(),
    knowledge_id: id.nullable(),
  }),
  statement: z.strictObject({
    id,
    kind: z.enum(STATEMENT_KINDS),
    on_day: day,
    text,
    because: text.nullable(),
  }),
  milestone: z.strictObject({
    id,
    made_on: day,
    text,
    due_on: day,
    reached_on: day.nullable(),
    dropped_on: day.nullable(),
  }),
  promise: z.strictObject({
    id,
    made_on: day,
    text,
    by_id: id.nullable(),
    to_id: id.nullable(),
    due_on: day.nullable(),
    outcome: z.enum(PROMISE_OUTCOMES).nullable(),
    settled_on: day.nullable(),
    why: text.nullable(),
    wording: z.enum(WORDINGS).nullable(),
    proposed_by: z.enum(PROPOSED_BY).nullable(),
    success: text.nullable(),
    focus_id: id.nullable(),
  }),
  promise_owner: z.strictObject({ id, promise_id: id, person_id: id }),
  decision: z.strictObject({
    id,
    opened_on: day,
    question: text,
    owner_id: id.nullable(),
    due_on: day.nullable(),
    challenger_id: id.nullable(),
    option_id: id.nullable(),
    chosen_on: day.nullable(),
    sign: text.nullable(),
    complete: flag.nullable(),
  }),
  decision_option: z.strictObject({
    id,
    decision_id: id,
    place: z.int().min(1),
    title: text,
    benefits: text.nullable(),
    costs: text.nullable(),
    bearers: text.nullable(),
    reversibility: z.enum(REVERSIBILITIES).nullable(),
    confidence: z.number().min(0).max(1).nullable(),
    status_quo: flag,
  }),
  look_back: z.strictObject({
    id,
    decision_id: id,
    due_on: day,
    held_on: day.nullable(),
    verdict: z.enum(LOOK_BACK_VERDICTS).nullable(),
    text: text.nullable(),
  }),
  session: z.strictObject({
    id,
    kind: z.enum(SESSION_KINDS),
    on_day: day,
    week,
    zone,
    started_at: instant,
    ended_at: instant,
    seconds: count.nullable(),
    source,
    revision: z.int().min(1),
    recall_lag_days: count,
    late: flag,
  }),
  asked: z.strictObject({
    id,
    session_id: id,
    on_day: day,
    item: text,
    prompt_id: text.nullable(),
    prompt_version: count.nullable(),
    question: text.nullable(),
    person_id: id.nullable(),
    skipped: flag,
  }),
  answer: z.strictObject({
    id,
    session_id: id,
    on_day: day,
    item: text,
    prompt_id: text.nullable(),
    prompt_version: count.nullable(),
    person_id: id.nullable(),
    text,
  }),
  tally: z
    .strictObject({
      id,
      session_id: id,
      on_day: day,
      week,
      code: z.enum(CODES),
      subtype: text.nullable(),
      n: z.int().min(0).max(999),
      warranted: flag,
      late: flag,
      person_id: id.nullable(),
      minutes: count.nullable(),
      met: z.enum(MET).nullable(),
      weekly: flag.default(0),
    })
    .refine(({ code, subtype }) => subtype === null || COUNTERS[code].subtypes.includes(subtype), {
      path: ['subtype'],
    }),
  rating: z.strictObject({
    id,
    session_id: id,
    on_day: day,
    week,
    item: text,
    version: z.int().min(1),
    value: z.int().min(1).max(5),
    late: flag,
    person_id: id.nullable(),
  }),
  intention: z.strictObject({
    id,
    session_id: id.nullable(),
    made_on: day,
    if_text: text,
    then_text: text,
    outcome: z.enum(OUTCOMES).nullable(),
    settled_on: day.nullable(),
    settled_by: id.nullable(),
    focus_id: id.nullable().default(null),
  }),
  contact: z.strictObject({
    id,
    person_id: id,
    on_day: day,
    session_id: id.nullable(),
    bad_news: z.enum(BAD_NEWS).nullable().default(null),
    opening: z.enum(OPENINGS).nullable().default(null),
    came_for: z.enum(CAME_FOR).nullable().default(null),
  }),
  heard: z.strictObject({
    id,
    session_id: id.nullable(),
    person_id: id.nullable(),
    on_day: day,
    about: z.enum(HEARD_ABOUT),
    text,
    answered_on: day.nullable(),
    answer: text.nullable(),
  }),
  exercise_run: z.strictObject({
    id,
    exercise_id: text,
    exercise_version: z.int().min(1),
    state: z.enum(RUN_STATES),
    step: count,
    person_id: id.nullable(),
    intention_id: id.nullable(),
    planned_on: day.nullable(),
    state_on: day,
    reason: z.enum(SKIP_REASONS).nullable(),
    follow_up_on: day.nullable(),
    followed_up_on: day.nullable(),
    followed_up_by: id.nullable(),
    focus_id: id.nullable().default(null),
  }),
  exercise_log: z.strictObject({
    id,
    run_id: id.nullable(),
    exercise_id: text,
    on_day: day,
    week,
    kind: z.enum(RECORD_KINDS),
    x: count.nullable(),
    n: count.nullable(),
    values_json: valuesJson,
    text,
    person_id: id.nullable(),
  }),
  ratio: z.strictObject({
    id,
    session_id: id,
    on_day: day,
    week,
    item: z.enum(RATIO_ITEMS),
    x: count,
    n: count,
    late: flag,
  }),
  pause: z.strictObject({
    id,
    kind: z.enum(PAUSE_KINDS),
    from_day: day,
    until_day: day.nullable(),
  }),
  series_break: z.strictObject({ id, on_day: day, reason: text }),
  series: z.strictObject({
    id,
    name: text.refine(isSeriesName, 'not a name of a series'),
    about: text.nullable(),
    unit: z.enum(SERIES_UNITS),
    zone: z.number().positive().nullable(),
    added_on: day,
  }),
  series_point: z.strictObject({
    id,
    series_id: id,
    on_day: day,
    week,
    value: z.number().min(-LARGEST_VALUE).max(LARGEST_VALUE),
    n: z.int().min(1),
  }),
  verdict: z.strictObject({
    id,
    session_id: id.nullable(),
    series: text,
    issued_on: day,
    next_on: day,
    verdict: z.enum(VERDICTS),
    detail: text.refine(isReport, 'not a verdict'),
  }),
  hold: z.strictObject({ id, on_day: day, reason: text.nullable(), lifted_on: day.nullable() }),
  revision: z.strictObject({
    id,
    session_id: id,
    revision: z.int().min(1),
    ended_at: instant,
    source,
    answers: text,
  }),
};

/** A record of a jsonl file: which table it belongs to, and its row. */
export interface Record<T extends TableName = TableName> {
  readonly table: T;
  readonly row: Rows[T];
}

/** The shape of every kind of line that holds a record: the columns of a table, and its name. */
export function recordLines(): z.ZodObject[] {
  return TABLE_NAMES.map((table) =>
    (RECORDS[table] as unknown as z.ZodObject).safeExtend({ record: z.literal(table) }),
  );
}

/** Reads one line's value as a record, or says what is wrong with it. */
export function readRecord(value: unknown): Record | { readonly problem: string } {
  if (typeof value !== 'object' || value === null || !('record' in value))
    return { problem: 'it names no "record"' };
  const { record, ...columns } = value;
  const table = TABLE_NAMES.find((name) => name === record);
  if (!table) {
    const named = typeof record === 'string' ? `"${record.slice(0, 40)}"` : 'its "record"';
    return { problem: `${named} is no kind of record` };
  }
  const parsed = RECORDS[table].safeParse(columns);
  if (parsed.success) {
    const { on_day: on, week: of } = parsed.data as { on_day?: Day; week?: string };
    if (on && of && weekOf(on) !== of) return { problem: `${on} does not lie in ${of}` };
    return { table, row: parsed.data };
  }
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    return { problem: `"${issue.keys[0]}" is no key of a ${table}` };
  return { problem: `"${issue?.path.join('.') ?? ''}" of this ${table} is not what it should be` };
}
