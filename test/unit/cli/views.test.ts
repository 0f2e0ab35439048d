import { afterAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../../src/domain/views.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const own = new TestJournal();
const { db } = own.journal;
write(own.journal, 'x', (tx) => {
  addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-01') });
  addSession(tx, newSession('2026-11-20', { tallies: { a: 1, 'a!': 2, c: 3 } }));
  addSession(
    tx,
    newSession('2026-11-19', { tallies: { c: 4 } }, { kind: 'moment', person: 'lee' }),
  );
  addSession(tx, newSession('2026-11-18', { tallies: { c: 90 } }, { kind: 'moment', late: true }));
});
afterAll(() => own[Symbol.dispose]());

/** The columns that commands.md promised first: views only grow, so they stay in front and in this order. */
const PROMISED: Readonly<Record<string, string>> = {
  v_session: 'id, kind, on_day, week, started_at, ended_at, source, revision',
  v_answer: 'session_id, on_day, item, prompt_id, person, text',
  v_tally: 'id, session_id, on_day, week, code, subtype, n, warranted, person',
  v_tally_week: 'week, code, n, warranted',
  v_rating: 'session_id, on_day, week, item, value',
};

describe('the documented views', () => {
  test('are exactly the views of the journal', () => {
    const views = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
      .pluck()
      .all();
    expect(VIEWS.map(({ view }) => view).sort()).toEqual(views);
  });

  test.each(VIEWS)('$view has the documented columns, in that order', ({ view, columns }) => {
    const found = db
      .prepare(`SELECT * FROM ${view}`)
      .columns()
      .map(({ name }) => name);
    expect(found).toEqual(Object.keys(columns));
    for (const meaning of Object.values(columns)) expect(meaning).not.toBe('');
  });

  test.each(Object.entries(PROMISED))(
    '%s begins with the columns that were promised first',
    (view, columns) => {
      const found = db
        .prepare(`SELECT * FROM ${view}`)
        .columns()
        .map(({ name }) => name);
      expect(found.join(', ').startsWith(columns)).toBe(true);
    },
  );
});

test('a week added up holds sessions and moments, and no late count', () => {
  expect(db.prepare('SELECT * FROM v_tally_week ORDER BY code, warranted').all()).toEqual([
    { week: '2026-W47', code: 'a', n: 1, warranted: 0 },
    { week: '2026-W47', code: 'a', n: 2, warranted: 1 },
    { week: '2026-W47', code: 'c', n: 7, warranted: 0 },
  ]);
});
