import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import {
  checkOptions,
  type Decision,
  type DecisionOption,
  missingIn,
  nextLookBack,
  optionNamed,
  STATUS_QUO,
  stateOf,
  withStatusQuo,
  writersIn,
} from '../../../src/domain/decision.ts';
import { EXIT } from '../../../src/errors.ts';
import { day } from '../../support/journal.ts';
import { aPerson } from '../../support/person.ts';
import { aDecision, anOption } from '../../support/promise.ts';
import { refusalOf } from '../../support/refusal.ts';

const today = day('2026-11-20');
const quo = anOption(3, { statusQuo: true });

describe('what is missing before a choice', () => {
  test.each<[what: string, page: Partial<Decision>, missing: string[]]>([
    ['nothing', {}, []],
    ['the sign', { sign: null }, ['the sign that would show it was wrong']],
    ['one option of three', { options: [anOption(1), quo] }, ['one more option']],
    ['two options of three', { options: [quo] }, ['2 more options']],
    [
      'leaving things as they are',
      { options: [anOption(1), anOption(2), anOption(3)] },
      ['an option of leaving things as they are'],
    ],
    [
      'fields of one option',
      { options: [anOption(1), anOption(2, { costs: null, confidence: null }), quo] },
      ['option 2: costs, how sure you are'],
    ],
    [
      'everything of an option',
      {
        options: [
          anOption(1, {
            benefits: null,
            costs: null,
            bearers: null,
            reversibility: null,
            confidence: null,
          }),
          anOption(2),
          quo,
        ],
      },
      [
        'option 1: benefits, costs, who carries the costs, how easily it is undone, how sure you are',
      ],
    ],
  ])('%s', (_, page, missing) => {
    expect(missingIn(aDecision(page))).toEqual(missing);
  });

  test('a confidence of 0 is said', () => {
    const options = [anOption(1, { confidence: 0 }), anOption(2), quo];
    expect(missingIn(aDecision({ options }))).toEqual([]);
  });
});

describe('options', () => {
  test('leaving things as they are is added where no option is it', () => {
    expect(withStatusQuo([anOption(1)]).map(({ title }) => title)).toEqual([
      'Way 1',
      STATUS_QUO.title,
    ]);
    expect(withStatusQuo([quo])).toEqual([quo]);
  });

  test('of one title are refused, whatever the case and the space, and so are two that change nothing', () => {
    const named = (title: string): DecisionOption => anOption(1, { title });
    expect(refusalOf(() => checkOptions([named('Buy it'), named(' buy  IT')])).exitCode).toBe(
      EXIT.usage,
    );
    expect(refusalOf(() => checkOptions([quo, { ...quo, title: 'Wait' }])).message).toContain(
      'leave things as they are',
    );
    checkOptions([named('Buy'), named('Build'), quo]);
  });

  const page = {
    options: [
      anOption(1, { title: 'Buy' }),
      anOption(2, { title: 'Build it' }),
      anOption(3, { title: 'Build with sam' }),
      anOption(4, { title: '2' }),
    ],
  };
  test.each([
    ['1', 1],
    ['buy', 1],
    [' BUY ', 1],
    ['build  it', 2],
    ['build i', 2],
    ['2', 2],
    ['build w', 3],
  ])('"%s" names option %d', (given, place) => {
    expect(optionNamed(page, given).place).toBe(place);
  });

  test.each([
    ['build', 'fits more than one option'],
    ['byu', 'Did you mean "Buy"?'],
    ['7', 'There is no option "7"'],
    ['', 'There is no option ""'],
  ])('"%s": %s', (given, says) => {
    const refusal = refusalOf(() => optionNamed(page, given));
    expect(refusal.message).toContain(says);
    expect(refusal.exitCode).toBe(EXIT.usage);
  });
});

describe('the state of a page', () => {
  const back = (id: string, dueOn: string, heldOn: string | null) => ({
    id,
    dueOn: day(dueOn),
    heldOn: heldOn === null ? null : day(heldOn),
    verdict: heldOn === null ? null : ('stands' as const),
    text: null,
  });
  const chosen = { chosen: 1, chosenOn: today, complete: true };

  test.each<[state: string, page: Partial<Decision>, next: string | undefined]>([
    ['open', {}, undefined],
    [
      'chosen',
      {
        ...chosen,
        lookBacks: [back('a', '2026-12-20', null), back('b', '2027-02-18', null)],
      },
      '2026-12-20',
    ],
    [
      'chosen',
      {
        ...chosen,
        lookBacks: [back('a', '2026-12-20', '2026-12-22'), back('b', '2027-02-18', null)],
      },
      '2027-02-18',
    ],
    ['looked-back', { ...chosen, lookBacks: [back('a', '2026-12-20', '2026-12-22')] }, undefined],
  ])('%s', (state, page, next) => {
    expect(stateOf(aDecision(page))).toBe(state);
    expect(nextLookBack(aDecision(page))?.dueOn).toBe(next);
  });
});

test('of the people one leads now, those count who opened a page in 91 days', () => {
  const people = [
    aPerson('lee'),
    aPerson('sam'),
    aPerson('kim'),
    aPerson('zoe', { state: 'quiet' }),
    aPerson('ada', { state: 'left' }),
  ];
  const of = (owner: string | null, openedOn = today) => aDecision({ owner, openedOn });
  const count = (...decisions: Decision[]) => writersIn(decisions, people, today);
  expect(count()).toEqual({ x: 0, n: 3 });
  expect(count(of('lee'), of('lee'), of('sam'), of(null), of('zoe'), of('ada'))).toEqual({
    x: 2,
    n: 3,
  });
  expect(count(of('lee', addDays(today, -90)), of('sam', addDays(today, -91)))).toEqual({
    x: 1,
    n: 3,
  });
});
