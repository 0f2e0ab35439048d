import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { jsonLine } from '../../../src/render/json.ts';
import { listActions, undo } from '../../../src/store/history.ts';
import { addIntention } from '../../../src/store/intention.ts';
import { addContact, addPerson } from '../../../src/store/person.ts';
import { type Imported, importRecords } from '../../../src/store/records-in.ts';
import { search } from '../../../src/store/search.ts';
import { dailySession } from '../../../src/store/session.ts';
import { addSession, replaceSession } from '../../../src/store/session-write.ts';
import { type Part, records, sessionIds } from '../../../src/store/transfer.ts';
import { write } from '../../../src/store/write.ts';
import { anyCharacter } from '../../support/characters.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { refusalOf } from '../../support/refusal.ts';

const odd = 'e\u0301 \u202e \u0000 🙂 \u2028 "quoted" \\ \u001b[31m =cmd';

/** A journal with a row in every table. */
function filled(): TestJournal {
  const own = new TestJournal();
  const { journal } = own;
  write(journal, 'x', (tx) => {
    const lee = addPerson(tx, {
      code: 'lee',
      name: 'Lée 🙂 \u202e',
      cadenceDays: 14,
      addedOn: day('2026-11-01'),
    });
    addPerson(tx, { code: 'kim', name: null, cadenceDays: null, addedOn: day('2026-11-01') });
    addContact(tx, lee, day('2026-11-10'), null);
    addSession(
      tx,
      newSession('2026-11-18', { intention: { if: odd, then: 'x' }, tallies: { a: 1 } }),
    );
    addSession(
      tx,
      newSession('2026-11-19', {
        yesterday: 'done',
        tallies: { a: 0, 'a!': 1, c: null, 'w:fit': 2 },
        R1: 3,
        R2: null,
        prompt: { id: 'p', version: 1, question: 'What of lee?', person: 'lee', text: odd },
        note: odd,
      }),
    );
    const id = addSession(
      tx,
      newSession(
        '2026-11-20',
        { tallies: { c: 1 } },
        { kind: 'moment', person: 'kim', minutes: 5 },
      ),
    );
    addContact(tx, lee, day('2026-11-20'), id);
    addIntention(tx, { if: 'Kim asks', then: 'wait' }, day('2026-11-20'), null);
  });
  const old = dailySession(journal, day('2026-11-18'));
  if (!old) throw new Error();
  write(journal, 'x', (tx) =>
    replaceSession(tx, old, newSession('2026-11-18', { ...old.answers, note: 'amended' })),
  );
  return own;
}

const lines = (own: TestJournal, part: Part = {}) =>
  [...records(own.journal, part)].map((record) => jsonLine(record).trimEnd());

function take(own: TestJournal, given: Iterable<string>): Imported {
  return write(own.journal, 'import', (tx) => importRecords(tx, given));
}

describe('an export', () => {
  test('holds a row of every table, parents before children', () => {
    using own = filled();
    const tables = lines(own)
      .slice(1)
      .map((line) => JSON.parse(line).record);
    expect([...new Set(tables)]).toEqual([
      'person',
      'session',
      'asked',
      'answer',
      'tally',
      'rating',
      'intention',
      'contact',
      'revision',
    ]);
  });

  test('is the same for the same journal, and holds no log and no time of its own', () => {
    using own = filled();
    const before = lines(own);
    write(own.journal, 'x', (tx) =>
      addPerson(tx, { code: 'zoe', name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
    );
    undo(own.journal);
    expect(lines(own)).toEqual(before);
    expect(before[0]).toBe('{"schema":"praxis.journal/1"}');
  });

  test('of some days or one person holds those sessions and what belongs to them', () => {
    using own = filled();
    expect(sessionIds(own.journal.db, { from: day('2026-11-19') })).toHaveLength(2);
    expect(sessionIds(own.journal.db, { to: day('2026-11-18') })).toHaveLength(1);
    expect(sessionIds(own.journal.db, { person: 'lee' })).toHaveLength(1);
    expect(sessionIds(own.journal.db, { person: 'kim' })).toHaveLength(1);
    expect(sessionIds(own.journal.db, { person: 'zoe' })).toEqual([]);
  });

  test.each<[string, Part]>([
    ['whole', {}],
    ['from a day', { from: day('2026-11-19') }],
    ['to a day', { to: day('2026-11-19') }],
    ['one day', { from: day('2026-11-19'), to: day('2026-11-19') }],
    ['about lee', { person: 'lee' }],
    ['about kim from a day', { person: 'kim', from: day('2026-11-20') }],
  ])('(%s) can be taken in as it is, and exported again is the same', (_, part) => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own, part);
    expect(take(other, out)).toEqual({ added: out.length - 1, unchanged: 0 });
    expect(lines(other)).toEqual(out);
  });
});

