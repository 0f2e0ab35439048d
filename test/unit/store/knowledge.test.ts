import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS } from '../../../src/content/facets.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Facet } from '../../../src/domain/facet.ts';
import {
  type Changes,
  facetsNow,
  KNOWLEDGE_STATES,
  type KnowledgeState,
  keepsUntil,
  NO_CHANGES,
} from '../../../src/domain/knowledge.ts';
import { undo } from '../../../src/store/history.ts';
import {
  addKnowledge,
  changesByPerson,
  knowledgeFacts,
  listKnowledge,
  removeKnowledge,
  settleBet,
} from '../../../src/store/knowledge.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addAsked, addQuestion, changeQuestion, listAsked } from '../../../src/store/question.ts';
import { search } from '../../../src/store/search.ts';
import { type Tx, write } from '../../../src/store/write.ts';
import { day, TestJournal } from '../../support/journal.ts';

const lee = { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-01-01') };
const facetNamed = (id: string): Facet => {
  const facet = FACETS.find((each) => each.id === id);
  if (!facet) throw new Error(id);
  return facet;
};

function add(
  tx: Tx,
  personId: string | null,
  given: { facet?: string; state: KnowledgeState; on: string; confidence?: number; text?: string },
): string {
  const facet = facetNamed(given.facet ?? 'best-hours');
  const on = day(given.on);
  return addKnowledge(tx, {
    personId,
    facet: facet.id,
    area: facet.area,
    on,
    state: given.state,
    text: given.text ?? null,
    source: null,
    confidence: given.confidence ?? null,
    freshUntil: keepsUntil(given.state, on, facet),
  });
}

describe('v_facet and the domain', () => {
  const START = day('2026-01-10');
  const shift = (n: number): Day => addDays(START, n);
  const change = fc.option(fc.integer({ min: -20, max: 420 }).map(shift), { nil: null });
  const anyChanges: fc.Arbitrary<Changes> = fc.record({
    roleSince: change,
    teamSince: change,
    managerSince: change,
  });
  const anyRow = fc.record({
    facet: fc.constantFrom('best-hours', 'growth', 'context'),
    state: fc.constantFrom(...KNOWLEDGE_STATES),
    on: fc.integer({ min: 0, max: 60 }).map(shift),
  });

  test('agree on every one of 400 days about what is fresh', () => {
    fc.assert(
      fc.property(
        anyChanges,
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        (changes, given) => {
          using own = new TestJournal();
          const { journal } = own;
          const id = write(journal, 'x', (tx) => {
            const person = addPerson(tx, lee);
            tx.update('person', person, {
              role_since: changes.roleSince,
              team_since: changes.teamSince,
              manager_since: changes.managerSince,
            });
            for (const each of given) add(tx, person, each);
            return person;
          });
          expect(changesByPerson(journal).get(id)).toEqual(changes);
          const rows = journal.db
            .prepare('SELECT facet, state, checked_on, fresh_until FROM v_facet')
            .all() as { facet: string; state: string; checked_on: Day; fresh_until: Day | null }[];
          const history = listKnowledge(journal, id);
          const last =
            given
              .map(({ on }) => on)
              .sort()
              .at(-1) ?? START;
          for (let n = 0; n <= 400; n++) {
            const on = addDays(last, n);
            for (const now of facetsNow(history, changes, FACETS, on)) {
              const view = rows.find(({ facet }) => facet === now.facet.id);
              const fresh = view?.fresh_until != null && on <= view.fresh_until;
              if (view?.state === (now.row?.state ?? undefined) && fresh === now.fresh) continue;
              expect({ on, facet: now.facet.id, view }).toEqual(now);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('oneself has no role that changes', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) =>
      add(tx, null, { facet: 'context', state: 'told', on: '2026-01-10' }),
    );
    const row = own.journal.db.prepare('SELECT person, fresh_until FROM v_facet').get();
    expect(row).toEqual({ person: null, fresh_until: '2026-07-09' });
    const [now] = facetsNow(
      listKnowledge(own.journal, null),
      NO_CHANGES,
      [facetNamed('context')],
      day('2026-07-09'),
    );
    expect(now).toMatchObject({ fresh: true, freshUntil: '2026-07-09' });
  });
});

describe('removing what was noted', () => {
  function filled(own: TestJournal) {
    return write(own.journal, 'x', (tx) => {
      const person = addPerson(tx, lee);
      const bet = add(tx, person, {
        state: 'assumed',
        on: '2026-01-10',
        confidence: 0.8,
        text: 'a',
      });
      const other = add(tx, person, {
        state: 'assumed',
        on: '2026-01-10',
        confidence: 0.6,
        text: 'b',
      });
      const told = add(tx, person, { state: 'told', on: '2026-01-12', text: 'c' });
      settleBet(tx, bet, 'wrong', day('2026-01-12'), told);
      settleBet(tx, other, 'right', day('2026-01-11'), null);
      const asked = addAsked(tx, {
        question: 'best-hours-thinking',
        text: 'When?',
        personId: person,
        on: day('2026-01-12'),
        learned: 'c',
        knowledgeId: told,
      });
      return { person, bet, other, told, asked };
    });
  }

  test('reopens the bet that it settled, leaves the question asked, and is undone whole', () => {
    using own = new TestJournal();
    const { person, bet, other, told } = filled(own);
    expect(listAsked(own.journal)).toMatchObject([{ facet: 'best-hours', confirmed: true }]);
    const before = own.tables();
    write(own.journal, 'delete', (tx) => removeKnowledge(tx, told));
    const left = listKnowledge(own.journal, person);
    expect(left.map(({ id }) => id)).toEqual([bet, other]);
    expect(left[0]).toMatchObject({ outcome: null, settledOn: null, settledBy: null });
    expect(left[1]).toMatchObject({ outcome: 'right' });
    expect(listAsked(own.journal)).toMatchObject([
      { knowledgeId: null, facet: null, confirmed: false, learned: 'c' },
    ]);
    undo(own.journal);
    expect(own.tables()).toEqual(before);
  });

  test('a settled bet goes alone', () => {
    using own = new TestJournal();
    const { person, bet, told } = filled(own);
    write(own.journal, 'delete', (tx) => removeKnowledge(tx, bet));
    expect(listKnowledge(own.journal, person).map(({ id }) => id)).toContain(told);
  });
});

test('facts are those of people, up to the end of a day', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    const person = addPerson(tx, lee);
    add(tx, person, { state: 'told', on: '2026-01-10' });
    add(tx, person, { state: 'na', on: '2026-01-11' });
    add(tx, null, { facet: 'context', state: 'told', on: '2026-01-10' });
  });
  const states = (on: string) => knowledgeFacts(own.journal, day(on)).map(({ state }) => state);
  expect(states('2026-01-09')).toEqual([]);
  expect(states('2026-01-10')).toEqual(['told']);
  expect(states('2026-01-11')).toEqual(['told', 'na']);
});

test('words of questions and of knowledge are found, those before a change are not', () => {
  using own = new TestJournal();
  const id = write(own.journal, 'x', (tx) => {
    add(tx, addPerson(tx, lee), { state: 'told', on: '2026-01-10', text: 'vendor mornings' });
    return addQuestion(
      tx,
      null,
      { text: 'Which vendor?', facets: [], state: 'active' },
      day('2026-01-10'),
    );
  });
  expect(search(own.journal, 'vendor', 9)).toHaveLength(2);
  write(own.journal, 'x', (tx) =>
    changeQuestion(tx, id, { text: 'Which customer?', facets: [], state: 'active' }),
  );
  expect(search(own.journal, 'vendor', 9)).toHaveLength(1);
  expect(search(own.journal, 'customer', 9)).toHaveLength(1);
});
