import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ofLastWeeks, seriesOn, trendsOn } from '../../../src/cli/measures.ts';
import { issue, verdictsOn } from '../../../src/cli/verdicts.ts';
import { addDays, weekOf } from '../../../src/domain/day.ts';
import type { MeasuredSeries, Trends } from '../../../src/domain/measure.ts';
import { SERIES_IDS } from '../../../src/domain/series.ts';
import type { Answers } from '../../../src/domain/session.ts';
import { PAIRS } from '../../../src/domain/tally.ts';
import { addBreak } from '../../../src/store/break.ts';
import { addLog } from '../../../src/store/exercise.ts';
import { addIntention, settleIntention } from '../../../src/store/intention.ts';
import { addContact, addPerson } from '../../../src/store/person.ts';
import { rows } from '../../../src/store/prepared.ts';
import { addPromise } from '../../../src/store/promise.ts';
import { addSeries, keepPoint } from '../../../src/store/series.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { expectNumbers } from '../../support/numbers.ts';
import { practise, stance } from '../../support/practice.ts';

const TODAY = day('2026-11-20');

const measureOf = (trends: Trends, series: string): MeasuredSeries => {
  const found = trends.measures.find((each) => each.series === series);
  if (!found) throw new Error(`no measure ${series}`);
  return found;
};
const on = (test: TestJournal, series: string) =>
  measureOf(trendsOn(test.journal, TODAY, 'pictured'), series);

/** Counts spread over ten evenings of the last four weeks. */
function counted(test: TestJournal, counts: Readonly<Record<string, number>>): void {
  write(test.journal, 'count', (tx) => {
    for (let i = 0; i < 10; i++) {
      const tallies = Object.entries(counts).map(([code, n]) => [
        code,
        Math.floor((n * (i + 1)) / 10) - Math.floor((n * i) / 10),
      ]);
      addSession(tx, newSession(addDays(TODAY, -2 * i), { tallies: Object.fromEntries(tallies) }));
    }
  });
}

describe('the worked examples, through a real journal', () => {
  test('the leading index: 50.37 [41.25, 59.08] of the pairs with enough counts', () => {
    using test = new TestJournal();
    const pairs = [[34, 70], [22, 48], [9, 15], [8, 17], [2, 4]] as const; // biome-ignore format: a row
    const counts = Object.values(PAIRS).flatMap(({ left, right }, i) => {
      const [x, n] = pairs[i] ?? [0, 0];
      return [[left, n - x], [right, x]] as const; // biome-ignore format: a row
    });
    counted(test, { ...Object.fromEntries(counts), 'a!': 7 });
    const lli = on(test, 'lli');
    expect(lli.value).toBeCloseTo(50.37, 2);
    expect(lli.ci95?.[0]).toBeCloseTo(41.25, 2);
    expect(lli.ci95?.[1]).toBeCloseTo(59.08, 2);
    expect(lli).toMatchObject({ n: 150, word: 'mixed', needs: null });
    expect(lli.parts.map(({ part, x, n, used }) => [part, x, n, used])).toEqual([
      ['handed-back', 34, 70, true],
      ['proposal', 22, 48, true],
      ['why', 9, 15, true],
      ['initiative', 8, 17, true],
      ['among-themselves', 2, 4, false],
    ]);
    expect(on(test, 'among-themselves')).toMatchObject({
      value: null,
      n: 4,
      needs: '1 more count',
    });
  });

  test('trust practice: 64.48 [51.53, 76.05]; candour is a share of seven, too few told', () => {
    using test = new TestJournal();
    write(test.journal, 'checkin', (tx) => {
      const answers: Answers = {
        kept: { x: 13, n: 16 },
        loops: { x: 2, n: 5 },
        listening: { x: 6, n: 9 },
        questions: { x: 21, n: 30 },
        badNews: { x: 3, n: 7 },
      };
      const said = newSession('2026-11-15', answers, { kind: 'weekly' });
      addSession(tx, said);
    });
    const tpi = on(test, 'tpi');
    expect(tpi.value).toBeCloseTo(64.48, 2);
    expect(tpi.ci95?.[0]).toBeCloseTo(51.53, 2);
    expect(tpi.ci95?.[1]).toBeCloseTo(76.05, 2);
    const cand = on(test, 'cand');
    expect(cand.value).toBeCloseTo(42.86, 2);
    expect(cand.ci95?.[0]).toBeCloseTo(15.8, 1);
    expect(cand.ci95?.[1]).toBeCloseTo(75, 1);
  });

  test('supporting measures, each with what it counts', () => {
    using test = new TestJournal();
    counted(test, { s: 5, i: 8, h: 4, x: 6 });
    write(test.journal, 'more', (tx) => {
      const [lee, sam] = ['lee', 'sam'].map((code) =>
        addPerson(tx, { code, name: null, cadenceDays: 7, addedOn: day('2026-09-01') }),
      );
      addContact(tx, lee ?? '', addDays(TODAY, -3), null);
      addContact(tx, sam ?? '', addDays(TODAY, -30), null);
      for (let i = 0; i < 6; i++) {
        const session = newSession(addDays(TODAY, -i), { tallies: { 'w:challenge': 1 } }, { kind: 'moment', met: i < 4 ? 'explored' : 'deflected' }); // biome-ignore format: a row
        addSession(tx, session);
        const plan = addIntention(tx, { if: 'x', then: 'y' }, addDays(TODAY, -7), null);
        settleIntention(tx, plan, (['done', 'partly', 'skipped', 'no-cue', 'done', 'done'] as const)[i] ?? 'done', addDays(TODAY, -i), null); // biome-ignore format: a row
      }
      for (const [
        kind,
        values,
      ] of [['alignment', { compared: 9, matches: 6 }], ['blocks', { blocks: 20, 'on-three': 9 }]] as const) // biome-ignore format: a row
        addLog(tx, { runId: null, exercise: 'X17', on: TODAY, kind, values, personId: null });
      for (const proposed_by of ['owner', 'me', 'owner'] as const)
        addPromise(tx, { made_on: TODAY, text: 't', by_id: lee ?? '', to_id: null, due_on: null, wording: 'result', proposed_by, success: null, focus_id: null }, []); // biome-ignore format: a row
    });
    const trends = trendsOn(test.journal, TODAY, 'pictured');
    const told = (series: string) => {
      const { value, n } = measureOf(trends, series);
      return [value === null ? null : Math.round(10 * value) / 10, n];
    };
    expect(told('cc')).toEqual([50, 2]);
    expect(told('chx')).toEqual([66.7, 6]);
    expect(told('al3')).toEqual([66.7, 9]);
    expect(told('mvw')).toEqual([45, 20]);
    expect(told('out')).toEqual([66.7, 3]);
    // Four of five whose moment came; one never came.
    expect(told('intentions')).toEqual([80, 5]);
    // Eight starts in the three weeks in which something was counted.
    expect(told('ir')).toEqual([2.7, 8]);
    expect(told('ac')).toEqual([0, 2]);
    expect(told('al')).toEqual([null, 0]);
    expect(trends.jointWork).toMatchObject({ corner: null, needs: null });
  });
});

