import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROMPTS } from '../../../src/content/prompts.ts';
import {
  CHOICE,
  type ChoiceInput,
  FAMILIES,
  familiesInTurn,
  type PastPrompt,
  type PromptTemplate,
  rankPrompts,
  wording,
} from '../../../src/domain/choice.ts';
import { addDays, type Day, daysBetween } from '../../../src/domain/day.ts';
import { overdueRatio, type Person } from '../../../src/domain/person.ts';
import { aPerson } from '../../support/person.ts';

const today = '2026-11-20' as Day;
const ago = (days: number) => addDays(today, -days);

function template(id: string, more: Partial<PromptTemplate> = {}): PromptTemplate {
  return { id, version: 1, family: 'knowing', about: 'me', tone: 'open', text: id, ...more };
}

function person(code: string, daysSinceContact: number, more: Partial<Person> = {}): Person {
  return aPerson(code, { lastContact: ago(daysSinceContact), ...more });
}

function past(id: string, daysAgo: number, more: Partial<PastPrompt> = {}): PastPrompt {
  return { on: ago(daysAgo), id, person: null, skipped: false, ...more };
}

function input(more: Partial<ChoiceInput>): ChoiceInput {
  return { on: today, templates: [template('one')], people: [], past: [], pairs: {}, ...more };
}

const ids = (given: Partial<ChoiceInput>) =>
  rankPrompts(input(given)).map(({ template: { id }, person: about }) =>
    about ? `${id} ${about}` : id,
  );

/** The terms of the one candidate that there is. */
function terms(given: Partial<ChoiceInput>) {
  const [only, ...more] = rankPrompts(input(given));
  if (!only || more.length > 0) throw new Error('not one candidate');
  return only.terms;
}

describe('a prompt is not put', () => {
  const fillers = (n: number) => Array.from({ length: n }, (_, i) => past(`filler-${i}`, i + 1));

  test('when it was put within the last six sessions, and is after them', () => {
    expect(ids({ past: [...fillers(5), past('one', 6)] })).toEqual([]);
    expect(ids({ past: [...fillers(6), past('one', 7)] })).toEqual(['one']);
  });

  test('when it was put six sessions ago, however many weeks that is', () => {
    const rare = fillers(5).map((each, i) => ({ ...each, on: ago(60 * (i + 1)) }));
    expect(ids({ past: [...rare, past('one', 400)] })).toEqual([]);
  });

  const about = template('about', { about: 'person' });

  test('about a person when two of the last four were about people', () => {
    const [x, y] = ['x', 'y'].map((id, i) => past(id, i + 1, { person: 'kim' }));
    if (!x || !y) throw new Error();
    const lee = { templates: [about], people: [person('lee', 9)] };
    expect(ids({ ...lee, past: [past('f', 1), x, past('g', 3), y] })).toEqual([]);
    expect(ids({ ...lee, past: [past('f', 1), x, past('g', 3), past('h', 4), y] })).toEqual([
      'about lee',
    ]);
  });

  test('about somebody whom one of the last two was about', () => {
    const lee = { templates: [about], people: [person('lee', 9)] };
    expect(ids({ ...lee, past: [past('x', 1, { person: 'lee' })] })).toEqual([]);
    expect(ids({ ...lee, past: [past('f', 1), past('x', 2, { person: 'lee' })] })).toEqual([]);
    expect(
      ids({ ...lee, past: [past('f', 1), past('g', 2), past('x', 3, { person: 'lee' })] }),
    ).toEqual(['about lee']);
  });

  test('about somebody met lately, unless the talk is twice overdue', () => {
    const given = { templates: [about], past: [past('x', 1, { person: 'lee' })] };
    expect(ids({ ...given, people: [person('lee', 13)] })).toEqual([]);
    expect(ids({ ...given, people: [person('lee', 14)] })).toEqual(['about lee']);
  });

  test('about somebody quiet, gone or unknown', () => {
    const people = [person('lee', 90, { state: 'quiet' }), person('kim', 90, { state: 'left' })];
    expect(ids({ templates: [about], people })).toEqual([]);
    expect(ids({ templates: [about], people: [] })).toEqual([]);
  });

  test('when it is sensitive and another sensitive one was put within a week', () => {
    const templates = [
      template('tender', { sensitive: true }),
      template('raw', { sensitive: true }),
    ];
    expect(ids({ templates, past: [past('raw', 6)] })).toEqual([]);
    expect(ids({ templates: [...templates, template('plain')], past: [past('raw', 6)] })).toEqual([
      'plain',
    ]);
    expect(ids({ templates, past: [past('raw', 7)] })).toEqual(['tender']);
  });
});

