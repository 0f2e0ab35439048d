import { expect, it } from 'vitest';
import { mentionsIn, mentionsInWords } from '../../../src/domain/boundary.ts';

it.each([
  ['Lee is on sick leave again', ['health']],
  ['She is pregnant', ['pregnancy']],
  ['He went to church, and then to a trade union meeting', ['faith', 'union']],
  ['Kim is too old for on-call', ['age']],
  ['His WIFE called', ['family']],
])('%s', (text, topics) => {
  expect(mentionsIn(text).map(({ topic }) => topic)).toEqual(topics);
});

it.each([
  'Lee handed the vendor decision to Sam',
  'the sickle test in CI', // a word inside another
  'We reviewed the pull request in an hour',
  'The service died; the parent process restarted its child',
  '',
])('says nothing about: %s', (text) => {
  expect(mentionsIn(text)).toEqual([]);
});

it('quotes the word to the user, and not to a log', () => {
  const mentions = mentionsIn('sick, and his wife too');
  expect(mentionsInWords(mentions, true)).toBe('health ("sick") and family ("wife")');
  expect(mentionsInWords(mentions, false)).toBe('health and family');
});
