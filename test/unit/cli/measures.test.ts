import { describe, expect, test } from 'vitest';
import { seriesOn, trendsOn } from '../../../src/cli/measures.ts';
import { todayTrend } from '../../../src/cli/today-trend.ts';
import { issue, verdictsOn } from '../../../src/cli/verdicts.ts';
import { addDays, firstDayOf, type Week } from '../../../src/domain/day.ts';
import type { Answers } from '../../../src/domain/session.ts';
import { addBreak } from '../../../src/store/break.ts';
import { leave } from '../../../src/store/departure.ts';
import { addContact, addPerson } from '../../../src/store/person.ts';
import { addSeries, keepPoint, removeSeries } from '../../../src/store/series.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { practise, stance } from '../../support/practice.ts';

const TODAY = day('2026-11-20');
const measure = (test: TestJournal, series: string, on = TODAY) => {
  const found = trendsOn(test.journal, on, 'all').measures.find((each) => each.series === series);
  if (!found) throw new Error(`no measure ${series}`);
  return found;
};

/** A check-in of a week, which stands on its Sunday. */
function checkin(test: TestJournal, week: string, answers: Answers): void {
  const sunday = addDays(firstDayOf(week as Week), 6);
  write(test.journal, 'checkin', (tx) =>
    addSession(tx, newSession(sunday, answers, { kind: 'weekly' })),
  );
}

describe('what was not asked', () => {
  test('is no zero: starts are counted over the weeks in which they were asked', () => {
    using test = new TestJournal();
    write(test.journal, 'count', (tx) => {
      for (let i = 0; i < 9; i++) {
        const asked = i % 3 === 0 ? { s: 2, i: 4 } : { d: 1, w: 2 };
        addSession(tx, newSession(addDays(TODAY, -7 * i), { tallies: { a: 1, c: 2, ...asked } }));
      }
    });
    expect(measure(test, 'ir')).toMatchObject({ value: 4, n: 12 });
    expect(measure(test, 'ir').points.map(({ value }) => value)).toEqual([4, 4, 4]);
  });

  test('none counted is a rate of nought with its interval', () => {
    using test = new TestJournal();
    write(test.journal, 'count', (tx) =>
      addSession(tx, newSession(TODAY, { tallies: { s: 3, i: 0 } })),
    );
    const { value, n, ci95 } = measure(test, 'ir');
    expect([value, n, ci95?.[0]]).toEqual([0, 0, 0]);
    expect(ci95?.[1]).toBeCloseTo(3.689, 3);
  });
});

describe('a check-in made before its Sunday', () => {
  test('counts at once, in every measure alike', () => {
    using test = new TestJournal();
    checkin(test, '2026-W47', {
      tallies: { a: 1, c: 9 },
      kept: { x: 4, n: 4 },
      R4: 5,
    });
    expect(measure(test, 'handed-back')).toMatchObject({ value: 90, n: 10 });
    expect(measure(test, 'tpi').parts[0]).toMatchObject({ part: 'kept', x: 4, n: 4 });
    expect(measure(test, 'R4').n).toBe(1);
    expect(measure(test, 'R4').points).toMatchObject([{ week: '2026-W47', value: 5 }]);
    // Of the week before nothing of it is known.
    expect(measure(test, 'handed-back', day('2026-11-15')).n).toBe(0);
  });
});

describe('windows', () => {
  test('trust practice is made of eight whole weeks, this one included, and says so', () => {
    using test = new TestJournal();
    checkin(test, '2026-W40', { loops: { x: 1, n: 3 } });
    checkin(test, '2026-W39', { loops: { x: 50, n: 50 } });
    const { window, parts } = measure(test, 'tpi');
    expect(window).toEqual({ from: '2026-09-28', to: TODAY });
    expect(parts.find(({ part }) => part === 'loops')).toMatchObject({ x: 1, n: 3 });
    expect(measure(test, 'cand').window.from).toBe('2026-08-31');
    expect(measure(test, 'lli').window.from).toBe('2026-10-24');
  });
});

describe('people who leave', () => {
  test('do not change what was true of the weeks before', () => {
    using test = new TestJournal();
    practise(test.journal, '2026-08-03', 75, (i) => stance(10, i));
    const lee = write(test.journal, 'people', (tx) => {
      const id = addPerson(tx, { code: 'lee', name: null, cadenceDays: null, addedOn: day('2026-08-03') }); // biome-ignore format: one line
      for (const on of ['2026-08-05', '2026-09-21']) addContact(tx, id, day(on), null);
      return id;
    });
    const values = () => measure(test, 'cc').points.map(({ value }) => value);
    const before = values();
    expect(new Set(before)).toEqual(new Set([0, 100]));
    write(test.journal, 'leave', (tx) =>
      leave(tx, lee, { on: TODAY, reason: null, growth: null, cost: null, cadenceDays: null }),
    );
    expect(values()).toEqual(before);
  });
});

describe('the line of every day', () => {
  test('counts all weeks there are, however far apart', () => {
    using test = new TestJournal();
    practise(test.journal, '2025-01-06', 1, () => ({}));
    for (let i = 0; i < 14; i++) {
      const monday = addDays(day('2025-02-03'), 42 * i);
      write(test.journal, 'count', (tx) =>
        addSession(tx, newSession(monday, { tallies: { a: 4, c: 6 } })),
      );
    }
    expect(todayTrend(test.journal, TODAY)).toMatchObject({ points: 14, needs: 0 });
    expect(seriesOn(test.journal, TODAY, 'handed-back').points).toHaveLength(14);
  });

  test('begins anew at a break', () => {
    using test = new TestJournal();
    practise(test.journal, '2026-08-03', 75, (i) => stance(10, i));
    write(test.journal, 'break', (tx) => addBreak(tx, TODAY, 'new team'));
    expect(todayTrend(test.journal, TODAY)).toMatchObject({ points: 0, needs: 12 });
  });
});

describe('a series that was removed and made again', () => {
  test('does not take over the verdict of its namesake', () => {
    using test = new TestJournal();
    const made = (on = TODAY) =>
      write(test.journal, 'series', (tx) => {
        const id = addSeries(tx, { name: 'rework', about: null, unit: 'number', zone: null }, on);
        keepPoint(tx, id, { week: '2026-W40' as Week, value: 1, n: 1 }, false);
        return id;
      });
    const id = made(day('2026-10-01'));
    const reviewed = day('2026-11-01');
    write(test.journal, 'review', (tx) => {
      const session = addSession(tx, newSession(reviewed, {}, { kind: 'monthly' }));
      issue(tx, session, reviewed, verdictsOn(test.journal, reviewed));
    });
    expect(measure(test, 'rework').verdict).toMatchObject({ verdict: 'too-few' });
    write(test.journal, 'remove', (tx) => removeSeries(tx, id));
    made();
    expect(measure(test, 'rework').verdict).toBeNull();
  });
});
