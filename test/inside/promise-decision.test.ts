import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import {
  LOOK_BACK_VERDICTS,
  NO_FIELDS,
  nextLookBack,
  REVERSIBILITIES,
  withStatusQuo,
} from '../../src/domain/decision.ts';
import {
  addDecision,
  addOption,
  chooseOption,
  decisionById,
  fillOption,
  holdLookBack,
  listDecisions,
  lookBacksDue,
  removeDecision,
} from '../../src/store/decision.ts';
import { listActions, redo, undo } from '../../src/store/history.ts';
import type { Journal } from '../../src/store/journal.ts';
import { addPerson, listPeople } from '../../src/store/person.ts';
import {
  addPromise,
  listPromises,
  openPromisesWith,
  promiseById,
  promisesDue,
  removePromise,
  settlePromise,
} from '../../src/store/promise.ts';
import { search } from '../../src/store/search.ts';
import { latestStatement } from '../../src/store/statement.ts';
import { type Tx, write } from '../../src/store/write.ts';
import { day, TestJournal } from '../support/journal.ts';

const today = day('2026-11-20');
const CODES = ['lee', 'sam', 'kim'];

function withPeople(): TestJournal {
  const own = new TestJournal();
  write(own.journal, 'person', (tx) => {
    for (const code of CODES)
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: today, roleSince: null });
    tx.insert('statement', {
      id: tx.newId(),
      kind: 'focus',
      on_day: day('2026-11-01'),
      text: 'every signup without us',
      because: null,
    });
  });
  return own;
}

const idOf = (journal: Journal, code: string | null) =>
  listPeople(journal).find((each) => each.code === code)?.id ?? null;

function promised(
  own: TestJournal,
  text: string,
  who: { by?: string; to?: string; due?: string; with?: string[] } = {},
): string {
  const { journal } = own;
  return write(journal, 'promise', (tx) =>
    addPromise(
      tx,
      {
        made_on: day('2026-11-02'),
        text,
        by_id: idOf(journal, who.by ?? null),
        to_id: idOf(journal, who.to ?? null),
        due_on: (who.due ?? null) as Day | null,
        wording: 'result',
        proposed_by: 'owner',
        success: null,
        focus_id: latestStatement(journal, 'focus')?.id ?? null,
      },
      (who.with ?? []).flatMap((code) => idOf(journal, code) ?? []),
    ),
  );
}

function opened(
  own: TestJournal,
  question = 'Which vendor?',
  owner: string | null = 'lee',
): string {
  const page = {
    opened_on: today,
    question,
    owner_id: idOf(own.journal, owner),
    due_on: null,
    challenger_id: null,
    sign: null,
  };
  const options = ['Buy', 'Build'].map((title) => ({ ...NO_FIELDS, title, statusQuo: false }));
  return write(own.journal, 'decide', (tx) => addDecision(tx, page, withStatusQuo(options)));
}

function chosen(own: TestJournal, id: string, on: Day): void {
  const [option] = decisionById(own.journal, id).options;
  write(own.journal, 'decide', (tx) =>
    chooseOption(tx, id, { optionId: option?.id ?? '', sign: 'outages', complete: false, on }),
  );
}

describe('promises', () => {
  test('are read with codes, joint owners in order, and the focus sentence', () => {
    using own = withPeople();
    const id = promised(own, 'the draft', { by: 'sam', to: 'kim', with: ['lee', 'kim'] });
    expect(promiseById(own.journal, id)).toMatchObject({
      text: 'the draft',
      by: 'sam',
      to: 'kim',
      together: ['kim', 'lee'],
      focus: 'every signup without us',
      outcome: null,
      settledOn: null,
    });
  });

  test('are due on their day and after it, while they are open', () => {
    using own = withPeople();
    promised(own, 'later', { due: '2026-11-21' });
    promised(own, 'today', { due: '2026-11-20' });
    promised(own, 'long ago', { due: '2026-11-03', by: 'lee' });
    promised(own, 'no day');
    const kept = promised(own, 'kept', { due: '2026-11-10' });
    write(own.journal, 'keep', (tx) => settlePromise(tx, kept, 'kept', today));
    expect(promisesDue(own.journal, today).map(({ text }) => text)).toEqual(['long ago', 'today']);
  });

  test('with somebody are those they made, were promised or own with others', () => {
    using own = withPeople();
    promised(own, 'a', { to: 'lee' });
    promised(own, 'b', { by: 'lee', due: '2026-11-21' });
    promised(own, 'c', { by: 'sam', with: ['lee'] });
    promised(own, 'd', { to: 'sam' });
    const done = promised(own, 'e', { to: 'lee' });
    write(own.journal, 'keep', (tx) => settlePromise(tx, done, 'kept', today));
    const texts = (code: string) => openPromisesWith(own.journal, code).map(({ text }) => text);
    expect(texts('lee')).toEqual(['b', 'a', 'c']);
    expect(texts('kim')).toEqual([]);
  });

  test('are removed with their joint owners', () => {
    using own = withPeople();
    const before = own.tables();
    const id = promised(own, 'the draft', { with: ['lee', 'kim'] });
    write(own.journal, 'delete', (tx) => removePromise(tx, id));
    expect(own.tables()).toEqual(before);
    expect(search(own.journal, 'draft', 10)).toEqual([]);
  });
});