describe('an import', () => {
  test('of an export gives identical tables and the same search results', () => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own);
    expect(take(other, out)).toEqual({ added: out.length - 1, unchanged: 0 });
    expect(other.tables()).toEqual(own.tables());
    for (const word of ['amended', 'quoted', 'asks'])
      expect(search(other.journal, word, 9)).toEqual(search(own.journal, word, 9));
  });

  test('the second time changes nothing and leaves no action', () => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own);
    take(other, out);
    const before = other.tables();
    expect(take(other, out)).toEqual({ added: 0, unchanged: out.length - 1 });
    expect(other.tables()).toEqual(before);
    expect(listActions(other.journal, 9)).toHaveLength(1);
  });

  test('is one action, and undo takes all of it out', () => {
    using own = filled();
    using other = new TestJournal();
    take(other, lines(own));
    undo(other.journal);
    expect(Object.values(other.tables()).flat()).toEqual([]);
  });

  test('takes children before their parents, blank lines and a byte order mark', () => {
    using own = filled();
    using other = new TestJournal();
    const [head = '', ...rest] = lines(own);
    take(other, [`\ufeff${head}`, '', ...rest.reverse(), '  ']);
    expect(other.tables()).toEqual(own.tables());
  });

  test('adds what is new to what is there', () => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own);
    take(other, lines(own, { from: day('2026-11-19') }));
    const { added, unchanged } = take(other, out);
    expect(added + unchanged).toBe(out.length - 1);
    expect(unchanged).toBeGreaterThan(0);
    expect(other.tables()).toEqual(own.tables());
  });

  test('of a row that says something else is a conflict, exit 5, and stores nothing', () => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own);
    take(other, out);
    write(other.journal, 'x', (tx) =>
      addPerson(tx, { code: 'zoe', name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
    );
    const before = other.tables();
    const changed = out.map((line) => line.replace('"text":"amended"', '"text":"other words"'));
    const refusal = refusalOf(() => take(other, changed));
    expect(refusal.exitCode).toBe(EXIT.conflict);
    expect(refusal.message).toMatch(
      /^Line \d+ cannot be taken: this answer is in the journal already/,
    );
    expect(other.tables()).toEqual(before);
  });

  test('of another session for a day that has one is a conflict, exit 5', () => {
    using own = filled();
    using other = new TestJournal();
    // Another clock, so other ids: the same evening written down on another machine.
    for (let i = 0; i < 50; i++) other.clock.newId();
    write(other.journal, 'x', (tx) => addSession(tx, newSession('2026-11-19', { note: 'mine' })));
    const before = other.tables();
    const refusal = refusalOf(() => take(other, lines(own)));
    expect(refusal.exitCode).toBe(EXIT.conflict);
    expect(refusal.message).toContain('another session in its place');
    expect(other.tables()).toEqual(before);
  });

  const line = (table: string, more: object) => (out: readonly string[]) => {
    const found = out.find((each) => each.includes(`"record":"${table}"`)) ?? '';
    return JSON.stringify({ ...JSON.parse(found), ...more });
  };

  test.each<[string, (out: readonly string[]) => string, string]>([
    ['no JSON', () => '{"record": "person",', 'it is not JSON'],
    ['a list', () => '[]', 'it names no "record"'],
    ['null', () => 'null', 'it names no "record"'],
    ['an unknown record', () => '{"record": "mood", "id": "1"}', '"mood" is no kind of record'],
    [
      'a record that is no text',
      () => '{"record": {"toString": 1}, "id": "1"}',
      'its "record" is no kind of record',
    ],
    ['the log', () => '{"record": "action", "id": "1"}', '"action" is no kind of record'],
    [
      'a name from the object itself',
      () => '{"record": "__proto__", "id": "1"}',
      'is no kind of record',
    ],
    ['an unknown key', line('person', { mood: 1 }), '"mood" is no key of a person'],
    [
      'a missing key',
      (out) =>
        line(
          'person',
          {},
        )(out).replace(/"state":"[a-z]+"/, '"id":"019a0000-0000-7000-8000-000000000000"'),
      '"state" of this person',
    ],
    ['a bad id', line('person', { id: 'lee' }), '"id" of this person'],
    ['an impossible day', line('session', { on_day: '2026-02-30' }), '"on_day" of this session'],
    ['an impossible week', line('session', { week: '2025-W53' }), '"week" of this session'],
    [
      'an impossible instant',
      line('session', { started_at: 'yesterday' }),
      '"started_at" of this session',
    ],
    ['an unknown kind', line('session', { kind: 'hourly' }), '"kind" of this session'],
    ['a number as text', line('tally', { n: '3' }), '"n" of this tally'],
    ['a count too many', line('tally', { n: 1000 }), '"n" of this tally'],
    ['a rating out of range', line('rating', { value: 6 }), '"value" of this rating'],
    ['half a character', line('answer', { text: '\ud83d' }), '"text" of this answer'],
    [
      "a person's code that is none",
      line('person', { id: '019a0000-0000-7000-8000-0000000000ff', code: '\u001b[31mlee' }),
      '"code" of this person',
    ],
    [
      "a person's code in capitals",
      line('person', { id: '019a0000-0000-7000-8000-0000000000ff', code: 'LEE' }),
      '"code" of this person',
    ],
    [
      'a kind of counter that there is not',
      line('tally', { id: '019a0000-0000-7000-8000-0000000000ff', subtype: '\u001b[31m' }),
      '"subtype" of this tally',
    ],
    [
      'a settled plan without its day',
      line('intention', {
        id: '019a0000-0000-7000-8000-0000000000ff',
        session_id: null,
        outcome: 'done',
        settled_on: null,
        settled_by: null,
      }),
      'does not fit together',
    ],
  ])('with %s in one line of many stores nothing and names the line', (_, make, why) => {
    using own = filled();
    using other = new TestJournal();
    const out = lines(own);
    const at = 5;
    const refusal = refusalOf(() =>
      take(other, [...out.slice(0, at), make(out), ...out.slice(at)]),
    );
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain(`Line ${at + 1} cannot be taken`);
    expect(refusal.message).toContain(why);
    expect(Object.values(other.tables()).flat()).toEqual([]);
    expect(listActions(other.journal, 9)).toEqual([]);
  });

  test.each(['person', 'session'])('with a %s missing stores nothing', (table) => {
    using own = filled();
    using other = new TestJournal();
    const refusal = refusalOf(() =>
      take(
        other,
        lines(own).filter((each) => !each.includes(`"record":"${table}"`)),
      ),
    );
    expect(refusal.exitCode).toBe(EXIT.usage);
    expect(refusal.message).toContain(`belongs to a ${table} that is missing`);
    expect(Object.values(other.tables()).flat()).toEqual([]);
  });

  test.each([
    ['nothing', []],
    ['blank lines', ['', ' ']],
    ['another file', ['{"name": "x"}']],
    ['an export without its first line', ['{"record":"person"}']],
    ['a newer kind of export', ['{"schema":"praxis.journal/2"}']],
    ['text', ['Dear diary']],
  ])('of %s is refused', (_, given) => {
    using other = new TestJournal();
    expect(refusalOf(() => take(other, given)).exitCode).toBe(EXIT.usage);
  });

  test('whatever is changed in a line, it is taken or refused, and never half', () => {
    using own = filled();
    using other = new TestJournal();
    other.journal.db.pragma('synchronous = OFF');
    const out = lines(own);
    const values = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.boolean(),
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('2026-11-20', '2026-W47', 'a', 'done'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: out.length - 1 }),
        fc.nat(12),
        values,
        (at, which, value) => {
          const record = JSON.parse(out[at] ?? '{}') as Record<string, unknown>;
          const keys = Object.keys(record);
          record[keys[which % keys.length] ?? 'record'] = value;
          let refused = false;
          try {
            take(other, [...out.slice(0, at), JSON.stringify(record), ...out.slice(at + 1)]);
          } catch {
            refused = true;
            expect([EXIT.usage, EXIT.conflict]).toContain(
              refusalOf(() =>
                take(other, [...out.slice(0, at), JSON.stringify(record), ...out.slice(at + 1)]),
              ).exitCode,
            );
          }
          if (refused) expect(Object.values(other.tables()).flat()).toEqual([]);
          else undo(other.journal);
        },
      ),
      { seed: 1, numRuns: 40 },
    );
  });
});
