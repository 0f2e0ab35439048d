import { describe, expect, test } from 'vitest';
import { verdictReport, WEEKS } from '../../../src/analysis/report.ts';
import { trend } from '../../../src/analysis/trend.ts';
import type { Answers } from '../../../src/domain/session.ts';
import { addHeard } from '../../../src/store/heard.ts';
import { undo } from '../../../src/store/history.ts';
import { addIntention } from '../../../src/store/intention.ts';
import { focusCommitments, handingBack, normsShown } from '../../../src/store/month.ts';
import { addPerson } from '../../../src/store/person.ts';
import { lastSessionDay, practisedDays, sessionDays } from '../../../src/store/practice.ts';
import { ownTexts, plansOf, reviewBefore, reviewOf } from '../../../src/store/review.ts';
import { sessionById } from '../../../src/store/session.ts';
import { addToSession } from '../../../src/store/session-add.ts';
import { addSession, removeSession, replaceSession } from '../../../src/store/session-write.ts';
import { listVerdicts } from '../../../src/store/verdict.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';

const ON = '2026-11-20';
const [from, to] = [day('2026-10-24'), day(ON)];

function withPeople(): TestJournal {
  const own = new TestJournal();
  write(own.journal, 'person', (tx) => {
    for (const code of ['lee', 'sam'])
      addPerson(tx, { code, name: null, cadenceDays: null, addedOn: day('2026-10-01') });
  });
  return own;
}

const monthly = (answers: Answers, on = ON) => newSession(on, answers, { kind: 'monthly' });

function stored({ journal }: TestJournal, answers: Answers, on = ON): string {
  return write(journal, 'review', (tx) => addSession(tx, monthly(answers, on)));
}

