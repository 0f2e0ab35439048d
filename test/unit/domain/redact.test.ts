import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Redactor } from '../../../src/domain/redact.ts';
import { anyGrapheme } from '../../support/characters.ts';

describe('codes and names in a text', () => {
  test.each([
    ['anna-lee', null, 'anna-lee and @Anna-Lee', 'p01 and @p01'],
    ['x1', 'Anna-Lena Vogt-Ruiz', 'Anna-Lena, Lena and vogt-ruiz', 'p01-p01, p01 and vogt-ruiz'],
    ['x1', 'Q. (the 2nd) [a|b] $&', 'so says q. (the 2nd) [a|b] $&.', 'so says p01.'],
    ['björn', 'Zoë', 'bjo\u0308rn, Zoe\u0308 and Zoë', 'p01, p01 and p01'],
    ['x1', '@é', 'so says @é.', 'so says p01.'],
    ['x1', 'İ\u0316pek', 'so says İ\u0316pek.', 'so says p01.'],
    ['x1', 'Kelvin', 'so says \u212aelvin.', 'so says p01.'],
  ])('%s %s: "%s"', (code, name, text, redacted) => {
    expect(new Redactor([{ code, name }]).text(text)).toBe(redacted);
  });

  test('whatever the names are, none of them is left as a word of its own', () => {
    const name = fc.string({ unit: anyGrapheme, minLength: 1, maxLength: 12 });
    // p01 is what stands for somebody already.
    const code = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/).filter((each) => !/^p\d/.test(each));
    const person = fc.record({ code, name });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (people) => {
        const redactor = new Redactor(people);
        for (const { code, name: called } of people) {
          expect(redactor.text(`, ${code}, `)).not.toBe(`, ${code}, `);
          expect(redactor.text(`, ${called}, `)).not.toBe(`, ${called}, `);
        }
      }),
    );
  });
});
