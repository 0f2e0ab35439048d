import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACETS } from '../../../src/content/facets.ts';
import { QUESTIONS } from '../../../src/content/questions.ts';
import { leastKnown, queueOf } from '../../../src/domain/conversation.ts';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { facetsNow, type KnowledgeFact, NO_CHANGES } from '../../../src/domain/knowledge.ts';
import { nextContactDue, type Person } from '../../../src/domain/person.ts';
import {
  type Asked,
  drawQuestion,
  type ListedQuestion,
  type QuestionRow,
  questionList,
} from '../../../src/domain/question-list.ts';
import { aPerson } from '../../support/person.ts';

const TODAY = '2026-11-20' as Day;
const SHIPPED = new Set(QUESTIONS.map(({ id }) => id));

const own = (id: string, more: Partial<QuestionRow> = {}): QuestionRow => ({
  id,
  packId: null,
  on: TODAY,
  text: `Own ${id}?`,
  facets: [],
  state: 'active',
  ...more,
});

let n = 0;
const asked = (question: string, on: string, more: Partial<Asked> = {}): Asked => ({
  id: String(n++),
  question,
  text: '',
  person: 'lee',
  on: on as Day,
  learned: null,
  knowledgeId: null,
  facet: null,
  confirmed: false,
  ...more,
});

const list = (rows: readonly QuestionRow[] = [], times: readonly Asked[] = []) =>
  questionList(QUESTIONS, SHIPPED, rows, times);
const named = (questions: readonly ListedQuestion[], id: string) =>
  questions.find((each) => each.id === id);