describe('a review that grows part by part', () => {
  test('says all of its parts, under one revision', () => {
    using own = withPeople();
    const id = stored(own, { R5: { lee: 4 }, parts: { candour: 'done', reread: 'skipped' } });
    write(own.journal, 'review', (tx) =>
      addToSession(tx, sessionById(tx, id), monthly({ reread: 'I hurried.', coach: null })),
    );
    expect(sessionById(own.journal, id)).toMatchObject({
      revision: 1,
      answers: {
        R5: { lee: 4 },
        reread: 'I hurried.',
        coach: null,
        parts: { candour: 'done', reread: 'skipped' },
      },
    });
  });

  test('what was skipped gives way, person by person and part by part', () => {
    using own = withPeople();
    const id = stored(own, {
      R5: { lee: 4, sam: null },
      leads: { lee: null, sam: 2 },
      coach: null,
      parts: { candour: 'skipped', words: 'done' },
    });
    write(own.journal, 'review', (tx) =>
      addToSession(
        tx,
        sessionById(tx, id),
        monthly({ R5: { sam: 3 }, leads: { lee: 5 }, coach: 'no', parts: { candour: 'done' } }),
      ),
    );
    expect(sessionById(own.journal, id).answers).toEqual({
      R5: { lee: 4, sam: 3 },
      leads: { lee: 5, sam: 2 },
      coach: 'no',
      parts: { candour: 'done', words: 'done' },
    });
  });

  test('undo takes back the last part alone', () => {
    using own = withPeople();
    const id = stored(own, { argument: 'Kim.' });
    const before = own.tables();
    write(own.journal, 'review', (tx) =>
      addToSession(tx, sessionById(tx, id), monthly({ coach: 'no', R5: { lee: 1 } })),
    );
    undo(own.journal);
    expect(own.tables()).toEqual(before);
  });

  test('its plans stand beside it: another revision leaves them, and its removal takes them along', () => {
    using own = withPeople();
    const id = stored(own, { argument: 'Kim.' });
    write(own.journal, 'plan', (tx) => {
      addIntention(tx, { if: 'Lee asks', then: 'ask back' }, day(ON), id);
      addIntention(tx, { if: 'Sam asks', then: 'wait' }, day(ON), id);
    });
    const session = sessionById(own.journal, id);
    expect(session.answers).toEqual({ argument: 'Kim.' });
    write(own.journal, 'edit', (tx) => replaceSession(tx, session, monthly({ argument: 'Sam.' })));
    expect(plansOf(own.journal, id).map((plan) => plan.if)).toEqual(['Lee asks', 'Sam asks']);
    write(own.journal, 'delete', (tx) => {
      tx.insert('verdict', {
        id: tx.newId(),
        session_id: id,
        series: 'handed-back',
        issued_on: day(ON),
        next_on: day('2026-12-20'),
        verdict: 'steady',
        detail: '{}',
      });
      removeSession(tx, id);
    });
    expect(plansOf(own.journal, id)).toEqual([]);
    expect(listVerdicts(own.journal)).toEqual([]);
  });

  test('is the one of its calendar month', () => {
    using own = withPeople();
    const id = stored(own, { coach: null }, '2026-11-01');
    stored(own, { coach: null }, '2026-10-31');
    expect(reviewOf(own.journal, 'month', day('2026-11-30'))?.id).toBe(id);
    expect(reviewOf(own.journal, 'month', day('2026-12-01'))).toBeUndefined();
    expect(reviewOf(own.journal, 'quarter', day('2026-11-30'))).toBeUndefined();
    expect(reviewBefore(own.journal, 'month', day('2026-11-01'))?.on).toBe('2026-10-31');
  });

  test('a verdict whose working is not readable is left out', () => {
    using own = withPeople();
    const whole = verdictReport({
      series: 's6',
      unit: 'points',
      time: WEEKS,
      points: [],
      trend: trend([]),
      window: null,
      issued: ON,
      next: '2026-12-20',
    });
    const broken = [{ n: 3 }, { ...whole, ci95: null }, { ...whole, verdict: 'great' }];
    const details = ['', 'null', '[]', ...[...broken, whole].map((each) => JSON.stringify(each))];
    for (const [i, detail] of details.entries()) {
      own.journal.materialize();
      write(own.journal, 'forge', (tx) =>
        tx.insert('verdict', {
          id: tx.newId(),
          session_id: null,
          series: `s${i}`,
          issued_on: day(ON),
          next_on: day('2026-12-20'),
          verdict: 'steady',
          detail,
        }),
      );
    }
    expect(listVerdicts(own.journal).map(({ series }) => series)).toEqual(['s6']);
  });
});

