import { addDays, type Day } from '../domain/day.ts';
import {
  type Decision,
  type DecisionOption,
  LOOK_BACK_DAYS,
  type LookBack,
  type LookBackVerdict,
  type NewOption,
  type OptionFields,
} from '../domain/decision.ts';
import type { Journal } from './journal.ts';
import { rows } from './prepared.ts';
import type { Rows } from './tables.ts';
import type { Tx } from './write.ts';

type Reading = Pick<Journal, 'db'>;

const SELECT = `SELECT decision.id, decision.opened_on AS openedOn, decision.question, owner.code AS owner,
                       decision.due_on AS dueOn, challenger.code AS challenger, chosen.place AS chosen,
                       decision.chosen_on AS chosenOn, decision.sign, decision.complete
                FROM decision LEFT JOIN person AS owner ON owner.id = decision.owner_id
                     LEFT JOIN person AS challenger ON challenger.id = decision.challenger_id
                     LEFT JOIN decision_option AS chosen ON chosen.id = decision.option_id`;

/** All options pages, the latest first. */
export function listDecisions({ db }: Reading): Decision[] {
  return read(db, 'ORDER BY decision.opened_on DESC, decision.id DESC');
}

/** Options pages of somebody's that are not chosen yet, the latest first. */
export function openDecisionsOf({ db }: Reading, code: string): Decision[] {
  return read(
    db,
    `WHERE decision.owner_id = (SELECT id FROM person WHERE code = ?) AND decision.option_id IS NULL
     ORDER BY decision.opened_on DESC, decision.id DESC`,
    code,
  );
}

export function decisionById({ db }: Reading, id: string): Decision {
  const [found] = read(db, 'WHERE decision.id = ?', id);
  if (!found) throw new Error(`no decision ${id}`);
  return found;
}

/** A decision to look back on. */
export interface LookBackDue {
  readonly decision: Decision;
  readonly lookBack: LookBack;
}

/** Looks back that are due on a day or were before it: the earliest of each decision, the longest due first. */
export function lookBacksDue(journal: Reading, today: Day): LookBackDue[] {
  return rows<{ id: string }>(
    journal.db,
    `SELECT decision_id AS id FROM look_back WHERE held_on IS NULL AND due_on <= ?
     GROUP BY +decision_id ORDER BY min(due_on), decision_id`,
    today,
  ).flatMap(({ id }) => {
    const decision = decisionById(journal, id);
    const lookBack = decision.lookBacks.find(({ heldOn }) => heldOn === null);
    return lookBack ? [{ decision, lookBack }] : [];
  });
}

type Found = Omit<Decision, 'options' | 'lookBacks' | 'complete'> & { complete: 0 | 1 | null };

function read(db: Journal['db'], tail: string, ...values: unknown[]): Decision[] {
  return rows<Found>(db, `${SELECT} ${tail}`, ...values).map((found) => ({
    ...found,
    complete: found.complete === null ? null : found.complete === 1,
    options: optionsOf(db, found.id),
    lookBacks: rows<LookBack>(
      db,
      `SELECT id, due_on AS dueOn, held_on AS heldOn, verdict, text FROM look_back
       WHERE decision_id = ? ORDER BY due_on, id`,
      found.id,
    ),
  }));
}

function optionsOf(db: Journal['db'], decisionId: string): DecisionOption[] {
  return rows<Omit<DecisionOption, 'statusQuo'> & { statusQuo: 0 | 1 }>(
    db,
    `SELECT id, place, title, benefits, costs, bearers, reversibility, confidence, status_quo AS statusQuo
     FROM decision_option WHERE decision_id = ? ORDER BY place`,
    decisionId,
  ).map((option) => ({ ...option, statusQuo: option.statusQuo === 1 }));
}

type NewPage = Pick<
  Rows['decision'],
  'opened_on' | 'question' | 'owner_id' | 'due_on' | 'challenger_id' | 'sign'
>;

export function addDecision(tx: Tx, page: NewPage, options: readonly NewOption[]): string {
  const id = tx.newId();
  tx.insert('decision', { ...page, id, option_id: null, chosen_on: null, complete: null });
  for (const [i, option] of options.entries()) addOption(tx, id, i + 1, option);
  return id;
}

export function addOption(tx: Tx, decisionId: string, place: number, option: NewOption): void {
  const { statusQuo, ...fields } = option;
  tx.insert('decision_option', {
    ...fields,
    id: tx.newId(),
    decision_id: decisionId,
    place,
    status_quo: statusQuo ? 1 : 0,
  });
}

/** Fills in what is said of an option; what is not named stays. */
export function fillOption(
  tx: Tx,
  id: string,
  patch: Partial<OptionFields & Pick<NewOption, 'title'>>,
): void {
  tx.update('decision_option', id, patch);
}

/** Chooses an option; the looks back on it become due. */
export function chooseOption(
  tx: Tx,
  decisionId: string,
  choice: {
    readonly optionId: string;
    readonly sign: string | null;
    readonly complete: boolean;
    readonly on: Day;
  },
): void {
  tx.update('decision', decisionId, {
    option_id: choice.optionId,
    chosen_on: choice.on,
    sign: choice.sign,
    complete: choice.complete ? 1 : 0,
  });
  for (const days of LOOK_BACK_DAYS) {
    tx.insert('look_back', {
      id: tx.newId(),
      decision_id: decisionId,
      due_on: addDays(choice.on, days),
      held_on: null,
      verdict: null,
      text: null,
    });
  }
}

export function holdLookBack(
  tx: Tx,
  id: string,
  held: { readonly on: Day; readonly verdict: LookBackVerdict; readonly text: string | null },
): void {
  tx.update('look_back', id, { held_on: held.on, verdict: held.verdict, text: held.text });
}

/** Removes a page with its options and its looks back. */
export function removeDecision(tx: Tx, id: string): void {
  for (const table of ['look_back', 'decision_option'] as const) {
    for (const part of rows<{ id: string }>(
      tx.db,
      `SELECT id FROM ${table} WHERE decision_id = ? ORDER BY id`,
      id,
    )) {
      tx.remove(table, part.id);
    }
  }
  tx.remove('decision', id);
}
