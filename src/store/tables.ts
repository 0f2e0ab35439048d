import type { BadNews, CameFor, Opening } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { LookBackVerdict, Reversibility } from '../domain/decision.ts';
import type { RunState, SkipReason } from '../domain/exercise.ts';
import type { RecordKind } from '../domain/exercise-record.ts';
import type { Area } from '../domain/facet.ts';
import type { HeardAbout } from '../domain/heard.ts';
import type { BetOutcome, KnowledgeState } from '../domain/knowledge.ts';
import type { PauseKind } from '../domain/pause.ts';
import type { LabelSide, PersonState } from '../domain/person.ts';
import type { PromiseOutcome, ProposedBy, Wording } from '../domain/promise.ts';
import type { RatioItem } from '../domain/ratio.ts';
import type { Outcome, SessionKind, Source } from '../domain/session.ts';
import type { StatementKind } from '../domain/statement.ts';
import type { Code, Met } from '../domain/tally.ts';
import type { SeriesUnit, Verdict } from '../domain/verdict.ts';

/** The rows of every table that holds what a user said. Column names as in the migrations. */
export interface Rows {
  person: {
    id: string;
    code: string;
    name: string | null;
    cadence_days: number | null;
    added_on: Day;
    state: PersonState;
    role_since: Day | null;
    team_since: Day | null;
    manager_since: Day | null;
    future_role: string | null;
  };
  departure: {
    id: string;
    person_id: string;
    on_day: Day;
    reason: string | null;
    growth: string | null;
    cost: string | null;
  };
  benefit: { id: string; person_id: string; on_day: Day; text: string };
  label: {
    id: string;
    person_id: string;
    on_day: Day;
    word: string;
    side: LabelSide | null;
    moment: string | null;
  };
  knowledge: {
    id: string;
    person_id: string | null;
    facet: string;
    area: Area;
    on_day: Day;
    state: KnowledgeState;
    text: string | null;
    source: string | null;
    confidence: number | null;
    outcome: BetOutcome | null;
    settled_on: Day | null;
    settled_by: string | null;
    fresh_until: Day | null;
  };
  question: {
    id: string;
    pack_id: string | null;
    on_day: Day;
    text: string;
    facets_json: string;
    state: 'active' | 'retired';
  };
  question_asked: {
    id: string;
    question: string;
    text: string;
    person_id: string | null;
    on_day: Day;
    learned: string | null;
    knowledge_id: string | null;
  };
  statement: {
    id: string;
    kind: StatementKind;
    on_day: Day;
    text: string;
    because: string | null;
  };
  milestone: {
    id: string;
    made_on: Day;
    text: string;
    due_on: Day;
    reached_on: Day | null;
    dropped_on: Day | null;
  };
  promise: {
    id: string;
    made_on: Day;
    text: string;
    by_id: string | null;
    to_id: string | null;
    due_on: Day | null;
    outcome: PromiseOutcome | null;
    settled_on: Day | null;
    why: string | null;
    wording: Wording | null;
    proposed_by: ProposedBy | null;
    success: string | null;
    focus_id: string | null;
  };
  promise_owner: { id: string; promise_id: string; person_id: string };
  decision: {
    id: string;
    opened_on: Day;
    question: string;
    owner_id: string | null;
    due_on: Day | null;
    challenger_id: string | null;
    option_id: string | null;
    chosen_on: Day | null;
    sign: string | null;
    complete: 0 | 1 | null;
  };
  decision_option: {
    id: string;
    decision_id: string;
    place: number;
    title: string;
    benefits: string | null;
    costs: string | null;
    bearers: string | null;
    reversibility: Reversibility | null;
    confidence: number | null;
    status_quo: 0 | 1;
  };
  look_back: {
    id: string;
    decision_id: string;
    due_on: Day;
    held_on: Day | null;
    verdict: LookBackVerdict | null;
    text: string | null;
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
    weekly: 0 | 1;
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
    focus_id: string | null;
  };
  contact: {
    id: string;
    person_id: string;
    on_day: Day;
    session_id: string | null;
    bad_news: BadNews | null;
    opening: Opening | null;
    came_for: CameFor | null;
  };
  heard: {
    id: string;
    session_id: string | null;
    person_id: string | null;
    on_day: Day;
    about: HeardAbout;
    text: string;
    answered_on: Day | null;
    answer: string | null;
  };
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
    focus_id: string | null;
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
  ratio: {
    id: string;
    session_id: string;
    on_day: Day;
    week: string;
    item: RatioItem;
    x: number;
    n: number;
    late: 0 | 1;
  };
  pause: { id: string; kind: PauseKind; from_day: Day; until_day: Day | null };
  series_break: { id: string; on_day: Day; reason: string };
  series: {
    id: string;
    name: string;
    about: string | null;
    unit: SeriesUnit;
    zone: number | null;
    added_on: Day;
  };
  series_point: {
    id: string;
    series_id: string;
    on_day: Day;
    week: string;
    value: number;
    n: number;
  };
  verdict: {
    id: string;
    session_id: string | null;
    series: string;
    issued_on: Day;
    next_on: Day;
    verdict: Verdict;
    detail: string;
  };
  hold: { id: string; on_day: Day; reason: string | null; lifted_on: Day | null };
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
  person: { searched: ['future_role'] },
  departure: { searched: ['reason', 'growth', 'cost'] },
  benefit: { searched: ['text'] },
  label: { searched: ['word', 'moment'] },
  knowledge: { searched: ['text', 'source'] },
  question: { searched: ['text'] },
  question_asked: { searched: ['text', 'learned'] },
  statement: { searched: ['text', 'because'] },
  milestone: { searched: ['text'] },
  promise: { searched: ['text', 'success', 'why'] },
  promise_owner: { searched: [] },
  decision: { searched: ['question', 'sign'] },
  decision_option: { searched: ['title', 'benefits', 'costs', 'bearers'] },
  look_back: { searched: ['text'] },
  session: { searched: [] },
  asked: { searched: [] },
  answer: { searched: ['text'] },
  tally: { searched: [] },
  rating: { searched: [] },
  intention: { searched: ['if_text', 'then_text'] },
  contact: { searched: [] },
  heard: { searched: ['text', 'answer'] },
  exercise_run: { searched: [] },
  exercise_log: { searched: ['text'] },
  ratio: { searched: [] },
  pause: { searched: [] },
  series_break: { searched: ['reason'] },
  series: { searched: ['name', 'about'] },
  series_point: { searched: [] },
  verdict: { searched: [] },
  hold: { searched: ['reason'] },
  revision: { searched: [] },
};

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
