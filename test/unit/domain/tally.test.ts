import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODES,
  COUNTERS,
  checkCount,
  countPairs,
  PAIRS,
  parseTallyKey,
  parseTallyWord,
  TALLY_KEYS,
  tallyKey,
} from '../../../src/domain/tally.ts';
import { EXIT } from '../../../src/errors.ts';
import { anyCharacter } from '../../support/characters.ts';
import { refusalOf } from '../../support/refusal.ts';

describe('a word of praxis tally', () => {
  test.each([
    ['c', 'c', 1],
    ['a2', 'a', 2],
    ['C2', 'c', 2],
    ['Handed-Back', 'c', 1],
    ['AW', 'a!', 1],
    ['a0', 'a', 0],
    ['a12', 'a', 12],
    ['c007', 'c', 7],
    ['handed-back', 'c', 1],
    ['handed-back3', 'c', 3],
    ['answered', 'a', 1],
    ['answered3', 'a', 3],
    ['through-me', 'h', 1],
    ['among-themselves2', 'x', 2],
    ['w:fit', 'w:fit', 1],
    ['w:challenge2', 'w:challenge', 2],
    ['why:reason', 'w:reason', 1],
    ['c:coached', 'c:coached', 1],
    ['a!', 'a!', 1],
    ['a!2', 'a!', 2],
    ['a2!', 'a!', 2],
    ['aw', 'a!', 1],
    ['aw4', 'a!', 4],
    ['answered!', 'a!', 1],
    ['answered3!', 'a!', 3],
  ])('%s counts %s %d times', (word, key, n) => {
    const tally = parseTallyWord(word);
    expect(tally && tallyKey(tally)).toBe(key);
    expect(tally?.n).toBe(n);
  });

  test.each([
    '',
    '2',
    '!',
    'z',
    'ac',
    'c!',
    'c3!',
    'handed-back!',
    'w:',
    'w:nope',
    'w:fit:fit',
    'a:fit',
    ':fit',
    'c-1',
    'c1.5',
    'c 2',
    'c\n',
    'handed back',
    'constructor',
    '__proto__',
    '@lee',
    'c２',
  ])('%j counts nothing', (word) => {
    expect(parseTallyWord(word)).toBeUndefined();
  });
});

describe('the key of a counter', () => {
  test('every key that is offered is read, and written back as itself or as its code', () => {
    for (const key of TALLY_KEYS) {
      const parsed = parseTallyKey(key);
      expect(parsed, key).toBeDefined();
      const written = parsed ? tallyKey(parsed) : '';
      expect(parseTallyKey(written)).toEqual(parsed);
      expect(TALLY_KEYS).toContain(written);
    }
  });

  test('what is written down is read as the same counter, whatever the counter', () => {
    const tallies = fc.constantFrom(...CODES).chain((code) =>
      fc.record({
        code: fc.constant(code),
        subtype: fc.constantFrom(null, ...COUNTERS[code].subtypes),
        warranted: code === 'a' ? fc.boolean() : fc.constant(false),
      }),
    );
    fc.assert(
      fc.property(tallies, fc.integer({ min: 0, max: 999 }), (tally, n) => {
        expect(parseTallyKey(tallyKey(tally))).toEqual(tally);
        expect(parseTallyWord(`${tallyKey(tally)}${n}`)).toEqual({ ...tally, n });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('nothing that is typed makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        parseTallyKey(text);
        parseTallyWord(text);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('a count behind it is no part of it', () => {
    expect(parseTallyKey('a2')).toBeUndefined();
  });
});

describe('a count', () => {
  test.each([0, 1, 999])('%d is one', (n) => {
    expect(() => checkCount(n, 'a')).not.toThrow();
  });

  test.each([-1, 1000, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e20])('%d is none', (n) => {
    const refusal = refusalOf(() => checkCount(n, 'a12x'));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain('"a12x"');
    expect(refusal.hint).toContain('999');
  });
});

describe('adding up the pairs', () => {
  const count = (...words: string[]) =>
    countPairs(
      words.map((word) => {
        const tally = parseTallyWord(word);
        if (!tally) throw new Error(word);
        return tally;
      }),
    );

  test('answers that had to come from the user stay out of the share', () => {
    expect(count('a2', 'a!3', 'c4')).toEqual([{ pair: 'stance', right: 4, all: 6, warranted: 3 }]);
  });

  test('a and a! are disjoint: five answers, two of them warranted, are three of one and two of the other', () => {
    expect(count('a3', 'a!2')).toEqual([{ pair: 'stance', right: 0, all: 3, warranted: 2 }]);
  });

  test('subtypes count as their code', () => {
    expect(count('w:fit', 'w:challenge2', 'w', 'd')).toEqual([
      { pair: 'questions', right: 4, all: 5, warranted: 0 },
    ]);
  });

  test('a pair counted as none is there with zeros, a pair nobody counted is not', () => {
    expect(count('b0', 'p0')).toEqual([{ pair: 'arrival', right: 0, all: 0, warranted: 0 }]);
    expect(count()).toEqual([]);
  });

  test('only warranted answers leave a share of nothing', () => {
    expect(count('a!1')).toEqual([{ pair: 'stance', right: 0, all: 0, warranted: 1 }]);
  });

  test('the order is that of the pairs, whatever came first', () => {
    expect(count('x', 's', 'd', 'p', 'c').map(({ pair }) => pair)).toEqual(Object.keys(PAIRS));
  });

  test('every count is in exactly one place', () => {
    const tallies = fc.array(
      fc.constantFrom(...CODES).chain((code) =>
        fc.record({
          code: fc.constant(code),
          warranted: code === 'a' ? fc.boolean() : fc.constant(false),
          n: fc.integer({ min: 0, max: 99 }),
        }),
      ),
    );
    fc.assert(
      fc.property(tallies, (given) => {
        const total = given.reduce((sum, { n }) => sum + n, 0);
        const pairs = countPairs(given);
        expect(pairs.reduce((sum, { all, warranted }) => sum + all + warranted, 0)).toBe(total);
        for (const { right, all } of pairs) expect(right).toBeLessThanOrEqual(all);
        expect(countPairs([...given].reverse())).toEqual(pairs);
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});

test('each code has a word of its own, and all ten stand in the five pairs', () => {
  expect(new Set(CODES.map((code) => COUNTERS[code].word)).size).toBe(10);
  const inPairs = Object.values(PAIRS).flatMap(({ left, right }) => [left, right]);
  expect([...inPairs].sort()).toEqual([...CODES].sort());
});
