import type { Database } from 'better-sqlite3';
import { type Day, firstDayOf, weekOf } from '../domain/day.ts';
import { isCode } from '../domain/person.ts';
import { periodOf } from '../domain/review.ts';
import type { Outcome, Session } from '../domain/session.ts';
import { lastDayOf } from '../domain/week.ts';
import { EXIT, type UserError } from '../errors.ts';
import { withIdsOf } from './arrivals.ts';
import { addPerson } from './person.ts';
import { row, rows } from './prepared.ts';
import { readRecord } from './records.ts';
import { reviewIds } from './review.ts';
import { listSessions } from './session.ts';
import { addSession } from './session-write.ts';
import { insertFitting, Unfit } from './unfit.ts';
import type { Tx } from './write.ts';

type Refuse = (why: string, exit: typeof EXIT.usage | typeof EXIT.conflict) => UserError;

/** A plan as an export has it. */
export interface OwnPlan {
  readonly id: string;
  readonly madeOn: Day;
  readonly if: string;
  readonly then: string;
  readonly outcome: Outcome | null;
  readonly settledOn: Day | null;
  /** The focus it serves. Markdown does not bring a focus back: the link holds where the journal has it already. */
  readonly focusId: string | null;
  /** Id of the review that made it. */
  readonly review?: string | undefined;
}

/** What became of the plan of a session. */
export interface Settled {
  readonly outcome: Outcome | null;
  readonly settledOn: string | null;
}

/** Takes entries of praxis's own Markdown back in, under the ids that they had. */
export class OwnArrivals {
  readonly #db: Database;
  readonly #tx: Tx;
  readonly #codes: Set<string>;
  readonly #settle: (() => void)[] = [];
  /** Codes of people who were not in the journal. */
  readonly people: string[] = [];

  constructor(tx: Tx) {
    this.#db = tx.db;
    this.#tx = checking(tx);
    this.#codes = new Set(
      rows<{ code: string }>(tx.db, 'SELECT code FROM person').map(({ code }) => code),
    );
  }

  /** @returns false when it is there already. @throws what `refuse` makes of it. */
  takeSession(
    session: Session,
    plan: (Settled & { readonly id: string }) | undefined,
    {
      ratingVersions,
      people,
      same,
      refuse,
    }: {
      readonly ratingVersions: Readonly<Record<string, number>>;
      /** Codes of all whom it names. */
      readonly people: readonly string[];
      readonly same: (stored: Session) => boolean;
      readonly refuse: Refuse;
    },
  ): boolean {
    const { id, kind, on, week, revision } = session;
    const [stored] = listSessions({ db: this.#db }, { id });
    if (stored) {
      if (stored.kind === kind && stored.on === on && same(stored)) return false;
      throw refuse('is in the journal already and says something else', EXIT.conflict);
    }
    const place = placeOf(session);
    if (place !== undefined) {
      const other = row(
        this.#db,
        'SELECT 1 FROM session WHERE kind = ? AND on_day BETWEEN ? AND ?',
        kind,
        place.from,
        place.to,
      );
      const name =
        kind === 'daily' ? on : kind === 'weekly' ? week : `${place.from} to ${place.to}`;
      if (other !== undefined)
        throw refuse(`has another session in its place (${name})`, EXIT.conflict);
    }
    this.#meet(people, on, refuse);
    const tx = withPlanId(withIdsOf(this.#tx, id), plan?.id);
    try {
      addSession(tx, { ...session, ratingVersions }, id);
    } catch (error) {
      if (error instanceof Unfit) throw refuse(`cannot be taken: ${error.message}`, error.exit);
      throw error;
    }
    if (revision > 1) tx.update('session', id, { revision });
    // After all of them: an evening settles the plan before it, and the export knows how it ended.
    if (plan) this.#settle.push(() => settleAs(tx, id, plan));
    return true;
  }

  /** @returns false when it is there already. */
  takePlan(plan: OwnPlan, refuse: Refuse): boolean {
    const { id, madeOn, if: cue, then, outcome, settledOn, focusId, review } = plan;
    const stored = row<{ if: string; then: string }>(
      this.#db,
      'SELECT if_text AS "if", then_text AS "then" FROM intention WHERE id = ?',
      id,
    );
    if (stored) {
      if (stored.if === cue && stored.then === then) return false;
      throw refuse('is in the journal already and says something else', EXIT.conflict);
    }
    try {
      this.#tx.insert('intention', {
        id,
        session_id: this.#review(review),
        made_on: madeOn,
        if_text: cue,
        then_text: then,
        outcome,
        settled_on: settledOn,
        settled_by: null,
        focus_id: this.#focus(focusId),
      });
    } catch (error) {
      if (error instanceof Unfit) throw refuse(`cannot be taken: ${error.message}`, error.exit);
      throw error;
    }
    return true;
  }

  /** Puts the outcomes of plans as the export has them. Once, when all entries are in. */
  finish(): void {
    for (const settle of this.#settle) settle();
  }

  /** The review stands on an earlier day or above its plans: it is there, or was taken out of the file. */
  #review(id: string | undefined): string | null {
    return id !== undefined && reviewIds({ db: this.#db }).has(id) ? id : null;
  }

  #focus(id: string | null): string | null {
    if (id === null) return null;
    const known = row(this.#db, "SELECT 1 FROM statement WHERE kind = 'focus' AND id = ?", id);
    return known === undefined ? null : id;
  }

  #meet(codes: readonly string[], on: Day, refuse: Refuse): void {
    for (const code of codes) {
      if (this.#codes.has(code)) continue;
      if (!isCode(code)) throw refuse(`names "${code.slice(0, 40)}", which is no code`, EXIT.usage);
      this.#codes.add(code);
      this.people.push(code);
      addPerson(this.#tx, { code, name: null, cadenceDays: null, addedOn: on });
    }
  }
}

/** The days of which there may be one session of a kind; undefined where there may be any number. */
function placeOf({ kind, on }: Session): { from: Day; to: Day } | undefined {
  switch (kind) {
    case 'daily':
      return { from: on, to: on };
    case 'weekly':
      return { from: firstDayOf(weekOf(on)), to: lastDayOf(weekOf(on)) };
    case 'monthly':
      return periodOf('month', on);
    case 'quarterly':
      return periodOf('quarter', on);
    default:
      return undefined;
  }
}

/** The same door, by which the plan of a session gets the id that it had. */
function withPlanId(tx: Tx, planId: string | undefined): Tx {
  if (planId === undefined) return tx;
  return {
    ...tx,
    insert: (table, row) => tx.insert(table, table === 'intention' ? { ...row, id: planId } : row),
  };
}

function settleAs(tx: Tx, sessionId: string, { outcome, settledOn }: Settled): void {
  const made = row<{ id: string; outcome: Outcome | null }>(
    tx.db,
    'SELECT id, outcome FROM intention WHERE session_id = ?',
    sessionId,
  );
  if (!made) return;
  const patch = { outcome, settled_on: outcome === null ? null : (settledOn as Day | null) };
  tx.update('intention', made.id, outcome === null ? { ...patch, settled_by: null } : patch);
}

/** The same door for rows that a file made up: each has to be one that a jsonl import would take. */
function checking(tx: Tx): Tx {
  return {
    ...tx,
    insert(table, row) {
      const read = readRecord({ record: table, ...row });
      if ('problem' in read) throw new Unfit(read.problem);
      insertFitting(tx, table, row);
    },
  };
}