describe('decisions', () => {
  test('keep their options by place, leaving things as they are last', () => {
    using own = withPeople();
    const id = opened(own);
    write(own.journal, 'decide', (tx) =>
      addOption(tx, id, 4, { ...NO_FIELDS, title: 'Rent', statusQuo: false }),
    );
    const { options } = decisionById(own.journal, id);
    expect(options.map(({ place, title, statusQuo }) => [place, title, statusQuo])).toEqual([
      [1, 'Buy', false],
      [2, 'Build', false],
      [3, 'Leave things as they are', true],
      [4, 'Rent', false],
    ]);
  });

  test('that were chosen are looked back on after 30 and 90 days, one look at a time', () => {
    using own = withPeople();
    const id = opened(own);
    chosen(own, id, today);
    const due = (on: Day) => lookBacksDue(own.journal, on).map(({ lookBack }) => lookBack.dueOn);
    expect(decisionById(own.journal, id)).toMatchObject({
      chosen: 1,
      chosenOn: today,
      complete: false,
      sign: 'outages',
    });
    expect(due(addDays(today, 29))).toEqual([]);
    expect(due(addDays(today, 30))).toEqual(['2026-12-20']);
    expect(due(addDays(today, 120))).toEqual(['2026-12-20']);
    const next = nextLookBack(decisionById(own.journal, id));
    write(own.journal, 'decide', (tx) =>
      holdLookBack(tx, next?.id ?? '', { on: addDays(today, 30), verdict: 'stands', text: null }),
    );
    expect(due(addDays(today, 89))).toEqual([]);
    expect(due(addDays(today, 90))).toEqual(['2027-02-18']);
  });

  test('are removed whole, and whole they come back', () => {
    using own = withPeople();
    const before = own.tables();
    const id = opened(own);
    chosen(own, id, today);
    const whole = own.tables();
    write(own.journal, 'delete', (tx) => removeDecision(tx, id));
    expect(own.tables()).toEqual(before);
    undo(own.journal);
    expect(own.tables()).toEqual(whole);
    expect(own.journal.db.pragma('foreign_key_check')).toEqual([]);
  });
});

const KINDS = [
  'promise',
  'keep',
  'drop',
  'mend',
  'unpromise',
  'open',
  'fill',
  'add',
  'choose',
  'hold',
  'close',
] as const;
interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly what: number;
}
const pick = <T>(from: readonly T[], n: number): T | undefined =>
  from[n % Math.max(1, from.length)];

/** Does a step through the store, as the commands do. Some steps find nothing to do. */
function take(own: TestJournal, { kind, which, what }: Step): void {
  const { journal } = own;
  const on = addDays(today, what % 40);
  const promise = pick(listPromises(journal), which);
  const decision = pick(listDecisions(journal), which);
  const option = pick(decision?.options ?? [], what);
  const text = `words ${what}`;
  const back = decision && nextLookBack(decision);
  const work: Partial<Record<Step['kind'], (tx: Tx) => unknown>> = {
    keep: (tx) => promise?.outcome === null && settlePromise(tx, promise.id, 'kept', on),
    drop: (tx) =>
      promise?.outcome === null && settlePromise(tx, promise.id, 'dropped', on, { why: text }),
    mend: (tx) => promise && tx.update('promise', promise.id, { text, due_on: on }),
    unpromise: (tx) => promise && removePromise(tx, promise.id),
    fill: (tx) =>
      option &&
      fillOption(tx, option.id, {
        costs: text,
        reversibility: pick(REVERSIBILITIES, what) ?? null,
        confidence: (what % 11) / 10,
      }),
    add: (tx) =>
      decision &&
      addOption(tx, decision.id, decision.options.length + 1, {
        ...NO_FIELDS,
        title: text,
        statusQuo: false,
      }),
    choose: (tx) =>
      decision?.chosen === null &&
      option &&
      chooseOption(tx, decision.id, { optionId: option.id, sign: text, complete: true, on }),
    hold: (tx) =>
      back &&
      holdLookBack(tx, back.id, { on, verdict: pick(LOOK_BACK_VERDICTS, what) ?? 'stands', text }),
    close: (tx) => decision && removeDecision(tx, decision.id),
  };
  if (kind === 'promise') promised(own, text, { to: 'lee', due: on, with: CODES.slice(what % 4) });
  else if (kind === 'open') opened(own, text, pick([...CODES, null], what) ?? null);
  else write(journal, kind, (tx) => work[kind]?.(tx));
}

test('undo and redo give back every state on the way, with its search results', () => {
  const step = fc.record({
    kind: fc.constantFrom(...KINDS),
    which: fc.nat(20),
    what: fc.nat(60),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
      using own = withPeople();
      own.journal.db.pragma('synchronous = OFF');
      const state = () => ({ tables: own.tables(), found: search(own.journal, 'words', 500) });
      const states = [state()];
      for (const each of steps) {
        const before = listActions(own.journal, 1000).length;
        take(own, each);
        if (listActions(own.journal, 1000).length > before) states.push(state());
      }
      for (let i = states.length - 2; i >= 0; i--) {
        undo(own.journal);
        expect(state()).toEqual(states[i]);
      }
      for (const each of states.slice(1)) {
        redo(own.journal);
        expect(state()).toEqual(each);
      }
      expect(own.journal.db.pragma('foreign_key_check')).toEqual([]);
    }),
    { seed: 1, numRuns: 20 },
  );
});
