import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS } from '../../../src/content/facets.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { AREAS } from '../../../src/domain/facet.ts';
import {
  type Changes,
  countFacets,
  coverageOf,
  facetsNow,
  KNOWLEDGE_STATES,
  type Knowledge,
  type KnowledgeState,
  keepsUntil,
  NO_CHANGES,
  openBets,
  parseConfidence,
} from '../../../src/domain/knowledge.ts';

const CHECKED = '2026-01-10' as Day;
const dayOn = (n: number) => addDays(CHECKED, n);

const facetOf = (area: string) => {
  const facet = FACETS.find((each) => each.area === area);
  if (!facet) throw new Error();
  return facet;
};

let ids = 0;
function row(more: Partial<Knowledge> & { state: KnowledgeState }): Knowledge {
  const facet = FACETS.find(({ id }) => id === (more.facet ?? 'best-hours'));
  if (!facet) throw new Error();
  const on = more.on ?? CHECKED;
  ids += 1;
  return {
    id: String(ids).padStart(6, '0'),
    personId: 'lee',
    facet: facet.id,
    area: facet.area,
    on,
    text: null,
    source: null,
    confidence: null,
    outcome: null,
    settledOn: null,
    settledBy: null,
    freshUntil: keepsUntil(more.state, on, facet),
    ...more,
  };
}

describe('a confirmed facet, day by day over 400 days', () => {
  const FRESH = { workstyle: 180, values: 365, followership: 180 } as const;
  const kinds = ['roleSince', 'teamSince', 'managerSince'] as const;
  /** The change, in days from the day of the check, and the last day that is fresh if it ends it. */
  const changes: readonly (readonly [at: number | null, last: number | null])[] = [
    [null, null],
    [-1, null],
    [0, null],
    [1, 0],
    [100, 99],
    [180, 179],
    [181, 180],
    [399, null],
  ];
  const cases = AREAS.flatMap((area) =>
    kinds.flatMap((kind) => changes.map(([at, last]) => ({ area, kind, at, last }))),
  );

  test.each(cases)('$area, $kind on day $at', ({ area, kind, at, last }) => {
    const facet = facetOf(area);
    const history = [row({ state: 'told', facet: facet.id })];
    const since: Changes = { ...NO_CHANGES, [kind]: at === null ? null : dayOn(at) };
    const expected = Math.min(FRESH[area], last ?? Number.POSITIVE_INFINITY);
    for (let n = 0; n <= 400; n++) {
      const [now] = facetsNow(history, since, [facet], dayOn(n));
      expect({ n, fresh: now?.fresh, stale: now?.stale }).toEqual({
        n,
        fresh: n <= expected,
        stale: n > expected,
      });
    }
  });

  test('before the day of the check nothing is known', () => {
    const [now] = facetsNow(
      [row({ state: 'seen' })],
      NO_CHANGES,
      [facetOf('workstyle')],
      dayOn(-1),
    );
    expect(now).toMatchObject({ state: 'unknown', fresh: false, stale: false, row: null });
  });

  test('the earliest of several changes ends it', () => {
    const since = { roleSince: dayOn(90), teamSince: dayOn(40), managerSince: dayOn(-5) };
    const fresh = (n: number) =>
      facetsNow([row({ state: 'told' })], since, [facetOf('workstyle')], dayOn(n))[0]?.fresh;
    expect([fresh(39), fresh(40)]).toEqual([true, false]);
  });
});

describe('the latest word counts', () => {
  test('by day, and within a day by id, whatever the order they come in', () => {
    const early = row({ state: 'told', text: 'early' });
    const guess = row({ state: 'assumed', text: 'guess', on: dayOn(3) });
    const late = row({ state: 'seen', text: 'late', on: dayOn(3) });
    const all = [late, early, guess];
    const at = (n: number) =>
      facetsNow(all, NO_CHANGES, [facetOf('workstyle')], dayOn(n))[0]?.row?.text;
    expect([at(0), at(2), at(3), at(50)]).toEqual(['early', 'early', 'late', 'late']);
  });

  test('a later "unknown" takes back what was known, a later "na" takes it out', () => {
    const known = row({ state: 'told' });
    for (const state of ['unknown', 'na'] as const) {
      const [now] = facetsNow([known, row({ state, on: dayOn(1) })], NO_CHANGES, FACETS, dayOn(1));
      expect(now).toMatchObject({ state, fresh: false, stale: false });
    }
  });
});

