import { expect, test } from 'vitest';
import { coverageByPerson, openGuesses } from '../../../src/cli/known.ts';
import { FACETS } from '../../../src/content/facets.ts';
import { type KnowledgeState, keepsUntil } from '../../../src/domain/knowledge.ts';
import { addKnowledge, settleBet } from '../../../src/store/knowledge.ts';
import { addPerson } from '../../../src/store/person.ts';
import { type Tx, write } from '../../../src/store/write.ts';
import { day, TestJournal } from '../../support/journal.ts';

function know(
  tx: Tx,
  personId: string,
  i: number,
  state: KnowledgeState,
  on: string,
  sure?: number,
) {
  const facet = FACETS[i];
  if (!facet) throw new Error();
  return addKnowledge(tx, {
    personId,
    facet: facet.id,
    area: facet.area,
    on: day(on),
    state,
    text: 'x',
    source: null,
    confidence: sure ?? null,
    freshUntil: keepsUntil(state, day(on), facet),
  });
}

function people(own: TestJournal, ...codes: string[]): string[] {
  return write(own.journal, 'x', (tx) =>
    codes.map((code) =>
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-11-01') }),
    ),
  );
}

test('coverage for the choice of a prompt is what was known when the day began', () => {
  using own = new TestJournal();
  const [lee = ''] = people(own, 'lee');
  write(own.journal, 'x', (tx) => {
    for (let i = 0; i < 9; i++) know(tx, lee, i, 'told', '2026-11-10');
    know(tx, lee, 9, 'told', '2026-11-20');
  });
  expect(coverageByPerson(own.journal, day('2026-11-10'))).toEqual(new Map([['lee', 0]]));
  expect(coverageByPerson(own.journal, day('2026-11-20')).get('lee')).toBe(50);
  expect(coverageByPerson(own.journal, day('2026-11-21')).get('lee')).toBeCloseTo(1000 / 18, 9);
});

test('a new role counts from the day after: a day keeps its prompt', () => {
  using own = new TestJournal();
  const [lee = ''] = people(own, 'lee');
  write(own.journal, 'x', (tx) => {
    for (let i = 0; i < 9; i++) know(tx, lee, i, 'told', '2026-11-10');
    tx.update('person', lee, { role_since: day('2026-11-20') });
  });
  expect(coverageByPerson(own.journal, day('2026-11-20')).get('lee')).toBe(50);
  expect(coverageByPerson(own.journal, day('2026-11-21')).get('lee')).toBe(0);
});

test('somebody of whom too few facets apply, or who was added on the day, is absent', () => {
  using own = new TestJournal();
  const [lee = ''] = people(own, 'lee', 'sam');
  write(own.journal, 'x', (tx) => {
    for (let i = 0; i < 13; i++) know(tx, lee, i, 'na', '2026-11-10');
  });
  expect(coverageByPerson(own.journal, day('2026-11-20'))).toEqual(new Map([['sam', 0]]));
  expect(coverageByPerson(own.journal, day('2026-11-01'))).toEqual(new Map());
});

test('open guesses are the bets about one person that wait', () => {
  using own = new TestJournal();
  const [lee = '', sam = ''] = people(own, 'lee', 'sam');
  const [open] = write(own.journal, 'x', (tx) => {
    const waits = know(tx, lee, 0, 'assumed', '2026-11-10', 0.8);
    const settled = know(tx, lee, 1, 'assumed', '2026-11-10', 0.8);
    know(tx, lee, 2, 'assumed', '2026-11-10');
    know(tx, sam, 0, 'assumed', '2026-11-10', 0.9);
    settleBet(tx, settled, 'half', day('2026-11-11'), null);
    return [waits];
  });
  const guesses = openGuesses(own.journal, lee, day('2026-11-20'));
  expect(guesses.map(({ id }) => id)).toEqual([open]);
});
