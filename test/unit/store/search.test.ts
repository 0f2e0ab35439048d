import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { undo } from '../../../src/store/history.ts';
import { addIntention } from '../../../src/store/intention.ts';
import { addPerson } from '../../../src/store/person.ts';
import { search } from '../../../src/store/search.ts';
import { listSessions, sessionById } from '../../../src/store/session.ts';
import { addSession, removeSession, replaceSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { anyGrapheme } from '../../support/characters.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

class Notes extends TestJournal {
  note(text: string, on = '2026-11-20', person: string | null = null): string {
    return write(this.journal, 'note', (tx) =>
      addSession(tx, newSession(on, { note: text }, { kind: 'moment', person })),
    );
  }

  found(words: string, limit = 50): string[] {
    return search(this.journal, words, limit).map(({ text }) => text);
  }
}

describe('search', () => {
  const shared = new Notes();
  afterAll(() => shared[Symbol.dispose]());
  afterEach(() => {
    for (const { id } of listSessions(shared.journal))
      write(shared.journal, 'delete', (tx) => removeSession(tx, id));
  });

  test.each([
    ['composed, sought decomposed', 'Caf\u00e9 Zo\u00eb', 'cafe\u0301 zoe\u0308'],
    ['decomposed, sought composed', 'Cafe\u0301 Zoe\u0308', 'caf\u00e9 zo\u00eb'],
    ['accents, sought without', 'Ségolène Müller', 'segolene muller'],
    ['no accents, sought with', 'Segolene', 'ségolène'],
    ['capitals', 'VENDOR', 'vendor'],
    ['Vietnamese, two marks on a letter', 'Nguyễn', 'nguyen'],
    ['Arabic', 'التقيت ليلى اليوم', 'ليلى'],
    ['Hebrew', 'פגשתי את דנה', 'דנה'],
    ['Russian', 'Разговор с Ольгой', 'разговор'],
    ['Greek', 'ΜΊΛΗΣΑ με τη Δάφνη', 'μίλησα'],
    ['Hindi', 'नेहा से बात हुई', 'नेहा'],
    ['Korean', '김 대리와 이야기', '대리와'],
    ['Chinese, from the start of the phrase', '和李雷谈过', '和李雷'],
    ['a word with an emoji before it', '🚀launch went well', 'launch'],
    ['a word with an emoji behind it', 'launch🚀went well', 'launch'],
    ['a word between emoji of several parts', '👩‍👩‍👧launch👨🏽‍💻', 'launch'],
    ['a hashtag', 'first signs of #burnout', '#burnout'],
    ['a hashtag by its word', 'first signs of #burnout', 'burnout'],
    ['a word by its beginning', 'shortlisted', 'shortl'],
    ['a number', 'room 404b', '404'],
    ['a word with a hyphen', 'one-on-one', 'one-on-one'],
    ['a word with an apostrophe', "doesn't matter", "doesn't"],
    ['an address', 'wrote to lee@example.com', 'lee@example.com'],
    ['a word before a NUL', 'before\u0000after', 'before'],
    ['a word behind a line feed', 'one\ntwo', 'two'],
    ['a word that SQL knows', 'we DROP that AND move on', 'AND drop'],
    ['a word beside an emoji in what is sought', 'thank you, vendor', '❤️ vendor ✌️'],
    ['a word beside a mark that stands alone', 'vendor', '\u0301 vendor'],
  ])('finds %s', (_, text, words) => {
    const id = shared.note(text);
    expect(shared.found(words)).toEqual([text]);
    write(shared.journal, 'delete', (tx) => removeSession(tx, id));
    expect(shared.found(words)).toEqual([]);
  });

  test('wants every word, in any order, and finds no others', () => {
    using own = new Notes();
    own.note('vendor shortlist with Lee');
    own.note('vendor only');
    expect(own.found('lee vendor')).toEqual(['vendor shortlist with Lee']);
    expect(own.found('vendor kim')).toEqual([]);
    expect(own.found('endor')).toEqual([]);
  });

  test('looks in prompts, notes and plans, and says which entry it was', () => {
    using own = new Notes();
    write(own.journal, 'x', (tx) => {
      addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-01') });
      addSession(
        tx,
        newSession('2026-11-18', {
          prompt: {
            id: 'p',
            version: 1,
            question: 'Which question?',
            person: 'lee',
            text: 'the vendor one',
          },
        }),
      );
      addIntention(tx, { if: 'the vendor calls', then: 'ask Lee' }, day('2026-11-20'), null);
    });
    own.note('vendor again', '2026-11-19', 'lee');
    expect(search(own.journal, 'vendor', 9)).toMatchObject([
      { noun: 'intention', on: '2026-11-20', text: 'if the vendor calls, then ask Lee' },
      { noun: 'session', on: '2026-11-19', item: 'note', person: 'lee' },
      { noun: 'session', on: '2026-11-18', item: 'prompt', person: 'lee', text: 'the vendor one' },
    ]);
    expect(search(own.journal, 'question', 9)).toEqual([]);
    expect(search(own.journal, 'vendor', 2)).toHaveLength(2);
  });

  test('finds deleted text no longer, and again when the deleting is undone', () => {
    using own = new Notes();
    const id = own.note('about the merger');
    write(own.journal, 'delete', (tx) => removeSession(tx, id));
    expect(own.found('merger')).toEqual([]);
    expect(own.journal.db.prepare('SELECT count(*) FROM passage').pluck().get()).toBe(0);
    undo(own.journal);
    expect(own.found('merger')).toEqual(['about the merger']);
  });

  test('finds replaced text by its new words only', () => {
    using own = new Notes();
    const id = own.note('about the merger');
    const old = sessionById(own.journal, id);
    write(own.journal, 'edit', (tx) =>
      replaceSession(tx, old, {
        ...newSession('2026-11-20', { note: 'about the vendor' }),
        kind: 'moment',
      }),
    );
    expect(own.found('merger')).toEqual([]);
    expect(own.found('vendor')).toEqual(['about the vendor']);
  });

  test('finds a plan by its new words only', () => {
    using own = new Notes();
    const id = write(own.journal, 'intend', (tx) =>
      addIntention(tx, { if: 'Lee asks', then: 'wait' }, day('2026-11-20'), null),
    );
    write(own.journal, 'edit', (tx) => tx.update('intention', id, { then_text: 'breathe' }));
    expect(own.found('wait')).toEqual([]);
    expect(own.found('breathe asks')).toEqual(['if Lee asks, then breathe']);
  });

  test('for nothing finds nothing', () => {
    using own = new Notes();
    own.note('something');
    for (const words of ['', ' ', '"', '*', '🚀', '-', '()', '\u0301', '؟'])
      expect(own.found(words), words).toEqual([]);
  });

  test('whatever is written and sought, it answers, and a text is found by its own words', () => {
    using own = new Notes();
    own.journal.db.pragma('synchronous = OFF');
    const odd = fc.string({
      unit: fc.constantFrom(
        'a',
        'É',
        '"',
        '*',
        "'",
        ' ',
        'NEAR(',
        'OR',
        '^',
        ':',
        '-',
        '{',
        '\u0301',
        '🙂',
        '\u0000',
        '语',
        ')',
        '\\',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyGrapheme }), odd), (text) => {
        if (text === '') return;
        const id = own.note(text);
        const found = own.found(text);
        if (/[\p{L}\p{Nd}]/u.test(text) && /^[\p{Script=Latin}\p{Nd}\s"*':^{}()\\-]*$/u.test(text))
          expect(found).toContain(text);
        write(own.journal, 'delete', (tx) => removeSession(tx, id));
        expect(own.found(text)).toEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
