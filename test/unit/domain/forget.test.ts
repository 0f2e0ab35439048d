import { describe, expect, test } from 'vitest';
import { namesOf } from '../../../src/domain/forget.ts';

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
