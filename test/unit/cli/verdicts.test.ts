import { describe, expect, test } from 'vitest';
import { holm } from '../../../src/analysis/holm.ts';
import { trend } from '../../../src/analysis/trend.ts';
import { judgedSeries } from '../../../src/cli/judged-series.ts';
import { issue, mayJudge, verdictsOn } from '../../../src/cli/verdicts.ts';
import { FACETS } from '../../../src/content/facets.ts';
import { addDays, weekOf } from '../../../src/domain/day.ts';
import { addBreak } from '../../../src/store/break.ts';
import { addKnowledge } from '../../../src/store/knowledge.ts';
import { addPerson } from '../../../src/store/person.ts';
import { addSeries, keepPoint } from '../../../src/store/series.ts';
import { addSession } from '../../../src/store/session-write.ts';
import { listVerdicts } from '../../../src/store/verdict.ts';
import { write } from '../../../src/store/write.ts';
import { day, newSession, TestJournal } from '../../support/journal.ts';
import { lastEvening, practise, stance } from '../../support/practice.ts';

const FROM = '2026-01-05';

/** Weeks in which so many of 20 were handed back. */
function weeks(shares: readonly number[]): TestJournal {
  const test = new TestJournal();
  practise(test.journal, FROM, 5 * shares.length, (i) => stance(shares[Math.floor(i / 5)] ?? 0, i));
  return test;
}

/** Issues the verdicts of a day, as a review would. */
function review({ journal }: TestJournal, on: string): void {
  write(journal, 'review', (tx) => {
    const id = addSession(tx, newSession(on, {}, { kind: 'monthly' }));
    issue(tx, id, day(on), verdictsOn(journal, day(on)));
  });
}

const of = (test: TestJournal, on: string, series = 'handed-back') =>
  verdictsOn(test.journal, day(on)).find((report) => report.series === series);

describe('the series that verdicts are issued on', () => {
  test('the stance leaves out the first two weeks, and has a point a week in per cent', () => {
    using journal = weeks([10, 10, 2, 4, 6, 8]);
    const [stanceSeries] = judgedSeries(journal.journal, lastEvening(FROM, 30));
    expect(stanceSeries?.points.map(({ y }) => y)).toEqual([10, 20, 30, 40]);
    expect(stanceSeries?.window).toEqual({ from: '2026-W04', to: '2026-W07' });
  });

  test('a break cuts them: what came before is not in them', () => {
    using journal = weeks([10, 10, 2, 4, 6, 8, 10]);
    write(journal.journal, 'break', (tx) => addBreak(tx, day('2026-02-02'), 'new team'));
    const [stanceSeries] = judgedSeries(journal.journal, lastEvening(FROM, 35));
    expect(stanceSeries?.points.map(({ y }) => y)).toEqual([30, 40, 50]);
  });

  test('a journal without a session has none', () => {
    using journal = new TestJournal();
    expect(judgedSeries(journal.journal, day('2026-11-20'))).toEqual([]);
    expect(verdictsOn(journal.journal, day('2026-11-20'))).toEqual([]);
  });

  test('blocks of four weeks are whole ones, named by their weeks', () => {
    using test = new TestJournal();
    practise(test.journal, FROM, 50, () => ({
      tallies: { a: 2, c: 2, b: 1, p: 1, d: 1, w: 1 },
    }));
    const lli = judgedSeries(test.journal, lastEvening(FROM, 50)).find(
      ({ series }) => series === 'lli',
    );
    expect(lli?.points.map(({ y }) => y)).toEqual([50]);
    expect(lli?.window).toEqual({ from: '2026-W04', to: '2026-W07' });
  });
});

