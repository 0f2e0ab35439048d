import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { decisionTemplate, readDecisionFile } from '../../../src/prompts/decision-file.ts';
import { day } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const known = { people: ['lee', 'sam'], today: day('2026-11-20') };
const read = (page: unknown) =>
  readDecisionFile(Buffer.from(typeof page === 'string' ? page : JSON.stringify(page)), known);

test('a question is enough', () => {
  expect(read({ question: ' Which vendor? ' })).toEqual({
    question: 'Which vendor?',
    owner: null,
    dueOn: null,
    challenger: null,
    sign: null,
    options: [],
  });
});

test('a whole page is read whole; empty texts say nothing', () => {
  const buy = {
    title: 'Buy',
    benefits: 'May',
    costs: ' ',
    bearers: null,
    reversibility: 'hardly',
    confidence: 0,
    statusQuo: false,
  };
  const page = {
    schema: 'praxis.decision-page/1',
    question: 'Q?',
    owner: '@Lee',
    dueOn: '2026-11-20',
    challenger: 'sam',
    sign: '',
    options: [buy],
  };
  expect(read(page)).toEqual({
    question: 'Q?',
    owner: 'lee',
    dueOn: '2026-11-20',
    challenger: 'sam',
    sign: null,
    options: [{ ...buy, costs: null }],
  });
});

test('the template filled in with a question is a page; options of which nothing is said are none', () => {
  const { options } = read({ ...decisionTemplate(), question: 'Q?' });
  expect(options.map(({ title }) => title)).toEqual(['Leave things as they are']);
});

describe('refused, with the key and what it takes', () => {
  const page = (more: object) => ({ question: 'Q?', ...more });
  test.each<[page: unknown, says: string]>([
    ['{', 'The answers are not JSON'],
    ['{"question": "a", "question": "b"}', 'stands there twice'],
    ['[]', 'An options page is an object'],
    ['null', 'An options page is an object'],
    [{}, '"question" is missing; it takes text'],
    [{ question: '  ' }, '"question" is empty'],
    [page({ quesiton: 1 }), '"quesiton" is not a key of an options page. Did you mean "question"?'],
    [page({ owner: 'leee' }), 'Did you mean "lee"?'],
    [page({ owner: 3 }), '"owner" is 3; it takes a person'],
    [page({ dueOn: 'friday' }), '"dueOn" is "friday"; it takes a day'],
    [page({ dueOn: '2026-02-30' }), '"dueOn" is "2026-02-30"; it takes a day'],
    [page({ dueOn: '2026-11-19' }), '2026-11-19, which has passed'],
    [page({ options: {} }), '"options" is an object; it takes a list'],
    [page({ options: ['Buy'] }), '"options" of option 1 is "Buy"; it takes objects'],
    [page({ options: [{ title: 'a' }, { cost: 1 }] }), '"cost" is not a key of option 2'],
    [page({ options: [{ titel: 'a' }] }), 'Did you mean "title"?'],
    [page({ options: [{ title: 'a', confidence: 70 }] }), '"confidence" of option 1 is 70'],
    [page({ options: [{ title: 'a', reversibility: 'no' }] }), 'easily, with-effort, hardly'],
    [page({ options: [{ costs: 'x' }] }), '"title" of option 1 is missing'],
    [page({ options: [{ title: ' ', costs: 'x' }] }), '"title" of option 1 is empty'],
    [page({ options: [{ title: 'a' }, { title: 'A ' }] }), 'stands there twice'],
    [
      page({
        options: [
          { title: 'a', statusQuo: true },
          { title: 'b', statusQuo: true },
        ],
      }),
      'Two options leave things',
    ],
    ['{"question": "\\ud800"}', 'half a character'],
  ])('%j: %s', (given, says) => {
    const refusal = refusalOf(() => read(given));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain(says);
    expect(refusal.hint).toContain('Nothing was stored');
    expect(refusal.hint).not.toContain('reflect');
  });
});