describe('the score', () => {
  const about = template('about', { about: 'person' });

  test.each([
    [0, 0],
    [7, 1],
    [10.5 * 2, 3],
    [28, 3],
    [700, 3],
  ])('a talk %d days ago with a cadence of seven gives %d for overdue', (days, term) => {
    expect(terms({ templates: [about], people: [person('lee', days)] }).overdue).toBeCloseTo(
      term,
      12,
    );
  });

  test('somebody never met counts from the day they were added', () => {
    const ann = person('ann', 0, { lastContact: null, addedOn: ago(14) });
    expect(terms({ templates: [about], people: [ann] }).overdue).toBeCloseTo(2, 12);
  });

  test('a prompt about nobody has neither overdue nor unknown', () => {
    expect(terms({ people: [person('lee', 90)], coverage: new Map([['lee', 0]]) })).toMatchObject({
      overdue: 0,
      unknown: 0,
    });
  });

  test.each([
    [0, 2],
    [27.8, 1.444],
    [100, 0],
  ])('knowing %d %% of somebody gives %d for unknown', (coverage, term) => {
    const given = { templates: [about], people: [person('lee', 0)] };
    expect(terms({ ...given, coverage: new Map([['lee', coverage]]) }).unknown).toBeCloseTo(
      term,
      12,
    );
    expect(terms(given).unknown).toBe(0);
  });

  test.each([
    ['5 counted', { share: 0.2, n: 5 }, 1.6],
    ['all on the leader side', { share: 1, n: 40 }, 0],
    ['too few counted', { share: 0, n: 4 }, 1],
  ])('%s gives its weakness', (_, stance, term) => {
    expect(
      terms({ templates: [template('one', { family: 'stance' })], pairs: { stance } }).weak,
    ).toBeCloseTo(term, 12);
  });

  test('a family whose pair was never counted is half weak, one without a pair is not', () => {
    const weak = (family: PromptTemplate['family']) =>
      terms({ templates: [template('one', { family })] }).weak;
    expect(FAMILIES.map(weak)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  test.each([
    [1, 1.5 / 14],
    [7, 0.75],
    [14, 1.5],
    [300, 1.5],
  ])('a family asked %d days ago is neglected by %d', (days, term) => {
    const templates = [template('one'), template('other', { about: 'person' })];
    expect(terms({ templates, past: [past('other', days)] }).neglect).toBeCloseTo(term, 12);
  });

  test('a family never asked is neglected in full', () => {
    expect(terms({ past: [past('gone', 1)] }).neglect).toBe(1.5);
  });

  test('an exercise follow-up on the day lifts its family', () => {
    expect(terms({ followUps: new Set(['knowing']) }).followUp).toBe(2.5);
    expect(terms({ followUps: new Set(['trust']) }).followUp).toBe(0);
  });

  const problems = ['p1', 'p2', 'p3', 'p4'].map((id) =>
    template(id, { tone: 'problem', about: 'person' }),
  );
  const asked = (...all: string[]) => all.map((id, i) => past(id, i + 1));
  const balanced = (tone: PromptTemplate['tone'], ...all: string[]) =>
    terms({
      templates: [template('one', { tone }), ...problems, template('open', { about: 'person' })],
      past: asked(...all),
    }).balance;

  test('after four problems in a row what went well is preferred', () => {
    expect(balanced('strength', 'p1', 'p2', 'p3', 'p4')).toBe(1);
    expect(balanced('open', 'p1', 'p2', 'p3', 'p4')).toBe(0);
    expect(balanced('problem', 'p1', 'p2', 'p3', 'p4')).toBe(0);
  });

  test('after three, or with something else among them, it is not', () => {
    expect(balanced('strength', 'p1', 'p2', 'p3')).toBe(0);
    expect(balanced('strength', 'p1', 'open', 'p3', 'p4')).toBe(0);
    expect(balanced('strength', 'p1', 'p2', 'p3', 'p4', 'open')).toBe(1);
  });

  test('what was skipped lately sinks by the share of its last three offers', () => {
    const before = Array.from({ length: 6 }, (_, i) => past(`f${i}`, i + 1));
    const offers = (...skips: boolean[]) =>
      terms({ past: [...before, ...skips.map((skipped, i) => past('one', 20 + i, { skipped }))] })
        .skipped;
    expect(offers(true, false, false)).toBeCloseTo(-1 / 3, 12);
    expect(offers(true, true, true)).toBe(-1);
    expect(offers(false, false, false, true)).toBeCloseTo(0, 12);
    expect(terms({ past: before }).skipped).toBeCloseTo(0, 12);
  });

  test('is the sum of its terms', () => {
    const people = [person('lee', 9), person('kim', 20)];
    for (const { terms: each, score } of rankPrompts(input({ templates: PROMPTS, people }))) {
      expect(score).toBeCloseTo(
        Object.values(each).reduce((sum: number, term: number) => sum + term, 0),
        12,
      );
    }
  });
});

describe('the winner', () => {
  test('is the one with the highest score', () => {
    const templates = [
      template('motion', { family: 'motion' }),
      template('stance', { family: 'stance' }),
    ];
    const pairs = { motion: { share: 0.9, n: 20 }, stance: { share: 0.1, n: 20 } };
    expect(ids({ templates, pairs })).toEqual(['stance', 'motion']);
  });

  const two = [template('stance', { family: 'stance' }), template('motion', { family: 'motion' })];
  const scores = (difference: number) => ({
    stance: { share: 0.5 - difference / 2, n: 20 },
    motion: { share: 0.5, n: 20 },
  });
  // Both families asked long ago, the stronger candidate's template more lately.
  const used = [
    ...Array.from({ length: 6 }, (_, i) => past(`f${i}`, i + 1)),
    past('stance', 100),
    past('motion', 200),
  ];

  test('of a near tie is the template used longest ago', () => {
    expect(ids({ templates: two, pairs: scores(0.24), past: used })[0]).toBe('motion');
    expect(ids({ templates: two, pairs: scores(0.27), past: used })[0]).toBe('stance');
  });

  test('of a near tie is the one never used before any that was', () => {
    const never = used.filter(({ id }) => id !== 'motion');
    expect(ids({ templates: two, pairs: scores(0), past: never })[0]).toBe('motion');
  });

  test('of a full tie changes with the day, and not within it', () => {
    const templates = Array.from({ length: 8 }, (_, i) => template(`t${i}`));
    const winners = Array.from({ length: 30 }, (_, i) => {
      const on = addDays(today, i);
      const first = ids({ templates, on })[0];
      expect(ids({ templates, on })[0]).toBe(first);
      return first;
    });
    expect(new Set(winners).size).toBeGreaterThan(3);
  });

  test('does not depend on the order of templates and people', () => {
    const people = ['lee', 'kim', 'sam', 'ann'].map((code, i) => person(code, 7 + i));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...PROMPTS], { minLength: PROMPTS.length }),
        fc.shuffledSubarray(people, { minLength: 4 }),
        fc.integer({ min: 0, max: 400 }),
        (templates, team, n) => {
          const on = addDays(today, n);
          const [one] = rankPrompts(input({ templates, people: team, on }));
          const [other] = rankPrompts(input({ templates: PROMPTS, people, on }));
          expect(one).toEqual(other);
        },
      ),
      { seed: 1, numRuns: 20 },
    );
  });

  test('is none when nothing is left', () => {
    expect(rankPrompts(input({ templates: [] }))).toEqual([]);
  });
});

