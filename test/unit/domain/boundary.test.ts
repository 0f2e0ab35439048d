import { expect, it } from 'vitest';
import { mentionsIn, mentionsInWords } from '../../../src/domain/boundary.ts';

it.each([
  ['Lee is on sick leave again', ['health']],
  ['She is pregnant', ['pregnancy']],
  ['He went to church, and then to a trade union meeting', ['faith', 'union']],
  ['Kim is too old for on-call', ['age']],
  ['His WIFE called', ['family']],
  ['Kim is diabetic', ['health']],
  ['Sam joined the union', ['union']],
  ['Sam talked to her union rep', ['union']],
  ['Lee is 62 and old', ['age']],
  ['She’s 58, and slower', ['age']],
  ['he turned 50\nand we ate cake', ['age']],
  ['Kim, a 25-year-old, leads it', ['age']],
  ['She is in her late fifties', ['age']],
])('%s', (text, topics) => {
  expect(mentionsIn(text).map(({ topic }) => topic)).toEqual(topics);
});

it.each([
  'Lee handed the vendor decision to Sam',
  'the sickle test in CI', // a word inside another
  'We reviewed the pull request in an hour',
  'The service died; the parent process restarted its child',
  'Sam joined the union of both lists, and the union type fell away',
  'A UNION query over two tables; union members come first',
  'The European Union wants it by March',
  'The build is 62 % done; she is 15 minutes late and he is 40.5 points ahead',
  'She is 30 tickets ahead, he turned 40 of them into one',
  'Backups aged 30 days are removed; coverage is 70 and rising',
  '',
])('says nothing about: %s', (text) => {
  expect(mentionsIn(text)).toEqual([]);
});

it('quotes the word to the user, and not to a log', () => {
  const mentions = mentionsIn('sick, and his wife too');
  expect(mentionsInWords(mentions, true)).toBe('health ("sick") and family ("wife")');
  expect(mentionsInWords(mentions, false)).toBe('health and family');
});