describe('the month in the records', () => {
  /** A moment with somebody. */
  function moment(
    { journal }: TestJournal,
    on: string,
    tallies: Record<string, number>,
    person: string | null = null,
    minutes: number | null = null,
  ): void {
    write(journal, 'tally', (tx) => {
      addSession(tx, newSession(on, { tallies }, { kind: 'moment', person, minutes }));
    });
  }

  test.each([
    ['nothing, without minutes', [['2026-11-02', 'lee', null]], [], [0, 0, 0, 0]],
    ['minutes without a person', [['2026-11-02', null, 15]], [], [1, 15, 0, 0]],
    [
      'what the same person brought bare within two weeks',
      [
        ['2026-11-02', 'lee', 15],
        ['2026-11-03', 'sam', 20],
      ],
      [
        ['2026-11-02', 'lee'],
        ['2026-11-03', 'lee'],
        ['2026-11-16', 'lee'],
        ['2026-11-17', 'lee'],
      ],
      [2, 35, 2, 2],
    ],
    [
      'once, whatever it followed',
      [
        ['2026-11-02', 'lee', 15],
        ['2026-11-04', 'lee', 5],
      ],
      [['2026-11-05', 'lee']],
      [2, 20, 2, 1],
    ],
  ] as const)('handing back: %s', (_, handed, bare, [times, minutes, withPerson, cameBack]) => {
    using own = withPeople();
    for (const [on, person, took] of handed) moment(own, on, { c: 1 }, person, took);
    for (const [on, person] of bare) moment(own, on, { b: 1 }, person);
    expect(handingBack(own.journal, from, to)).toEqual({ times, minutes, withPerson, cameBack });
  });

  test('norms are counted without regard to case', () => {
    using own = withPeople();
    for (const [on, norm] of [
      ['2026-11-01', 'asking first'],
      ['2026-11-08', 'Asking first '],
      ['2026-11-15', 'candour'],
      ['2026-10-18', 'too old'],
    ] as const) {
      write(own.journal, 'checkin', (tx) =>
        addSession(tx, newSession(on, { norm }, { kind: 'weekly' })),
      );
    }
    expect(normsShown(own.journal, from, to).map(({ n }) => n)).toEqual([2, 1]);
  });

  test('commitments for the focus by owner, with those owned together', () => {
    using own = withPeople();
    write(own.journal, 'promise', (tx) => {
      const [lee, sam] = ['lee', 'sam'].map((code) => {
        const found = tx.db.prepare('SELECT id FROM person WHERE code = ?').get(code);
        return (found as { id: string }).id;
      });
      tx.insert('statement', {
        id: tx.newId(),
        kind: 'focus',
        on_day: day('2026-10-01'),
        text: 'F',
        because: null,
      });
      const { id: focus } = tx.db.prepare('SELECT id FROM statement').get() as { id: string };
      const promise = (by: string | null, more: object = {}) => {
        const id = tx.newId();
        tx.insert('promise', {
          id,
          made_on: day('2026-11-01'),
          text: 'x',
          by_id: by,
          to_id: null,
          due_on: null,
          outcome: null,
          settled_on: null,
          why: null,
          wording: null,
          proposed_by: null,
          success: null,
          focus_id: focus,
          ...more,
        });
        return id;
      };
      promise(null);
      const joint = promise(lee ?? null);
      tx.insert('promise_owner', { id: tx.newId(), promise_id: joint, person_id: sam ?? '' });
      promise(lee ?? null, { outcome: 'kept', settled_on: day('2026-11-10') });
      promise(sam ?? null, { outcome: 'kept', settled_on: day('2026-10-10') });
      promise(sam ?? null, { focus_id: null });
    });
    expect(focusCommitments(own.journal, from, to)).toEqual([
      { owner: null, n: 1, together: 0 },
      { owner: 'lee', n: 2, together: 1 },
    ]);
  });

  test('practised days are those with a session or a count; a check-in is a session, a note is neither', () => {
    using own = withPeople();
    moment(own, '2026-11-02', { c: 1 });
    write(own.journal, 'note', (tx) => {
      addSession(tx, newSession('2026-11-03', { note: 'x' }, { kind: 'moment' }));
      addSession(tx, newSession('2026-11-04', { note: 'x' }));
      addSession(tx, newSession('2026-11-08', { R4: 3 }, { kind: 'weekly' }));
      addSession(tx, newSession('2026-11-09', { note: 'x' }, { kind: 'imported' }));
    });
    expect(practisedDays(own.journal, from, to)).toEqual(['2026-11-02', '2026-11-04']);
    expect(sessionDays(own.journal, to)).toEqual(['2026-11-02', '2026-11-04', '2026-11-08']);
    expect(lastSessionDay(own.journal, to)).toBe('2026-11-08');
    expect(lastSessionDay(own.journal, day('2026-11-01'))).toBeUndefined();
  });

  test('own texts are read again with their questions; what others asked is not among them', () => {
    using own = withPeople();
    stored(own, { argument: 'Kim.', parts: { words: 'done' } });
    write(own.journal, 'heard', (tx) =>
      addHeard(tx, { on: day(ON), about: 'fit', text: 'Why?', personId: null, sessionId: null }),
    );
    expect(ownTexts(own.journal, to)).toMatchObject([
      { on: ON, text: 'Kim.', question: expect.stringContaining('argument') },
    ]);
  });
});