describe('over months, whatever happens', () => {
  /** One evening: days since the last one, whom the user had met, whether the prompt is skipped. */
  const evenings = fc.array(
    fc.record({
      gap: fc.integer({ min: 1, max: 6 }),
      met: fc.option(fc.integer({ min: 0, max: 4 })),
      quiet: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }),
      skipped: fc.boolean(),
    }),
    { minLength: 20, maxLength: 45 },
  );
  const codes = ['ann', 'bo', 'kim', 'lee', 'sam'];

  test('no prompt comes again within six sessions, two of five are about people at most, and quiet stays quiet', () => {
    fc.assert(
      fc.property(evenings, (all) => {
        let people = codes.map((code) => person(code, 0, { lastContact: null, addedOn: ago(10) }));
        const history: PastPrompt[] = [];
        let on = today;
        for (const { gap, met, quiet, skipped } of all) {
          on = addDays(on, gap);
          people = people.map((each, i) => ({
            ...each,
            lastContact: met === i ? on : each.lastContact,
            state: quiet === i ? (each.state === 'quiet' ? 'active' : 'quiet') : each.state,
          }));
          const given = input({ on, templates: PROMPTS, people, past: history });
          const [chosen] = rankPrompts(given);
          if (!chosen) throw new Error(`no prompt on ${on}`);
          const { template: put, person: about } = chosen;

          expect(history.slice(0, 6).map(({ id }) => id)).not.toContain(put.id);
          if (about !== null) {
            const whom = people.find(({ code }) => code === about);
            if (!whom) throw new Error(about);
            expect(whom.state).toBe('active');
            expect(history.slice(0, 4).filter((each) => each.person !== null).length).toBeLessThan(
              2,
            );
            const again = history.slice(0, 2).some((each) => each.person === about);
            if (again) expect(overdueRatio(whom, on)).toBeGreaterThanOrEqual(2);
          }
          if (put.sensitive) {
            const tender = new Set(PROMPTS.filter((each) => each.sensitive).map(({ id }) => id));
            const last = history.find(({ id }) => tender.has(id));
            if (last) expect(daysBetween(last.on, on)).toBeGreaterThanOrEqual(7);
          }
          expect((put.about === 'person') === (about !== null)).toBe(true);
          history.unshift({ on, id: put.id, person: about, skipped });
        }
      }),
      { seed: 2, numRuns: 8 },
    );
  });
});