describe('what may not be shown', () => {
  test('is null, with what is missing in words, for every measure of an empty journal', () => {
    using test = new TestJournal();
    const { measures, feltGap, jointWork, comparison } = trendsOn(test.journal, TODAY, 'pictured');
    expect(measures.map(({ series }) => series)).toEqual(SERIES_IDS);
    for (const { value, ci95, needs, points } of measures) {
      expect([value, ci95, points]).toEqual([null, null, []]);
      expect(needs).toMatch(/^\S+ .*\S$/);
    }
    expect(feltGap).toEqual({ value: null, mention: false, needs: '8 more ratings' });
    expect([jointWork.corner, comparison]).toEqual([null, null]);
  });

  test('never holds a number that is none, whatever was counted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ago: fc.integer({ min: 0, max: 400 }),
            code: fc.constantFrom('a', 'c', 'b', 'p', 'd', 'w', 's', 'i', 'h', 'x', 'a!'),
            n: fc.integer({ min: 0, max: 999 }),
            rating: fc.integer({ min: 1, max: 5 }),
          }),
          { maxLength: 30 },
        ),
        (days) => {
          using test = new TestJournal();
          const once = new Map(days.map((each) => [each.ago, each]));
          write(test.journal, 'count', (tx) => {
            for (const { ago, code, n, rating } of once.values()) {
              const said = { tallies: { [code]: n }, R1: rating as 1 };
              addSession(tx, newSession(addDays(TODAY, -ago), said));
            }
          });
          expectNumbers(trendsOn(test.journal, TODAY, 'pictured'));
        },
      ),
      { seed: 1, numRuns: 25 },
    );
  });
});

