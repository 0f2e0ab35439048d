import { describe, expect, test } from 'vitest';
import { namesOf, saysName } from '../../../src/domain/forget.ts';

const named = (code: string, name: string | null, text: string) => {
  const names = namesOf([{ code, name }]);
  return [...text.matchAll(names)].map(([found]) => found);
};

test('every code and name that somebody had', () => {
  const names = namesOf([
    { code: 'lee', name: null },
    { code: 'leonie', name: 'Leonie Quist' },
  ]);
  expect('lee, Leonie and Quist'.match(names)).toEqual(['lee', 'Leonie', 'Quist']);
});

describe('what names a person', () => {
  test.each([
    ['lee', null, 'Lee, @lee and LEE’s plan', ['Lee', '@lee', 'LEE']],
    ['lee', null, 'the fleet, leeward, le e, lee_2', []],
    ['anna-lee', null, 'anna-lee and Anna-Lee; not anna or lee', ['anna-lee', 'Anna-Lee']],
    ['p02', 'Leonie Quist', 'Leonie, Quist and leonie quist', ['Leonie', 'Quist', 'leonie quist']],
    ['p02', 'Will Young', 'she will; Will said so, young or not', ['Will']],
    ['p02', 'Jean-Luc (Q.)', 'Jean, Luc and jean-luc (q.) too', ['Jean', 'Luc', 'jean-luc (q.)']],
    ['björn', 'Ólafur', 'BJÖRN met Ólafur, not Olafur', ['BJÖRN', 'Ólafur']],
    ['björn', 'Zoë', 'bjo\u0308rn and Zoe\u0308, in parts', ['bjo\u0308rn', 'Zoe\u0308']],
    ['li', 'Zoe\u0308', 'Zo\u00eb, in one', ['Zo\u00eb']],
    ['李', null, '李 and 李雷', ['李']],
  ])('%s %s in "%s"', (code, name, text, found) => {
    expect(named(code, name, text)).toEqual(found);
  });
});

describe('a text that may be JSON', () => {
  const names = namesOf([{ code: 'lee', name: 'Zoë Quist' }]);
  const held = (text: string) => JSON.stringify({ answers: { note: text } });
  test.each([
    ['a line break before the name', held('said.\nlee went')],
    ['a tab', held('said\tlee')],
    ['quotes', held('"lee"')],
    ['letters by their numbers', '{"note":"Zo\\u00eb"}'],
    ['a key', held('x').replace('note', '\\nlee')],
    ['JSON in JSON', JSON.stringify({ before: held('a\nlee') })],
    ['JSON that was cut off', held('said.\nlee went').slice(0, -4)],
    ['a text that is none', 'C:\\n\\nlee'],
  ])('names somebody after %s', (_, text) => {
    expect(saysName(names, text)).toBe(true);
  });

  test.each([held('fleet\nsleeps'), held('said\\nleeway'), 'ends with \\', '"\\'])(
    'names nobody: %s',
    (text) => expect(saysName(names, text)).toBe(false),
  );
});
