import type { Day } from '../domain/day.ts';
import type { RunState, SkipReason } from '../domain/exercise.ts';
import type { RecordKind } from '../domain/exercise-record.ts';
import type { Outcome, SessionKind, Source } from '../domain/session.ts';
import type { Code, Met } from '../domain/tally.ts';

/** The rows of every table that holds what a user said. Column names as in the migrations. */
export interface Rows {
  person: {
    id: string;
    code: string;
    name: string | null;
    cadence_days: number | null;
    added_on: Day;
    state: 'active' | 'quiet' | 'left';
  };
  session: {
    id: string;
    kind: SessionKind;
    on_day: Day;
    week: string;
    zone: string;
    started_at: string;
    ended_at: string;
    seconds: number | null;
    source: Source;
    revision: number;
    recall_lag_days: number;
    late: 0 | 1;
  };
  asked: {
    id: string;
    session_id: string;
    on_day: Day;
    item: string;
    prompt_id: string | null;
    prompt_version: number | null;
    question: string | null;
    person_id: string | null;
    skipped: 0 | 1;
  };
  answer: {
    id: string;
    session_id: string;
    on_day: Day;
    item: string;
    prompt_id: string | null;
    prompt_version: number | null;
    person_id: string | null;
    text: string;
  };
  tally: {
    id: string;
    session_id: string;
    on_day: Day;
    week: string;
    code: Code;
    subtype: string | null;
    n: number;
    warranted: 0 | 1;
    late: 0 | 1;
    person_id: string | null;
    minutes: number | null;
    met: Met | null;
  };
  rating: {
    id: string;
    session_id: string;
    on_day: Day;
    week: string;
    item: string;
    version: number;
    value: number;
    late: 0 | 1;
    person_id: string | null;
  };
  intention: {
    id: string;
    session_id: string | null;
    made_on: Day;
    if_text: string;
    then_text: string;
    outcome: Outcome | null;
    settled_on: Day | null;
    settled_by: string | null;
  };
  contact: { id: string; person_id: string; on_day: Day; session_id: string | null };
  exercise_run: {
    id: string;
    exercise_id: string;
    exercise_version: number;
    state: RunState;
    step: number;
    person_id: string | null;
    intention_id: string | null;
    planned_on: Day | null;
    state_on: Day;
    reason: SkipReason | null;
    follow_up_on: Day | null;
    followed_up_on: Day | null;
    followed_up_by: string | null;
  };
  exercise_log: {
    id: string;
    run_id: string | null;
    exercise_id: string;
    on_day: Day;
    week: string;
    kind: RecordKind;
    x: number | null;
    n: number | null;
    values_json: string;
    text: string;
    person_id: string | null;
  };
  revision: {
    id: string;
    session_id: string;
    revision: number;
    ended_at: string;
    source: Source;
    answers: string;
  };
}

export type TableName = keyof Rows;

/** The tables of the write door, parents before children, with the columns whose words can be searched. */
export const TABLES: Readonly<Record<TableName, { readonly searched: readonly string[] }>> = {
  person: { searched: [] },
  session: { searched: [] },
  asked: { searched: [] },
  answer: { searched: ['text'] },
  tally: { searched: [] },
  rating: { searched: [] },
  intention: { searched: ['if_text', 'then_text'] },
  contact: { searched: [] },
  exercise_run: { searched: [] },
  exercise_log: { searched: ['text'] },
  revision: { searched: [] },
};

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
