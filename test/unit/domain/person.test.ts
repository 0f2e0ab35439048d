import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import {
  dueForContact,
  knownPerson,
  overdueRatio,
  type Person,
  parseCode,
  usualCadence,
} from '../../../src/domain/person.ts';
import { EXIT } from '../../../src/errors.ts';
import { aPerson } from '../../support/person.ts';
import { anyGrapheme } from '../characters.ts';
import { refusalOf } from '../refusal.ts';

const today = '2026-11-20' as Day;

const person = aPerson;
const met = (code: string, daysAgo: number, more: Partial<Person> = {}) =>
  person(code, { lastContact: addDays(today, -daysAgo), ...more });

describe('a talk that is due', () => {
  test('is due on the very day that the cadence ends, and not the day before', () => {
    expect(dueForContact([met('lee', 7)], today)).toHaveLength(1);
    expect(dueForContact([met('lee', 6)], today)).toHaveLength(0);
  });

  test('counts from the day added for somebody never met', () => {
    const ann = person('ann', { addedOn: addDays(today, -14) });
    expect(overdueRatio(ann, today)).toBe(2);
  });

  test('is never less than not due: a contact that lies ahead counts as none overdue', () => {
    expect(overdueRatio(met('lee', -3), today)).toBe(0);
  });

  test('of the longest overdue comes first, equals by code', () => {
    const people = [
      met('zoe', 8),
      met('kim', 7),
      met('ann', 7),
      met('sam', 20, { cadenceDays: 30 }),
      met('bo', 9, { cadenceDays: 3 }),
    ];
    expect(dueForContact(people, today).map(({ code }) => code)).toEqual([
      'bo',
      'zoe',
      'ann',
      'kim',
    ]);
  });

  test('is never with somebody quiet or gone', () => {
    const people = [met('lee', 90, { state: 'quiet' }), met('kim', 90, { state: 'left' })];
    expect(dueForContact(people, today)).toEqual([]);
  });

  test('leaves the list it was given as it was', () => {
    const people = [met('ann', 7), met('zoe', 30)];
    dueForContact(people, today);
    expect(people.map(({ code }) => code)).toEqual(['ann', 'zoe']);
  });
});

test('the usual cadence is a week, and two with more than eight people', () => {
  expect([0, 1, 8, 9, 20].map(usualCadence)).toEqual([7, 7, 7, 14, 14]);
});

describe("a person's code", () => {
  test.each([
    ['lee', 'lee'],
    ['@lee', 'lee'],
    ['Lee', 'lee'],
    ['p02', 'p02'],
    ['7', '7'],
    ['anna-lena_2', 'anna-lena_2'],
    ['Zoë', 'zoë'],
    ['ZOE\u0308', 'zoë'],
    ['李', '李'],
    ['ليلى', 'ليلى'],
    ['नेहा', 'नेहा'],
    ['x'.repeat(32), 'x'.repeat(32)],
  ])('%s is kept as %s', (given, code) => {
    expect(parseCode(given)).toBe(code);
  });

  test.each([
    '',
    '@',
    '@@lee',
    '-lee',
    '_lee',
    'lee smith',
    'lee.smith',
    '../lee',
    'a/b',
    'lee\n',
    'lee\u202e',
    'lee\u200b',
    '\u001b[31m',
    '🙂',
    'x'.repeat(33),
    '\ud800',
  ])('%j is refused', (given) => {
    expect(refusalOf(() => parseCode(given)).exitCode).toBe(EXIT.usage);
  });

  test('once read is read as itself again', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyGrapheme, minLength: 1, maxLength: 8 }), (given) => {
        let code: string;
        try {
          code = parseCode(given);
        } catch {
          return;
        }
        expect(parseCode(code)).toBe(code);
        expect(code).not.toMatch(/[\p{Cc}\p{Cf}\s/\\.]/u);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('that nobody has is refused with the nearest one', () => {
    const refusal = refusalOf(() => knownPerson('lea', ['kim', 'lee']));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain('Did you mean "lee"?');
    expect(knownPerson('@LEE', ['kim', 'lee'])).toBe('lee');
    expect(refusalOf(() => knownPerson('lea', [])).message).not.toContain('Did you mean');
  });
});
