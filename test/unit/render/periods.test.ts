import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/domain/day.ts';
import type { Difference, PeriodComparison } from '../../../src/domain/periods.ts';
import { periodsText } from '../../../src/render/periods.ts';
import { plainStyle } from '../../../src/render/text.ts';

const side = (from: string, to: string) => ({ from: from as Day, to: to as Day, sessionDays: 40 });
const between = (value: number, lower: number, upper: number): Difference => ({
  value,
  ci95: [lower, upper],
  needs: null,
});

function said(
  difference: Difference,
  ratio: number | null = null,
  ci95: [number, number | null] | null = null,
): string {
  const counts = { later: { x: 30, n: 60 }, earlier: { x: 20, n: 60 } };
  const starts = { starts: 6, weeks: 6 };
  const found: PeriodComparison = {
    later: side('2026-08-31', '2026-11-20'),
    earlier: side('2026-06-08', '2026-08-30'),
    pairs: [
      { pair: 'stance', ...counts, difference },
      { pair: 'arrival', ...counts, difference },
    ],
    leading: { ...difference, pairs: [] },
    initiative: { later: starts, earlier: starts, ratio, ci95, p: null, needs: null },
    fell: false,
    cut: null,
  };
  return periodsText(found, 'full', '2026-11-20' as Day, plainStyle(80));
}

const NONE = /it may be no difference at all/g;

describe('two periods side by side', () => {
  test('what reaches over no difference is said once, below all of them', () => {
    const text = said(between(8, -3, 18));
    expect(text.match(/8 points more \[-3 to \+18\]\n/g)).toHaveLength(3);
    expect(text.match(NONE)).toHaveLength(1);
    expect(text).toMatch(
      /\n\n {2}Where 0 lies within the range, it may be no difference at all\.$/,
    );
  });

  test('of times it is 1, and an end that nothing bounds is open', () => {
    expect(said(between(17, 5, 29))).not.toMatch(NONE);
    expect(said(between(17, 5, 29), 1.6, [1.1, 2.4])).not.toMatch(NONE);
    const times = said(between(17, 5, 29), 1.6, [0.5, null]);
    expect(times).toContain('1.6 times as many a week [0.5 or more]\n');
    expect(times).toContain('Where 1 lies within the range');
    expect(said(between(8, -3, 18), 1.6, [0.52, 5.21])).toMatch(
      /\[0\.52-5\.2\][\s\S]*Where 0 \(of times: 1\) lies within the range/,
    );
  });
});
