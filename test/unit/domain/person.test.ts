import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import {
  daysSinceContact,
  dueForContact,
  knownPerson,
  nextContactDue,
  overdueRatio,
  type Person,
  parseCode,
  usualCadence,
} from '../../../src/domain/person.ts';
import { EXIT } from '../../../src/errors.ts';
import { anyGrapheme } from '../../support/characters.ts';
import { aPerson } from '../../support/person.ts';
import { refusalOf } from '../../support/refusal.ts';

const today = '2026-11-20' as Day;

const person = aPerson;
const met = (code: string, daysAgo: number, more: Partial<Person> = {}) =>
  person(code, { lastContact: addDays(today, -daysAgo), ...more });

describe('in a pause', () => {
  const off = (from: string, until: string | null) => ({
    id: from,
    kind: until === null ? ('finish' as const) : ('pause' as const),
    from: from as Day,
    until: until as Day | null,
  });

  test('nobody is due, and the days of it count towards no cadence', () => {
    const lee = met('lee', 9, { pauses: [off('2026-11-16', '2026-11-20')] });
    expect(dueForContact([lee], today)).toEqual([]);
    expect(daysSinceContact(lee, today)).toBe(4);
    expect(nextContactDue(lee)).toBe('2026-11-23');
    expect(dueForContact([lee], '2026-11-22' as Day)).toEqual([]);
    expect(dueForContact([lee], '2026-11-23' as Day)).toEqual([lee]);
  });

  test('a talk is due on the first day outside of it on which its cadence has passed', () => {
    const pause = fc
      .tuple(fc.nat(40), fc.nat(15))
      .map(([from, long]) => off(addDays(today, from), addDays(today, from + long)));
    fc.assert(
      fc.property(
        fc.array(pause, { maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        (pauses, n) => {
          const lee = met('lee', 0, { pauses, cadenceDays: n });
          let first = today;
          while (dueForContact([lee], first).length === 0) first = addDays(first, 1);
          expect(nextContactDue(lee)).toBe(first);
        },
      ),
    );
  });
});

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
    '../../support/lee',
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
