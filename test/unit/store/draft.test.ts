import { describe, expect, test } from 'vitest';
import { type Draft, discardDraft, listDrafts, saveDraft } from '../../../src/store/draft.ts';
import { listActions, undo } from '../../../src/store/history.ts';
import { openToRead } from '../../../src/store/open.ts';
import { addPerson } from '../../../src/store/person.ts';
import { records } from '../../../src/store/transfer.ts';
import { write } from '../../../src/store/write.ts';
import { countingClock, day, TestJournal } from '../../support/journal.ts';

const draft = (id: string, on: string, content: unknown = {}): Draft<unknown> => ({
  id,
  kind: 'daily',
  on: day(on),
  startedAt: '2026-11-20T18:00:00.000Z',
  savedAt: '2026-11-20T18:01:00.000Z',
  seconds: 60,
  content,
});

describe('a draft', () => {
  test('is there for the next praxis as soon as it was saved', () => {
    using own = new TestJournal();
    const given = draft('one', '2026-11-20', {
      answers: { note: 'e\u0301 \u0000 🙂', R1: null, tallies: { a: 0 } },
    });
    saveDraft(own.journal, given);
    const other = openToRead(own.file, countingClock());
    expect(listDrafts(other)).toEqual([given]);
    other.close();
  });

  test('takes the place of the one before it for the same day', () => {
    using own = new TestJournal();
    saveDraft(own.journal, draft('one', '2026-11-20', { n: 1 }));
    saveDraft(own.journal, { ...draft('two', '2026-11-20', { n: 2 }), seconds: 90 });
    expect(listDrafts(own.journal)).toEqual([
      { ...draft('two', '2026-11-20', { n: 2 }), seconds: 90 },
    ]);
  });

  test('stands beside those of other days, the latest day first', () => {
    using own = new TestJournal();
    for (const on of ['2026-11-18', '2026-11-20', '2026-11-19'])
      saveDraft(own.journal, draft(on, on));
    expect(listDrafts(own.journal).map(({ on }) => on)).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
    ]);
    discardDraft(own.journal, '2026-11-19');
    expect(listDrafts(own.journal).map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-18']);
    discardDraft(own.journal, 'none');
    expect(listDrafts(own.journal)).toHaveLength(2);
  });

  test('stands outside history, undo and export', () => {
    using own = new TestJournal();
    write(own.journal, 'person', (tx) =>
      addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-11-20') }),
    );
    saveDraft(own.journal, draft('one', '2026-11-20', { secret: 'unfinished' }));
    expect(listActions(own.journal, 9)).toHaveLength(1);
    undo(own.journal);
    expect(listDrafts(own.journal)).toHaveLength(1);
    expect(JSON.stringify([...records(own.journal)])).not.toContain('unfinished');
  });

  test('leaves the door closed behind it', () => {
    using own = new TestJournal();
    saveDraft(own.journal, draft('one', '2026-11-20'));
    expect(() => own.journal.db.exec('DELETE FROM draft')).toThrow(/readonly/);
    expect(own.journal.db.pragma('synchronous', { simple: true })).toBe(2);
  });
});
