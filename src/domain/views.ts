/** A documented view: the public schema, whose columns never change their meaning. */
export interface View {
  readonly view: string;
  readonly about: string;
  readonly columns: Readonly<Record<string, string>>;
}

const SESSION_ID = 'the session it belongs to (v_session.id)';
const ON_DAY = 'the day, 2026-11-20, as it was fixed when written';
const WEEK = 'the ISO week of that day, 2026-W47';
const PERSON = "the person's code, or NULL";
const LATE = '1: counted from further back than two days; in no index';

/** What `praxis query` can be asked, column by column. */
export const VIEWS: readonly View[] = [
  {
    view: 'v_session',
    about: 'one row an entry: daily sessions, moments, and what was imported',
    columns: {
      id: 'its id',
      kind: 'daily, weekly, monthly, quarterly, imported or moment',
      on_day: ON_DAY,
      week: WEEK,
      started_at: 'instant in UTC',
      ended_at: 'instant in UTC',
      source: 'terminal, script or import',
      revision: '1, and one more each time it was replaced or edited',
      zone: 'the time zone it was written in',
      seconds: 'time at the keyboard; NULL for scripts',
      recall_lag_days: 'days between the day and the writing',
      late: LATE,
    },
  },
  {
    view: 'v_answer',
    about: 'one row a text: answers to prompts, notes, what became of the plan before',
    columns: {
      session_id: SESSION_ID,
      on_day: ON_DAY,
      item: 'prompt, note, yesterday or followUp',
      prompt_id: 'which prompt or exercise was answered, or NULL',
      person: PERSON,
      text: 'what was written',
    },
  },
  {
    view: 'v_tally',
    about: 'one row a counter and entry; n is 0 where it was counted and there were none',
    columns: {
      id: 'its id',
      session_id: SESSION_ID,
      on_day: ON_DAY,
      week: WEEK,
      code: 'a answered, c handed back, b bare, p proposal, d direction, w why, s told, i initiative, h through me, x among themselves',
      subtype: 'reason, fit, customer, success, challenge, coached, or NULL',
      n: 'how many',
      warranted: '1: answers that had to come from you; they stay out of the share',
      person: PERSON,
      late: LATE,
      minutes: 'minutes spent handing back, or NULL',
      met: 'how a challenge was met: thanked, explored, deflected, or NULL',
    },
  },
  {
    view: 'v_tally_week',
    about: 'v_tally added up: one row a week, code and warranted; late counts left out',
    columns: {
      week: WEEK,
      code: 'the counter',
      n: 'how many in the week',
      warranted: '0 or 1, as in v_tally',
    },
  },
  {
    view: 'v_rating',
    about: 'one row a self-rating',
    columns: {
      session_id: SESSION_ID,
      on_day: ON_DAY,
      week: WEEK,
      item: 'R1 stance felt, R2 ease, R3 closeness',
      value: '1 to 5',
      person: PERSON,
      version: 'the version of its wording; another version is another series',
      late: LATE,
    },
  },
  {
    view: 'v_person',
    about: 'one row a person',
    columns: {
      code: 'the code that is shown',
      name: 'the name, or NULL',
      cadence_days: 'days wanted between talks; NULL for the usual',
      added_on: 'the day they were added',
      state: 'active, quiet or left',
      last_contact: 'the day of the last two-way talk, or NULL',
    },
  },
  {
    view: 'v_intention',
    about: 'one row an if-then plan',
    columns: {
      id: 'its id',
      made_on: 'the day it was made',
      if_text: 'the moment',
      then_text: 'what will be done',
      outcome: 'done, partly, no-cue, skipped, or NULL while open',
      settled_on: 'the day that was said, or NULL',
      session_id: 'the session it was made in, or NULL',
    },
  },
  {
    view: 'v_exercise_run',
    about: 'one row each time an exercise was taken up or passed over',
    columns: {
      id: 'its id',
      exercise: "the exercise's id, such as X5",
      state: 'planned, doing, done or skipped',
      on_day: 'the day of that state',
      planned_on: 'the day it was planned, or NULL',
      reason: 'why it was skipped: later, no-occasion, not-mine, did-similar, or NULL',
      follow_up_on: 'the day its question comes back, or NULL',
      followed_up_on: 'the day it was answered, or NULL',
      person: PERSON,
    },
  },
  {
    view: 'v_exercise_log',
    about: 'one row a record of an exercise: x of n where it is a share',
    columns: {
      id: 'its id',
      run_id: 'the run it belongs to (v_exercise_run.id), or NULL',
      exercise: "the exercise's id",
      on_day: 'the day it happened',
      week: WEEK,
      kind: 'loop, listening, questions, alignment, blocks, ...',
      x: 'the part of the share, or NULL',
      n: 'the whole of the share, or NULL',
      fields: 'all that was recorded, by field, as JSON',
      person: PERSON,
    },
  },
];