describe('a verdict', () => {
  // Two warm-up weeks, then so many points.
  const rise = (n: number) => [10, 10, ...Array.from({ length: n }, (_, i) => Math.min(20, 2 + i))];

  test('needs eight points for a test and twelve to be given', () => {
    using short = weeks(rise(7));
    expect(of(short, '2026-03-08')).toMatchObject({ verdict: 'too-few', n: 7, needs: 5 });
    using more = weeks(rise(11));
    expect(of(more, '2026-04-05')).toMatchObject({ verdict: 'no-evidence', n: 11, needs: 1 });
  });

  test('a clear rise is called at once, with its slope and its next day', () => {
    using test = weeks(rise(18));
    expect(of(test, '2026-05-24')).toMatchObject({
      verdict: 'rising',
      unit: 'points',
      issued: '2026-05-24',
      next: '2026-06-24',
      window: { from: '2026-W04', to: '2026-W21' },
    });
  });

  // Noise with a slope: p between .01 and .05 at twelve points.
  const hint = [10, 10, 8, 10, 9, 11, 9, 12, 10, 12, 11, 13, 10, 13];

  test('a weak one is a hint, and is called when the next review agrees', () => {
    using test = weeks([...hint, 12, 13, 11, 14]);
    const first = of(test, '2026-04-12');
    expect(first).toMatchObject({ n: 12, verdict: 'hint-rising' });
    review(test, '2026-04-12');
    const second = of(test, '2026-05-10');
    expect(second?.verdict).toBe('rising');
  });

  test('without the review before the same points are a hint again', () => {
    using test = weeks(hint);
    expect(of(test, '2026-04-12')?.verdict).toBe('hint-rising');
    write(test.journal, 'forge', (tx) => {
      const id = addSession(tx, newSession('2026-03-15', {}, { kind: 'monthly' }));
      const report = of(test, '2026-04-12');
      if (!report) throw new Error('no report');
      // A review that went the other way does not count as the first of two.
      issue(tx, id, day('2026-03-15'), [{ ...report, S: -30, pAdjusted: 0.02 }]);
    });
    expect(of(test, '2026-04-12')?.verdict).toBe('hint-rising');
  });

  test('a review before a cut was about another series', () => {
    using test = weeks(hint);
    write(test.journal, 'forge', (tx) => {
      const id = addSession(tx, newSession('2026-03-15', {}, { kind: 'monthly' }));
      const report = of(test, '2026-04-12');
      if (!report) throw new Error('no report');
      issue(tx, id, day('2026-03-15'), [
        { ...report, S: 30, pAdjusted: 0.02, window: { from: '2025-W40', to: '2026-W10' } },
      ]);
    });
    expect(of(test, '2026-04-12')?.verdict).toBe('hint-rising');
  });

  test.each([
    ['2026-01-05', 'rising'],
    ['2026-04-01', 'hint-rising'],
  ])(
    'on a series of one’s own that was added on %s is %s after a review of March that found a hint',
    (addedOn, verdict) => {
      using test = new TestJournal();
      write(test.journal, 'series', (tx) => {
        const series = { name: 'up', about: null, unit: 'number', zone: null } as const;
        const id = addSeries(tx, series, day(addedOn));
        for (const [i, value] of hint.slice(2).entries())
          keepPoint(tx, id, { week: weekOf(addDays(day(FROM), 7 * (i + 2))), value, n: 1 }, false);
        const review = addSession(tx, newSession('2026-03-15', {}, { kind: 'monthly' }));
        const report = of(test, '2026-04-12', 'up');
        if (!report) throw new Error('no report');
        // Under the same name there may have been another series before.
        issue(tx, review, day('2026-03-15'), [{ ...report, S: 30, pAdjusted: 0.02 }]);
      });
      expect(of(test, '2026-04-12', 'up')?.verdict).toBe(verdict);
    },
  );

  test('the headline series are judged together', () => {
    using test = weeks(hint);
    write(test.journal, 'know', (tx) => {
      const lee = addPerson(tx, { code: 'lee', name: null, cadenceDays: 7, addedOn: day(FROM) });
      for (const [i, { id, area }] of FACETS.entries()) {
        const on = addDays(day(FROM), 14 + 5 * i);
        addKnowledge(tx, {
          personId: lee,
          facet: id,
          area,
          on,
          state: 'told',
          text: 'x',
          source: null,
          confidence: null,
          freshUntil: addDays(on, 365),
        });
      }
    });
    const on = day('2026-04-12');
    const ps = judgedSeries(test.journal, on).flatMap(({ points, time, series }) => {
      const found = trend(points, time.step);
      return found.kind === 'value' && ['handed-back', 'ac'].includes(series) ? [found.p] : [];
    });
    expect(ps).toHaveLength(2);
    const reports = verdictsOn(test.journal, on);
    const adjusted = ['handed-back', 'ac'].map(
      (series) => reports.find((each) => each.series === series)?.pAdjusted,
    );
    expect(adjusted).toEqual(holm(ps));
    expect(adjusted).not.toEqual(ps);
  });

  test('verdicts stand three weeks apart', () => {
    using test = weeks(rise(18));
    expect(mayJudge(test.journal, day('2026-05-24'))).toBe(true);
    review(test, '2026-05-24');
    expect(mayJudge(test.journal, addDays(day('2026-05-24'), 20))).toBe(false);
    expect(mayJudge(test.journal, addDays(day('2026-05-24'), 21))).toBe(true);
    expect(mayJudge(test.journal, day('2026-05-01'))).toBe(false);
    expect(listVerdicts(test.journal)[0]).toMatchObject({
      series: 'handed-back',
      issuedOn: '2026-05-24',
      nextOn: '2026-06-24',
    });
  });
});