describe('the list', () => {
  test('is that of the packs, then the own ones', () => {
    const questions = list([own('x', { facets: ['done'] })]);
    expect(questions.slice(0, -1).map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
    expect(questions.at(-1)).toMatchObject({ id: 'x', source: 'own', state: 'active', asked: 0 });
  });

  test('a shipped question in other words keeps its id and its counts', () => {
    const [first] = QUESTIONS;
    if (!first) throw new Error();
    const rows = [
      own('row', { packId: first.id, text: 'Mine?', facets: ['done'], state: 'retired' }),
    ];
    const times = [
      asked(first.id, '2026-11-01'),
      asked(first.id, '2026-11-09', { confirmed: true }),
    ];
    expect(named(list(rows, times), first.id)).toEqual({
      id: first.id,
      text: 'Mine?',
      facets: ['done'],
      source: 'shipped',
      state: 'retired',
      rowId: 'row',
      asked: 2,
      confirmed: 1,
      lastAskedOn: '2026-11-09',
    });
  });

  test('a question of the user pack is no shipped one; reworded and without its pack it is their own', () => {
    const pack = [{ id: 'mine-1', version: 1, text: 'P?', facets: [] }];
    expect(questionList(pack, SHIPPED, [], [])).toMatchObject([{ id: 'mine-1', source: 'pack' }]);
    const row = own('row', { packId: 'mine-1', text: 'Q?' });
    expect(questionList([], SHIPPED, [row], [])).toMatchObject([
      { id: 'mine-1', text: 'Q?', source: 'own' },
    ]);
  });
});

describe('drawing', () => {
  const draw = (times: readonly Asked[], on = TODAY, rows: readonly QuestionRow[] = []) =>
    drawQuestion(list(rows, times), times, { facet: 'best-hours', person: 'lee', on });

  test('is about the facet, the same all day, and nothing random', () => {
    const drawn = draw([]);
    expect(drawn?.facets).toContain('best-hours');
    expect(draw([])).toEqual(drawn);
  });

  test('goes through all before one comes again, the longest ago first', () => {
    const times: Asked[] = [];
    const seen: string[] = [];
    const about = list().filter(({ facets }) => facets.includes('best-hours')).length;
    for (let day = 0; day < 2 * about; day++) {
      const on = addDays(TODAY, day);
      const drawn = draw(times, on);
      if (!drawn) throw new Error();
      seen.push(drawn.id);
      times.push(asked(drawn.id, on));
    }
    expect(new Set(seen.slice(0, about)).size).toBe(about);
    expect(seen.slice(about)).toEqual(seen.slice(0, about));
  });

  test('what this person was never asked goes before what nobody was asked lately', () => {
    const ids = list()
      .filter(({ facets }) => facets.includes('best-hours'))
      .map(({ id }) => id);
    const [heardBySam = '', ...rest] = ids;
    const times = [
      ...rest.map((id) => asked(id, '2026-01-01')),
      asked(heardBySam, '2026-11-19', { person: 'sam' }),
    ];
    expect(draw(times)?.id).toBe(heardBySam);
  });

  test('leaves out what was retired, until nothing is left', () => {
    const rows = list()
      .filter(({ facets }) => facets.includes('best-hours'))
      .map(({ id }) => own(`row-${id}`, { packId: id, facets: ['best-hours'], state: 'retired' }));
    expect(draw([], TODAY, rows)).toBeUndefined();
    expect(draw([], TODAY, rows.slice(1))?.id).toBe(rows[0]?.packId);
  });

  test('varies from day to day where nothing was asked', () => {
    const drawn = new Set(Array.from({ length: 30 }, (_, i) => draw([], addDays(TODAY, i))?.id));
    expect(drawn.size).toBeGreaterThan(1);
  });
});

const known = (facet: string, state: KnowledgeFact['state'], on: string, until?: string) => ({
  id: `${facet}${on}`,
  personId: 'lee',
  facet,
  on: on as Day,
  state,
  freshUntil: (until ?? null) as Day | null,
});

describe('what is least known', () => {
  const least = (...rows: KnowledgeFact[]) =>
    leastKnown(facetsNow(rows, NO_CHANGES, FACETS.slice(0, 3), TODAY))?.facet.id;

  test('what nothing is known of, then guesses, then what has aged, each the oldest first', () => {
    const guess = known('best-hours', 'assumed', '2026-11-01');
    const older = known('unclear-work', 'assumed', '2026-10-01');
    const stale = known('planning-grain', 'told', '2025-01-01', '2025-07-01');
    expect(least(guess, older)).toBe('planning-grain');
    expect(least(guess, older, stale)).toBe('unclear-work');
    const told = known('unclear-work', 'told', '2026-11-02', '2027-05-01');
    expect(least(guess, older, stale, told)).toBe('best-hours');
    expect(least(known('best-hours', 'na', '2026-11-05'), stale, told)).toBe('planning-grain');
  });

  test('nothing, when all is confirmed', () => {
    const rows = FACETS.slice(0, 3).map(({ id }) => known(id, 'told', '2026-11-02', '2027-05-01'));
    expect(least(...rows)).toBeUndefined();
  });
});

describe('the queue of talks', () => {
  const person = (code: string, more: Partial<Person> = {}): Person =>
    aPerson(code, { addedOn: '2026-11-01' as Day, ...more });
  const audited = (who: Person, ac: number | null, rows: readonly KnowledgeFact[] = []) => ({
    person: who,
    now: facetsNow(rows, NO_CHANGES, FACETS, TODAY),
    ac,
  });
  const queue = (...people: ReturnType<typeof audited>[]) => queueOf(people, list(), [], TODAY);

  test('holds at most three, the least known first, then whose talk is due first', () => {
    const met = { lastContact: '2026-11-18' as Day };
    const found = queue(
      audited(person('ann'), 50),
      audited(person('bob', met), 0),
      audited(person('cat'), 0),
      audited(person('dan'), 20),
    );
    expect(found.map((each) => [each.person, each.due])).toEqual([
      ['cat', '2026-11-08'],
      ['bob', '2026-11-25'],
      ['dan', '2026-11-08'],
    ]);
  });

  test('leaves out who is quiet or gone, who has too few facets, and who is known', () => {
    const all = FACETS.map(({ id }) => known(id, 'told', '2026-11-02', '2027-05-01'));
    const people = [
      audited(person('ann', { state: 'quiet' }), 0),
      audited(person('bob', { state: 'left' }), 0),
      audited(person('cat'), null),
      audited(person('dan'), 100, all),
    ];
    expect(queue(...people)).toEqual([]);
  });

  test('asks by the facet itself when every question about it is retired', () => {
    const [found] = queueOf([audited(person('lee'), 0)], [], [], TODAY);
    expect(found?.question).toEqual({ id: null, text: FACETS[0]?.ask });
  });

  test('a talk is due a cadence after the last one, or after the day added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (cadenceDays) => {
        expect(nextContactDue(person('lee', { cadenceDays }))).toBe(
          addDays('2026-11-01' as Day, cadenceDays),
        );
      }),
    );
  });
});