test('5 fresh, 2 stale, 6 assumed and the rest unknown are counted as such', () => {
  const states: (KnowledgeState | 'stale')[] = [
    ...Array<'told'>(5).fill('told'),
    ...Array<'stale'>(2).fill('stale'),
    ...Array<'assumed'>(6).fill('assumed'),
  ];
  const history = states.map((state, i) =>
    state === 'stale'
      ? row({ state: 'seen', facet: FACETS[i]?.id ?? '', on: dayOn(-400) })
      : row({ state, facet: FACETS[i]?.id ?? '' }),
  );
  expect(countFacets(facetsNow(history, NO_CHANGES, FACETS, CHECKED))).toEqual({
    na: 0,
    unknown: 5,
    assumed: 6,
    stale: 2,
    fresh: 5,
  });
});

describe('the whole journal in one pass', () => {
  const anyRow = fc
    .record({
      state: fc.constantFrom(...KNOWLEDGE_STATES),
      facet: fc.constantFrom(...FACETS.map(({ id }) => id)),
      personId: fc.constantFrom('lee', 'sam', 'kim', null),
      on: fc.integer({ min: -500, max: 50 }).map(dayOn),
    })
    .map(row);

  test('counts each person as on their own, and all their facets', () => {
    const people = ['lee', 'sam', 'ann'].map((id) => ({ id, changes: NO_CHANGES }));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
        const counts = coverageOf(rows, people, FACETS, CHECKED);
        expect([...counts.keys()]).toEqual(['lee', 'sam', 'ann']);
        for (const { id } of people) {
          const own = rows.filter(({ personId }) => personId === id);
          expect(counts.get(id)).toEqual(countFacets(facetsNow(own, NO_CHANGES, FACETS, CHECKED)));
          const sum = Object.values(counts.get(id) ?? {}).reduce((a, b) => a + b, 0);
          expect(sum).toBe(FACETS.length);
        }
      }),
    );
  });

  test('of somebody never noted all is unknown', () => {
    const counts = coverageOf([], [{ id: 'ann', changes: NO_CHANGES }], FACETS, CHECKED);
    expect(counts.get('ann')).toEqual({ na: 0, unknown: 18, assumed: 0, stale: 0, fresh: 0 });
  });
});

describe('bets that wait', () => {
  const bet = (more: Partial<Knowledge> = {}) =>
    row({ state: 'assumed', confidence: 0.8, ...more });

  test('are those with a confidence and no outcome, made by that day, the latest first', () => {
    const one = bet();
    const two = bet({ on: dayOn(2) });
    const settled = bet({ outcome: 'right', settledOn: dayOn(1) });
    const plain = row({ state: 'assumed' });
    const all = [one, settled, plain, two];
    expect(openBets(all, dayOn(1))).toEqual([one]);
    expect(openBets(all, dayOn(2))).toEqual([two, one]);
  });

  test('wait on after the facet was confirmed, and not once it does not apply', () => {
    const one = bet();
    expect(openBets([one, row({ state: 'told', on: dayOn(1) })], dayOn(9))).toEqual([one]);
    expect(openBets([one, row({ state: 'na', on: dayOn(1) })], dayOn(9))).toEqual([]);
  });
});

test.each([
  ['0.8', 0.8],
  ['.5', 0.5],
  ['80', 0.8],
  ['80%', 0.8],
  ['80 %', 0.8],
  ['62.5%', 0.625],
  ['50', 0.5],
  ['1', 1],
  ['100', 1],
  ['1.0', 1],
])('"%s" sure is %d', (text, confidence) => {
  expect(parseConfidence(text)).toBe(confidence);
});

test.each([
  '0.49',
  '49',
  '1%',
  '1.01',
  '101',
  '0',
  '-0.8',
  '',
  '%',
  'very',
  '0,8',
  'Infinity',
  '1e0',
])('"%s" is no confidence', (text) => {
  expect(parseConfidence(text)).toBeUndefined();
});