describe('the points of a series', () => {
  test('tell which of them a test may use: not the warm-up, nothing before the last break', () => {
    using test = new TestJournal();
    practise(test.journal, '2026-08-03', 50, (i) => stance(10, i));
    write(test.journal, 'break', (tx) => addBreak(tx, day('2026-09-07'), 'new team'));
    const { points } = seriesOn(test.journal, TODAY, 'handed-back');
    expect(points.map(({ week, tested }) => [week, tested])).toEqual([
      ...['32', '33', '34', '35', '36'].map((week) => [`2026-W${week}`, false]),
      ...['37', '38', '39', '40', '41'].map((week) => [`2026-W${week}`, true]),
    ]);
  });

  test('of a rating are those of its wording of today', () => {
    using test = new TestJournal();
    write(test.journal, 'rate', (tx) => {
      for (let i = 0; i < 14; i++) {
        const rated = newSession(addDays(TODAY, -i), { R1: 4 }, { ratingVersions: { R1: i < 7 ? 1 : 7, R2: 1, R3: 1 } }); // biome-ignore format: a row
        addSession(tx, rated);
      }
    });
    expect(seriesOn(test.journal, TODAY, 'R1')).toMatchObject({ n: 7, value: 4 });
    expect(seriesOn(test.journal, TODAY, 'R1').points.reduce((sum, { n }) => sum + n, 0)).toBe(7);
  });

  test('go back as many weeks as were asked for', () => {
    using test = new TestJournal();
    practise(test.journal, '2026-08-03', 75, (i) => stance(10, i));
    const whole = seriesOn(test.journal, TODAY, 'handed-back');
    const weeks = (n?: number) =>
      (n === undefined ? whole : ofLastWeeks(whole, n, TODAY)).points.length;
    // 15 weeks up to the 13 November; the 20th lies in the week after.
    expect([weeks(), weeks(4), weeks(1)]).toEqual([15, 3, 0]);
  });

  test('are those of the documented view, for counts and for ratings', () => {
    const evening = fc.record({
      i: fc.integer({ min: 0, max: 200 }),
      tallies: fc.dictionary(
        fc.constantFrom('a', 'c', 'b', 'p', 'd', 'w', 's', 'i', 'h', 'x', 'a!'),
        fc.integer({ min: 0, max: 6 }),
      ),
      item: fc.constantFrom('R1', 'R2', 'R3'),
      rating: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(evening, { maxLength: 60 }), (evenings) => {
        using test = new TestJournal();
        const once = new Map(evenings.map((each) => [each.i, each]));
        write(test.journal, 'count', (tx) => {
          for (const { i, tallies, item, rating } of once.values()) {
            const said = { tallies, [item]: rating };
            addSession(tx, newSession(addDays(day('2026-05-04'), i), said as Answers));
          }
        });
        const view = rows<{ series: string; week: string; value: number; n: number }>(
          test.journal.db,
          'SELECT series, week, value, n FROM v_series_point ORDER BY series, week',
        );
        const inView = ['handed-back', 'proposal', 'why', 'initiative', 'among-themselves', 'R1', 'R2', 'R3'] as const; // biome-ignore format: a row
        // Without a break and beyond the warm-up a week is one and the same in both.
        const start = [...once.keys()].sort((one, other) => one - other)[0] ?? 0;
        const after = weekOf(addDays(day('2026-05-04'), start + 14 + 7));
        const late = <T extends { week: string }>(all: readonly T[]) =>
          all.filter(({ week }) => week >= after);
        for (const series of inView) {
          const points = late(seriesOn(test.journal, TODAY, series).points);
          const own = late(view.filter((each) => each.series === series));
          expect(own.map(({ week, n }) => [week, n])).toEqual(
            points.map(({ week, n }) => [week, n]),
          );
          for (const [i, { value }] of points.entries())
            expect(own[i]?.value).toBeCloseTo(value, 9);
        }
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test('of a series of one’s own have no warm-up, and are cut where all are', () => {
    using test = new TestJournal();
    write(test.journal, 'series', (tx) => {
      const said = { name: 'rework', about: null, unit: 'number' as const, zone: null };
      const id = addSeries(tx, said, TODAY);
      for (let i = 0; i < 5; i++) {
        const week = weekOf(addDays(day('2026-10-05'), 7 * i));
        keepPoint(tx, id, { week, value: i, n: 1 }, false);
      }
      addBreak(tx, day('2026-10-19'), 'new tracker');
    });
    const rework = on(test, 'rework');
    expect(rework.points.map(({ value, tested }) => [value, tested])).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [3, true],
      [4, true],
    ]);
    expect(rework).toMatchObject({ own: true, value: 4, n: 1, ci95: null, needs: null });
  });
});

describe('verdicts on series of one’s own', () => {
  const journalWith = (zone: number | null, value: (i: number) => number) => {
    const test = new TestJournal();
    write(test.journal, 'series', (tx) => {
      const id = addSeries(tx, { name: 'rework', about: null, unit: 'number', zone }, TODAY);
      for (let i = 0; i < 26; i++) {
        const week = weekOf(addDays(day('2026-05-11'), 7 * i));
        keepPoint(tx, id, { week, value: value(i), n: 1 }, false);
      }
    });
    return test;
  };
  const said = (test: TestJournal) =>
    verdictsOn(test.journal, TODAY).find(({ series }) => series === 'rework');

  test('come with those of praxis, by themselves: no correction for the others', () => {
    using test = journalWith(null, (i) => 20 - i);
    expect(said(test)).toMatchObject({ verdict: 'falling', unit: 'number', zone: null, n: 26 });
    write(test.journal, 'review', (tx) => {
      const id = addSession(tx, newSession(TODAY, {}, { kind: 'monthly' }));
      issue(tx, id, TODAY, verdictsOn(test.journal, TODAY));
    });
    expect(on(test, 'rework').verdict).toMatchObject({ verdict: 'falling', issued: TODAY });
  });

  test('say steady only where a change that would not matter was named', () => {
    using unsaid = journalWith(null, (i) => 10 + (i % 2));
    expect(said(unsaid)?.verdict).toBe('no-evidence');
    using named = journalWith(4, (i) => 10 + (i % 2));
    expect(said(named)).toMatchObject({ verdict: 'steady', zone: 4 });
  });
});
