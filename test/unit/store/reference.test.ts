import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { addIntention } from '../../../src/store/intention.ts';
import { resolveId, shortIds } from '../../../src/store/reference.ts';
import { addSession } from '../../../src/store/session-write.ts';
import type { Tx } from '../../../src/store/write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

function store(own: TestJournal, ids: readonly string[]): void {
  write(own.journal, 'x', (tx) => {
    for (const [i, id] of ids.entries()) {
      const given: Tx = { ...tx, newId: () => id };
      if (i % 2 === 0) addSession(given, newSession('2026-11-20', {}, { kind: 'moment' }));
      else addIntention(given, { if: 'a', then: 'b' }, day('2026-11-20'), null);
    }
  });
}

const id = (head: string) => `${head}${'01900000-0000-7000-8000-000000000000'.slice(head.length)}`;

describe('a short id', () => {
  test('has at least eight characters, and as many as it needs', () => {
    using own = new TestJournal();
    const ids = [id('019a0000'), id('019b0000'), id('019b0000-1'), id('019b0000-0000-7a')];
    store(own, ids);
    const short = shortIds(own.journal, ids);
    expect(ids.map((each) => short.get(each))).toEqual([
      '019a0000',
      '019b0000-0000-70',
      '019b0000-1',
      '019b0000-0000-7a',
    ]);
  });

  test('never ends in a hyphen, fits one entry and leads back to it, also among plans', () => {
    const hex = fc.constantFrom('0', '1', 'a');
    const any = fc
      .tuple(
        fc.string({ unit: hex, minLength: 3, maxLength: 3 }),
        fc.string({ unit: hex, minLength: 4, maxLength: 4 }),
        fc.string({ unit: hex, minLength: 3, maxLength: 3 }),
      )
      .map(([a, b, c]) => `01900${a}-${b}-7${c}-8000-000000000000`);
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 30 }), (ids) => {
        using own = new TestJournal();
        store(own, ids);
        for (const [whole, short] of shortIds(own.journal, ids)) {
          expect(whole.startsWith(short)).toBe(true);
          expect(short.length).toBeGreaterThanOrEqual(8);
          expect(short.endsWith('-')).toBe(false);
          expect(ids.filter((each) => each.startsWith(short))).toEqual([whole]);
          expect(resolveId(own.journal, short).id).toBe(whole);
          expect(resolveId(own.journal, short.toUpperCase()).id).toBe(whole);
        }
      }),
      { seed: 1, numRuns: 25 },
    );
  });
});

describe('a prefix', () => {
  const ids = [id('019a0000'), id('019b0000'), id('019b1000')];

  test('names the one entry that begins with it', () => {
    using own = new TestJournal();
    store(own, ids);
    expect(resolveId(own.journal, '019a')).toEqual({ noun: 'session', id: ids[0] });
    expect(resolveId(own.journal, '019b0')).toEqual({ noun: 'intention', id: ids[1] });
    for (const each of ids) expect(resolveId(own.journal, each).id).toBe(each);
  });

  test.each([
    ['019b', 'fits more than one'],
    ['019c', 'is no entry'],
    ['019', 'is no entry'],
    ['', 'is no entry'],
    ["019a' OR 1=1", 'is no entry'],
    ['%%%%', 'is no entry'],
    [`${id('019a0000')}0`, 'is no entry'],
  ])('"%s" %s', (prefix, words) => {
    using own = new TestJournal();
    store(own, ids);
    const refusal = refusalOf(() => resolveId(own.journal, prefix));
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain(words);
  });

  test('looks only among the nouns it may name', () => {
    using own = new TestJournal();
    store(own, ids);
    expect(resolveId(own.journal, '019b', ['session']).id).toBe(ids[2]);
    expect(refusalOf(() => resolveId(own.journal, '019a', ['intention'])).exitCode).toBe(
      EXIT.usage,
    );
  });
});
