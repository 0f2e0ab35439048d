import { describe, expect, test } from 'vitest';
import { saveDraft } from '../../../src/store/draft.ts';
import { addHeard, answerHeard, listHeard } from '../../../src/store/heard.ts';
import { countAged, holdsAged, removeAged } from '../../../src/store/retention.ts';
import { addSession, removeSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const BEFORE = day('2024-11-20');
const heard = { about: 'reason', personId: null, sessionId: null } as const;

test('a question that waits for an answer stays, however old; an answered one has had its time', () => {
  using own = new TestJournal();
  write(own.journal, 'x', (tx) => {
    addHeard(tx, { ...heard, on: day('2024-01-01'), text: 'waits' });
    answerHeard(tx, addHeard(tx, { ...heard, on: day('2024-01-01'), text: 'late' }), BEFORE, 'so');
    answerHeard(
      tx,
      addHeard(tx, { ...heard, on: day('2024-01-01'), text: 'gone' }),
      day('2024-11-19'),
      null,
    );
  });
  expect(countAged(own.journal, BEFORE)).toEqual({ heard: 1 });
  removeAged(own.journal, 'delete', BEFORE);
  expect(listHeard(own.journal).map(({ text }) => text)).toEqual(['waits', 'late']);
});

describe('a backup holds what is older than a day', () => {
  const holds = ({ journal }: TestJournal) => holdsAged(BEFORE)(journal.db);

  test('in an entry, up to the day itself', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) => addSession(tx, newSession(BEFORE, { note: 'x' })));
    expect(holds(own)).toBe(false);
    write(own.journal, 'x', (tx) => addSession(tx, newSession('2024-11-19', { note: 'x' })));
    expect(holds(own)).toBe(true);
  });

  test('in an entry that was deleted and that undo could bring back', () => {
    using own = new TestJournal();
    write(own.journal, 'x', (tx) =>
      removeSession(tx, addSession(tx, newSession('2024-11-19', { note: 'x' }))),
    );
    expect(holds(own)).toBe(true);
  });

  test('in a session that was left unfinished', () => {
    using own = new TestJournal();
    saveDraft(own.journal, {
      id: own.clock.newId(),
      kind: 'daily',
      on: day('2024-11-19'),
      startedAt: '2024-11-19T18:00:00.000Z',
      savedAt: '2024-11-19T18:00:00.000Z',
      seconds: 1,
      content: {},
    });
    expect(holds(own)).toBe(true);
  });
});
