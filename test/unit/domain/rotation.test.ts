import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import { nextInTurn } from '../../../src/domain/rotation.ts';

const items = ['questions', 'motion', 'routing'] as const;
const asked = (days: Record<string, string>) =>
  new Map(Object.entries(days).map(([item, day]) => [item, day as Day]));

describe('whose turn it is', () => {
  test('the first one when nothing was asked yet', () => {
    expect(nextInTurn(items, new Map())).toBe('questions');
  });

  test('what was never asked goes first', () => {
    expect(nextInTurn(items, asked({ questions: '2026-11-01', motion: '2026-10-01' }))).toBe(
      'routing',
    );
  });

  test('what was asked longest ago', () => {
    const days = { questions: '2026-11-18', motion: '2026-11-10', routing: '2026-11-12' };
    expect(nextInTurn(items, asked(days))).toBe('motion');
  });

  test('equals take turns in the order given', () => {
    const days = { questions: '2026-11-18', motion: '2026-11-10', routing: '2026-11-10' };
    expect(nextInTurn(items, asked(days))).toBe('motion');
  });

  test('nothing cannot take turns', () => {
    expect(() => nextInTurn([], new Map())).toThrow(RangeError);
  });

  test('on whatever days somebody reflects, three sessions ask all three', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 30 }),
        (gaps) => {
          const last = new Map<string, Day>();
          let on = '2026-01-05' as Day;
          const turns = gaps.map((gap) => {
            on = addDays(on, gap);
            const item = nextInTurn(items, last);
            last.set(item, on);
            return item;
          });
          for (let i = 2; i < turns.length; i++)
            expect(new Set(turns.slice(i - 2, i + 1)).size).toBe(3);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });
});
