import { expect, test } from 'vitest';
import { FACETS } from '../../../src/content/facets.ts';
import { oneNamed } from '../../../src/domain/prefix.ts';
import { EXIT } from '../../../src/errors.ts';
import { refusalOf } from '../../support/refusal.ts';

const named = (word: string) => oneNamed(word, FACETS, 'facet', 'Do this.').id;

test.each([
  ['best-hours', 'best-hours'],
  ['best', 'best-hours'],
  ['Best Hours', 'best-hours'],
  ['done', 'done'],
  ['co', 'context'],
  [' context ', 'context'],
])('"%s" names %s', (word, id) => {
  expect(named(word)).toBe(id);
});

test('an id that begins others is still itself', () => {
  const all = [{ id: 'a-b' }, { id: 'a' }];
  expect(oneNamed('a', all, 'thing', '').id).toBe('a');
});

test.each([
  ['d', 'fits more than one facet: done, drains, disagreeing.'],
  ['bets-hours', 'There is no facet "bets-hours". Did you mean "best-hours"?'],
  ['zzzzzz', 'There is no facet "zzzzzz".'],
  ['', 'There is no facet "".'],
])('"%s" is refused: %s', (word, says) => {
  const refusal = refusalOf(() => named(word));
  expect(refusal.message).toContain(says);
  expect(refusal).toMatchObject({ hint: 'Do this.', exitCode: EXIT.usage });
});