test('the constants are those of the design', () => {
  expect(CHOICE.weights).toEqual({
    overdue: 3,
    unknown: 2,
    weak: 2,
    neglect: 1.5,
    followUp: 2.5,
    balance: 1,
    skipped: 1,
  });
  expect(CHOICE.nearTie).toBe(0.25);
});

test('the wording names the person, every time', () => {
  expect(wording({ text: 'What does {person} need? Ask {person}.' }, 'lee')).toBe(
    'What does lee need? Ask lee.',
  );
  expect(wording({ text: 'What do you need?' }, null)).toBe('What do you need?');
});

describe('the families in turn', () => {
  const templates = FAMILIES.map((family) => template(family, { family }));

  test('whatever is chosen among them, and whatever else when there is slack, no 14 sessions miss a family', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }), (picks) => {
        const asked: PastPrompt[] = [];
        for (const pick of picks) {
          const turn = [...familiesInTurn({ past: asked.toReversed(), templates })];
          const open = turn.length > 0 ? turn : [...FAMILIES];
          asked.push(past(open[pick % open.length] ?? '', 0));
        }
        for (let i = 0; i + 14 <= asked.length; i++) {
          const window = new Set(asked.slice(i, i + 14).map(({ id }) => id));
          expect(window.size, `sessions ${i} to ${i + 13}`).toBe(FAMILIES.length);
        }
      }),
    );
  });
});
